"""The command line: read options, call the pipeline, report. No logic of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook import __version__
from workbook.cli.options import CONTENT, DATE, PAPER, PAPERS, TYPE, with_choices
from workbook.cli.terminal import PlainErrors, chosen, is_folder, progress_of, same_place, target_of
from workbook.errors import ChoiceError, WorkbookError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.choices import Edition
    from workbook.making.products import Product


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


@main.command()
@CONTENT
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write: a file, or a folder when it ends in `/`. "
    "By default output/<short title>-<paper>.pdf, with words for what else was chosen.",
)
@click.option("--all", "everything", is_flag=True, help="The whole book and each of its editions.")
@click.option(
    "--split",
    "apart",
    is_flag=True,
    help="With --all: each worksheet and edition as a file of its own, and an index to print.",
)
@with_choices
def build(
    content: Path | None, output: str | None, everything: bool, apart: bool, edition: Edition
) -> None:
    """Write the workbook as a PDF.

    An old PDF stays as it was until the new one is whole. A booklet, or two pages a side, is
    for the printer; the plain file for reading is written beside it.
    """
    path = chosen(content)
    if apart and not everything:
        raise click.UsageError("--split goes with --all: add --all, or use --only for a few.")
    if everything and output is not None and not is_folder(output):
        raise click.UsageError("--all writes several files: end the -o PATH in `/`.")
    _write_all(_made(path, edition, everything=everything, apart=apart), path, output)


def _made(path: Path, edition: Edition, *, everything: bool, apart: bool) -> list[Product]:
    """Everything is built before any is written, so that a fault leaves all files as they were."""
    from workbook.making.products import editions, products, split

    if apart:
        with progress_of("Building worksheets") as progress:
            return list(split(path, edition, progress))
    made: list[Product] = []
    for one in editions(path, edition) if everything else [edition]:
        with progress_of("Drawing pages") as progress:
            made += products(path, one, progress)
    return made


def _write_all(made: Sequence[Product], path: Path, output: str | None) -> None:
    from workbook.finishing.whole import refuse_losing, write_whole
    from workbook.making.products import counted

    targets: list[Path] = []
    for product in made:
        if product.for_reading:
            # Beside the imposed file before it, whatever that one is called.
            target = targets[-1].with_name(f"{targets[-1].stem}-reading.pdf")
        else:
            target = target_of(output, f"{product.name}.pdf")
        if same_place(target, path):
            raise ChoiceError(f"{target} is the content itself", "name another file with -o")
        if any(same_place(target, other) for other in targets):
            raise ChoiceError(
                f"two files would be written to {target}", "give the edition another name"
            )
        targets.append(target)
    for target, product in zip(targets, made, strict=True):
        refuse_losing(target, product.pdf)
    for target, product in zip(targets, made, strict=True):
        write_whole(target, product.pdf)
    for target, product in zip(targets, made, strict=True):
        note = f", {product.note}" if product.note else ""
        click.echo(f"{target}: {counted(product.pages, 'page')}{note}, {product.seconds:.1f} s")


@main.command()
@CONTENT
@click.option("--strict", is_flag=True, help="Take warnings for faults.")
@TYPE
@DATE
def check(content: Path | None, strict: bool, type_size: str, on: Any) -> None:
    """Tell every fault and warning in the content, with its line and what to write instead.

    Lays the book out on Letter and on A4, and writes nothing. Faults stop a build; warnings
    are about reading grade, long sentences, web addresses that the book doesn't list,
    helplines checked long ago, and worksheets that take more pages than they were meant to.
    In large print pages may grow: the worksheets that do are listed, and nobody is warned.
    """
    from workbook.check.book import check as check_content
    from workbook.choices.choices import Edition

    path = chosen(content)
    edition = Edition(on=on.date() if on else None, large=type_size == "large")
    counts, warnings, notes = check_content(path, edition, PAPERS)
    for warning in warnings:
        click.echo(str(warning), err=True)
    pages = ", ".join(f"{count} pages on {paper}" for paper, count in counts.items())
    told = f"{len(warnings)} warnings" if warnings else "no warnings"
    click.echo(f"{path}: no faults, {told}; {pages}")
    for note in notes:
        click.echo(note)
    if strict and warnings:
        sys.exit(WorkbookError.exit_code)


@main.command("list")
@CONTENT
@with_choices
def list_worksheets(content: Path | None, edition: Edition) -> None:
    """Show parts and worksheets with id, minutes and page, and the book's editions.

    A star marks the sensitive ones.
    """
    from workbook.cli.contents_list import contents_list
    from workbook.making.pipeline import lay_out

    for line in contents_list(lay_out(chosen(content), edition)):
        click.echo(line)


@main.command()
@CONTENT
@with_choices
def info(content: Path | None, edition: Edition) -> None:
    """Tell what printing takes: pages, sheets on one side and on two, ink page by page.

    Ends with the ink (colour, grey or copy) that takes least. Writes nothing.
    """
    from workbook.cli.info import info as lines_of

    with progress_of("Measuring ink") as progress:
        lines = list(lines_of(chosen(content), edition, progress))
    for line in lines:
        click.echo(line)


@main.command()
@CONTENT
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    default="output/preview/",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where the pictures go.",
)
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=80, show_default=True, help="Dots per inch."
)
@with_choices
def preview(content: Path | None, output: Path, dpi: int, edition: Edition) -> None:
    """Write each page as a PNG, and one contact sheet of them all."""
    from workbook.finishing.preview import contact_sheet, page_pictures, png, thumbnail
    from workbook.finishing.whole import write_whole
    from workbook.making.products import products

    # Of a booklet the sheets as they are printed.
    made = next(products(chosen(content), edition))
    name = made.name
    small = []
    with progress_of("Rendering pages") as progress:
        for number, picture in enumerate(page_pictures(made.pdf, dpi), start=1):
            write_whole(output / f"{name}-{number:03d}.png", png(picture))
            small.append(thumbnail(picture))
            progress(number, made.sides)
    sheet = output / f"{name}-contact-sheet.png"
    write_whole(sheet, png(contact_sheet(small)))
    click.echo(f"{output / name}-001.png to -{made.sides:03d}.png, and {sheet}")


@main.command()
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write: a file, or a folder when it ends in `/`. "
    "By default output/testsheet-<paper>.pdf.",
)
@PAPER
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="The language of the sheet: de, en, es, fr or pt.",
)
@DATE
def testsheet(output: str | None, paper: str, language: str, on: Any) -> None:
    """Write one sheet to print before all others, on both sides.

    It shows whether a page comes out at its full size, how near the edge the printer prints,
    whether greys and thin lines come out, which edge to flip on and how well front and back
    meet, which ruling suits a hand, and what to set in the print dialog. It takes no CONTENT:
    it is the same for every book, and says nothing about one.
    """
    from workbook.choices.choices import Edition
    from workbook.finishing.whole import write_whole
    from workbook.testsheet.sheet import testsheet as make_testsheet

    edition = Edition(paper=paper, on=on.date() if on else None)
    target = target_of(output, f"testsheet-{edition.paper}.pdf")
    write_whole(target, make_testsheet(edition.paper, language, edition.day))
    click.echo(f"{target}: one sheet, both sides")
