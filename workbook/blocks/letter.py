"""A letter page: a salutation, lines, and a date to open it on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.block import Block, Lines, Setting
from workbook.layout.blanks import BlankRow
from workbook.layout.flow import Box
from workbook.layout.markup import Words
from workbook.layout.text import Paragraph
from workbook.layout.writing import WritingSpace


class Letter(Block):
    """A salutation and `lines`; each of `openers` begins some of them.

    `open_on` adds a line for the day to open it, `sign` one to sign on.
    """

    kind: ClassVar[str] = "letter"

    letter: Words
    lines: Lines = 20
    fill: bool = False
    openers: tuple[Words, ...] = ()
    open_on: bool = False
    sign: bool = False

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """P elements for the printed words, a Figure for each stretch of lines."""
        sheet = setting.sheet
        style = sheet.style("body")
        if self.open_on:
            yield BlankRow([sheet.word("open-on")], sheet)
        yield Paragraph(self.letter, style, above=sheet.space.small, keep=True)
        parts = max(1, len(self.openers))
        for number in range(parts):
            lines = self.lines // parts + (number < self.lines % parts)
            space = WritingSpace(sheet, max(lines, 1), fill=self.fill)
            if self.openers:
                space.opener = Paragraph(self.openers[number], style)
            space.below = 0.0
            yield space
        if self.sign:
            row = BlankRow([sheet.word("signed")], sheet)
            row.above = sheet.space.middle
            yield row
