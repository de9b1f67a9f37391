"""A line that leads to another page: number, title, minutes and page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.layout.flow import Box
from workbook.layout.markup import Span
from workbook.layout.tags import Element
from workbook.layout.text import Paragraph

if TYPE_CHECKING:
    from workbook.editions.sheet import Sheet
    from workbook.editions.type import TypeStyle
    from workbook.layout.fonts import Faces
    from workbook.layout.markup import Words
    from workbook.layout.pen import Area, Pen

# Widths of number, minutes and page, in ems.
NUMBER = 2.6
MINUTES = 5.2
PAGE = 2.8


class Pointer(Box):
    """A contents line. Page numbers are known when it is drawn: all pages are laid out then."""

    def __init__(
        self,
        key: str,
        title: Words,
        sheet: Sheet,
        style: TypeStyle,
        *,
        number: str = "",
        note: str = "",
    ) -> None:
        self.key, self.sheet, self.style, self.number, self.note = key, sheet, style, number, note
        self.link = Element("Link")
        self.element: Element = Element("TOCI", Element("Reference", self.link))
        self.title = Paragraph([*title.spans, Span(" ")], style, element=self.link)
        self.words = title.plain

    def height(self, width: float, faces: Faces) -> float:
        """The title's height."""
        return self.title.height(self._room(width), faces)

    def _room(self, width: float) -> float:
        return width - (NUMBER + MINUTES + PAGE) * self.style.size

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw number, title, note and page, and make the line a link."""
        em = self.style.size
        number, minutes, page_width = NUMBER * em, MINUTES * em, PAGE * em
        self._part(pen, self.number, area._replace(width=number), "left")
        room = self._room(area.width)
        self.title.draw(pen, area._replace(x=area.x + number, width=room))
        right = area._replace(x=area.right - page_width, width=page_width)
        note = area._replace(x=right.x - minutes, width=minutes)
        page = pen.places.get(self.key)
        self._part(pen, self.note, note, "right")
        self._part(pen, str(page or ""), right, "right")
        if page is not None and not pen.in_artifact:
            rectangle = (area.x, area.bottom, area.right, area.top)
            label = f"{self.words}, {self.sheet.word('page', page=page)}"
            pen.canvas.link(self.link, rectangle, label, key=self.key)

    def _part(self, pen: Pen, words: str, area: Area, align: str) -> None:
        # The space after each part keeps them apart for a listener.
        if words:
            style = self.style
            Paragraph([Span(f"{words} ")], style, element=self.link, align=align).draw(pen, area)
