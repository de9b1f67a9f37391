"""A page break."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from workbook.blocks.contract import Block, Setting
from workbook.layout.box import Box, Break
from workbook.schema.field import Field


class PageBreak(Block):
    """What follows starts a new page."""

    kind: ClassVar[str] = "break"

    before: Literal["page"] = Field(key="break")

    def boxes(self, setting: Setting) -> Iterator[Box]:  # noqa: ARG002
        """A break, which is nothing to a listener."""
        yield Break()
