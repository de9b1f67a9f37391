"""A letter page: a salutation, lines, and a date to open it on."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Lines
from workbook.choices.type import BODY
from workbook.layout.blank_row import BlankRow
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.writing import Opener, WritingSpace
from workbook.text.prose import Words


class Letter(Block):
    """A salutation and `lines`; `openers` stand on some of them, evenly spread.

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
        """P elements for the printed words, a Figure for the lines."""
        sheet = setting.sheet
        style = sheet.style(BODY)
        if self.open_on:
            yield BlankRow([sheet.word("open-on")], sheet)
        yield Paragraph(self.letter, style, above=sheet.space.small, keep=True)
        openers = self._openers(setting)
        last, words = openers[-1] if openers else (0, None)
        least = last + _lines_of(words, setting) if words is not None else 0
        yield WritingSpace(
            sheet,
            max(self.lines, least),
            fill=self.fill,
            openers=openers,
            below=0.0,
            label=self.letter.plain,
        )
        if self.sign:
            yield BlankRow([sheet.word("signed")], sheet, above=sheet.space.middle)

    def _openers(self, setting: Setting) -> list[Opener]:
        """The openers and the lines that they begin on, evenly spread, none on another."""
        openers: list[Opener] = []
        free = 0
        for number, text in enumerate(self.openers):
            words = Paragraph(text, setting.sheet.style(BODY))
            line = max(number * self.lines // len(self.openers), free)
            openers.append(Opener(line, words))
            free = line + _lines_of(words, setting)
        return openers


def _lines_of(words: Paragraph, setting: Setting) -> int:
    """How many write lines a printed text takes up."""
    sheet = setting.sheet
    return ceil(words.height(sheet.width, setting.faces) / sheet.pitch)
