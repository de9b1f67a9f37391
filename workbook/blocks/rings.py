"""Three rings around the reader, to write names in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
from workbook.choices.type import Role
from workbook.geometry import MM, Area
from workbook.layout.blank import Blank, Purpose
from workbook.layout.box import Box, Placing
from workbook.layout.paragraph import Paragraph
from workbook.pdf.element import Element, bounding_box
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.schema.field import Field
from workbook.text.prose import Words
from workbook.text.spans import Inline, Span

NAME = Role(12, 15, strong=True)
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
    """As large as the width allows; the words are part of the figure."""

    stretch = 1.0

    def __init__(self, names: tuple[Words, ...], sheet: Sheet) -> None:
        self.sheet = sheet
        self.above = self.below = sheet.space.small
        alt = sheet.word("rings", count=len(names), names=", ".join(words.plain for words in names))
        self.element: Element = Element("Figure", alt=alt)
        self.rings = [_Ring(words.plain) for words in names]
        self.me = self._words([Span(sheet.word("me"))])
        self.names = [self._words(words.spans) for words in names]

    def _words(self, spans: Sequence[Inline]) -> Paragraph:
        return Paragraph(spans, self.sheet.style(NAME), element=self.element, align="center")

    def elements(self) -> list[Element]:
        return [self.element]

    def inside(self) -> Sequence[Box]:
        return (self.me, *self.rings, *self.names)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return min(LEAST, width)

    def place(self, area: Area, placing: Placing) -> None:
        """Rings around the middle, their words under the top of each."""
        size = min(area.height, area.width, MOST)
        figure = Area(area.x + (area.width - size) / 2, area.top, size, size)
        self.element.attributes = bounding_box(figure)
        x, y = figure.x + size / 2, figure.top - size / 2
        step = (size / 2 - self.sheet.strokes.mark_line - CORE) / len(self.names)
        leading = self.sheet.style(NAME).leading
        with placing.within(self.element):
            placing.put(self, figure)
            self.me.place(Area(x - CORE, y + leading / 2, 2 * CORE, leading), placing)
            for number, (ring, words) in enumerate(
                zip(self.rings, self.names, strict=True), start=1
            ):
                radius = CORE + number * step
                ring.place(Area(x - radius, y + radius, 2 * radius, 2 * radius), placing)
                width, top = 1.3 * radius, y + radius - MM
                height = words.height(width, placing.faces)
                words.place(Area(x - width / 2, top, width, height), placing)

    def draw(self, pen: Pen, area: Area) -> None:
        inks, weight = self.sheet.inks, self.sheet.strokes.mark_line
        x, y = area.x + area.width / 2, area.top - area.height / 2
        step = (area.width / 2 - weight - CORE) / len(self.names)
        pen.circle(x, y, CORE, inks.accent, 2 * weight)
        for number in range(1, len(self.names) + 1):
            pen.circle(x, y, CORE + number * step, inks.text, weight)


class _Ring(Blank):
    """One ring to write names in; its circle is the figure's."""

    purpose: Purpose = "cell"

    def __init__(self, label: str) -> None:
        self.label = label

    def elements(self) -> list[Element]:
        return []
