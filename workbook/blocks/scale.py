"""A row of numbered circles with words at both ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
from workbook.errors import FieldFault
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.numeral import numeral
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.pdf.structure import Element, bounding_box
from workbook.schema.field import Field
from workbook.text.prose import Words

END = 26 * MM
END_GAP = 3.5 * MM
# Words beside the circles need this many ems, or they become a column of syllables.
LEAST_END = 4.5
MOST_STEPS = 12


class Scale(Block):
    """From `from` to `to` (0 to 10), one circle each; `low` and `high` say what the ends mean."""

    kind: ClassVar[str] = "scale"

    scale: Words
    low: Label
    high: Label
    first: int = Field(default=0, key="from", ge=0, le=100)
    last: int = Field(default=10, key="to", ge=1, le=100)

    def faults(self) -> Iterator[FieldFault]:
        """A scale that doesn't rise, or that has more circles than fit."""
        if not 1 <= self.last - self.first < MOST_STEPS:
            yield FieldFault("a scale rises from `from` to `to`", f"{MOST_STEPS} circles at most")

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A P for the question, a Figure for the circles, a P for each end."""
        sheet = setting.sheet
        question = Paragraph(self.scale, sheet.style("question"), below=MM, keep=True)
        row = _Circles(range(self.first, self.last + 1), self.low, self.high, sheet)
        yield Stack([question, row], above=sheet.space.small, below=sheet.space.small)


class _Circles(Box):
    """The circles between the words for their ends, or above them where these are long."""

    def __init__(self, numbers: range, low: Words, high: Words, sheet: Sheet) -> None:
        self.numbers, self.sheet = numbers, sheet
        style = sheet.style("scale-end")
        self.low = Paragraph(low, style)
        self.high = Paragraph(high, style)
        alt = sheet.word(
            "scale", first=numbers[0], last=numbers[-1], low=low.plain, high=high.plain
        )
        self.figure = Element("Figure", alt=alt)

    def elements(self) -> list[Element]:
        return [self.low.element, self.figure, self.high.element]

    def _beside(self, faces: Faces) -> bool:
        """Whether the ends' words fit beside the circles; else they stand below them."""
        words = max(end.longest_word(faces) for end in (self.low, self.high))
        room = END - END_GAP
        circles = len(self.numbers) * (self.sheet.circle + MM)
        readable = room >= LEAST_END * self.low.style.size
        return readable and words <= room and circles <= self.sheet.width - 2 * END

    def _room(self, width: float, faces: Faces) -> float:
        """Width for the words of one end."""
        return END - END_GAP if self._beside(faces) else (width - END_GAP) / 2

    def height(self, width: float, faces: Faces) -> float:
        ends = max(end.height(self._room(width, faces), faces) for end in (self.low, self.high))
        circles = self.sheet.circle + self.sheet.strokes.mark_line
        return max(ends, circles) if self._beside(faces) else circles + MM + ends

    def draw(self, pen: Pen, area: Area) -> None:
        faces = pen.faces
        ends = self._room(area.width, faces)
        if self._beside(faces):
            middle = area.top - area.height / 2
            room = Area(area.x + END, area.top, area.width - 2 * END, area.height)
        else:
            middle = area.top - (self.sheet.circle + self.sheet.strokes.mark_line) / 2
            room = area._replace(height=self.sheet.circle + self.sheet.strokes.mark_line)
        self.high.align = "left" if self._beside(faces) else "right"
        for end, x in ((self.low, area.x), (self.high, area.right - ends)):
            height = end.height(ends, faces)
            top = middle + height / 2 if self._beside(faces) else area.bottom + height
            end.draw(pen, Area(x, top, ends, height))
        self._draw_circles(pen, room, middle)

    def _draw_circles(self, pen: Pen, room: Area, middle: float) -> None:
        radius = self.sheet.circle / 2
        step = (room.width - 2 * radius) / (len(self.numbers) - 1)
        style = self.sheet.style("scale-number")
        self.figure.attributes = bounding_box(room)
        with pen.tag(self.figure):
            for place, number in enumerate(self.numbers):
                x = room.x + radius + place * step
                pen.circle(x, middle, radius, self.sheet.inks.text, self.sheet.strokes.mark_line)
                numeral(pen, x, middle, str(number), style)
