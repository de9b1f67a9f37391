"""From a content file to a `Book`, or to every fault at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from workbook.blocks import KINDS
from workbook.choices.language import languages, quotes_of
from workbook.content.book import Book
from workbook.content.characters import unprintable
from workbook.content.consistency import beyond_fields, unknown_regions
from workbook.content.editions import edition_faults
from workbook.content.faults import problems_of
from workbook.content.helplines import read_regions
from workbook.content.references import reference_problems, with_titles
from workbook.content.source import Source
from workbook.errors import ContentError, FileError, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.blocks.contract import Block
    from workbook.blocks.regions import Region
    from workbook.content.faults import Path


@dataclass(frozen=True, slots=True)
class Content:
    """A checked book, the helplines beside it, and the source that faults point into.

    `region` is the one whose helplines are printed: chosen, else the book's own.
    """

    book: Book
    source: Source
    regions: Mapping[str, Region]
    region: str = ""

    def positions(self) -> dict[str, Path]:
        """The path of each worksheet in the source, by its id."""
        return {
            worksheet.id: ("parts", p, "worksheets", w)
            for p, part in enumerate(self.book.parts)
            for w, worksheet in enumerate(part.worksheets)
        }


def read_file(path: FilePath | str) -> Content:
    """Read and check the content at `path`; raises FileError, or ContentError with all faults."""
    path = FilePath(path)
    source = Source.read(path)
    book = check(source)
    regions: Mapping[str, Region] = {}
    if book.helplines is not None:
        regions = read_regions(beside(path, book.helplines))
    problems = list(unknown_regions(book, source, regions))
    problems += edition_faults(book, source, lambda name: beside(path, name).exists())
    if problems:
        raise ContentError(problems)
    return Content(book, source, regions, book.region or "")


def beside(path: FilePath, name: str) -> FilePath:
    """The file of that name in the folder of `path`; raises FileError when it leads elsewhere."""
    found = path.parent / name
    if found.is_symlink() and found.resolve().parent != path.parent.resolve():
        raise FileError(found, "this link leads out of the book's folder", "Copy the file there.")
    return found


def read_book(path: FilePath) -> Book:
    """The book at `path`, checked; raises what `read_file` raises."""
    return read_file(path).book


def check(source: Source) -> Book:
    """The book in `source`; raises ContentError with every fault, in the file's order."""
    problems: list[Problem] = []
    values = _with_blocks(source, problems)
    book: Book | None = None
    try:
        book = Book.model_validate(values, context=_context(source))
    except ValidationError as error:
        problems += problems_of(error, source, Book)
    problems += unprintable(source)
    if book is not None:
        problems += beyond_fields(book, source)
        problems += reference_problems(book, source)
    if problems:
        problems.sort(key=lambda problem: (problem.place.line, problem.place.column))
        raise ContentError(problems)
    assert book is not None
    return with_titles(book, quotes_of(book.language))


def _with_blocks(source: Source, problems: list[Problem]) -> Any:
    """The source's values with each block read by its own kind."""
    root = source.root.value
    if not isinstance(root, dict):
        raise ContentError(
            [Problem(source.place(()), "a book is a mapping", "start with `title: …`")]
        )
    values = dict(root)
    values["parts"] = _each(values.get("parts"), lambda part, i: _part(source, part, i, problems))
    if values["parts"] is None and "parts" not in root:
        del values["parts"]
    return values


def _each(values: Any, read: Any) -> Any:
    if not isinstance(values, list):
        return values
    return [read(value, index) for index, value in enumerate(values)]


def _part(source: Source, part: Any, index: int, problems: list[Problem]) -> Any:
    if not isinstance(part, dict) or "worksheets" not in part:
        return part
    base = ("parts", index, "worksheets")
    worksheets = _each(
        part["worksheets"], lambda sheet, i: _worksheet(source, sheet, (*base, i), problems)
    )
    return {**part, "worksheets": worksheets}


def _worksheet(source: Source, worksheet: Any, base: Path, problems: list[Problem]) -> Any:
    if not isinstance(worksheet, dict) or not isinstance(worksheet.get("blocks"), list):
        return worksheet
    before = len(problems)
    blocks = [
        block
        for number, value in enumerate(worksheet["blocks"])
        if (block := _block(source, value, (*base, "blocks", number), problems)) is not None
    ]
    if not blocks and len(problems) > before:
        # Its faults are told already; a stand-in keeps "too few blocks" from being told too.
        blocks = [KINDS["break"].model_validate({"break": "page"})]
    return {**worksheet, "blocks": blocks}


def _block(source: Source, value: Any, path: Path, problems: list[Problem]) -> Block | None:
    if not isinstance(value, dict) or not value:
        what = "a block is a mapping whose first key names its kind"
        problems.append(Problem(source.place(path), what, "for words alone write `- text: …`"))
        return None
    keys = list(value)
    kind = next((key for key in keys if key in KINDS), None)
    if kind is None or (kind != keys[0] and keys[0] not in _names(KINDS[kind])):
        what = f"`{keys[0]}` is no kind of block"
        remedy = did_you_mean(keys[0], KINDS)
        problems.append(Problem(source.place((*path, keys[0]), key=True), what, remedy))
        return None
    if kind != keys[0]:
        what = f"`{kind}` names the block's kind and must stand first"
        remedy = f"move `{keys[0]}` below it"
        problems.append(Problem(source.place((*path, keys[0]), key=True), what, remedy))
        return None
    model = KINDS[kind]
    second = next((k for k in keys[1:] if k in KINDS and k not in _names(model)), None)
    if second is not None:
        what = f"two kinds in one block: `{kind}` and `{second}`"
        remedy = f"start a new block: `- {second}: …`"
        problems.append(Problem(source.place((*path, second), key=True), what, remedy))
        return None
    try:
        return model.model_validate(value, context=_context(source))
    except ValidationError as error:
        problems += problems_of(error, source, model, path)
        return None


def _context(source: Source) -> dict[str, Any]:
    """What texts are read with: the quotation marks of the book's language."""
    root = source.root.value
    language = root.get("language", "en") if isinstance(root, dict) else "en"
    return {"quotes": quotes_of(language if language in languages() else "en")}


def _names(model: type[Block]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}
