"""A printed index of files: what each holds, how long it takes, and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.choices.sheet import sheet_for
from workbook.choices.type import TABLE, TABLE_STRONG, TITLE
from workbook.geometry import MM
from workbook.layout.pages import Section, paginate, place
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import Cell, Row, Table
from workbook.making.drawing import About, draw
from workbook.matter.running import RunningMatter
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces
from workbook.text.spans import SOFT_BREAK, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.choices.choices import Choices
    from workbook.choices.sheet import Sheet
    from workbook.content.book import Book

SHARES = (4.8, 1.4, 1.2, 5.4)
PADDING = 1.2 * MM


class Filed(NamedTuple):
    """One file of a folder: its name, what it holds, and what a clinician asks of it."""

    name: str
    title: str
    pages: int
    label: str = ""
    minutes: int | None = None


def index(book: Book, choices: Choices, filed: Iterable[Filed]) -> tuple[bytes, int]:
    """A PDF that lists `filed` in a table, and how many pages it has."""
    sheet = sheet_for(choices, book.language)
    faces, document = Faces(), Element("Document")
    title = sheet.word("index")
    heading = Paragraph([Span(title)], sheet.style(TITLE), tag="H1", keep=True)
    boxes = [heading, _table(filed, sheet, faces)]
    element = document.add("Sect", title=title)
    for box in boxes:
        element.append(*box.elements())
    pages = paginate([Section("index", element, boxes, ((title, 0),))], sheet, faces)
    about = About(f"{book.foot_title.plain}: {title}", book.language)
    running = RunningMatter(book.foot_title, book.licence)
    place(pages, sheet, faces, running.furnish(sheet))
    return draw(pages, document, sheet, faces, about), len(pages)


def _breakable(name: str) -> str:
    """A file's name that may go on in the next line after a hyphen."""
    return name.replace("-", f"-{SOFT_BREAK}")


def _table(filed: Iterable[Filed], sheet: Sheet, faces: Faces) -> Table:
    strong, plain = sheet.style(TABLE_STRONG), sheet.style(TABLE)
    heads = [
        Cell(Paragraph([Span(sheet.word(name))], strong), header="column")
        for name in ("index.title", "index.minutes", "index.pages", "index.file")
    ]
    rows = []
    for file in filed:
        words = f"{file.label} {file.title}".strip()
        minutes = sheet.word("short-minutes", minutes=file.minutes) if file.minutes else None
        cells = [Cell(Paragraph([Span(words)], strong), header="row")]
        cells += [
            Cell(Paragraph([Span(text)], plain) if text else None)
            for text in (minutes, str(file.pages), _breakable(f"{file.name}.pdf"))
        ]
        rows.append(Row(cells, SHARES, sheet, padding=PADDING))
    return Table(rows, sheet, faces, header=Row(heads, SHARES, sheet, head=True))
