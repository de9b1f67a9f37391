"""`workbook testsheet`: one sheet to print first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbook.choices.clashes import check_choices
from workbook.choices.language import languages
from workbook.cli.options import with_choices
from workbook.cli.terminal import refuse_pipe, target_of

if TYPE_CHECKING:
    from workbook.choices.choices import Choices


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write: a file, or a folder when it ends in `/`. "
    "By default output/testsheet-<paper>.pdf.",
)
@with_choices("paper", "date")
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help=f"The language of the sheet: {', '.join(languages())}.",
)
def testsheet(output: str | None, language: str, choices: Choices) -> None:
    """Write one sheet to print before all others, on both sides.

    It shows whether a page comes out at its full size, how near the edge the printer prints,
    whether greys and thin lines come out, which edge to flip on and how well front and back
    meet, which ruling suits a hand, and what to set in the print dialog. It takes no CONTENT:
    it is the same for every book, and says nothing about one.
    """
    from workbook.finishing.whole import write_whole
    from workbook.testsheet.sheet import testsheet as make_testsheet

    refuse_pipe(output)
    check_choices(choices)
    target = target_of(output, f"testsheet-{choices.paper}.pdf")
    write_whole(target, make_testsheet(choices.paper, language, choices.day))
    click.echo(f"{target}: one sheet, both sides")
