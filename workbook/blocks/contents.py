"""The contents, with real page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from workbook.blocks.block import Block, Setting
from workbook.layout.flow import Box
from workbook.layout.openings import part_digest
from workbook.layout.outline import PartEntry, Pointer, toc, worksheet_lines


class Contents(Block):
    """Parts and worksheets with the page that each is on; `parts` leaves out what parts list.

    Where a part opens in the contents, every part has a heading there and says what it is for.
    """

    kind: ClassVar[str] = "contents"

    contents: Literal["worksheets", "parts"] = "worksheets"

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A TOC whose lines are links; a heading and a TOC of its own for a part that opens."""
        parts = [part for part in setting.outline if part.worksheets]
        if any(part.number and not part.own_page for part in parts):
            for part in parts:
                yield part_digest(part, setting.sheet, setting.faces, setting.level + 1)
            return
        lines: list[Pointer] = []
        for part in parts:
            more = self._lines(part, setting)
            if lines:
                more[0].above = setting.sheet.space.small
            lines += more
        if lines:
            small, hair = setting.sheet.space.small, setting.sheet.space.hair
            yield toc(lines, above=small, below=hair)

    def _lines(self, part: PartEntry, setting: Setting) -> list[Pointer]:
        sheet = setting.sheet
        if not part.number:
            return worksheet_lines(part.worksheets, sheet)
        style, number = sheet.style("contents-part"), str(part.number)
        line = Pointer(part.key, part.title, sheet, style, number=number)
        if self.contents == "parts":
            return [line]
        line.keep = True
        return [line, *worksheet_lines(part.worksheets, sheet)]
