"""How often something happens: a row of circles for each sign, without a score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
from workbook.choices.type import TABLE, TABLE_STRONG, Role
from workbook.geometry import MM
from workbook.layout.box import Box
from workbook.layout.marks import MarkCell
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import GAP, Cell, Row, Table
from workbook.schema.field import Field
from workbook.text.prose import Words

COLUMN = Role(12, 15, strong=True)
LEAST_COLUMN = 16 * MM


class Selfcheck(Block):
    """Signs with a circle under each of `columns`; `lead` stands over the signs."""

    kind: ClassVar[str] = "selfcheck"

    selfcheck: tuple[Words, ...] = Field(min_length=1)
    columns: tuple[Label, ...] = Field(min_length=2, max_length=5)
    lead: Words | None = None

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Table with a row header for each sign."""
        sheet = setting.sheet
        strong = sheet.style(TABLE_STRONG)
        heads = [Paragraph(words, sheet.style(COLUMN), align="center") for words in self.columns]
        columns = [max(LEAST_COLUMN, head.least_width(setting.faces) + GAP) for head in heads]
        shares = (sheet.width - sum(columns), *columns)
        lead = Cell(Paragraph(self.lead, strong) if self.lead else None, header="column")
        names = [Cell(head, header="column") for head in heads]
        header = Row([lead, *names], shares, sheet, head=True)
        rows = [
            self._row(number, words, shares, sheet)
            for number, words in enumerate(self.selfcheck, start=1)
        ]
        yield Table(rows, sheet, setting.faces, header=header)

    def _row(self, row: int, words: Words, shares: tuple[float, ...], sheet: Sheet) -> Row:
        sign = Cell(Paragraph(words, sheet.style(TABLE)), header="row", middle=True)
        circles = [
            Cell(
                MarkCell(
                    sheet, "circle", f"{column.plain}: {sheet.word('circle')}", f"{row}-{place}"
                ),
                middle=True,
            )
            for place, column in enumerate(self.columns, start=1)
        ]
        return Row([sign, *circles], shares, sheet, least=sheet.least_row)
