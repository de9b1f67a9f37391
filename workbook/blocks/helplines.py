"""Helplines of a region, from data, with the day they were checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.regions import Helpline, Region
from workbook.choices.sheet import Sheet
from workbook.choices.type import HINT, SMALL, TABLE, TABLE_STRONG
from workbook.errors import FieldFault, did_you_mean
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.table import Cell, Row, Table
from workbook.schema.field import Field
from workbook.text.spans import Inline, Span

# How many lines a brief one names: the emergency number and two more.
BRIEF = 3
SHARES = (4.0, 4.6, 5.4)
Code = Annotated[str, Field(min_length=1, max_length=300)]
# What stands in place of a region's code for the one that the book or the command names.
BOOKS_OWN = "region"


class Helplines(Block):
    """The lines of the book's region, or of the region named, and `blank` rows for local ones.

    A `brief` one is a line of small print: the first few names and numbers.
    """

    kind: ClassVar[str] = "helplines"
    has_helplines: ClassVar[bool] = True

    helplines: Code = BOOKS_OWN
    blank: int = Field(default=0, ge=0, le=20)
    brief: bool = False

    def repeats(self, others: Sequence[Block], region: str) -> bool:
        """Whether it names the chosen region, whose lines one of `others` prints."""
        return self.helplines == region and any(
            isinstance(other, Helplines) and other.helplines == BOOKS_OWN for other in others
        )

    def unmet(self, regions: Mapping[str, Region], region: str | None) -> Iterator[FieldFault]:
        """A region that nobody named, or that isn't in the file."""
        code = region if self.helplines == BOOKS_OWN else self.helplines
        path = ("helplines",)
        if not regions:
            what = "the book names no file of helplines"
            yield FieldFault(what, "add `helplines: helplines.yaml` at its top", path=path)
        elif code is None:
            yield FieldFault("the book names no region", "add `region: us` at its top", path=path)
        elif code not in regions and self.helplines != BOOKS_OWN:
            what = f"there are no helplines for the region `{code}`"
            yield FieldFault(what, did_you_mean(code, regions), path=path)

    def region(self, setting: Setting) -> Region:
        """The region that is printed; raises KeyError when the data has none of that name."""
        code = setting.region if self.helplines == BOOKS_OWN else self.helplines
        return setting.regions[code]

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Table and a P that says when the numbers were checked; a P alone when brief."""
        sheet = setting.sheet
        region = self.region(setting)
        if self.brief:
            yield self._brief(region, sheet)
            return
        strong = sheet.style(TABLE_STRONG)
        heads: list[Sequence[Inline]] = [
            region.name.spans,
            [Span(sheet.word("contact"))],
            [Span(sheet.word("for-whom"))],
        ]
        header = Row(
            [Cell(Paragraph(words, strong), header="column") for words in heads],
            SHARES,
            sheet,
            head=True,
        )
        rows = [_row(line, sheet) for line in region.lines]
        local = [Span(sheet.word("local-number"))]
        rows += [
            Row(
                [
                    Cell(Paragraph(local, sheet.style(HINT)), header="row"),
                    Cell.empty(sheet.word("contact")),
                    Cell.empty(sheet.word("for-whom")),
                ],
                SHARES,
                sheet,
                least=sheet.least_row,
                gapped=True,
            )
            for _ in range(self.blank)
        ]
        oldest = min(line.verified for line in region.lines)
        words = sheet.word("checked-on", day=sheet.date(oldest))
        note = Paragraph([Span(words)], sheet.style(SMALL), below=sheet.space.small)
        table = Table(rows, sheet, setting.faces, header=header, below=sheet.space.hair, keep=True)
        yield Stack([table, note])

    def _brief(self, region: Region, sheet: Sheet) -> Paragraph:
        lines = region.lines[:BRIEF]
        told = [f"{line.name.plain} {line.contact[0].plain}" for line in lines]
        words = [Span(". ".join(told) + ".")]
        return Paragraph(words, sheet.style(SMALL), above=sheet.space.small)


def _row(line: Helpline, sheet: Sheet) -> Row:
    style = sheet.style(TABLE)
    whom = [words for words in (line.whom, line.hours) if words is not None]
    spans = [span for words in whom for span in (*words.spans, Span(", "))][:-1]
    return Row(
        [
            Cell(Paragraph(line.name, sheet.style(TABLE_STRONG)), header="row"),
            Cell(Stack([Paragraph(words, style) for words in line.contact])),
            Cell(Paragraph(spans, style) if spans else None),
        ],
        SHARES,
        sheet,
    )
