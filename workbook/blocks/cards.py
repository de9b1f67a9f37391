"""Cards to cut out; what is printed on their back is blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.sheet import Sheet
from workbook.choices.type import Role
from workbook.geometry import MM, Area
from workbook.layout.beside import Beside
from workbook.layout.box import Box, Placing
from workbook.layout.inset import Inset
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.schema.field import Field
from workbook.text.prose import Words

CARD = Role(15, 21, face="heading", balanced=True, narrow=(13, 18))
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
        pairs = [self.cards[at : at + 2] for at in range(0, len(self.cards), 2)]
        fill = len(pairs) >= ROWS
        rows = [_Pair([_Card(words, sheet) for words in pair], sheet, fill=fill) for pair in pairs]
        # Those that go on to the next page stay as high as they were.
        yield Stack(rows, above=sheet.space.middle, below=sheet.space.middle, fills_again=False)


class _Card(Inset):
    """Words with space around them, at least as high as a card."""

    def __init__(self, words: Words, sheet: Sheet) -> None:
        inner = Paragraph(words, sheet.style(CARD), align="center")
        super().__init__(inner, left=PADDING, right=PADDING, top=PADDING, bottom=PADDING)

    def height(self, width: float, faces: Faces) -> float:
        return max(LEAST, super().height(width, faces))

    def place(self, area: Area, placing: Placing) -> None:
        """The words stand in the middle of the card."""
        placing.put(self, area)
        width = area.width - 2 * PADDING
        height = self.inner.height(width, placing.faces)
        top = area.top - (area.height - height) / 2
        self.inner.place(Area(area.x + PADDING, top, width, height), placing)


class _Pair(Beside):
    """Two cards side by side, or one, with lines to cut along."""

    def __init__(self, cards: list[_Card], sheet: Sheet, *, fill: bool) -> None:
        super().__init__(cards, (1, 1), upright="fill")
        self.sheet, self.stretch = sheet, float(fill)

    def draw(self, pen: Pen, area: Area) -> None:
        half = area.width / 2
        edges = [area.x + number * half for number in range(len(self.children) + 1)]
        cuts = [(x, area.top, x, area.bottom) for x in edges]
        cuts += [(area.x, y, edges[-1], y) for y in (area.top, area.bottom)]
        with pen.artifact():
            pen.lines(cuts, self.sheet.inks.rule, CUT, dash="4 3")
