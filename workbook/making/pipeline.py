"""The whole pipeline on one page: content -> Book -> sections -> pages -> PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbook.choices.choices import Choices
from workbook.choices.clashes import check_choices
from workbook.choices.sheet import sheet_for
from workbook.content.editions import chosen_in, edition_entry
from workbook.content.reader import read_beside, read_file
from workbook.content.references import mentioned_but_left_out, with_pages
from workbook.content.selection import (
    discreet,
    repeat,
    require_known,
    select,
    with_extra_pages,
    with_numbers,
    without_repeated_helplines,
)
from workbook.errors import ChoiceError, ContentError, Problem, did_you_mean
from workbook.layout.pages import TooTallError, paginate, place
from workbook.making.drawing import About, drawn, quiet
from workbook.making.imprint import has_head, in_ink, letterhead, running_matter, wishes
from workbook.making.sections import Sections
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.choices.sheet import Sheet
    from workbook.content.book import Book, EditionEntry
    from workbook.content.practice import Imprint
    from workbook.content.reader import Content
    from workbook.content.source import Source
    from workbook.layout.pages import Page
    from workbook.making.drawing import Progress
    from workbook.pdf.canvas import TaggedCanvas
    from workbook.pdf.drawn import DrawnPages

NOTHING = Choices()


@dataclass(frozen=True, slots=True)
class Layout:
    """A book laid out on a sheet, to be drawn once; `slug` names its file.

    `choices` are those that hold: the command's over the edition's over the practice's. `mentioned`
    are titles of sensitive worksheets that were left out, and that pages still name.
    """

    book: Book
    content: Content
    choices: Choices
    slug: str
    sheet: Sheet
    faces: Faces
    document: Element
    pages: list[Page]
    mentioned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished build: the PDF's bytes, how many pages it has, its file's name and language.

    `drawn` are the same pages to be imposed. `mentioned` is as in Layout.
    """

    pdf: bytes
    drawn: DrawnPages
    pages: int
    slug: str
    language: str
    mentioned: tuple[str, ...]


def build(path: Path | str, choices: Choices = NOTHING, progress: Progress = quiet) -> Workbook:
    """Read the content at `path`, lay it out and draw it.

    `progress` is told pages drawn and pages in all. Raises FileError when a file can't be read,
    ContentError with every fault in one, and ChoiceError when `choices` exclude each other or
    ask for what the book doesn't have.
    """
    check_choices(choices)
    content = read_file(path)
    return finish(content, choices, practice_of(choices), progress)


def finish(
    content: Content,
    choices: Choices = NOTHING,
    practice: Imprint | None = None,
    progress: Progress = quiet,
) -> Workbook:
    """Lay out and draw what was read; raises what `lay_out` raises."""
    layout = lay_out(content, choices, practice)
    canvas = _canvas(layout, progress)
    pdf, language = canvas.finish(), layout.book.language
    return Workbook(pdf, canvas.drawn, len(layout.pages), layout.slug, language, layout.mentioned)


def practice_of(choices: Choices) -> Imprint | None:
    """The practice whose file `choices` name; raises FileError, or ContentError with all faults."""
    if choices.practice is None:
        return None
    from workbook.content.practice import read_practice_file

    return read_practice_file(choices.practice)


def lay_out(
    content: Content, choices: Choices = NOTHING, practice: Imprint | None = None
) -> Layout:
    """Break what was read into pages; `practice` is what the file of `choices.practice` holds.

    Nothing is read but the content file of an edition that has its own, with its helplines.
    Raises ChoiceError when choices exclude each other or ask for what the book doesn't have, and
    ContentError for what no page can hold.
    """
    chosen = _chosen(content, choices)
    choices = chosen.choices
    if practice is not None:
        choices = choices.over(wishes(practice))
    elif choices.practice is not None:
        raise ValueError("`choices.practice` names a file: read it, and hand it to `lay_out`")
    check_choices(choices)
    content = _with_region(chosen.content, choices)
    book, slug = chosen.book, chosen.slug
    # A handout stands alone: what says "call a helpline" must say which.
    numbered = chosen.handout and content.region in content.regions
    book = with_numbers(book) if numbered else book
    sheet = sheet_for(choices, book.language, head=has_head(book, practice))
    book = without_repeated_helplines(book, content.region)
    book = repeat(book, choices.repeat)
    book = with_extra_pages(book, choices.extra_pages, sheet.word("extra-pages"))
    mentioned = () if choices.sensitive else mentioned_but_left_out(book, content.book)
    book = with_pages(book, sheet.words["page"])
    if choices.discreet:
        book = discreet(book, sheet.word("notes"))
        slug = book.slug
    logo = in_ink(practice.logo, choices.ink) if practice is not None else None
    faces = Faces()
    document = Element("Document")
    sections = Sections(
        content,
        book,
        sheet,
        faces,
        document,
        tear_outs=not choices.only,
        client_block=choices.client_block,
        letterhead=letterhead(practice, logo, sheet),
    )
    try:
        pages = paginate(list(sections), sheet, faces)
    except TooTallError as error:
        raise _too_tall(error, content.source) from None
    running = running_matter(book, practice, logo)
    place(pages, sheet, faces, running.furnish(sheet))
    return Layout(book, content, choices, slug, sheet, faces, document, pages, mentioned)


def draw(layout: Layout, progress: Progress = quiet) -> bytes:
    """The PDF of a layout, which is used up by it; `progress` is as in `build`."""
    return _canvas(layout, progress).finish()


def _canvas(layout: Layout, progress: Progress) -> TaggedCanvas:
    """All pages of a layout, drawn."""
    book = layout.book
    return drawn(
        layout.pages,
        layout.document,
        layout.sheet,
        layout.faces,
        About(book.foot_title.plain, book.language, book.author or ""),
        progress,
    )


class _Chosen(NamedTuple):
    """The content that an edition names, the worksheets it chooses, and its file's name.

    The `choices` are the command's over the edition's. A `handout` is an edition that has only
    some worksheets.
    """

    content: Content
    book: Book
    slug: str
    choices: Choices
    handout: bool = False


def _chosen(content: Content, choices: Choices) -> _Chosen:
    require_known(content.book, choices)
    if choices.edition is None:
        return _Chosen(content, select(content.book, choices), content.book.slug, choices)
    check_choices(choices)
    entry = edition_entry(content.book, choices.edition)
    own = content_of(entry, content)
    require_known(own.book, entry.choices)
    merged = chosen_in(content.book, choices)
    book = select(own.book, merged, title=entry.title)
    return _Chosen(own, book, choices.edition, merged, handout=bool(merged.only))


def content_of(entry: EditionEntry, content: Content) -> Content:
    """The content of an edition: the file that it names, else the book's own."""
    if entry.content is None:
        return content
    return read_beside(content.files, entry.content)


def _with_region(content: Content, choices: Choices) -> Content:
    """`content` with the region whose helplines are printed: chosen, else the book's own."""
    region = choices.region
    if region is None:
        return content
    if not content.regions:
        what = "the book names no file of helplines"
        raise ChoiceError(what, "{undo}", [choices.mention("region")])
    if region not in content.regions:
        remedy = did_you_mean(region, content.regions)
        what = f"there is no region `{region}`"
        raise ChoiceError(what, remedy, [choices.mention("region")])
    return content._replace(region=region)


def _too_tall(error: TooTallError, source: Source) -> ContentError:
    return ContentError(
        [
            Problem(
                source.place(error.origin),
                f"this can't be split and is too tall for the paper: {error}",
                "make it shorter, or cut it into two blocks",
            )
        ]
    )
