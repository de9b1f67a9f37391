"""The whole pipeline on one page: content file -> Book -> sections -> pages -> PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from workbook.content.reader import read_beside, read_file
from workbook.content.references import named_though_left_out, with_pages
from workbook.content.selection import (
    discreet,
    edition_entry,
    repeat,
    select,
    with_extra_pages,
    with_numbers,
    without_twin_regions,
)
from workbook.errors import ChoiceError, ContentError, Problem
from workbook.layout.pages import TooTallError, paginate, place
from workbook.making.drawing import About, drawn, quiet
from workbook.making.imprint import asks_for_client, has_head, in_ink, letterhead, running_matter
from workbook.making.sections import Sections
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.choices.choices import Edition
    from workbook.choices.ink import InkName
    from workbook.choices.sheet import Sheet
    from workbook.content.book import Book, EditionEntry
    from workbook.content.reader import Content
    from workbook.content.source import Source
    from workbook.layout.pages import Page
    from workbook.making.drawing import Progress
    from workbook.pdf.drawn import DrawnPages


@dataclass(frozen=True, slots=True)
class Layout:
    """A book laid out on a sheet, before anything is drawn; `slug` names its file.

    `named` are titles of sensitive worksheets that were left out, and that pages still name.
    """

    book: Book
    content: Content
    slug: str
    sheet: Sheet
    faces: Faces
    document: Element
    pages: list[Page]
    ink: InkName
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished build: the PDF's bytes, how many pages it has, its file's name and language.

    `drawn` are the same pages to be imposed. `named` is as in Layout.
    """

    pdf: bytes
    drawn: DrawnPages
    pages: int
    slug: str
    language: str
    named: tuple[str, ...]


def build(path: Path, edition: Edition, progress: Progress = quiet) -> Workbook:
    """Build the content at `path`; `progress` is told pages drawn and pages in all.

    Raises FileError when a file can't be read, ContentError with every fault in it, and
    ChoiceError when the edition asks for what the book doesn't have.
    """
    layout = lay_out(path, edition)
    book = layout.book
    canvas = drawn(
        layout.pages,
        layout.document,
        layout.sheet,
        layout.faces,
        About(book.foot_title.plain, book.language, book.author or ""),
        progress,
    )
    pdf = canvas.finish()
    return Workbook(pdf, canvas.drawn, len(layout.pages), layout.slug, book.language, layout.named)


def lay_out(path: Path, edition: Edition) -> Layout:
    """Read the content at `path` and break it into pages; raises what `build` raises."""
    chosen = _chosen(path, edition)
    content, book, slug, edition = chosen.content, chosen.book, chosen.slug, chosen.edition
    ink = edition.ink or "colour"
    imprint = None
    if edition.practice is not None:
        from workbook.content.practice import read_practice_file

        imprint = read_practice_file(edition.practice)
    sheet = edition.sheet(book.language, head=has_head(book, imprint))
    book = without_twin_regions(book, content.region)
    book = repeat(book, edition.repeats)
    book = with_extra_pages(book, edition.extras, sheet.word("extra-pages"))
    named = () if chosen.sensitive else named_though_left_out(book, content.book)
    book = with_pages(book, sheet.words["page"])
    if edition.discreet:
        book = discreet(book, sheet.word("notes"))
        slug = book.slug
    logo = in_ink(imprint.logo, ink) if imprint is not None else None
    faces = Faces()
    document = Element("Document")
    sections = Sections(
        content,
        book,
        sheet,
        faces,
        document,
        tear_outs=chosen.whole,
        client_block=edition.client_block or asks_for_client(imprint),
        letterhead=letterhead(imprint, logo, sheet),
    )
    try:
        pages = paginate(list(sections), sheet, faces)
    except TooTallError as error:
        raise _too_tall(error, content.source) from None
    running = running_matter(book, imprint, logo)
    place(pages, sheet, faces, running.furnish(sheet))
    return Layout(book, content, slug, sheet, faces, document, pages, ink, named)


class _Chosen(NamedTuple):
    """The content that an edition names, the worksheets it chooses, and its file's name.

    It is `whole` unless worksheets were chosen one by one, to stand together as they are, and
    `sensitive` unless those marked so were left out. The `edition` is the command's, with the
    options of the one that it names.
    """

    content: Content
    book: Book
    slug: str
    whole: bool
    sensitive: bool
    edition: Edition


def _chosen(path: Path, edition: Edition) -> _Chosen:
    content = _in_region(read_file(path), edition)
    if edition.name is None:
        book = select(content.book, edition)
        slug = content.book.slug
        return _Chosen(content, book, slug, not edition.only, edition.sensitive, edition)
    entry = edition_entry(content.book, edition.name)
    select(content.book, replace(edition, name=None, sensitive=True))  # are all ids known?
    if entry.content is not None:
        content = _in_region(read_beside(content.files, entry.content), edition)
    book = select(content.book, entry, title=entry.title)
    book = _left(book, edition)
    # A handout stands alone: what says "call a helpline" must say which.
    numbered = entry.only is not None and content.region in content.regions
    book = with_numbers(book) if numbered else book
    return _Chosen(
        content,
        book,
        edition.name,
        entry.only is None,
        edition.sensitive and entry.sensitive,
        _with_options(edition, entry),
    )


def _in_region(content: Content, edition: Edition) -> Content:
    return content if edition.region is None else content.with_region(edition.region)


def _left(book: Book, edition: Edition) -> Book:
    """What the command leaves of an edition's worksheets; it may name some that aren't there."""
    ids = {worksheet.id for worksheet in book.worksheets}
    without = tuple(name for name in edition.without if name in ids)
    return select(book, replace(edition, only=(), without=without))


def _with_options(edition: Edition, entry: EditionEntry) -> Edition:
    """What a command chose, and where it chose nothing, what the book's edition says."""
    try:
        return replace(
            edition,
            ink=edition.ink or entry.ink,
            ruling=edition.ruling or entry.ruling,
            large=entry.type == "large" if edition.large is None else edition.large,
            two_sided=edition.two_sided or entry.two_sided,
            holes=edition.holes or entry.holes,
            client_block=edition.client_block or entry.client_block,
        )
    except ChoiceError as error:
        what, _, remedy = str(error).partition("\n  → ")
        raise ChoiceError(f"edition `{edition.name}`: {what}", f"{remedy}; or change it") from None


def _too_tall(error: TooTallError, source: Source) -> ContentError:
    place = source.place(error.origin)
    return ContentError(
        [
            Problem(
                place,
                f"this can't be split and is too tall for the paper: {error}",
                "make it shorter, or cut it into two blocks",
            )
        ]
    )
