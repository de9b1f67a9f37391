"""A table to fill in: planner, tracker, record, log and plan are all this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Height
from workbook.choices.sheet import Sheet
from workbook.choices.type import TABLE_STRONG, Measure, Role
from workbook.errors import FieldFault
from workbook.geometry import MM
from workbook.layout.box import Box
from workbook.layout.marks import MarkCell
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import GAP, PADDING, Cell, Row, Table
from workbook.layout.writing import WritingSpace
from workbook.schema.field import Field
from workbook.text.prose import Words

Share = Annotated[float, Field(gt=0, le=100)]
EXAMPLE = Role(12, 16.5, ink="soft")
MARK_PADDING = 0.2 * MM
# An empty row has this much more than its line.
FREE = Measure(3 * MM, 4 * MM)
# Without rules between rows this much keeps one from the next.
FREE_BELOW = 2.2 * MM
# Marks in rows this much lower than usual would touch the rules: one rule in five is enough.
CROWDED = 0.8
RULE_EVERY = 5


class FillInTable(Block):
    """Columns with relative widths, and `rows` empty rows or a row for each of `labels`.

    `example` is a worked first row. Rows are `height` mm high; with `fill` that is the least.
    `marks` puts a box or a circle into each empty cell, `lines` so many lines to write on.
    """

    kind: ClassVar[str] = "table"

    table: dict[Words, Share] | tuple[Words, ...] = Field(min_length=1, max_length=8)
    rows: int | None = Field(default=None, ge=1, le=200)
    labels: tuple[Words, ...] | None = Field(default=None, min_length=1)
    example: tuple[Words, ...] | None = None
    height: Height | None = None
    fill: bool = False
    lines: Annotated[int, Field(ge=1, le=20)] | None = None
    marks: Literal["box", "circle"] | None = None

    def faults(self) -> Iterator[FieldFault]:
        """Rows both counted and named, or neither; an example that doesn't fit."""
        if (self.rows is None) == (self.labels is None):
            yield FieldFault(
                "`table` needs `rows` (how many) or `labels` (a list)", "write one of them"
            )
        if self.example is not None and len(self.example) != len(self.table):
            yield FieldFault(
                f"the example has {len(self.example)} cells for {len(self.table)} columns",
                "give it a cell for each column",
            )

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Table with column headers, row headers for labels, and empty cells to fill in.

        Columns that are too many for their words stand in a second table below, after the
        labels again.
        """
        for columns in self._groups(setting):
            yield self._part(columns, setting)

    def _columns(self, setting: Setting) -> list[_Column]:
        shares = list(self.table.values()) if isinstance(self.table, dict) else []
        style = setting.sheet.style(TABLE_STRONG)
        columns = []
        for number, words in enumerate(self.table):
            text = [words, *(self.labels or ())] if self.labels and not number else [words]
            least = max(Paragraph(word, style).least_width(setting.faces) for word in text)
            columns.append(_Column(number, words, shares[number] if shares else 1.0, least + GAP))
        return columns

    def _groups(self, setting: Setting) -> list[list[_Column]]:
        """The columns in as many tables as their longest words need, about as many in each."""
        first, *others = self._columns(setting)
        if not self.labels:
            return _shared_out([first, *others], [], setting.sheet.width)
        return _shared_out(others, [first], setting.sheet.width)

    def _part(self, columns: list[_Column], setting: Setting) -> Table:
        sheet = setting.sheet
        strong = sheet.style(TABLE_STRONG)
        shares = tuple(column.share for column in columns)
        header = Row(
            [
                Cell(
                    Paragraph(column.words, strong, align=self._align(column.number)),
                    header="column",
                )
                for column in columns
            ],
            shares,
            sheet,
            head=True,
        )
        rows: list[Row] = []
        labels = self.labels or [None] * (self.rows or 0)
        crowded = self.marks and self.height and self.height * MM < sheet.least_row * CROWDED
        if self.example:
            rows.append(self._example(columns, shares, sheet, ruled=not crowded))
        for number, label in enumerate(labels, start=1):
            at = len(rows) + 1
            ruled = not crowded or at % RULE_EVERY == 0 or number == len(labels)
            rows.append(self._empty(number, label, columns, shares, sheet, ruled=ruled))
        return Table(rows, sheet, setting.faces, header=header)

    def _align(self, column: int) -> Literal["left", "center"]:
        return "center" if self.marks and column else "left"

    def _example(
        self, columns: list[_Column], shares: tuple[float, ...], sheet: Sheet, *, ruled: bool
    ) -> Row:
        assert self.example is not None
        style = sheet.style(EXAMPLE)
        words: list[Words] = [self.example[column.number] for column in columns]
        words[0] = Words.parse(f"{sheet.word('example')}: {words[0].source}")
        cells = [Cell(Paragraph(text, style)) for text in words]
        return Row(cells, shares, sheet, ruled=ruled)

    def _empty(
        self,
        number: int,
        label: Words | None,
        columns: list[_Column],
        shares: tuple[float, ...],
        sheet: Sheet,
        *,
        ruled: bool,
    ) -> Row:
        cells: list[Cell] = []
        if label is not None:
            words = Paragraph(label, sheet.style(TABLE_STRONG))
            cells.append(Cell(words, header="row", middle=bool(self.marks)))
        empty = columns[len(cells) :]
        cells += [self._empty_cell(number, label, column, sheet) for column in empty]
        usual = sheet.least_row
        if not self.marks and not self.lines:
            usual = sheet.pitch + sheet.measure(FREE)
        return Row(
            cells,
            shares,
            sheet,
            least=self.height * MM if self.height else usual,
            stretch=1.0 if self.fill else 0.0,
            padding=MARK_PADDING if self.marks else PADDING / 2 if self.lines else PADDING,
            free=FREE_BELOW if self.lines else 0.0,
            gapped=not self.marks,
            ruled=ruled and not self.lines,
        )

    def _empty_cell(self, row: int, label: Words | None, column: _Column, sheet: Sheet) -> Cell:
        """A place to write or to mark, named after its row and column in the author's table."""
        key, head = f"{row}-{column.number + 1}", column.words.plain
        if self.marks is not None:
            shape = "circle" if self.marks == "circle" else "tick-box"
            words = f"{head}: {sheet.word(shape)}"
            return Cell(MarkCell(sheet, self.marks, words, key), middle=True)
        name = head if label is None else f"{label.plain}, {head}"
        if self.lines is not None:
            space = WritingSpace(sheet, self.lines, fill=self.fill, label=name, key=key)
            return Cell(space)
        return Cell.empty(name, key)


class _Column(NamedTuple):
    """A column: its place in the author's table, heading, share, and least width in points."""

    number: int
    words: Words
    share: float
    least: float


def _shared_out(
    columns: list[_Column], repeated: list[_Column], width: float
) -> list[list[_Column]]:
    """`columns` in the fewest tables that `width` allows, each after the `repeated` ones."""
    for count in range(1, len(columns) + 1):
        each = -(-len(columns) // count)
        groups = [[*repeated, *columns[at : at + each]] for at in range(0, len(columns), each)]
        if all(sum(column.least for column in group) <= width for group in groups):
            return groups
    return [[*repeated, column] for column in columns] or [repeated]
