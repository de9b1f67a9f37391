"""From laid-out pages to the bytes of a tagged, archivable PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.finishing.archive import archive
from workbook.layout.canvas import TaggedCanvas
from workbook.layout.pages import draw_pages
from workbook.layout.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook.editions.sheet import Sheet
    from workbook.layout.fonts import Faces
    from workbook.layout.pages import Page, RunningMatter
    from workbook.layout.tags import Element

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
    running: RunningMatter,
    about: About,
    progress: Progress = quiet,
) -> bytes:
    """Draw `pages` in order, whose meaning is in `document`; same in, same bytes out."""
    canvas = TaggedCanvas(sheet.paper, about.language, sheet.day, document)
    canvas.describe(about.title, about.author)
    canvas.ask_for_sides(two=sheet.two_sided)
    places: dict[str, int] = {}
    for page in pages:
        places.setdefault(page.section.key, page.number)
    pen = Pen(canvas, faces, sheet, places)
    draw_pages(pages, pen, running, lambda number: progress(number, len(pages)))
    return archive(
        canvas.finish(),
        title=about.title,
        author=about.author,
        language=about.language,
        day=sheet.day,
    )
