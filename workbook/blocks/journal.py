"""Whole pages to write or draw on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.rulings import Ruling
from workbook.choices.sheet import Sheet
from workbook.choices.type import AIM
from workbook.geometry import MM
from workbook.layout.beside import Beside
from workbook.layout.blank_row import BlankRow
from workbook.layout.box import Box, Break
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
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
            head = self._head(sheet)
            space = WritingSpace(
                sheet,
                LEAST_LINES,
                ruling=self.journal,
                fill=True,
                above=sheet.space.hair if head else 0.0,
                below=0.0,
                label=self.heading.plain if self.heading is not None else "",
            )
            yield Stack([*head, space], above=sheet.space.small)

    def _head(self, sheet: Sheet) -> list[Box]:
        """The heading at the left and a line for the date at the right, or one of them."""
        heads: list[Box] = []
        if self.heading is not None:
            heads.append(Paragraph(self.heading, sheet.style(AIM), keep=True))
        if self.date:
            word = sheet.word("date")
            heads.append(BlankRow([word], sheet, width=DATE_LINE, above=0.0, below=0.0, keep=True))
        if len(heads) < 2:
            return heads
        gap = sheet.space.large
        shares = (sheet.width - DATE_LINE - gap, DATE_LINE)
        return [Beside(heads, shares, gap=gap, upright="bottom", keep=True)]
