"""Four boxes, two by two, to weigh things in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Lines
from workbook.choices.sheet import Sheet
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.inset import Inset
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.pdf.structure import Element
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
        rows: list[Box] = [_Pair(cells[:2], sheet), _Pair(cells[2:], sheet)]
        yield Stack(rows, above=sheet.space.small, below=sheet.space.middle)


def _cell(words: Words, lines: int, sheet: Sheet, *, fill: bool) -> Inset:
    space = WritingSpace(sheet, lines, fill=fill)
    title = Paragraph(words, sheet.style("question"), keep=True)
    element = Element("Sect", title.element, space.element)
    inner = Stack([title, space], element=element)
    return Inset(inner, left=PADDING, right=PADDING, top=PADDING, bottom=PADDING)


class _Pair(Box):
    """Two framed boxes of one height."""

    def __init__(self, cells: list[Inset], sheet: Sheet) -> None:
        self.cells, self.sheet = cells, sheet
        self.stretch = max(cell.stretch for cell in cells)

    def elements(self) -> list[Element]:
        return [element for cell in self.cells for element in cell.elements()]

    def inside(self) -> list[Inset]:
        return self.cells

    def height(self, width: float, faces: Faces) -> float:
        return max(cell.height(width / 2, faces) for cell in self.cells)

    def draw(self, pen: Pen, area: Area) -> None:
        half = area.width / 2
        for number, cell in enumerate(self.cells):
            frame = Area(area.x + number * half, area.top, half, area.height)
            cell.draw(pen, frame)
        with pen.artifact():
            edges = [(x, area.top, x, area.bottom) for x in (area.x, area.x + half, area.right)]
            edges += [(area.x, y, area.right, y) for y in (area.top, area.bottom)]
            pen.lines(edges, self.sheet.inks.text, FRAME)
