"""From sections to pages, and from pages to paper: frames, folios, bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.editions.sheet import MM
from workbook.layout.flow import EPSILON, Box, Break, Stack
from workbook.layout.markup import Span
from workbook.layout.pen import Area
from workbook.layout.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbook.editions.sheet import Sheet
    from workbook.layout.fonts import Faces
    from workbook.layout.markup import Words
    from workbook.layout.pen import Pen
    from workbook.layout.tags import Element

FOOT_BASELINE = 15 * MM


@dataclass(frozen=True, slots=True)
class Section:
    """A worksheet, or the opening of a part: it starts on a new page.

    `level` is its place in the bookmarks, from 0. A `bare` section has no foot. Printed on
    two sides, an `opening` starts on a right-hand page, and what has its `own_leaf` starts on
    one too and leaves the back blank. `room` is how many write lines its boxes asked for.
    """

    key: str
    title: str
    level: int
    element: Element
    boxes: Sequence[Box]
    bare: bool = False
    own_leaf: bool = False
    opening: bool = False
    room: int = 0


@dataclass(slots=True)
class Page:
    """One page: what flows down its frame, and the section it belongs to."""

    number: int
    section: Section
    stack: Stack
    first: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of a page beside its number."""

    title: Words
    licence: Words | None = None


class TooTallError(Exception):
    """A box that can't be split is higher than a page; `origin` leads to it in the content."""

    def __init__(self, section: Section, box: Box, height: float, room: float) -> None:
        self.section, self.origin = section, box.origin
        self.height, self.room = height, room
        super().__init__(f"{height / MM:.0f} mm high, and a page has {room / MM:.0f} mm")


def paginate(sections: Sequence[Section], sheet: Sheet, faces: Faces) -> list[Page]:
    """Break sections into pages; raises TooTallError for what no page can hold."""
    pages: list[Page] = []

    def turn_to_right(section: Section) -> None:
        if sheet.two_sided and len(pages) % 2:
            pages.append(Page(len(pages) + 1, section, Stack([]), blank=True))

    before: Section | None = None
    for section in sections:
        if section.opening or section.own_leaf or (before is not None and before.own_leaf):
            turn_to_right(before or section)
        before = section
        first = True
        for stack in _stacks(section, sheet, faces):
            pages.append(Page(len(pages) + 1, section, stack, first))
            first = False
    if before is not None and before.own_leaf:
        turn_to_right(before)
    return pages


def _stacks(section: Section, sheet: Sheet, faces: Faces) -> Iterator[Stack]:
    for run in _runs(section.boxes):
        rest = Stack(run)
        while rest.height(sheet.width, faces) > sheet.height + EPSILON:
            pieces = rest.split(sheet.width, sheet.height, faces) or rest.forced_split(
                sheet.width, sheet.height, faces
            )
            if pieces is None:
                box = rest.children[0]
                height = box.height(sheet.width, faces)
                raise TooTallError(section, box, height, sheet.height)
            head, tail = pieces
            assert isinstance(head, Stack)
            assert isinstance(tail, Stack)
            yield head
            rest = tail
        yield rest


def _runs(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes between page breaks; a block may also end with a break inside its stack."""
    run: list[Box] = []
    for box in boxes:
        if not isinstance(box, Break):
            run.append(box)
        elif run:
            yield run
            run = []
    if run:
        yield run


def draw_pages(
    pages: Sequence[Page],
    pen: Pen,
    foot: Foot,
    done: Callable[[int], None] = lambda _: None,
) -> None:
    """Draw every page in order; `done` is told the number of each when it is finished."""
    sheet = pen.sheet
    frame = Area(
        sheet.margins.left, sheet.paper.height - sheet.margins.top, sheet.width, sheet.height
    )
    for page in pages:
        section = page.section
        if page.first:
            pen.bookmark(section.key, section.title, section.level, sheet.paper.height)
        page.stack.draw(pen, frame)
        if not section.bare and not page.blank:
            _draw_foot(page, pen, foot, frame)
        pen.new_page()
        done(page.number)


def _draw_foot(page: Page, pen: Pen, foot: Foot, frame: Area) -> None:
    style = pen.sheet.style("foot")
    area = Area(frame.x, FOOT_BASELINE + style.leading, frame.width, style.leading)
    with pen.artifact("Footer"):
        # The folio is at the outside: on the left of a left-hand page.
        left_hand = pen.sheet.two_sided and page.number % 2 == 0
        inside, outside = ("right", "left") if left_hand else ("left", "right")
        Paragraph(foot.title, style, align=inside).draw(pen, area)
        if foot.licence is not None:
            Paragraph(foot.licence, style, align="center").draw(pen, area)
        Paragraph([Span(str(page.number))], style, align=outside).draw(pen, area)
