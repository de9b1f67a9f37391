"""The outline of a book, and the lines that lead to its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.choices.type import Role
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.sheet import Sheet
    from workbook.choices.type import TypeStyle
    from workbook.geometry import Area
    from workbook.layout.box import Align, Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
    from workbook.text.prose import Prose, Words

CONTENTS = Role(12, 15)
# Widths of number, minutes and page, in ems.
NUMBER = 2.6
MINUTES = 5.2
PAGE = 2.8


@dataclass(frozen=True, slots=True)
class Entry:
    """A worksheet as the contents list it; `key` finds its page."""

    key: str
    title: Words
    number: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part with its worksheets; `number` is 0 where it has none, `key` finds its page.

    With `own_page` its opening page lists the worksheets, else the contents do.
    """

    key: str
    title: Words
    number: int
    intro: Prose | None
    own_page: bool
    worksheets: tuple[Entry, ...]


class Pointer(Box):
    """A contents line. Its page is known when it is placed: all pages are laid out then."""

    def __init__(
        self,
        key: str,
        title: Words,
        sheet: Sheet,
        style: TypeStyle,
        *,
        number: str,
        note: str = "",
        above: float = 0.0,
        keep: bool = False,
    ) -> None:
        self.above, self.keep = above, keep
        self.key, self.sheet, self.style, self.number, self.note = key, sheet, style, number, note
        self.link = Element("Link")
        self.element: Element = Element("TOCI", Element("Reference", self.link))
        self.title = Paragraph([*title.spans, Span(" ")], style, element=self.link)
        self.words = title.plain

    def height(self, width: float, faces: Faces) -> float:
        """The title's height."""
        return self.title.height(self._title_width(width), faces)

    def _title_width(self, width: float) -> float:
        return width - (NUMBER + MINUTES + PAGE) * self.style.size

    def place(self, area: Area, placing: Placing) -> None:
        """Place number, title, note and page; the line itself is a link."""
        em = self.style.size
        number, minutes, page_width = NUMBER * em, MINUTES * em, PAGE * em
        self._place_part(self.number, area._replace(width=number), "left", placing)
        width = self._title_width(area.width)
        self.title.place(area._replace(x=area.x + number, width=width), placing)
        right = area._replace(x=area.right - page_width, width=page_width)
        note = area._replace(x=right.x - minutes, width=minutes)
        page = placing.pages.get(self.key)
        self._place_part(self.note, note, "right", placing)
        self._place_part(str(page or ""), right, "right", placing)
        if page is not None:
            placing.put(self, area)

    def _place_part(self, words: str, area: Area, align: Align, placing: Placing) -> None:
        # The space after each part keeps them apart for a listener.
        if words:
            part = Paragraph([Span(f"{words} ")], self.style, element=self.link, align=align)
            part.place(area, placing)

    def draw(self, pen: Pen, area: Area) -> None:
        """Make the line a link."""
        if not pen.in_artifact:
            rectangle = (area.x, area.bottom, area.right, area.top)
            pen.link(self.link, rectangle, self.words, self.key)


def toc(lines: Sequence[Pointer], *, above: float = 0.0, below: float = 0.0) -> Stack:
    """Contents lines as a TOC; two at least on either side of a cut."""
    element = Element("TOC")
    for line in lines:
        element.append(*line.elements())
    few = 2 if len(lines) > 3 else 1
    return Stack(lines, element=element, above=above, below=below, orphans=few, widows=few)


def worksheet_lines(
    worksheets: Sequence[Entry], sheet: Sheet, *, above: float = 0.0, first_above: float = 0.0
) -> list[Pointer]:
    """A line for each worksheet: number, title, minutes and page; `above` points before each.

    The first has `first_above` where that is more.
    """
    style = sheet.style(CONTENTS)
    lines = []
    for place, entry in enumerate(worksheets):
        minutes = entry.minutes
        note = sheet.word("short-minutes", minutes=minutes) if minutes is not None else ""
        space = above if place else max(above, first_above)
        lines.append(
            Pointer(
                entry.key, entry.title, sheet, style, number=entry.number, note=note, above=space
            )
        )
    return lines
