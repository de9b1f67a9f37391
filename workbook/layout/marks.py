"""Boxes to tick and circles to mark, drawn as vectors so that no face has to have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbook.choices.type import Measure
from workbook.geometry import MM, Area
from workbook.layout.blank import Blank, Purpose
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Align, Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen


# Across a circle to mark.
CIRCLE = Measure(6.5 * MM, 8.5 * MM)


class TickBox(Blank):
    """A box to tick at the left of its area, or at the right for a left hand.

    Its middle is on that of the first line, whose `leading` is in points. A listener hears
    `element` as a box to tick.
    """

    purpose: Purpose = "tick"

    def __init__(self, sheet: Sheet, leading: float, element: Element, label: str = "") -> None:
        self.sheet, self.leading, self.label = sheet, leading, label
        self.element: Element = element
        element.actual = sheet.word("tick-box")

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The box's side, or the leading when that is more."""
        return max(self.sheet.tick_box, self.leading)

    def place(self, area: Area, placing: Placing) -> None:
        """Take the square at its side of the area."""
        side = self.sheet.tick_box
        middle = area.top - self.leading / 2
        weight = self.sheet.strokes.mark_line
        at_right = self.sheet.left_handed
        x = area.right - side - weight / 2 if at_right else area.x + weight / 2
        placing.put(self, Area(x, middle + side / 2, side, side))

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the box."""
        with pen.tag(self.element):
            pen.rectangle(area, self.sheet.inks.text, self.sheet.strokes.mark_line)


class MarkCell(Blank):
    """A circle or a tick box in the middle of a table's cell, one figure with its words."""

    purpose: Purpose = "choice"
    align: Align = "center"

    def __init__(
        self, sheet: Sheet, shape: Literal["circle", "box"], words: str, key: str = ""
    ) -> None:
        self.sheet, self.shape, self.label, self.key = sheet, shape, words, key
        if shape == "box":
            self.purpose = "tick"
        self.element: Element = Element("Figure", alt=words)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The mark's own height."""
        sheet = self.sheet
        return sheet.measure(CIRCLE) if self.shape == "circle" else sheet.tick_box

    def place(self, area: Area, placing: Placing) -> None:
        """Take the square in the middle of the area, at its top."""
        size = self.height(area.width, placing.faces)
        x = area.x + area.width / 2
        mark = Area(x - size / 2, area.top, size, size)
        self.element.attributes = bounding_box(mark)
        placing.put(self, mark)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the mark."""
        ink, weight = self.sheet.inks.text, self.sheet.strokes.mark_line
        with pen.tag(self.element):
            if self.shape == "circle":
                half = area.width / 2
                pen.circle(area.x + half, area.top - half, half, ink, weight)
            else:
                pen.rectangle(area, ink, weight)
