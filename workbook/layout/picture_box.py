"""The box that prints a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.layout.box import Box
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from workbook.geometry import Area
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
    from workbook.pictures.picture import Picture


class PictureBox(Box):
    """A picture at the left of its box, at most `width` by `height` points, as a Figure.

    `alt` is what a listener hears. In an artifact it is decoration.
    """

    def __init__(
        self,
        picture: Picture,
        width: float,
        height: float,
        alt: str,
        *,
        below: float = 0.0,
        keep: bool = False,
    ) -> None:
        self.picture, self.most = picture, (width, height)
        self.below, self.keep = below, keep
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """Its height, in points, where it may be `width` wide."""
        return self._size(width)[1]

    def place(self, area: Area, placing: Placing) -> None:
        """Take what it needs at the area's top and left."""
        width, height = self._size(area.width)
        area = area._replace(width=width, height=height)
        self.element.attributes = bounding_box(area)
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw it."""
        with pen.tag(self.element):
            pen.image(area, self.picture)

    def _size(self, width: float) -> tuple[float, float]:
        return self.picture.fitted(min(width, self.most[0]), self.most[1])
