"""Running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.type import BODY
from workbook.layout.box import Box
from workbook.layout.lists import prose
from workbook.text.prose import Prose


class Text(Block):
    """Paragraphs and lists to read."""

    kind: ClassVar[str] = "text"

    text: Prose

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """P and L elements."""
        yield from prose(self.text, setting.sheet.style(BODY))
