"""From laid-out pages to the bytes of a tagged, archivable PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.layout.box import draw_placed
from workbook.pdf.canvas import TaggedCanvas
from workbook.pdf.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.layout.pages import Page
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; window bars, recent files and print queues show it."""

    title: str
    language: str
    author: str = ""


def quiet(_done: int, _all: int) -> None:
    """Tells nobody how far a drawing is."""


def draw(
    pages: Sequence[Page],
    document: Element,
    sheet: Sheet,
    faces: Faces,
    about: About,
    progress: Progress = quiet,
) -> bytes:
    """Draw laid-out `pages` in order, whose meaning is in `document`; same in, same bytes out."""
    return drawn(pages, document, sheet, faces, about, progress).finish()


def drawn(
    pages: Sequence[Page],
    document: Element,
    sheet: Sheet,
    faces: Faces,
    about: About,
    progress: Progress = quiet,
) -> TaggedCanvas:
    """The canvas on which all `pages` are drawn, to be finished."""
    canvas = TaggedCanvas(sheet.paper, about.language, sheet.day, document)
    canvas.describe(about.title, about.author)
    canvas.ask_for_sides(two=sheet.two_sided)
    places: dict[str, int] = {}
    for page in pages:
        places.setdefault(page.section.key, page.number)
    pen = Pen(canvas, faces, sheet, places)
    for page in pages:
        if page.first:
            word = sheet.word("page", page=page.number)
            pen.bookmark(page.number, page.section.bookmarks or [(word, 0)])
        draw_placed(page.placed, pen)
        pen.new_page()
        progress(page.number, len(pages))
    return canvas
