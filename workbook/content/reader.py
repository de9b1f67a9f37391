"""From a content file to a `Book`, or to every fault at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.choices.sheet import languages, quotes_of
from workbook.content.book import Book
from workbook.content.characters import unprintable
from workbook.content.consistency import beyond_fields, lost_editions, unknown_regions
from workbook.content.faults import problems_of
from workbook.content.helplines import read_regions
from workbook.content.references import reference_problems, with_titles
from workbook.content.source import Source
from workbook.errors import (
    ChoiceError,
    ContentError,
    FieldFault,
    FileError,
    Problem,
    did_you_mean,
)
from workbook.schema.values import ModelError, faults_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workbook.blocks.regions import Region
    from workbook.errors import Location


@dataclass(frozen=True, slots=True)
class Content:
    """A checked book, the helplines beside it, and the source that faults point into.

    `region` is the one whose helplines are printed: chosen, else the book's own.
    """

    book: Book
    source: Source
    regions: Mapping[str, Region]
    region: str = ""

    def positions(self) -> dict[str, Location]:
        """The path of each worksheet in the source, by its id."""
        return {
            worksheet.id: ("parts", p, "worksheets", w)
            for p, part in enumerate(self.book.parts)
            for w, worksheet in enumerate(part.worksheets)
        }


def read_content(path: Path, region: str | None = None) -> Content:
    """Read and check the content at `path`; raises FileError, or ContentError with all faults.

    Raises ChoiceError when the helplines have no such `region`, or the book has none.
    """
    source = Source.read(path)
    book = check(source)
    regions: Mapping[str, Region] = {}
    if book.helplines is not None:
        regions = read_regions(beside(path, book.helplines))
    problems = list(unknown_regions(book, source, regions))
    problems += lost_editions(book, source, lambda name: beside(path, name).exists())
    if problems:
        raise ContentError(problems)
    if region is not None and not regions:
        raise ChoiceError("the book names no file of helplines", "leave out --region")
    if region is not None and region not in regions:
        raise ChoiceError(f"there is no region `{region}`", did_you_mean(region, regions))
    return Content(book, source, regions, region or book.region or "")


def beside(path: Path, name: str) -> Path:
    """The file of that name in the folder of `path`; raises FileError when it leads elsewhere."""
    found = path.parent / name
    if found.is_symlink() and found.resolve().parent != path.parent.resolve():
        raise FileError(found, "this link leads out of the book's folder", "Copy the file there.")
    return found


def read_book(path: Path) -> Book:
    """The book at `path`, checked; raises what `read_content` raises."""
    return read_content(path).book


def check(source: Source) -> Book:
    """The book in `source`; raises ContentError with every fault, in the file's order."""
    if not isinstance(source.root.value, dict):
        problem = Problem(source.place(()), "a book is a mapping", "start with `title: …`")
        raise ContentError([problem])
    problems: list[Problem] = []
    book: Book | None = None
    try:
        book = Book.from_yaml(source.root.value, _context(source))
    except (FieldFault, ModelError) as error:
        problems += problems_of(faults_of(error), source)
    problems += unprintable(source)
    if book is not None:
        problems += beyond_fields(book, source)
        problems += reference_problems(book, source)
    if problems:
        problems.sort(key=lambda problem: (problem.place.line, problem.place.column))
        raise ContentError(problems)
    assert book is not None
    return with_titles(book, quotes_of(book.language))


def _context(source: Source) -> dict[str, Any]:
    """What texts are read with: the quotation marks of the book's language."""
    root = source.root.value
    language = root.get("language", "en") if isinstance(root, dict) else "en"
    return {"quotes": quotes_of(language if language in languages() else "en")}
