"""A row of numbered circles with words at both ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
from workbook.choices.type import NUMERAL, QUESTION, Role
from workbook.errors import FieldFault
from workbook.geometry import MM, Area
from workbook.layout.blank import Blank, Purpose
from workbook.layout.box import Box, Placing
from workbook.layout.marks import CIRCLE
from workbook.layout.numeral import numeral
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element, bounding_box
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.schema.field import Field
from workbook.text.prose import Words

ENDS = Role(12, 15)
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
        question = Paragraph(self.scale, sheet.style(QUESTION), below=MM, keep=True)
        row = _Scale(range(self.first, self.last + 1), self.low, self.high, sheet)
        yield Stack([question, row], above=sheet.space.small, below=sheet.space.small)


class _Scale(Box):
    """The circles between the words for their ends, or above them where these are long."""

    def __init__(self, numbers: range, low: Words, high: Words, sheet: Sheet) -> None:
        self.sheet = sheet
        style = sheet.style(ENDS)
        self.low = Paragraph(low, style)
        self.high = Paragraph(high, style)
        alt = sheet.word(
            "scale", first=numbers[0], last=numbers[-1], low=low.plain, high=high.plain
        )
        self.circles = _Circles(numbers, alt, sheet)

    def inside(self) -> Sequence[Box]:
        return (self.low, self.circles, self.high)

    def elements(self) -> list[Element]:
        return [element for box in self.inside() for element in box.elements()]

    def _beside(self, faces: Faces) -> bool:
        """Whether the ends' words fit beside the circles; else they stand below them."""
        words = max(end.least_width(faces) for end in (self.low, self.high))
        width = END - END_GAP
        readable = width >= LEAST_END * self.low.style.size
        circles = self.circles.least_width(faces)
        return readable and words <= width and circles <= self.sheet.width - 2 * END

    def _end_width(self, width: float, faces: Faces) -> float:
        """Width for the words of one end."""
        return END - END_GAP if self._beside(faces) else (width - END_GAP) / 2

    def height(self, width: float, faces: Faces) -> float:
        across = self._end_width(width, faces)
        ends = max(end.height(across, faces) for end in (self.low, self.high))
        circles = self.circles.height(width, faces)
        return max(ends, circles) if self._beside(faces) else circles + MM + ends

    def place(self, area: Area, placing: Placing) -> None:
        """Both ends' words, and the circles between or above them."""
        placing.put(self, area)
        faces = placing.faces
        beside, across = self._beside(faces), self._end_width(area.width, faces)
        self.high.align = "left" if beside else "right"
        for end, x in ((self.low, area.x), (self.high, area.right - across)):
            height = end.height(across, faces)
            top = area.top - (area.height - height) / 2 if beside else area.bottom + height
            end.place(Area(x, top, across, height), placing)
        if beside:
            self.circles.place(area._replace(x=area.x + END, width=area.width - 2 * END), placing)
        else:
            height = self.circles.height(area.width, faces)
            self.circles.place(area._replace(height=height), placing)


class _Circles(Box):
    """A figure of numbered circles, in the middle of its height."""

    def __init__(self, numbers: range, alt: str, sheet: Sheet) -> None:
        self.sheet = sheet
        self.element: Element = Element("Figure", alt=alt)
        self.numbers = [_Circle(number) for number in numbers]

    def inside(self) -> Sequence[Box]:
        return self.numbers

    def elements(self) -> list[Element]:
        return [self.element]

    def least_width(self, faces: Faces) -> float:  # noqa: ARG002
        return len(self.numbers) * (self.sheet.measure(CIRCLE) + MM)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return self.sheet.measure(CIRCLE) + self.sheet.strokes.mark_line

    def place(self, area: Area, placing: Placing) -> None:
        """Circles evenly spread, the first and the last at the ends."""
        self.element.attributes = bounding_box(area)
        size = self.sheet.measure(CIRCLE)
        step = (area.width - size) / (len(self.numbers) - 1)
        top = area.top - (area.height - size) / 2
        with placing.within(self.element):
            placing.put(self, area)
            for place, circle in enumerate(self.numbers):
                circle.place(Area(area.x + place * step, top, size, size), placing)

    def draw(self, pen: Pen, area: Area) -> None:
        ink, weight = self.sheet.inks.text, self.sheet.strokes.mark_line
        style, radius = self.sheet.style(NUMERAL), self.sheet.measure(CIRCLE) / 2
        step = (area.width - 2 * radius) / (len(self.numbers) - 1)
        y = area.top - area.height / 2
        for place, circle in enumerate(self.numbers):
            x = area.x + radius + place * step
            pen.circle(x, y, radius, ink, weight)
            numeral(pen, x, y, circle.label, style)


class _Circle(Blank):
    """One circle to mark; its ink is the figure's."""

    purpose: Purpose = "choice"

    def __init__(self, number: int) -> None:
        self.label = self.key = str(number)

    def elements(self) -> list[Element]:
        return []
