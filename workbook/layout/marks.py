"""Boxes to tick and circles to mark, drawn as vectors so that no face has to have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.geometry import Area
from workbook.layout.box import Box
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from workbook.choices.sheet import Sheet
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen


class TickBox(Box):
    """A box to tick at the left of its area, or at the right for a left hand.

    Its middle is on that of the first line, whose `leading` is in points. A listener hears
    `element` as a box to tick.
    """

    def __init__(self, sheet: Sheet, leading: float, element: Element) -> None:
        self.sheet, self.leading = sheet, leading
        self.element: Element = element
        element.actual = sheet.word("tick-box")

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The box's side, or the leading when that is more."""
        return max(self.sheet.tick_box, self.leading)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the box."""
        side = self.sheet.tick_box
        middle = area.top - self.leading / 2
        weight = self.sheet.strokes.mark_line
        at_right = self.sheet.left_handed
        x = area.right - side - weight / 2 if at_right else area.x + weight / 2
        with pen.tag(self.element):
            pen.rectangle(
                Area(x, middle + side / 2, side, side),
                self.sheet.inks.text,
                weight,
            )


class MarkCell(Box):
    """A circle or a tick box in the middle of a table's cell, one figure with its words."""

    def __init__(self, sheet: Sheet, shape: str, words: str) -> None:
        self.sheet, self.shape = sheet, shape
        self.element: Element = Element("Figure", alt=words)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The mark's own height."""
        return self.sheet.circle if self.shape == "circle" else self.sheet.tick_box

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the mark."""
        size = self.height(area.width, pen.faces)
        x, y = area.x + area.width / 2, area.top - size / 2
        box = Area(x - size / 2, area.top, size, size)
        self.element.attributes = bounding_box(box)
        with pen.tag(self.element):
            if self.shape == "circle":
                pen.circle(x, y, size / 2, self.sheet.inks.text, self.sheet.strokes.mark_line)
            else:
                pen.rectangle(box, self.sheet.inks.text, self.sheet.strokes.mark_line)
