"""The whole pipeline on one page: content file -> Book -> sections -> pages -> PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.blocks.block import Entry, Setting
from workbook.content.problems import Problem
from workbook.content.reader import read_content
from workbook.editions.sheet import sheet_for
from workbook.errors import ContentError
from workbook.finishing.archive import archive
from workbook.layout.canvas import TaggedCanvas
from workbook.layout.fonts import Faces
from workbook.layout.openings import part_opening, worksheet_heading
from workbook.layout.pages import Section, TooTallError, draw_pages, paginate
from workbook.layout.pen import Pen
from workbook.layout.tags import Element

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
    """A book laid out on a sheet, before anything is drawn."""

    book: Book
    sheet: Sheet
    faces: Faces
    document: Element
    pages: list[Page]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A finished build: the PDF's bytes, how many pages it has, and the book it shows."""

    pdf: bytes
    pages: int
    book: Book


def build(path: Path, edition: Edition, progress: Progress = lambda _done, _all: None) -> Workbook:
    """Build the content at `path`; `progress` is told pages drawn and pages in all.

    Raises FileError when the file can't be read and ContentError with every fault in it.
    """
    layout = lay_out(path, edition)
    book, sheet, pages = layout.book, layout.sheet, layout.pages
    words = {
        "title": book.title.plain,
        "author": book.author or "",
        "subject": (book.subtitle or book.title).plain,
    }
    canvas = TaggedCanvas(sheet.paper, book.language, edition.day, layout.document)
    canvas.describe(**words)
    places = {page.section.key: page.number for page in pages if page.first}
    pen = Pen(canvas, layout.faces, sheet, places)
    draw_pages(pages, pen, book.foot_title, lambda number: progress(number, len(pages)))
    pdf = archive(canvas.finish(), language=book.language, day=edition.day, **words)
    return Workbook(pdf, len(pages), book)


def lay_out(path: Path, edition: Edition) -> Layout:
    """Read the content at `path` and break it into pages; raises what `build` raises."""
    content = read_content(path)
    book = content.book
    sheet = sheet_for(edition.paper, book.language, edition.day)
    faces = Faces()
    document = Element("Document")
    try:
        pages = paginate(list(_sections(content, sheet, document)), sheet, faces)
    except TooTallError as error:
        raise _too_tall(error, content.source) from None
    return Layout(book, sheet, faces, document, pages)


def _sections(content: Content, sheet: Sheet, document: Element) -> Iterator[Section]:
    book = content.book
    outline = tuple(_outline(book))
    numbered = 0
    for index, part in enumerate(book.parts):
        element = document.add("Part", title=part.title.plain)
        numbered += part.opening
        level = 1
        if part.opening:
            level = 2
            boxes = list(
                part_opening(numbered, part.title, part.intro, _lines(part, numbered), sheet)
            )
            yield _section(f"part-{numbered}", part.title.plain, 0, element, boxes)
        for number, worksheet in enumerate(part.worksheets, start=1):
            setting = Setting(sheet, outline, level, content.regions, book.region or "")
            label = f"{numbered}.{number}" if part.opening else part.title.plain
            path = ("parts", index, "worksheets", number - 1)
            boxes = list(_boxes(worksheet, label, setting, path))
            sect = element.add("Sect", title=worksheet.title.plain)
            yield _section(
                worksheet.id,
                worksheet.title.plain,
                level - 1,
                sect,
                boxes,
                bare=any(block.kind == "cover" for block in worksheet.blocks),
            )


def _section(
    key: str, title: str, level: int, element: Element, boxes: Sequence[Box], *, bare: bool = False
) -> Section:
    for box in boxes:
        element.append(*box.elements())
    return Section(key, title, level, element, boxes, bare)


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
            yield Entry(key, title, label, minutes)


def _lines(part: Part, numbered: int) -> list[tuple[str, str, Words, int | None]]:
    return [
        (sheet.id, f"{numbered}.{number}" if numbered else "", sheet.title, sheet.minutes)
        for number, sheet in enumerate(part.worksheets, start=1)
        if not any(block.kind == "cover" for block in sheet.blocks)
    ]


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
