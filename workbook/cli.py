"""The command line: read options, call the pipeline, report. No logic of its own."""

from __future__ import annotations

import gc
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook import __version__
from workbook.errors import ChoiceError, FileError, WorkbookError
from workbook.options import CONTENT, DATE, PAPERS, with_choices
from workbook.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbook.editions.edition import Edition


class _Group(click.Group):
    """Shows every WorkbookError as plain words on stderr, with its exit code."""

    def invoke(self, context: click.Context) -> Any:
        # A build is short and keeps nearly all it makes: looking for garbage is a tenth of it.
        collecting = gc.isenabled()
        gc.disable()
        try:
            return super().invoke(context)
        except WorkbookError as error:
            click.echo(str(error), err=True)
            context.exit(error.exit_code)
        except OSError as error:
            # What is left is our own output: a full disk, or a pipe that was closed.
            with suppress(OSError):
                click.echo(f"can't write here: {error.strerror or error}", err=True)
            context.exit(FileError.exit_code)
        finally:
            if collecting:
                gc.enable()


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
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
    "By default output/<short title>-<paper>.pdf.",
)
@click.option("--all", "everything", is_flag=True, help="The whole book and each of its editions.")
@with_choices
def build(content: Path | None, output: str | None, everything: bool, edition: Edition) -> None:
    """Write the workbook as a PDF.

    An old PDF stays as it was until the new one is whole.
    """
    from dataclasses import replace

    from workbook.content.reader import read_book

    path = _chosen(content)
    if not everything:
        _build_all(path, output, [edition])
        return
    if edition.name is not None:
        raise click.UsageError("--all builds every edition: leave out --edition, or --all.")
    if output is not None and not _is_folder(output):
        raise click.UsageError("--all writes several files: end the -o PATH in `/`.")
    plain = replace(edition, only=(), without=(), sensitive=True)
    named = [replace(plain, name=name) for name in read_book(path).editions]
    _build_all(path, output, [edition, *named])


def _build_all(path: Path, output: str | None, editions: Sequence[Edition]) -> None:
    """Build every edition before any is written, so that a fault leaves all files as they were."""
    from workbook.build import build as build_workbook
    from workbook.finishing.whole import write_whole

    built = []
    for edition in editions:
        started = time.perf_counter()
        with _progress("Drawing pages") as progress:
            made = build_workbook(path, edition, progress)
        target = _target(output, f"{made.slug}-{edition.paper}.pdf")
        if target.resolve() == path.resolve():
            raise ChoiceError(f"{target} is the content itself", "name another file with -o")
        built.append((target, made, time.perf_counter() - started))
    for target, made, seconds in built:
        write_whole(target, made.pdf)
        click.echo(f"{target}: {made.pages} pages, {seconds:.1f} s")


@main.command()
@CONTENT
@click.option("--strict", is_flag=True, help="Take warnings for faults.")
@DATE
def check(content: Path | None, strict: bool, on: Any) -> None:
    """Tell every fault and warning in the content, with its line and what to write instead.

    Lays the book out on Letter and on A4, and writes nothing. Faults stop a build; warnings
    are about reading grade, long sentences, web addresses that the book doesn't list,
    helplines checked long ago, and worksheets that take more pages than they were meant to.
    """
    from workbook.check import check as check_content
    from workbook.editions.edition import Edition

    path = _chosen(content)
    counts, warnings = check_content(path, Edition(on=on.date() if on else None), PAPERS)
    for warning in warnings:
        click.echo(str(warning), err=True)
    pages = ", ".join(f"{count} pages on {paper}" for paper, count in counts.items())
    told = f"{len(warnings)} warnings" if warnings else "no warnings"
    click.echo(f"{path}: no faults, {told}; {pages}")
    if strict and warnings:
        sys.exit(WorkbookError.exit_code)


@main.command("list")
@CONTENT
@with_choices
def list_worksheets(content: Path | None, edition: Edition) -> None:
    """Show parts and worksheets with id, minutes and page, and the book's editions.

    A star marks the sensitive ones.
    """
    from workbook.build import lay_out
    from workbook.contents_list import contents_list

    for line in contents_list(lay_out(_chosen(content), edition)):
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
    from workbook.build import build as build_workbook
    from workbook.finishing.preview import contact_sheet, page_pictures, png, thumbnail
    from workbook.finishing.whole import write_whole

    made = build_workbook(_chosen(content), edition)
    name = f"{made.slug}-{edition.paper}"
    small = []
    with _progress("Rendering pages") as progress:
        for number, picture in enumerate(page_pictures(made.pdf, dpi), start=1):
            write_whole(output / f"{name}-{number:03d}.png", png(picture))
            small.append(thumbnail(picture))
            progress(number, made.pages)
    sheet = output / f"{name}-contact-sheet.png"
    write_whole(sheet, png(contact_sheet(small)))
    click.echo(f"{output / name}-001.png to -{made.pages:03d}.png, and {sheet}")


def _chosen(content: Path | None) -> Path:
    if content is not None:
        return content
    here = Path("content.yaml")
    return here if here.exists() else shipped("content.yaml")


def _is_folder(output: str) -> bool:
    with suppress(OSError):
        return output.endswith(("/", "\\")) or Path(output).is_dir()
    return False


def _target(output: str | None, name: str) -> Path:
    if output is None:
        return Path("output") / name
    return Path(output) / name if _is_folder(output) else Path(output)


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
