"""From sections to pages, and from pages to paper: frames, folios, bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.editions.paper import HEAD_HEIGHT, HEAD_TOP, MM
from workbook.layout.flow import EPSILON, Box, Break, Stack
from workbook.layout.letterhead import draw_running_head
from workbook.layout.pen import Area
from workbook.layout.spans import Span
from workbook.layout.tags import Element
from workbook.layout.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbook.editions.sheet import Sheet
    from workbook.layout.fonts import Faces
    from workbook.layout.markup import Words
    from workbook.layout.pen import Pen
    from workbook.layout.picture import Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A worksheet, or the opening of a part: it starts on a new page.

    `bookmarks` are titles and levels, from 0; a section without any has its page number. A
    `bare` section has no foot. What has its `own_leaf` starts on a right-hand page and leaves
    the back blank; what `starts_right` only starts there. `room` is how many write lines its
    boxes asked for.
    """

    key: str
    element: Element
    boxes: Sequence[Box]
    bookmarks: Sequence[tuple[str, int]] = ()
    bare: bool = False
    own_leaf: bool = False
    starts_right: bool = False
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
class RunningHead:
    """A practice's name and logo at the head of pages, or of the first one only."""

    name: Sequence[Span]
    logo: Picture | None = None
    first_only: bool = False


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """What stands at the foot of each page beside its number, and at its head."""

    title: Words
    licence: Words | None = None
    head: RunningHead | None = None


class TooTallError(Exception):
    """A box that can't be split is higher than a page; `origin` leads to it in the content."""

    def __init__(self, box: Box, height: float, room: float) -> None:
        self.origin = box.origin
        super().__init__(f"{height / MM:.0f} mm high, and a page has {room / MM:.0f} mm")


def paginate(sections: Sequence[Section], sheet: Sheet, faces: Faces) -> list[Page]:
    """Break sections into pages; raises TooTallError for what no page can hold."""
    pages: list[Page] = []

    def turn_to_right(section: Section) -> None:
        if len(pages) % 2:
            pages.append(Page(len(pages) + 1, section, Stack([_blank(section, sheet)]), blank=True))

    before: Section | None = None
    for section in sections:
        if section.starts_right or section.own_leaf or (before is not None and before.own_leaf):
            turn_to_right(before or section)
        before = section
        first = True
        for stack in _stacks(section, sheet, faces):
            pages.append(Page(len(pages) + 1, section, stack, first))
            first = False
    if before is not None and before.own_leaf:
        turn_to_right(before)
    return pages


class _Blank(Box):
    """Nothing to see; a listener is told that the page is blank."""

    def __init__(self, words: str) -> None:
        self.element: Element = Element("P", actual=words)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return 0.0

    def draw(self, pen: Pen, area: Area) -> None:  # noqa: ARG002
        with pen.tag(self.element):
            pass


def _blank(section: Section, sheet: Sheet) -> Box:
    """The blank back of a section, told right after it."""
    blank = _Blank(sheet.word("blank-page"))
    told = [element for box in section.boxes for element in box.elements()]
    if told:
        section.element.insert_after(told[-1], blank.element)
    else:
        section.element.append(blank.element)
    return blank


def _stacks(section: Section, sheet: Sheet, faces: Faces) -> Iterator[Stack]:
    # A section with nothing on it has a page all the same: a file without pages is none.
    for run in list(_runs(section.boxes)) or [[]]:
        rest = Stack(run)
        while rest.height(sheet.width, faces) > sheet.height + EPSILON:
            pieces = rest.split(sheet.width, sheet.height, faces) or rest.forced_split(
                sheet.width, sheet.height, faces
            )
            if pieces is None:
                box = rest.children[0]
                height = box.height(sheet.width, faces)
                raise TooTallError(box, height, sheet.height)
            head, tail = pieces
            assert isinstance(head, Stack)
            assert isinstance(tail, Stack)
            yield head
            rest = tail
        yield rest


def _runs(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes between page breaks."""
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
    running: RunningMatter,
    done: Callable[[int], None] = lambda _: None,
) -> None:
    """Draw every page in order; `done` is told the number of each when it is finished."""
    sheet = pen.sheet
    top = sheet.paper.height - sheet.margins.top
    for page in pages:
        frame = Area(sheet.frame_left(page.number), top, sheet.width, sheet.height)
        section = page.section
        if page.first:
            word = sheet.word("page", page=page.number)
            pen.bookmark(page.number, section.bookmarks or [(word, 0)])
        page.stack.draw(pen, frame)
        if not section.bare and not page.blank:
            _draw_foot(page, pen, running, frame)
            head = running.head
            if head is not None and (page.number == 1 or not head.first_only):
                edge = sheet.paper.height - HEAD_TOP
                area = Area(frame.x, edge, frame.width, HEAD_HEIGHT)
                draw_running_head(pen, area, head.name, head.logo)
        pen.new_page()
        done(page.number)


def _draw_foot(page: Page, pen: Pen, running: RunningMatter, frame: Area) -> None:
    style = pen.sheet.style("foot")
    top = pen.sheet.margins.foot + style.leading
    area = Area(frame.x, top, frame.width, style.leading)
    with pen.artifact("Footer"):
        # The folio is at the outside, away from the binding.
        bound_left = pen.sheet.binds_left(page.number)
        inside, outside = ("left", "right") if bound_left else ("right", "left")
        title = Paragraph(running.title, style, align=inside)
        title.draw(pen, area)
        if running.licence is not None:
            licence = Paragraph(running.licence, style, align="center")
            beside = frame.width / 2 - title.natural_width(pen.faces) - style.size
            height = style.leading
            if licence.natural_width(pen.faces) / 2 > beside:
                # Too long to stand between title and folio: above them.
                licence.align = inside
                height += licence.height(frame.width, pen.faces)
            licence.draw(pen, area._replace(top=pen.sheet.margins.foot + height))
        Paragraph([Span(str(page.number))], style, align=outside).draw(pen, area)
