"""The files of one command: the book, its editions, its worksheets one by one, imposed sheets."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbook.build import build
from workbook.content.reader import read_book
from workbook.content.selection import select
from workbook.drawing import quiet
from workbook.editions.paper import MM, paper_named
from workbook.editions.sheet import words_of
from workbook.finishing.imposition import Imposed, booklet, two_up
from workbook.finishing.saddle_stitch import Fold
from workbook.index import Filed, index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbook.build import Workbook
    from workbook.content.book import Worksheet
    from workbook.drawing import Progress
    from workbook.editions.edition import Edition


TELLING = "the pages inside still say what they are about"


@dataclass(frozen=True, slots=True)
class Product:
    """A finished file: its name without folder or ending, its bytes, and what to tell of it.

    `sides` are those to print; an imposed one holds more than one of the book's `pages`. One
    `for_reading` stands beside an imposed file and takes its name from that.
    """

    name: str
    pdf: bytes
    pages: int
    sides: int
    seconds: float
    note: str = ""
    for_reading: bool = False


def products(path: Path, edition: Edition, progress: Progress = quiet) -> Iterator[Product]:
    """The file of `edition`, and for an imposed one the plain file beside it."""
    started = time.perf_counter()
    made = build(path, edition, progress)
    name = _name(made.slug, edition)
    told = TELLING if edition.discreet else ""
    if edition.imposition == "none":
        yield Product(name, made.pdf, made.pages, made.pages, time.perf_counter() - started, told)
        return
    imposed, note = _imposed(made, edition)
    seconds = time.perf_counter() - started
    name = f"{name}-{edition.imposition}"
    yield Product(name, imposed.pdf, made.pages, len(imposed.sides), seconds, note)
    note = "for reading" + (f"; {told}" if told else "")
    yield Product(name, made.pdf, made.pages, made.pages, seconds, note, for_reading=True)


def editions(path: Path, edition: Edition) -> Iterator[Edition]:
    """`edition` of the whole book, then each edition that the book names."""
    yield edition
    plain = replace(edition, only=(), without=(), sensitive=True)
    for name in read_book(path).editions:
        yield replace(plain, name=name)


def split(path: Path, edition: Edition, progress: Progress = quiet) -> Iterator[Product]:
    """Each worksheet and each edition as a file of its own, and an index of them to print."""
    book = read_book(path)
    whole = replace(edition, only=(), without=(), sensitive=True)
    filed: list[Filed] = []
    jobs = [
        (place, worksheet, replace(whole, only=(worksheet.id,), repeats=(), extras=()))
        for place, worksheet in _alone(path, edition)
    ]
    count = len(jobs) + len(book.editions)
    for done, (place, worksheet, one) in enumerate(jobs, start=1):
        part, number = place
        slug = f"{part}-{number:02d}-{worksheet.id}" if part else worksheet.id
        product = _timed(path, one, slug)
        label = f"{part}.{number}" if part else ""
        filed.append(
            Filed(product.name, worksheet.title.plain, product.pages, label, worksheet.minutes)
        )
        progress(done, count)
        yield product
    for done, (name, entry) in enumerate(book.editions.items(), start=len(jobs) + 1):
        product = _timed(path, replace(whole, name=name, repeats=(), extras=()), name)
        filed.append(Filed(product.name, entry.title.plain, product.pages))
        progress(done, count)
        yield product
    started = time.perf_counter()
    pdf, pages = index(book, edition, filed)
    yield Product(_name("index", edition), pdf, pages, pages, time.perf_counter() - started)


def _timed(path: Path, edition: Edition, slug: str) -> Product:
    started = time.perf_counter()
    made = build(path, edition)
    seconds = time.perf_counter() - started
    return Product(_name(slug, edition), made.pdf, made.pages, made.pages, seconds)


def _alone(path: Path, edition: Edition) -> Iterator[tuple[tuple[int, int], Worksheet]]:
    """Worksheets that can be handed out alone, with part and number: no cover, no contents."""
    at = 0
    for part in select(read_book(path), edition).parts:
        at += part.numbered
        for number, worksheet in enumerate(part.worksheets, start=1):
            if not {block.kind for block in worksheet.blocks} & {"cover", "contents"}:
                yield (at if part.numbered else 0, number), worksheet


def _name(slug: str, edition: Edition) -> str:
    """A file's name without ending; a discreet one tells not even its paper."""
    if edition.discreet:
        return slug
    return "-".join((slug, edition.paper, *edition.marks))


def _imposed(made: Workbook, edition: Edition) -> tuple[Imposed, str]:
    """The imposed file, and how to print it in words."""
    paper = paper_named(edition.paper)
    sheet = (paper.height, paper.width)
    note = words_of(made.language)["imposed"]
    if edition.imposition == "2up":
        imposed = two_up(made.pdf, sheet=sheet, flip=None, note=note)
        return imposed, f"{imposed.sheets} sheets, one-sided"
    folding = edition.folding
    fold = Fold(
        folding.signature,
        folding.thickness * MM,
        folding.flip,
        "right" if edition.left_handed else "left",
    )
    imposed = booklet(made.pdf, fold, sheet=sheet, note=note)
    sizes = imposed.signatures
    folded = f"folded {' + '.join(map(str, sizes))}" if len(sizes) > 1 else "folded together"
    return imposed, f"{imposed.sheets} sheets, both sides, {folding.flip} edge, {folded}"
