"""The command line: read options, call the pipeline, report. No logic of its own."""

from __future__ import annotations

import click

from workbook import __version__
from workbook.cli.build import build
from workbook.cli.check import check
from workbook.cli.info import info
from workbook.cli.list import list_worksheets
from workbook.cli.preview import preview
from workbook.cli.terminal import PlainErrors
from workbook.cli.testsheet import testsheet


@click.group(cls=PlainErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbook")
def main() -> None:
    """Turn a YAML file into a printable workbook.

    \b
    workbook build                 the book in ./content.yaml, on Letter
    workbook build --paper a4      the same on A4
    workbook build --edition NAME  a handout that the book names
    workbook list                  what is in it, and on which page
    workbook check my-book.yaml    every fault and warning, with its line
    workbook preview               pages as pictures
    workbook info                  how many sheets, how much ink
    workbook testsheet             one sheet to print first

    CONTENT is a YAML file; ./content.yaml when left out, else the book that came with the
    program.

    Exit codes: 0 done, 1 the content has faults, 2 wrong usage, 3 a file could not be read
    or written.
    """


for _command in (build, check, info, list_worksheets, preview, testsheet):
    main.add_command(_command)
