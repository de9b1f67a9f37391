"""`workbook check`: every fault and warning."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.options import CONTENT, with_choices
from workbook.cli.terminal import chosen
from workbook.errors import WorkbookError

if TYPE_CHECKING:
    from workbook.choices.choices import Choices


@click.command()
@CONTENT
@click.option("--strict", is_flag=True, help="Take warnings for faults.")
@with_choices("type", "date")
def check(content: Path | None, strict: bool, choices: Choices) -> None:
    """Tell every fault and warning in the content, with its line and what to write instead.

    Lays the book out on Letter and on A4, and writes nothing. Faults stop a build; warnings
    are about reading grade, long sentences, web addresses that the book doesn't list,
    helplines checked long ago, and worksheets that take more pages than they were meant to.
    In large print pages may grow: the worksheets that do are listed, and nobody is warned.
    """
    from workbook.checking.book import check as check_content
    from workbook.content.reader import read_file
    from workbook.making.counts import counted

    path = chosen(content)
    counts, warnings, notes = check_content(read_file(path), choices)
    for warning in warnings:
        click.echo(str(warning), err=True)
    pages = ", ".join(f"{counted(count, 'page')} on {paper}" for paper, count in counts.items())
    told = counted(len(warnings), "warning") if warnings else "no warnings"
    click.echo(f"{path}: no faults, {told}; {pages}")
    for note in notes:
        click.echo(note)
    if strict and warnings:
        sys.exit(WorkbookError.exit_code)
