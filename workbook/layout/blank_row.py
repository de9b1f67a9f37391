"""A row of short blanks to fill in, each with its word before it: a date, a name, initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.pdf.element import Element, bounding_box
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.sheet import Sheet
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

GAP = 6 * MM
WORD_GAP = 1.5 * MM
# A line to write on rises to the baseline of its word.
BASELINE = 0.78
LEAST_LINE = 18 * MM


class BlankRow(Box):
    """Words with a line after each, sharing the room, or `width` points of it at its right."""

    def __init__(self, words: Sequence[str], sheet: Sheet, *, width: float | None = None) -> None:
        self.sheet, self.limit = sheet, width
        self.style = sheet.style("aim")
        self.above, self.below = sheet.space.small, sheet.space.small
        self.words = [Paragraph([Span(word)], self.style) for word in words]
        fill_in = sheet.word("to-fill-in")
        self.lines = [Element("Figure", alt=f"{word}: {fill_in}") for word in words]

    def elements(self) -> list[Element]:
        """Word and line, again and again."""
        pairs = zip(self.words, self.lines, strict=True)
        return [element for words, line in pairs for element in (words.element, line)]

    def height(self, width: float, faces: Faces) -> float:
        """A pitch for each row, so that there is room to write above the line."""
        return max(self.style.leading, self.sheet.pitch) * len(self._rows(width, faces))

    def _rows(self, width: float, faces: Faces) -> list[range]:
        """Which blanks share a row: all, or one each where the words leave too little."""
        count = len(self.words)
        words = sum(text.natural_width(faces) + WORD_GAP for text in self.words)
        lines = min(self.limit or width, width) - words - GAP * (count - 1)
        return (
            [range(count)]
            if lines >= LEAST_LINE * count
            else [range(n, n + 1) for n in range(count)]
        )

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw each word and its line."""
        rows = self._rows(area.width, pen.faces)
        height = area.height / len(rows)
        for number, row in enumerate(rows):
            part = Area(area.x, area.top - number * height, area.width, height)
            self._draw_row(pen, part, row)

    def _draw_row(self, pen: Pen, area: Area, row: range) -> None:
        width = min(self.limit or area.width, area.width)
        natural = [self.words[n].natural_width(pen.faces) for n in row]
        line = (width - sum(natural) - GAP * (len(row) - 1)) / len(row)
        x = area.right - width
        top = area.bottom + self.style.leading
        y = top - self.style.leading * BASELINE
        for n, across in zip(row, natural, strict=True):
            self.words[n].draw(pen, Area(x, top, across + 1, self.style.leading))
            start, x = x + across + WORD_GAP, x + across + line
            self.lines[n].attributes = bounding_box(Area(start, y + 1, x - start, 2))
            with pen.tag(self.lines[n]):
                pen.write_lines([(start, y, x, y)])
            x += GAP
