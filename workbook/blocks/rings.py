"""Three rings around the reader, to write names in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.pdf.structure import Element, bounding_box
from workbook.schema.field import Field
from workbook.text.prose import Words
from workbook.text.spans import Span

LEAST = 95 * MM
MOST = 166 * MM
CORE = 9 * MM


class Rings(Block):
    """Circles around a small one for the reader; the words name them from the inside out."""

    kind: ClassVar[str] = "rings"

    rings: tuple[Label, ...] = Field(min_length=2, max_length=4)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A Figure that says how many rings there are, with their words inside."""
        yield _Rings(self.rings, setting.sheet)


class _Rings(Box):
    """As large as the width allows."""

    stretch = 1.0

    def __init__(self, names: tuple[Words, ...], sheet: Sheet) -> None:
        self.sheet = sheet
        self.above = self.below = sheet.space.small
        style = sheet.style("ring")
        self.names = [Paragraph(words, style, align="center") for words in names]
        self.me = Paragraph([Span(sheet.word("me"))], style, align="center")
        alt = sheet.word("rings", count=len(names), names=", ".join(words.plain for words in names))
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return min(LEAST, width)

    def draw(self, pen: Pen, area: Area) -> None:
        size = min(area.height, area.width, MOST)
        x, y = area.x + area.width / 2, area.top - size / 2
        step = (size / 2 - self.sheet.strokes.mark_line - CORE) / len(self.names)
        self.element.attributes = bounding_box(Area(x - size / 2, area.top, size, size))
        leading = self.sheet.style("ring").leading
        with pen.tag(self.element):
            pen.circle(x, y, CORE, self.sheet.inks.accent, 2 * self.sheet.strokes.mark_line)
            _centred(self.me, pen, x, y + leading / 2, 2 * CORE)
            for number, words in enumerate(self.names, start=1):
                radius = CORE + number * step
                pen.circle(x, y, radius, self.sheet.inks.text, self.sheet.strokes.mark_line)
                _centred(words, pen, x, y + radius - MM, 1.3 * radius)


def _centred(words: Paragraph, pen: Pen, x: float, top: float, width: float) -> None:
    """Draw words as part of the figure that is open, centred on `x`."""
    style = words.style
    for number, line in enumerate(words.lines(width, pen.faces)):
        baseline = top - (number + 0.75) * style.leading
        runs = [(piece.face, piece.text) for piece in line.pieces]
        pen.text(x - line.width / 2, baseline, runs, style.size, style.ink)
