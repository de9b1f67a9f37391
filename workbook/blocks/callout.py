"""A few words set apart by a bar at the left and a word that says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from workbook.blocks.contract import Block, Setting
from workbook.choices.sheet import Sheet
from workbook.choices.type import BODY, Role
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.lists import prose
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.unbroken import Unbroken
from workbook.pdf.element import Element
from workbook.pdf.pen import Pen
from workbook.text.prose import Prose
from workbook.text.spans import Span

WORD = Role(10.5, 15, ink="accent", strong=True)
BAR = 1.1 * MM
SAFETY_BAR = 2.2 * MM
INDENT = 5 * MM
MOST_KEPT = 0.4


class Callout(Block):
    """Words set apart; `role` is told by a word and a shape, never by colour alone."""

    kind: ClassVar[str] = "callout"

    callout: Prose
    role: Literal["key-points", "reminder", "note", "example", "safety"] = "note"

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Sect that begins with its word."""
        sheet = setting.sheet
        word = Paragraph([Span(sheet.word(f"callout.{self.role}"))], sheet.style(WORD), keep=True)
        boxes = [word, *prose(self.callout, sheet.style(BODY), above=0.0)]
        element = Element("Sect", *(part for box in boxes for part in box.elements()))
        stack = Stack(boxes, element=element)
        yield _Barred(stack, sheet, SAFETY_BAR if self.role == "safety" else BAR)


class _Barred(Unbroken):
    """A box with a bar at its left over its whole height; the safety bar is twice as wide.

    It stays whole, so that its word is with all it says, unless it takes much of a page.
    """

    def __init__(self, inner: Box, sheet: Sheet, bar: float) -> None:
        super().__init__(inner, MOST_KEPT * sheet.height, left=INDENT, top=MM / 2, bottom=MM / 2)
        self.sheet, self.bar = sheet, bar
        self.above, self.below = sheet.space.small, sheet.space.small

    def draw(self, pen: Pen, area: Area) -> None:
        inks, weight = self.sheet.inks, self.sheet.strokes.hairline
        with pen.artifact():
            if inks.solid:
                # A black bar this wide would smear on a copy: two lines, or three for safety.
                steps = round(self.bar / BAR) + 1
                edges = [area.x + weight / 2 + step * BAR for step in range(steps)]
                pen.lines([(x, area.top, x, area.bottom) for x in edges], inks.accent, weight)
            else:
                pen.fill(area._replace(width=self.bar), inks.accent)
