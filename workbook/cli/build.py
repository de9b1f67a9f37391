"""`workbook build`: a PDF, or all that a book gives."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.choices.clashes import check_choices
from workbook.cli.options import CONTENT, with_choices
from workbook.cli.terminal import chosen, is_folder, progress_of, refuse_pipe, same_place, target_of
from workbook.errors import ChoiceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbook.choices.choices import Choices
    from workbook.content.practice import Imprint
    from workbook.content.reader import Content
    from workbook.making.products import Product


_FILES_AT_ONCE = 50


@click.command()
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
@with_choices()
def build(
    content: Path | None, output: str | None, everything: bool, apart: bool, choices: Choices
) -> None:
    """Write the workbook as a PDF.

    An old PDF stays as it was until the new one is whole. A booklet, or two pages a side, is
    for the printer; the plain file for reading is written beside it.
    """
    from workbook.content.reader import read_file
    from workbook.making.pipeline import practice_of

    path = chosen(content)
    if apart and not everything:
        raise click.UsageError("--split goes with --all: add --all, or use --only for a few.")
    if everything and output is not None and not is_folder(output):
        raise click.UsageError("--all writes several files: end the -o PATH in `/`.")
    refuse_pipe(output)
    check_choices(choices)
    book = read_file(path)
    practice = practice_of(choices)
    if apart:
        _write_split(book, choices, practice, path, output)
    else:
        _write_all(list(_products(book, choices, practice, everything)), path, output)


def _products(
    content: Content, choices: Choices, practice: Imprint | None, everything: bool
) -> Iterator[Product]:
    from workbook.making.products import editions, products

    for one in editions(content.book, choices) if everything else [choices]:
        with progress_of("Drawing pages") as progress:
            yield from products(content, one, practice, progress)


def _write_all(finished: Sequence[Product], path: Path, output: str | None) -> None:
    """Everything is built before any is written, so that a fault leaves all files as they were."""
    targets: list[Path] = []
    for product in finished:
        if product.for_reading:
            # Beside the imposed file before it, whatever that one is called.
            targets.append(targets[-1].with_name(f"{targets[-1].stem}-reading.pdf"))
        else:
            targets.append(target_of(output, f"{product.name}.pdf"))
    _refuse_losing(targets, path)
    _write(zip(targets, finished, strict=True))


def _write_split(
    content: Content, choices: Choices, practice: Imprint | None, path: Path, output: str | None
) -> None:
    """Hundreds of files are written as they come; only their places are looked at beforehand."""
    from workbook.making.products import Split

    split = Split(content, choices, practice)
    targets = [target_of(output, f"{name}.pdf") for name in split.names]
    _refuse_losing(targets, path)
    with progress_of("Building worksheets") as progress:
        _write(zip(targets, _tidied(split.products(progress)), strict=True))


def _tidied(products: Iterator[Product]) -> Iterator[Product]:
    """The same; what files before left in memory goes from time to time, not only at the end."""
    for number, product in enumerate(products):
        if number % _FILES_AT_ONCE == 0:
            gc.collect()
        yield product


def _refuse_losing(targets: Sequence[Path], path: Path) -> None:
    """Raise an error when anything but an old PDF would be lost, or two files are one."""
    from workbook.finishing.whole import refuse_overwriting

    places: set[Path] = set()
    for target in targets:
        if same_place(target, path):
            raise ChoiceError(f"{target} is the content itself", "name another file with -o")
        refuse_overwriting(target, b"%PDF")
        place = target.resolve()
        if place in places:
            raise ChoiceError(
                f"two files would be written to {target}", "give the edition another name"
            )
        places.add(place)


def _write(files: Iterable[tuple[Path, Product]]) -> None:
    from workbook.finishing.whole import write_whole
    from workbook.making.counts import counted

    for target, product in files:
        write_whole(target, product.pdf)
        note = f", {product.note}" if product.note else ""
        click.echo(f"{target}: {counted(product.pages, 'page')}{note}, {product.seconds:.1f} s")
