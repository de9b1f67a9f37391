"""Four boxes, two by two, to weigh things in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Lines
from workbook.choices.sheet import Sheet
from workbook.choices.type import QUESTION
from workbook.geometry import MM, Area
from workbook.layout.beside import Beside
from workbook.layout.box import Box
from workbook.layout.inset import Inset
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
from workbook.pdf.element import Element
from workbook.pdf.pen import Pen
from workbook.schema.field import Field
from workbook.text.prose import Words

PADDING = 4 * MM
FRAME = 0.9


class Boxes(Block):
    """Four titled boxes with `lines` in each; with `fill` they take the rest of the page."""

    kind: ClassVar[str] = "boxes"

    boxes_: tuple[Words, ...] = Field(key="boxes", min_length=4, max_length=4)
    lines: Lines = 7
    fill: bool = False

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Sect for each box, read from left to right and from top to bottom."""
        sheet = setting.sheet
        cells = [_cell(words, self.lines, sheet, fill=self.fill) for words in self.boxes_]
        rows = [_Framed(cells[at : at + 2], sheet) for at in (0, 2)]
        yield Stack(rows, above=sheet.space.small, below=sheet.space.middle)


def _cell(words: Words, lines: int, sheet: Sheet, *, fill: bool) -> Inset:
    space = WritingSpace(sheet, lines, fill=fill, label=words.plain)
    title = Paragraph(words, sheet.style(QUESTION), keep=True)
    element = Element("Sect", title.element, space.element)
    inner = Stack([title, space], element=element)
    return Inset(inner, left=PADDING, right=PADDING, top=PADDING, bottom=PADDING)


class _Framed(Beside):
    """Two boxes of one height, each in a frame."""

    def __init__(self, cells: list[Inset], sheet: Sheet) -> None:
        super().__init__(cells, (1, 1), upright="fill", above=0.0, below=0.0)
        self.sheet = sheet

    def draw(self, pen: Pen, area: Area) -> None:
        middle = area.x + area.width / 2
        edges = [(x, area.top, x, area.bottom) for x in (area.x, middle, area.right)]
        edges += [(area.x, y, area.right, y) for y in (area.top, area.bottom)]
        with pen.artifact():
            pen.lines(edges, self.sheet.inks.text, FRAME)
