"""Helplines of a region, from data, with the day they were checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from workbook.blocks.block import Block, Model, Setting
from workbook.editions.sheet import Sheet
from workbook.layout.flow import Box, Stack
from workbook.layout.grid import Cell, Row, Table
from workbook.layout.markup import Span, Words
from workbook.layout.text import Paragraph

SHARES = (4.2, 5.2, 4.6)
Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Helpline(Model):
    """One line to call: ways to reach it, and the day its details were last checked."""

    name: Words
    contact: tuple[Words, ...] = Field(min_length=1)
    hours: Words | None = None
    whom: Words | None = Field(None, alias="for")
    verified: date
    source: Text


class Region(Model):
    """The helplines of one country or group of countries."""

    name: Words
    lines: tuple[Helpline, ...] = Field(min_length=1)


class Helplines(Block):
    """The lines of the book's region, or of the region named, and `blank` rows for local ones."""

    kind: ClassVar[str] = "helplines"

    helplines: Text = "region"
    blank: int = Field(0, ge=0, le=20)

    def region(self, setting: Setting) -> Region:
        """The region that is printed; raises KeyError when the data has none of that name."""
        code = setting.region if self.helplines == "region" else self.helplines
        return setting.regions[code]

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Table, and a P that says when the numbers were checked."""
        sheet = setting.sheet
        region = self.region(setting)
        strong = sheet.style("table-strong")
        names = ("helpline", "contact", "for-whom")
        header = Row(
            [Cell(Paragraph([Span(sheet.word(name))], strong), header="column") for name in names],
            SHARES,
            sheet,
            head=True,
        )
        rows = [_row(line, sheet) for line in region.lines]
        rows += [
            Row([Cell(header="row"), Cell(), Cell()], SHARES, sheet, least=sheet.row_least)
            for _ in range(self.blank)
        ]
        yield Table(rows, sheet, header=header)
        oldest = min(line.verified for line in region.lines)
        words = sheet.word("checked-on", day=sheet.date(oldest))
        yield Paragraph([Span(words)], sheet.style("small"), below=sheet.space.small)


def _row(line: Helpline, sheet: Sheet) -> Row:
    style = sheet.style("table")
    whom: list[Box] = [
        Paragraph(words, style) for words in (line.whom, line.hours) if words is not None
    ]
    return Row(
        [
            Cell(Paragraph(line.name, sheet.style("table-strong")), header="row"),
            Cell(Stack([Paragraph(words, style) for words in line.contact])),
            Cell(Stack(whom) if whom else None),
        ],
        SHARES,
        sheet,
    )
