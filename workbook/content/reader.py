"""From a content file to a `Book`, or to every fault at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.choices.language import languages, quotes_of
from workbook.content.book import Book
from workbook.content.characters import unprintable
from workbook.content.consistency import book_problems, unknown_regions
from workbook.content.editions import edition_faults
from workbook.content.faults import problems_of
from workbook.content.files import Folder, source_at, source_in
from workbook.content.helplines import regions_of
from workbook.content.references import reference_problems, with_titles
from workbook.content.source import Source
from workbook.errors import ContentError, FieldFault, Problem
from workbook.schema.values import ModelError, faults_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.blocks.regions import Region
    from workbook.content.files import Files
    from workbook.errors import Location


class Content(NamedTuple):
    """A checked book, the helplines beside it, and the source that faults point into.

    `files` are those beside it. `region` is the one whose helplines are printed: chosen, else
    the book's own.
    """

    book: Book
    source: Source
    regions: Mapping[str, Region]
    files: Files
    region: str = ""

    def positions(self) -> dict[str, Location]:
        """The path of each worksheet in the source, by its id."""
        return {
            worksheet.id: ("parts", p, "worksheets", w)
            for p, part in enumerate(self.book.parts)
            for w, worksheet in enumerate(part.worksheets)
        }


def read(text: str, files: Files, name: str = "content.yaml") -> Content:
    """Read and check a book's text; `name` is how faults call it, `files` are beside it.

    Raises ContentError with all faults, and FileError when a file that it names can't be read.
    """
    return _content(Source(name, text), files)


def read_file(path: Path | str) -> Content:
    """The book at `path`; raises what `read` raises, and FileError when it can't be read."""
    path = Path(path)
    return _content(source_at(path), Folder(path.parent))


def read_beside(files: Files, name: str) -> Content:
    """The book in one of `files`; raises what `read_file` raises."""
    return _content(source_in(files, name), files)


def _content(source: Source, files: Files) -> Content:
    book = check(source)
    regions: Mapping[str, Region] = {}
    if book.helplines is not None:
        regions = regions_of(source_in(files, book.helplines))
    problems = list(unknown_regions(book, source, regions))
    problems += edition_faults(book, source, files)
    if problems:
        raise ContentError(problems)
    return Content(book, source, regions, files, book.region or "")


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
        problems += book_problems(book, source)
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
