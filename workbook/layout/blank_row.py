"""A row of short blanks to fill in, each with its word before it: a date, a name, initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.type import AIM
from workbook.geometry import MM, Area
from workbook.layout.blank import Blank, Purpose
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.pdf.element import Element, bounding_box
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

GAP = 6 * MM
WORD_GAP = 1.5 * MM
LEAST_LINE = 18 * MM


class BlankLine(Blank):
    """A short line to write on; its area has the line at its foot."""

    purpose: Purpose = "line"

    def __init__(self, word: str, sheet: Sheet) -> None:
        self.label = word
        self.element: Element = Element("Figure", alt=f"{word}: {sheet.word('to-fill-in')}")

    def place(self, area: Area, placing: Placing) -> None:
        """Take the area over the line."""
        self.element.attributes = bounding_box(Area(area.x, area.bottom + 1, area.width, 2))
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the line."""
        with pen.tag(self.element):
            pen.write_lines([(area.x, area.bottom, area.right, area.bottom)])


class BlankRow(Box):
    """Words with a line after each, sharing the width, or `width` points of it at its right."""

    def __init__(
        self,
        words: Sequence[str],
        sheet: Sheet,
        *,
        width: float | None = None,
        above: float | None = None,
        below: float | None = None,
        keep: bool = False,
    ) -> None:
        self.limit, self.style = width, sheet.style(AIM)
        self.pitch = max(self.style.leading, sheet.pitch)
        self.above = sheet.space.small if above is None else above
        self.below = sheet.space.small if below is None else below
        self.keep = keep
        self.words = [Paragraph([Span(word)], self.style) for word in words]
        self.lines = [BlankLine(word, sheet) for word in words]

    def elements(self) -> list[Element]:
        """Word and line, again and again."""
        return [element for box in self.inside() for element in box.elements()]

    def inside(self) -> Sequence[Box]:
        """Word and line, again and again."""
        return [box for pair in zip(self.words, self.lines, strict=True) for box in pair]

    def height(self, width: float, faces: Faces) -> float:
        """A pitch for each row, so that there is room to write above the line."""
        return self.pitch * len(self._rows(width, faces))

    def _rows(self, width: float, faces: Faces) -> list[range]:
        """Which blanks share a row: all, or one each where the words leave too little."""
        count = len(self.words)
        words = sum(text.natural_width(faces) + WORD_GAP for text in self.words)
        lines = min(self.limit or width, width) - words - GAP * (count - 1)
        if lines >= LEAST_LINE * count:
            return [range(count)]
        return [range(n, n + 1) for n in range(count)]

    def place(self, area: Area, placing: Placing) -> None:
        """Place each word and its line."""
        placing.put(self, area)
        rows = self._rows(area.width, placing.faces)
        height = area.height / len(rows)
        for number, row in enumerate(rows):
            part = Area(area.x, area.top - number * height, area.width, height)
            self._place_row(part, row, placing)

    def _place_row(self, area: Area, row: range, placing: Placing) -> None:
        width = min(self.limit or area.width, area.width)
        natural = [self.words[n].natural_width(placing.faces) for n in row]
        line = (width - sum(natural) - GAP * (len(row) - 1)) / len(row)
        x = area.right - width
        top = area.bottom + self.style.leading
        # A line to write on is on the baseline of its word.
        y = top - placing.faces.drop(self.style)
        for n, across in zip(row, natural, strict=True):
            self.words[n].place(Area(x, top, across + 1, self.style.leading), placing)
            start, x = x + across + WORD_GAP, x + across + line
            self.lines[n].place(Area(start, area.top, x - start, area.top - y), placing)
            x += GAP
