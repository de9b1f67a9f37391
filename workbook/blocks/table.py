"""A table to fill in: planner, tracker, record, log and plan are all this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, Tag, model_validator

from workbook.blocks.block import BY_SHAPE, Block, Height, Setting
from workbook.editions.sheet import MM, Sheet
from workbook.layout.flow import Box
from workbook.layout.grid import PADDING, Cell, Row, Table
from workbook.layout.marks import MarkCell
from workbook.layout.markup import Words
from workbook.layout.text import Paragraph

Share = Annotated[float, Field(gt=0, le=100)]
MARK_PADDING = 0.2 * MM
# Marks in rows this much lower than usual would touch the rules: one rule in five is enough.
CROWDED = 0.8
RULE_EVERY = 5
COLUMNS = Field(min_length=1, max_length=8)


class FillInTable(Block):
    """Columns with relative widths, and `rows` empty rows or a row for each of `labels`.

    `example` is a worked first row. Rows are `height` mm high; with `fill` that is the least.
    `marks` puts a box or a circle into each empty cell.
    """

    kind: ClassVar[str] = "table"

    table: Annotated[
        Annotated[dict[Words, Share], COLUMNS, Tag("mapping")]
        | Annotated[tuple[Words, ...], COLUMNS, Tag("list")],
        BY_SHAPE,
    ]
    rows: int | None = Field(None, ge=1, le=200)
    labels: tuple[Words, ...] | None = Field(None, min_length=1)
    example: tuple[Words, ...] | None = None
    height: Height | None = None
    fill: bool = False
    marks: Literal["box", "circle"] | None = None

    @model_validator(mode="after")
    def _has_rows(self) -> Self:
        if (self.rows is None) == (self.labels is None):
            raise ValueError(
                "`table` needs `rows` (how many) or `labels` (a list) → write one of them"
            )
        if self.example is not None and len(self.example) != len(self.table):
            raise ValueError(
                f"the example has {len(self.example)} cells for {len(self.table)} columns"
                " → give it a cell for each column"
            )
        return self

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Table with column headers, row headers for labels, and empty cells to fill in."""
        sheet = setting.sheet
        if isinstance(self.table, dict):
            shares = tuple(self.table.values())
        else:
            shares = tuple(1.0 for _ in self.table)
        heads = list(self.table)
        strong = sheet.style("table-strong")
        header = Row(
            [
                Cell(Paragraph(words, strong, align=self._align(number)), header="column")
                for number, words in enumerate(heads)
            ],
            shares,
            sheet,
            head=True,
        )
        rows = [self._example(shares, sheet)] if self.example else []
        labels = self.labels or [None] * (self.rows or 0)
        rows += [self._empty(label, heads, shares, sheet) for label in labels]
        if self.marks and self.height and self.height * MM < sheet.row_least * CROWDED:
            for number, row in enumerate(rows, start=1):
                row.ruled = number % RULE_EVERY == 0 or number == len(rows)
        yield Table(rows, sheet, header=header)

    def _align(self, column: int) -> Literal["left", "center"]:
        return "center" if self.marks and column else "left"

    def _example(self, shares: tuple[float, ...], sheet: Sheet) -> Row:
        assert self.example is not None
        style = sheet.style("example")
        first = Words.parse(f"{sheet.word('example')}: {self.example[0].source}")
        words = [first, *self.example[1:]]
        return Row([Cell(Paragraph(text, style)) for text in words], shares, sheet)

    def _empty(
        self, label: Words | None, heads: list[Words], shares: tuple[float, ...], sheet: Sheet
    ) -> Row:
        cells: list[Cell] = []
        if label is not None:
            words = Paragraph(label, sheet.style("table-strong"))
            cells.append(Cell(words, header="row", middle=bool(self.marks)))
        empty = heads[len(cells) :]
        cells += [Cell(self._mark(head, sheet), middle=True) for head in empty]
        usual = sheet.row_least if self.marks else sheet.fill_in_row
        return Row(
            cells,
            shares,
            sheet,
            least=self.height * MM if self.height else usual,
            stretch=1.0 if self.fill else 0.0,
            padding=MARK_PADDING if self.marks else PADDING,
            gapped=not self.marks,
        )

    def _mark(self, head: Words, sheet: Sheet) -> MarkCell | None:
        if self.marks is None:
            return None
        shape = "circle" if self.marks == "circle" else "tick-box"
        return MarkCell(sheet, self.marks, f"{head.plain}: {sheet.word(shape)}")
