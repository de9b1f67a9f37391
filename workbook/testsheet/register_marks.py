"""Marks that show how the back of a sheet lies on its front: an arrow and a cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

SIZE = 12 * MM
SHAFT = 1.4
WEIGHT = 0.5
ARROW_WIDTH = 5 * MM


class Arrow(Box):
    """An arrow to the top of the paper, at the left of its area or at the right."""

    def __init__(self, sheet: Sheet, alt: str, *, right: bool = False) -> None:
        self.sheet, self.right = sheet, right
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """As high as a cross."""
        return SIZE

    def place(self, area: Area, placing: Placing) -> None:
        """Take its side of the area."""
        x = area.right - ARROW_WIDTH if self.right else area.x
        own = Area(x, area.top, ARROW_WIDTH, SIZE)
        self.element.attributes = bounding_box(own)
        placing.put(self, own)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw a shaft and two barbs."""
        half = ARROW_WIDTH / 2
        x, tip, foot = area.x + half, area.top, area.bottom
        barbs = [(x + side, tip - half, x, tip) for side in (-half, half)]
        with pen.tag(self.element):
            pen.lines([(x, foot, x, tip), *barbs], self.sheet.inks.accent, SHAFT)


class Cross(Box):
    """A cross at the left of its area or at the right; `ticked` has a tick each millimetre."""

    def __init__(self, sheet: Sheet, alt: str, *, ticked: bool, right: bool = False) -> None:
        self.sheet, self.ticked, self.right = sheet, ticked, right
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The cross's own height."""
        return SIZE

    def place(self, area: Area, placing: Placing) -> None:
        """Take its side of the area."""
        own = Area(area.right - SIZE if self.right else area.x, area.top, SIZE, SIZE)
        self.element.attributes = bounding_box(own)
        placing.put(self, own)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw both strokes and the ticks."""
        half = SIZE / 2
        x, y = area.x + half, area.top - half
        strokes = [(x - half, y, x + half, y), (x, y - half, x, y + half)]
        if self.ticked:
            for mm in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5):
                at, long = mm * MM, (1.2 if abs(mm) == 5 else 0.6) * MM
                strokes.append((x + at, y - long, x + at, y + long))
                strokes.append((x - long, y + at, x + long, y + at))
        with pen.tag(self.element):
            pen.lines(strokes, self.sheet.inks.text, WEIGHT)
