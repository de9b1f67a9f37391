"""From sections to pages, and to the place of every box on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.geometry import MM, Area
from workbook.layout.box import Box, Break, Placing
from workbook.layout.stack import Stack
from workbook.pdf.element import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Placed
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

    Furnish = Callable[["Page", Area, Placing], None]


@dataclass(frozen=True, slots=True)
class Section:
    """A worksheet, or the opening of a part: it starts on a new page.

    `bookmarks` are titles and levels, from 0; a section without any has its page number. A
    `bare` section has no foot. What has its `own_leaf` starts on a right-hand page and leaves
    the back blank; what `starts_right` only starts there.
    """

    key: str
    element: Element
    boxes: Sequence[Box]
    bookmarks: Sequence[tuple[str, int]] = ()
    bare: bool = False
    own_leaf: bool = False
    starts_right: bool = False


@dataclass(slots=True)
class Page:
    """One page: what flows down its frame, and the section it belongs to.

    `placed` are all its boxes, in the order in which they are drawn, once they have places.
    """

    number: int
    section: Section
    stack: Stack
    first: bool = False
    blank: bool = False
    placed: Sequence[Placed] = ()

    @property
    def parted(self) -> Box | None:
        """The last box on it where that had to be parted from the next, against its `keep`."""
        return self.stack.parted


class TooTallError(Exception):
    """A box that can't be split is higher than a page; `origin` leads to it in the content."""

    def __init__(self, box: Box, height: float, available: float) -> None:
        self.origin = box.origin
        super().__init__(f"{height / MM:.0f} mm high, and a page has {available / MM:.0f} mm")


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


class BlankPage(Box):
    """Nothing to see; a listener is told that the page is blank."""

    def __init__(self, words: str) -> None:
        self.element: Element = Element("P", actual=words)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """None."""
        return 0.0

    def draw(self, pen: Pen, area: Area) -> None:  # noqa: ARG002
        """Mark where it is."""
        with pen.tag(self.element):
            pass


def _blank(section: Section, sheet: Sheet) -> Box:
    """The blank back of a section, told right after it."""
    blank = BlankPage(sheet.word("blank-page"))
    elements = [element for box in section.boxes for element in box.elements()]
    if elements:
        section.element.insert_after(elements[-1], blank.element)
    else:
        section.element.append(blank.element)
    return blank


def _stacks(section: Section, sheet: Sheet, faces: Faces) -> Iterator[Stack]:
    width, height = sheet.width, sheet.height
    # A section with nothing on it has a page all the same: a file without pages is none.
    for run in list(_runs(section.boxes)) or [[]]:
        rest = Stack(run)
        while not rest.fits(width, height, faces):
            pieces = rest.split(width, height, faces) or rest.forced_split(width, height, faces)
            if pieces is None:
                box = rest.children[0]
                raise TooTallError(box, box.height(width, faces), height)
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


def place(pages: Sequence[Page], sheet: Sheet, faces: Faces, furnish: Furnish) -> None:
    """Give every box on `pages` its place; `furnish` adds what stands around each frame."""
    first: dict[str, int] = {}
    for page in pages:
        first.setdefault(page.section.key, page.number)
    top = sheet.paper.height - sheet.margins.top
    for page in pages:
        placing = Placing(page.number, first, faces)
        frame = Area(sheet.frame_left(page.number), top, sheet.width, sheet.height)
        page.stack.place(frame, placing)
        if not page.section.bare and not page.blank:
            furnish(page, frame, placing)
        page.placed = placing.placed
