"""`workbook list`: what is in a book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.choices.clashes import check_choices
from workbook.cli.options import CONTENT, with_choices
from workbook.cli.terminal import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.choices.choices import Choices
    from workbook.making.pipeline import Layout


@click.command("list")
@CONTENT
@with_choices()
def list_worksheets(content: Path | None, choices: Choices) -> None:
    """Show parts and worksheets with id, minutes and page, and the book's editions.

    A star marks the sensitive ones.
    """
    from workbook.content.reader import read_file
    from workbook.making.pipeline import lay_out, practice_of

    check_choices(choices)
    book = read_file(chosen(content))
    for line in _lines(lay_out(book, choices, practice_of(choices))):
        click.echo(line)


def _lines(layout: Layout) -> Iterator[str]:
    """A line for each part and worksheet (page, id, minutes, title), then the editions."""
    from workbook.making.counts import counted

    first = {page.section.key: page.number for page in layout.pages if page.first}
    worksheets = layout.book.worksheets
    widest = max(len(worksheet.id) for worksheet in worksheets)
    pages = counted(len(layout.pages), "page")
    yield f"{layout.book.title.plain}: {pages}, {counted(len(worksheets), 'worksheet')}"
    for part in layout.book.parts:
        yield ""
        yield part.title.plain
        for worksheet in part.worksheets:
            minutes = f"{worksheet.minutes} min" if worksheet.minutes else ""
            star = "*" if worksheet.sensitive else " "
            yield (
                f"  {first[worksheet.id]:>4} {star} {worksheet.id:<{widest}}  {minutes:>7}  "
                f"{worksheet.title.plain}"
            )
    editions = layout.content.book.editions
    if editions:
        yield ""
        yield "Editions (--edition NAME)"
        width = max(map(len, editions))
        for name, entry in editions.items():
            held = entry.content or ", ".join(entry.choices.only)
            yield f"  {name:<{width}}  {entry.title.plain}: {held}"
