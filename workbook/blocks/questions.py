"""Questions and short answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.type import BODY, Role
from workbook.layout.box import Box
from workbook.layout.lists import prose
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.schema.field import Field
from workbook.text.prose import Prose, Words

QUESTION_HEADING = Role(13, 18.5, strong=True, balanced=True, is_heading=True)


class Questions(Block):
    """A question in bold and its answer below, again and again."""

    kind: ClassVar[str] = "questions"

    questions: dict[Words, Prose] = Field(min_length=1)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A heading for each question, then its answer."""
        sheet = setting.sheet
        for question, answer in self.questions.items():
            heading = Paragraph(
                question,
                sheet.style(QUESTION_HEADING),
                tag=f"H{setting.level + 1}",
                keep=True,
            )
            parts = prose(answer, sheet.style(BODY), above=0.0)
            yield Stack([heading, *parts], above=sheet.space.middle, below=sheet.space.middle)
