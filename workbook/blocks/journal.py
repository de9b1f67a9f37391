"""Whole pages to write or draw on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.sheet import Ruling, Sheet
from workbook.geometry import MM, Area
from workbook.layout.blank_row import BlankRow
from workbook.layout.box import Box, Break
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.pdf.structure import Element
from workbook.schema.field import Field
from workbook.text.prose import Words

LEAST_LINES = 12
DATE_LINE = 42 * MM


class Journal(Block):
    """`pages` pages, each with a `heading` and a date line when asked for."""

    kind: ClassVar[str] = "journal"

    journal: Ruling
    pages: int = Field(default=1, ge=1, le=100)
    heading: Words | None = None
    date: bool = False

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A P for the heading, and a Figure on each page."""
        sheet = setting.sheet
        for page in range(self.pages):
            if page:
                yield Break()
            space = WritingSpace(sheet, LEAST_LINES, ruling=self.journal, fill=True)
            space.below = 0.0
            children: list[Box] = [space]
            if self.heading is not None or self.date:
                space.above = sheet.space.hair
                children.insert(0, _Head(self.heading, sheet, date=self.date))
            yield Stack(children, above=sheet.space.small)


class _Head(Box):
    """The heading at the left and a line for the date at the right."""

    keep = True

    def __init__(self, heading: Words | None, sheet: Sheet, *, date: bool) -> None:
        self.sheet = sheet
        self.words = Paragraph(heading, sheet.style("aim")) if heading is not None else None
        self.date = BlankRow([sheet.word("date")], sheet, width=DATE_LINE) if date else None

    def elements(self) -> list[Element]:
        parts: list[Box | None] = [self.words, self.date]
        return [element for part in parts if part is not None for element in part.elements()]

    def height(self, width: float, faces: Faces) -> float:
        words = self.words.height(self._room(width), faces) if self.words else 0.0
        return max(words, self.date.height(width, faces) if self.date else 0.0)

    def _room(self, width: float) -> float:
        return width - (DATE_LINE + self.sheet.space.large if self.date else 0.0)

    def draw(self, pen: Pen, area: Area) -> None:
        if self.words is not None:
            room = self._room(area.width)
            height = self.words.height(room, pen.faces)
            self.words.draw(pen, Area(area.x, area.bottom + height, room, height))
        if self.date is not None:
            self.date.draw(pen, area)
