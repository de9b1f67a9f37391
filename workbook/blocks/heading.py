"""A smaller heading inside a worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.type import HEADING
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.text.prose import Words


class Heading(Block):
    """A heading one level below the worksheet's own; it stays with what follows."""

    kind: ClassVar[str] = "heading"

    heading: Words

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """An H2 or H3 element."""
        sheet = setting.sheet
        yield Paragraph(
            self.heading,
            sheet.style(HEADING),
            tag=f"H{setting.level + 1}",
            above=sheet.space.middle,
            below=sheet.space.hair,
            keep=True,
        )
