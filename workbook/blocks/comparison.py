"""Things side by side, to read; with a column of one's own when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import FlagOrWords, Height, words_or
from workbook.choices.sheet import Sheet
from workbook.choices.type import TABLE, TABLE_STRONG
from workbook.errors import FieldFault
from workbook.geometry import MM
from workbook.layout.box import Box
from workbook.layout.lists import prose
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.table import Cell, Row, Table
from workbook.schema.field import Field
from workbook.text.prose import Prose, Words

HEADING_SHARE = 0.7


class Comparison(Block):
    """Two to four columns under their headings, with row headings or without."""

    kind: ClassVar[str] = "comparison"

    comparison: tuple[Words, ...] = Field(min_length=1, max_length=4)
    rows: dict[Words, tuple[Prose, ...]] | tuple[tuple[Prose, ...], ...] = Field(min_length=1)
    corner: Words | None = None
    mine: FlagOrWords = False
    height: Height | None = None

    def faults(self) -> Iterator[FieldFault]:
        """Too many columns, and rows that don't have a cell for each."""
        columns = len(self.comparison)
        if not 2 <= columns + bool(self.mine) <= 4:
            yield FieldFault(
                "`comparison` sets two to four columns side by side", "count `mine` too"
            )
        for number, cells in enumerate(self._cells(), start=1):
            if len(cells) != columns:
                yield FieldFault(
                    f"row {number} of `comparison` has {len(cells)} cells for {columns} columns",
                    "give each row a cell for each column",
                )

    def _cells(self) -> list[tuple[Prose, ...]]:
        return list(self.rows.values() if isinstance(self.rows, dict) else self.rows)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Table with column headers, and row headers where rows have names."""
        sheet = setting.sheet
        named = isinstance(self.rows, dict)
        heads: list[Any] = [*self.comparison]
        if self.mine:
            heads.append(words_or(self.mine, sheet.word("mine")))
        shares = [1.0] * len(heads)
        cells = [_head(words, sheet) for words in heads]
        if named:
            shares.insert(0, HEADING_SHARE)
            cells.insert(0, _head(self.corner, sheet) if self.corner else Cell(header="column"))
        header = Row(cells, shares, sheet, head=True)
        names = list(self.rows) if isinstance(self.rows, dict) else [None] * len(self.rows)
        rows = [
            self._row(name, texts, shares, sheet)
            for name, texts in zip(names, self._cells(), strict=True)
        ]
        yield Table(rows, sheet, setting.faces, header=header)

    def _row(
        self, name: Words | None, texts: tuple[Prose, ...], shares: list[float], sheet: Sheet
    ) -> Row:
        cells = [Cell(Stack(list(prose(text, sheet.style(TABLE))))) for text in texts]
        if name is not None:
            words = Paragraph(name, sheet.style(TABLE_STRONG))
            cells.insert(0, Cell(words, header="row"))
        if self.mine:
            cells.append(Cell.empty("" if name is None else name.plain))
        least = self.height * MM if self.height else (sheet.least_row if self.mine else 0.0)
        return Row(cells, shares, sheet, least=least)


def _head(words: Any, sheet: Sheet) -> Cell:
    return Cell(Paragraph(words, sheet.style(TABLE_STRONG)), header="column")
