"""The contents, with real page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from workbook.blocks.contract import Block, Setting
from workbook.choices.type import Role
from workbook.layout.box import Box
from workbook.matter.openings import part_digest
from workbook.matter.outline import PartEntry, Pointer, toc, worksheet_lines

PART_LINE = Role(12, 15, strong=True)


class Contents(Block):
    """Parts and worksheets with the page that each is on.

    `parts` leaves out what is listed where a part opens; `openings` are the parts that open
    here, with what they are for and their worksheets.
    """

    kind: ClassVar[str] = "contents"
    listed: ClassVar[bool] = False

    contents: Literal["worksheets", "parts", "openings"] = "worksheets"

    @property
    def opens_parts(self) -> bool:
        """Whether parts open here rather than on pages of their own."""
        return self.contents == "openings"

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A TOC whose lines are links; a heading and a TOC of its own for a part that opens."""
        sheet = setting.sheet
        parts = [part for part in setting.outline if part.worksheets]
        if self.contents == "openings":
            for part in parts:
                if part.number and not part.own_page:
                    yield part_digest(part, sheet, setting.level + 1)
            return
        lines: list[Pointer] = []
        for part in parts:
            lines += self._lines(part, setting, above=sheet.space.small if lines else 0.0)
        if lines:
            yield toc(lines, above=sheet.space.small, below=sheet.space.hair)

    def _lines(self, part: PartEntry, setting: Setting, *, above: float) -> list[Pointer]:
        sheet = setting.sheet
        if not part.number:
            return worksheet_lines(part.worksheets, sheet, first_above=above)
        style, number = sheet.style(PART_LINE), str(part.number)
        alone = self.contents == "parts"
        line = Pointer(
            part.key, part.title, sheet, style, number=number, above=above, keep=not alone
        )
        return [line] if alone else [line, *worksheet_lines(part.worksheets, sheet)]
