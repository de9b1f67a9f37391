"""The contents, with real page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from workbook.blocks.block import Block, Setting
from workbook.editions.sheet import MM
from workbook.layout.flow import Box, Stack
from workbook.layout.outline import Pointer
from workbook.layout.tags import Element


class Contents(Block):
    """Parts and worksheets with the page that each is on; `parts` leaves out what parts list."""

    kind: ClassVar[str] = "contents"

    contents: Literal["worksheets", "parts"] = "worksheets"

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A TOC whose lines are links."""
        sheet = setting.sheet
        lines: list[Pointer] = []
        after_part = False
        for entry in setting.outline:
            if self.contents == "parts" and entry.listed:
                continue
            style = sheet.style("contents-part" if entry.part else "contents")
            line = Pointer(entry.key, entry.title, sheet, style, number=entry.number)
            line.keep = entry.part and self.contents == "worksheets"
            if entry.part or (after_part and not entry.listed):
                line.above = sheet.space.small
            after_part = entry.part or (entry.listed and after_part)
            lines.append(line)
        if lines:
            element = Element("TOC")
            for line in lines:
                element.append(*line.elements())
            yield Stack(lines, element=element, above=sheet.space.small, below=2 * MM, widows=2)
