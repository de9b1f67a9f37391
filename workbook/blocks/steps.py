"""Numbered steps, each with lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Lines
from workbook.choices.type import QUESTION
from workbook.layout.box import Box
from workbook.layout.lists import Labelled, list_stack
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
from workbook.schema.field import Field
from workbook.text.prose import Words
from workbook.text.spans import Span

# Room for the number, in ems.
INDENT = 1.7


class Steps(Block):
    """Steps one after another with `lines` each; with `fill` they share what the page has left."""

    kind: ClassVar[str] = "steps"

    steps: tuple[Words, ...] = Field(min_length=1)
    lines: Lines = 2
    fill: bool = False

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """An L whose items hold the step's words and a Figure for its lines."""
        sheet = setting.sheet
        style = sheet.style(QUESTION)
        items: list[Box] = []
        for number, words in enumerate(self.steps, start=1):
            space = WritingSpace(sheet, self.lines, fill=self.fill, label=words.plain)
            body = Stack([Paragraph(words, style, keep=True), space], above=sheet.space.small)
            label = Paragraph([Span(f"{number}.")], style, tag="Lbl")
            items.append(Labelled(label, body, INDENT * style.size))
        yield list_stack(items, "Decimal", above=sheet.space.small, below=sheet.space.middle)
