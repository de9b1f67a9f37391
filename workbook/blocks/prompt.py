"""A question with room to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Lines
from workbook.choices.rulings import Ruling
from workbook.choices.type import HINT, QUESTION
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
from workbook.text.prose import Words

LEAST_WHEN_FILLING = 5


class Prompt(Block):
    """A question and `lines` of the sheet's pitch; with `fill` they are the least."""

    kind: ClassVar[str] = "prompt"

    prompt: Words
    hint: Words | None = None
    lines: Lines | None = None
    fill: bool = False
    ruling: Ruling = "ruled"

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """P elements and a Figure that says how much room there is."""
        sheet = setting.sheet
        question = Paragraph(self.prompt, sheet.style(QUESTION), keep=True)
        words: list[Box] = [question]
        if self.hint is not None:
            words.append(Paragraph(self.hint, sheet.style(HINT), keep=True))
        lines = self.lines or LEAST_WHEN_FILLING
        fill = self.fill or self.lines is None
        above = 0.0 if self.ruling == "ruled" else sheet.space.small
        space = WritingSpace(
            sheet, lines, ruling=self.ruling, fill=fill, above=above, label=self.prompt.plain
        )
        yield Stack([*words, space], above=sheet.space.small)
