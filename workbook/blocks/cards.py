"""Cards to cut out; what is printed on their back is blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import ClassVar, Self

from workbook.blocks.contract import Block, Setting
from workbook.choices.sheet import Sheet
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.pdf.structure import Element
from workbook.schema.field import Field
from workbook.text.prose import Words

LEAST = 42 * MM
PADDING = 7 * MM
CUT = 0.6
# Four rows of two fill a page.
ROWS = 4


class Cards(Block):
    """Words on cards, two to a row, with cut lines."""

    kind: ClassVar[str] = "cards"
    own_leaf: ClassVar[bool] = True

    cards: tuple[Words, ...] = Field(min_length=1)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A P for each card; the cut lines are decoration."""
        sheet = setting.sheet
        rows: list[Box] = [
            _Row(self.cards[at : at + 2], sheet) for at in range(0, len(self.cards), 2)
        ]
        if len(rows) >= ROWS:
            for row in rows:
                row.stretch = 1.0
        yield _Rows(rows, above=sheet.space.middle, below=sheet.space.middle)


class _Rows(Stack):
    """Rows of cards; those that go on to the next page stay as high as they were."""

    def _piece(self, children: Sequence[Box], *, first: bool) -> Self:
        if not first:
            children = [copy(child) for child in children]
            for child in children:
                child.stretch = 0.0
        return super()._piece(children, first=first)


class _Row(Box):
    """Two cards side by side, the words in the middle of each."""

    def __init__(self, cards: tuple[Words, ...], sheet: Sheet) -> None:
        self.sheet = sheet
        style = sheet.style("card")
        self.cards = [Paragraph(words, style, align="center") for words in cards]

    def elements(self) -> list[Element]:
        return [card.element for card in self.cards]

    def height(self, width: float, faces: Faces) -> float:
        inner = width / 2 - 2 * PADDING
        words = max(card.height(inner, faces) for card in self.cards)
        return max(LEAST, words + 2 * PADDING)

    def draw(self, pen: Pen, area: Area) -> None:
        half = area.width / 2
        ink = self.sheet.inks.rule
        with pen.artifact():
            edges = [area.x + number * half for number in range(len(self.cards) + 1)]
            right = edges[-1]
            cuts = [(x, area.top, x, area.bottom) for x in edges]
            cuts += [(area.x, y, right, y) for y in (area.top, area.bottom)]
            pen.lines(cuts, ink, CUT, dash="4 3")
        for number, card in enumerate(self.cards):
            inner = half - 2 * PADDING
            height = card.height(inner, pen.faces)
            top = area.top - (area.height - height) / 2
            card.draw(pen, Area(area.x + number * half + PADDING, top, inner, height))
