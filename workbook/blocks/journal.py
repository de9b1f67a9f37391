"""Whole pages to write or draw on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from workbook.blocks.block import Block, Setting
from workbook.editions.sheet import MM, Sheet
from workbook.layout.flow import Box, Break, Stack
from workbook.layout.fonts import Faces
from workbook.layout.markup import Span, Words
from workbook.layout.pen import Area, Pen
from workbook.layout.tags import Element, bounding_box
from workbook.layout.text import Paragraph
from workbook.layout.writing import Ruling, WritingSpace

LEAST_LINES = 12
DATE_LINE = 42 * MM


class Journal(Block):
    """`pages` pages, each with a `heading` and a date line when asked for."""

    kind: ClassVar[str] = "journal"

    journal: Ruling
    pages: int = Field(1, ge=1, le=100)
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

    def __init__(self, heading: Words | None, sheet: Sheet, *, date: bool) -> None:
        style = sheet.style("aim")
        self.sheet, self.keep = sheet, True
        self.words = Paragraph(heading, style) if heading is not None else None
        self.date = Paragraph([Span(sheet.word("date"))], style) if date else None
        self.line = Element("Figure", alt=f"{sheet.word('date')}: {sheet.word('to-fill-in')}")

    def elements(self) -> list[Element]:
        found = self.words.elements() if self.words else []
        return [*found, *self.date.elements(), self.line] if self.date else found

    def height(self, width: float, faces: Faces) -> float:
        words = self.words.height(self._room(width), faces) if self.words else 0.0
        return max(words, self.sheet.style("aim").leading)

    def _room(self, width: float) -> float:
        return width - (DATE_LINE + self.sheet.space.large if self.date else 0.0)

    def draw(self, pen: Pen, area: Area) -> None:
        if self.words is not None:
            self.words.draw(pen, area._replace(width=self._room(area.width)))
        if self.date is None:
            return
        start = area.right - DATE_LINE
        width = self.date.natural_width(pen.faces)
        self.date.draw(pen, Area(start, area.top, DATE_LINE, area.height))
        y = area.top - self.sheet.style("aim").leading * 0.8
        line = Area(start + width + 1.5 * MM, y + 1, DATE_LINE - width - 1.5 * MM, 2)
        self.line.attributes = bounding_box(line)
        with pen.tag(self.line):
            ink, weight = self.sheet.inks.rule, self.sheet.write_line
            pen.lines([(line.x, y, area.right, y)], ink, weight)
