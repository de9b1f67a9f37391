"""A row of lines to sign and date on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.layout.blank_row import BlankRow
from workbook.layout.box import Box
from workbook.schema.field import Field


class Signature(Block):
    """Short blanks side by side, each after its word."""

    kind: ClassVar[str] = "signature"

    signature: tuple[Label, ...] = Field(min_length=1, max_length=4)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A P and a Figure for each blank."""
        yield BlankRow([words.plain for words in self.signature], setting.sheet)
