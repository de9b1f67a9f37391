"""The files of one command: the book, its editions, its worksheets one by one, imposed sheets."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from workbook.choices.paper import paper_named
from workbook.choices.sheet import words_of
from workbook.content.reader import read_file
from workbook.content.selection import select
from workbook.errors import ChoiceError
from workbook.geometry import MM
from workbook.making.drawing import quiet
from workbook.making.pipeline import build
from workbook.making.sections import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from workbook.choices.choices import Edition
    from workbook.content.book import Book, EditionEntry, Worksheet
    from workbook.finishing.imposition import Imposed
    from workbook.making.drawing import Progress
    from workbook.making.pipeline import Workbook


INDEX = "index"
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
    told = "; ".join(_told(made, edition))
    if edition.imposition == "none":
        yield Product(name, made.pdf, made.pages, made.pages, time.perf_counter() - started, told)
        return
    imposed, note = _imposed(made, edition)
    seconds = time.perf_counter() - started
    name = f"{name}-{edition.imposition}"
    yield Product(name, imposed.pdf, made.pages, len(imposed.sides), seconds, note)
    note = "for reading" + (f"; {told}" if told else "")
    yield Product(name, made.pdf, made.pages, made.pages, seconds, note, for_reading=True)


def _told(made: Workbook, edition: Edition) -> Iterator[str]:
    """What pages still say although it was asked to be left out."""
    if edition.discreet:
        yield TELLING
    if made.named:
        titles = ", ".join(f"“{title}”" for title in made.named)
        yield f"its pages still name {titles}"


def editions(path: Path, edition: Edition) -> Iterator[Edition]:
    """`edition` of the whole book, then each edition that the book names.

    A worksheet is repeated in each edition that has it, and left out of each. Raises
    ChoiceError when `edition` is one that the book names, or discreet.
    """
    if edition.name is not None:
        raise ChoiceError("--all builds every edition", "leave out --edition, or --all")
    if edition.discreet:
        raise ChoiceError(
            "--all names its files by what they hold", "leave out --discreet, or --all"
        )
    yield edition
    book = read_file(path).book
    for name, entry in book.editions.items():
        repeats: tuple[tuple[str, int], ...] = ()
        if entry.content is None:
            has = _left(book, entry, edition)
            if not has:
                continue  # all that it has was left out
            repeats = tuple(pair for pair in edition.repeats if pair[0] in has)
        yield replace(edition, name=name, only=(), repeats=repeats)


def split(path: Path, edition: Edition, progress: Progress = quiet) -> Iterator[Product]:
    """Each worksheet and each edition as a file of its own, and an index of them to print.

    Raises ChoiceError when an edition has a name that would take the file of another, and
    when `edition` asks for two pages a side, or for pages more than once.
    """
    if edition.imposition != "none":
        raise ChoiceError(
            "--split writes pages to hand out, one a side",
            "leave out --booklet and --sheets, or --split",
        )
    if edition.repeats or edition.extras:
        raise ChoiceError(
            "--split writes each worksheet once", "leave out --repeat and --extra-pages, or --split"
        )
    from workbook.making.index import Filed, index

    _, *named = editions(path, edition)
    book = read_file(path).book
    whole = replace(edition, only=(), without=(), sensitive=True)
    jobs = [
        _Job(worksheet.title.plain, slug, replace(whole, only=(worksheet.id,)), label, worksheet)
        for slug, label, worksheet in _alone(select(book, edition))
    ]
    taken = {INDEX, *(job.slug for job in jobs)}
    for one in named:
        name = str(one.name)
        if name in taken:
            raise ChoiceError(
                f"the edition `{name}` would take the file of another", "give it another name"
            )
        jobs.append(_Job(book.editions[name].title.plain, name, one))
    filed: list[Filed] = []
    for done, job in enumerate(jobs, start=1):
        started = time.perf_counter()
        made = build(path, job.edition)
        name = _name(job.slug, job.edition if job.worksheet is None else whole)
        seconds = time.perf_counter() - started
        minutes = job.worksheet.minutes if job.worksheet is not None else None
        filed.append(Filed(name, job.title, made.pages, job.label, minutes))
        progress(done, len(jobs))
        yield Product(name, made.pdf, made.pages, made.pages, seconds)
    started = time.perf_counter()
    pdf, pages = index(book, edition, filed)
    yield Product(_name(INDEX, whole), pdf, pages, pages, time.perf_counter() - started)


class _Job(NamedTuple):
    """A file to come: what it holds, its slug, and how it is built."""

    title: str
    slug: str
    edition: Edition
    label: str = ""
    worksheet: Worksheet | None = None


def _alone(book: Book) -> Iterator[tuple[str, str, Worksheet]]:
    """Worksheets that can be handed out alone: their slugs, which sort as the book does, labels.

    A cover and the contents make no sense without the rest.
    """
    first = int(book.parts[0].numbered)
    most = max(len(part.worksheets) for part in book.parts)
    wide = max(2, len(str(most)))
    digits = len(str(first + len(book.parts)))
    number = 0
    for at, part in enumerate(book.parts, start=first):
        number += part.numbered
        numbers = numbered(part)
        for worksheet in part.worksheets:
            if not worksheet.listed:
                continue
            place = numbers[worksheet.id]
            label = f"{number}.{place}" if part.numbered else ""
            yield f"{at:0{digits}}-{place:0{wide}}-{worksheet.id}", label, worksheet


def _left(book: Book, entry: EditionEntry, edition: Edition) -> set[str]:
    """Ids of what the command leaves of an edition's worksheets."""
    return {
        worksheet.id
        for worksheet in select(book, entry).worksheets
        if worksheet.id not in edition.without and (edition.sensitive or not worksheet.sensitive)
    }


def _name(slug: str, edition: Edition) -> str:
    """A file's name without ending; a discreet one tells not even its paper."""
    if edition.discreet:
        return slug
    return "-".join((slug, edition.paper, *edition.marks))


def _imposed(made: Workbook, edition: Edition) -> tuple[Imposed, str]:
    """The imposed file, and how to print it in words."""
    from workbook.finishing.imposition import booklet, two_up
    from workbook.finishing.saddle_stitch import Fold

    paper = paper_named(edition.paper)
    sheet = (paper.height, paper.width)
    note = words_of(made.language)["imposed"]
    if edition.imposition == "2up":
        imposed = two_up(made.drawn, sheet=sheet, note=note)
        return imposed, f"{counted(imposed.sheets, 'sheet')}, one-sided"
    folding = edition.folding
    fold = Fold(
        folding.signature,
        folding.thickness * MM,
        folding.flip,
        "right" if edition.left_handed else "left",
    )
    imposed = booklet(made.drawn, fold, sheet=sheet, note=note)
    sizes = imposed.signatures
    told = f"{counted(imposed.sheets, 'sheet')}, both sides, {folding.flip} edge"
    return imposed, f"{told}, folded {signatures_of(sizes)}"


def signatures_of(sizes: Sequence[int]) -> str:
    """How sheets are folded, in words: together, or so many in each signature."""
    if len(sizes) == 1:
        return "together"
    each = " or ".join(str(size) for size in dict.fromkeys(sizes))
    return f"in {len(sizes)} signatures of {each}"


def counted(count: int, noun: str) -> str:
    """A number with its noun, in the plural but for one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
