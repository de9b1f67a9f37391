"""The box that prints a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.layout.box import Box
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from workbook.geometry import Area
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
    from workbook.pictures.picture import Picture


class PictureBox(Box):
    """A picture at the left of its box, at most `width` by `height` points, as a Figure.

    `alt` is what a listener hears. In an artifact it is decoration.
    """

    def __init__(self, picture: Picture, width: float, height: float, alt: str) -> None:
        self.picture, self.room = picture, (width, height)
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """Its height, in points, where it may be `width` wide."""
        return self._size(width)[1]

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw it at the area's top and left."""
        width, height = self._size(area.width)
        area = area._replace(width=width, height=height)
        self.element.attributes = bounding_box(area)
        with pen.tag(self.element):
            pen.image(area, self.picture)

    def _size(self, width: float) -> tuple[float, float]:
        return self.picture.fitted(min(width, self.room[0]), self.room[1])
