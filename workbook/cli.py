"""The command line: read options, call the pipeline, report. No logic of its own."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook import __version__
from workbook.errors import WorkbookError
from workbook.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from workbook.editions.edition import Edition

PAPERS = ("letter", "a4")


class _Group(click.Group):
    """Shows every WorkbookError as plain words on stderr, with its exit code."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except WorkbookError as error:
            click.echo(str(error), err=True)
            context.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbook")
def main() -> None:
    """Turn a YAML file into a printable workbook.

    \b
    workbook build                 the book in ./content.yaml, on Letter
    workbook build --paper a4      the same on A4
    workbook check my-book.yaml    every fault, with its line
    workbook preview               pages as pictures

    Exit codes: 0 done, 1 the content has faults, 2 wrong usage,
    3 a file could not be read or written.
    """


_content = click.argument("content", required=False, type=click.Path(path_type=Path))
_paper = click.option(
    "--paper", type=click.Choice(PAPERS), default="letter", show_default=True, help="The paper."
)
_date = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The build's date, as 2026-11-23; today when left out. Same date, same bytes.",
)


@main.command()
@_content
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write: a file, or a folder when it ends in `/`. "
    "By default output/<short title>-<paper>.pdf.",
)
@_paper
@_date
def build(content: Path | None, output: str | None, paper: str, day: datetime | None) -> None:
    """Write the workbook as a PDF.

    CONTENT is a YAML file; ./content.yaml when left out, else the book that came with the
    program. An old PDF stays as it was until the new one is whole.
    """
    from workbook.build import build as build_workbook
    from workbook.finishing.whole import write_whole

    started = time.perf_counter()
    with _progress("Drawing pages") as progress:
        made = build_workbook(_chosen(content), _edition(paper, day), progress)
    path = _target(output, f"{made.book.slug}-{paper}.pdf")
    write_whole(path, made.pdf)
    click.echo(f"{path}: {made.pages} pages, {time.perf_counter() - started:.1f} s")


@main.command()
@_content
@_date
def check(content: Path | None, day: datetime | None) -> None:
    """Tell every fault in the content, with its line and what to write instead.

    Lays the book out on Letter and on A4 too, and writes nothing.
    """
    from workbook.build import lay_out

    path = _chosen(content)
    counts = {paper: len(lay_out(path, _edition(paper, day)).pages) for paper in PAPERS}
    pages = ", ".join(f"{count} pages on {paper}" for paper, count in counts.items())
    click.echo(f"{path}: no faults; {pages}")


@main.command()
@_content
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    default="output/preview/",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where the pictures go.",
)
@_paper
@_date
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=80, show_default=True, help="Dots per inch."
)
def preview(content: Path | None, output: Path, paper: str, day: datetime | None, dpi: int) -> None:
    """Write each page as a PNG, and one contact sheet of them all."""
    from workbook.build import build as build_workbook
    from workbook.finishing.preview import contact_sheet, page_pictures, png
    from workbook.finishing.whole import write_whole

    made = build_workbook(_chosen(content), _edition(paper, day))
    name = f"{made.book.slug}-{paper}"
    pictures = []
    with _progress("Rendering pages") as progress:
        for number, picture in enumerate(page_pictures(made.pdf, dpi), start=1):
            write_whole(output / f"{name}-{number:03d}.png", png(picture))
            pictures.append(picture)
            progress(number, made.pages)
    sheet = output / f"{name}-contact-sheet.png"
    write_whole(sheet, png(contact_sheet(pictures)))
    click.echo(f"{output / name}-001.png to -{made.pages:03d}.png, and {sheet}")


def _chosen(content: Path | None) -> Path:
    if content is not None:
        return content
    here = Path("content.yaml")
    return here if here.exists() else shipped("content.yaml")


def _edition(paper: str, day: datetime | None) -> Edition:
    from workbook.editions.edition import Edition

    return Edition(paper=paper, on=day.date() if day else None)


def _target(output: str | None, name: str) -> Path:
    if output is None:
        return Path("output") / name
    folder = output.endswith(("/", "\\")) or Path(output).is_dir()
    return Path(output) / name if folder else Path(output)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, all_: bar.update(task, completed=done, total=all_)
