"""The whole pipeline on one page: content file -> Book -> sections -> pages -> PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.blocks.block import Entry, Setting
from workbook.content.problems import Problem
from workbook.content.reader import read_content
from workbook.content.selection import edition_entry, select, with_numbers
from workbook.editions.sheet import sheet_for
from workbook.errors import ContentError
from workbook.finishing.archive import archive
from workbook.layout.canvas import TaggedCanvas
from workbook.layout.fonts import Faces
from workbook.layout.openings import part_opening, worksheet_heading
from workbook.layout.pages import Foot, Section, TooTallError, draw_pages, paginate
from workbook.layout.pen import Pen
from workbook.layout.tags import Element
from workbook.layout.writing import room_to_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from workbook.content.book import Book, Part, Worksheet
    from workbook.content.reader import Content
    from workbook.content.source import Source
    from workbook.editions.edition import Edition
    from workbook.editions.sheet import Sheet
    from workbook.layout.flow import Box
    from workbook.layout.markup import Words
    from workbook.layout.pages import Page

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Layout:
    """A book laid out on a sheet, before anything is drawn; `slug` names its file."""

    book: Book
    content: Content
    slug: str
    sheet: Sheet
    faces: Faces
    document: Element
    pages: list[Page]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished build: the PDF's bytes, how many pages it has, and its file's name."""

    pdf: bytes
    pages: int
    slug: str


def build(path: Path, edition: Edition, progress: Progress = lambda _done, _all: None) -> Workbook:
    """Build the content at `path`; `progress` is told pages drawn and pages in all.

    Raises FileError when a file can't be read, ContentError with every fault in it, and
    ChoiceError when the edition asks for what the book doesn't have.
    """
    layout = lay_out(path, edition)
    book, sheet, pages = layout.book, layout.sheet, layout.pages
    words = {
        # The window bar, recent files and print queues show these: nothing that tells.
        "title": book.foot_title.plain,
        "author": book.author or "",
        "subject": "",
    }
    canvas = TaggedCanvas(sheet.paper, book.language, edition.day, layout.document)
    canvas.describe(**words)
    canvas.ask_for_sides(two=sheet.two_sided)
    places = {page.section.key: page.number for page in pages if page.first}
    pen = Pen(canvas, layout.faces, sheet, places)
    foot = Foot(book.foot_title, book.licence)
    draw_pages(pages, pen, foot, lambda number: progress(number, len(pages)))
    pdf = archive(canvas.finish(), language=book.language, day=edition.day, **words)
    return Workbook(pdf, len(pages), layout.slug)


def lay_out(path: Path, edition: Edition) -> Layout:
    """Read the content at `path` and break it into pages; raises what `build` raises."""
    content, book, slug = _chosen(path, edition)
    sheet = sheet_for(
        edition.paper, book.language, edition.day, two_sided=edition.two_sided, large=edition.large
    )
    faces = Faces()
    document = Element("Document")
    try:
        pages = paginate(list(_sections(content, book, sheet, faces, document)), sheet, faces)
    except TooTallError as error:
        raise _too_tall(error, content.source) from None
    return Layout(book, content, slug, sheet, faces, document, pages)


def _chosen(path: Path, edition: Edition) -> tuple[Content, Book, str]:
    """The content that an edition names, the worksheets it chooses, and its file's name."""
    content = read_content(path, region=edition.region)
    if edition.name is None:
        return content, select(content.book, edition), content.book.slug
    entry = edition_entry(content.book, edition.name)
    if entry.content is not None:
        content = read_content(path.parent / entry.content, region=edition.region)
    book = select(content.book, entry, title=entry.title)
    # A handout stands alone: what says "call a helpline" must say which.
    numbered = entry.only is not None and content.region in content.regions
    return content, with_numbers(book) if numbered else book, edition.name


def _sections(
    content: Content, book: Book, sheet: Sheet, faces: Faces, document: Element
) -> Iterator[Section]:
    positions = content.positions()
    outline = tuple(_outline(book))
    numbered = 0
    for part in book.parts:
        element = document.add("Part", title=part.title.plain)
        numbered += part.opening
        level = 1
        if part.opening:
            level = 2
            boxes = part_opening(
                numbered, part.title, part.intro, _lines(part, numbered), sheet, faces
            )
            key = f"part-{numbered}"
            yield _section(key, part.title.plain, 0, element, boxes, opening=True)
        for number, worksheet in enumerate(part.worksheets, start=1):
            setting = Setting(sheet, faces, outline, level, content.regions, content.region)
            label = f"{numbered}.{number}" if part.opening else part.title.plain
            boxes = list(_boxes(worksheet, label, setting, positions[worksheet.id]))
            sect = element.add("Sect", title=worksheet.title.plain)
            yield _section(
                worksheet.id,
                worksheet.title.plain,
                level - 1,
                sect,
                boxes,
                bare=_has(worksheet, "cover"),
                own_leaf=worksheet.sensitive or _has(worksheet, "cards"),
            )


def _section(
    key: str,
    title: str,
    level: int,
    element: Element,
    boxes: Sequence[Box],
    *,
    bare: bool = False,
    own_leaf: bool = False,
    opening: bool = False,
) -> Section:
    for box in boxes:
        element.append(*box.elements())
    room = sum(map(room_to_write, boxes))
    return Section(key, title, level, element, boxes, bare, own_leaf, opening, room)


def _boxes(
    worksheet: Worksheet, label: str, setting: Setting, path: tuple[str | int, ...]
) -> Iterator[Box]:
    if worksheet.heading:
        yield from worksheet_heading(
            label,
            worksheet.title,
            worksheet.aim,
            worksheet.stop,
            worksheet.minutes,
            setting.level,
            setting.sheet,
        )
    for number, block in enumerate(worksheet.blocks):
        for box in block.boxes(setting):
            box.origin = (*path, "blocks", number)
            yield box


def _outline(book: Book) -> Iterator[Entry]:
    numbered = 0
    for part in book.parts:
        numbered += part.opening
        if part.opening:
            yield Entry(f"part-{numbered}", part.title, str(numbered), part=True)
        for key, label, title, minutes in _lines(part, numbered if part.opening else 0):
            yield Entry(key, title, label, minutes, listed=part.opening)


def _lines(part: Part, numbered: int) -> list[tuple[str, str, Words, int | None]]:
    return [
        (sheet.id, f"{numbered}.{number}" if numbered else "", sheet.title, sheet.minutes)
        for number, sheet in enumerate(part.worksheets, start=1)
        if not _has(sheet, "cover")
    ]


def _has(worksheet: Worksheet, kind: str) -> bool:
    return any(block.kind == kind for block in worksheet.blocks)


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
