"""A row of short blanks to fill in, each with its word before it: a date, a name, initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.editions.sheet import MM
from workbook.layout.flow import Box
from workbook.layout.markup import Span
from workbook.layout.pen import Area
from workbook.layout.tags import Element, bounding_box
from workbook.layout.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.editions.sheet import Sheet
    from workbook.layout.fonts import Faces
    from workbook.layout.pen import Pen

GAP = 6 * MM
WORD_GAP = 1.5 * MM
# A line to write on rises to the baseline of its word.
BASELINE = 0.78


class BlankRow(Box):
    """Words with a line after each, sharing the width; `align` right keeps to `width` points."""

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

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """One line, and room above it to write in."""
        return max(self.style.leading, self.sheet.pitch)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw each word and its line."""
        width = min(self.limit or area.width, area.width)
        natural = [words.natural_width(pen.faces) for words in self.words]
        spare = width - sum(natural) - GAP * (len(natural) - 1)
        line = max(spare / len(natural), 0.0)
        x = area.right - width
        top = area.bottom + self.style.leading
        y = top - self.style.leading * BASELINE
        ink, weight = self.sheet.inks.rule, self.sheet.write_line
        for words, element, across in zip(self.words, self.lines, natural, strict=True):
            words.draw(pen, Area(x, top, across + 1, self.style.leading))
            start, x = x + across + WORD_GAP, x + across + line
            element.attributes = bounding_box(Area(start, y + 1, x - start, 2))
            with pen.tag(element):
                pen.lines([(start, y, x, y)], ink, weight)
            x += GAP
