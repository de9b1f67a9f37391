"""A blank chart to draw on, day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
from workbook.choices.type import NUMERAL, QUESTION, SMALL
from workbook.geometry import MM, Area
from workbook.layout.blank import Blank, Purpose
from workbook.layout.box import Box, Placing
from workbook.layout.numeral import numeral
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element, bounding_box
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.schema.field import Field
from workbook.text.prose import Words

LEAST = 75 * MM
LEAST_LABEL = 20 * MM
GAP = 2 * MM
FOOT = 8 * MM
LEVELS = 10
AXIS = 0.9
# Every day has its number, or every second one and so on where they would touch.
STRIDES = (1, 2, 5, 7, 14, 31)
NUMBER_GAP = 2.0


class Chart(Block):
    """A grid of `days` by ten levels; `low` and `high` say what foot and top mean."""

    kind: ClassVar[str] = "chart"

    chart: Words
    days: int = Field(default=14, ge=2, le=31)
    low: Label
    high: Label
    height: float = Field(default=75, ge=40, le=200)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """A P for the question, P for both ends, and a Figure for the grid."""
        sheet = setting.sheet
        question = Paragraph(self.chart, sheet.style(QUESTION), keep=True)
        grid = _Chart(self.days, self.height * MM, self.low, self.high, sheet)
        yield Stack([question, grid], above=sheet.space.small, below=sheet.space.middle)


class _Chart(Box):
    """The grid with the words for its ends at the left, above each other."""

    def __init__(self, days: int, height: float, low: Words, high: Words, sheet: Sheet) -> None:
        self._height = height
        self.above = sheet.space.hair
        style = sheet.style(SMALL)
        self.low = Paragraph(low, style, align="right")
        self.high = Paragraph(high, style, align="right")
        self.grid = _Grid(
            days, sheet.word("chart", days=days, low=low.plain, high=high.plain), sheet
        )

    def inside(self) -> Sequence[Box]:
        return (self.high, self.grid, self.low)

    def elements(self) -> list[Element]:
        return [element for box in self.inside() for element in box.elements()]

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return self._height

    def place(self, area: Area, placing: Placing) -> None:
        """The words stand at the ends of the axis."""
        placing.put(self, area)
        widest = max(words.least_width(placing.faces) for words in (self.low, self.high))
        label = max(LEAST_LABEL, widest + GAP)
        width, leading = label - GAP, self.high.style.leading
        foot = area.bottom + FOOT
        self.high.place(Area(area.x, area.top, width, leading), placing)
        height = self.low.height(width, placing.faces)
        self.low.place(Area(area.x, foot + height, width, height), placing)
        self.grid.place(Area(area.x + label, area.top, area.width - label, area.height), placing)


class _Grid(Blank):
    """Axes with numbered days, light lines for levels."""

    purpose: Purpose = "drawing"

    def __init__(self, days: int, alt: str, sheet: Sheet) -> None:
        self.days, self.sheet, self.label = days, sheet, alt
        self.element: Element = Element("Figure", alt=alt)

    def place(self, area: Area, placing: Placing) -> None:
        self.element.attributes = bounding_box(area)
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        grid = area._replace(height=area.height - FOOT)
        inks, style = self.sheet.inks, self.sheet.style(NUMERAL)
        face = pen.faces.face(style.face, style.strong)
        across, up = grid.width / self.days, grid.height / LEVELS
        with pen.tag(self.element):
            levels = [grid.bottom + level * up for level in range(1, LEVELS + 1)]
            pen.lines([(grid.x, y, grid.right, y) for y in levels], inks.pale, 0.5)
            ticks = [grid.x + (day + 0.5) * across for day in range(self.days)]
            pen.lines([(x, grid.bottom, x, grid.bottom - 1.5 * MM) for x in ticks], inks.text, AXIS)
            axes = [
                (grid.x, grid.top, grid.x, grid.bottom),
                (grid.x, grid.bottom, grid.right, grid.bottom),
            ]
            pen.lines(axes, inks.text, AXIS)
            widest = pen.faces.advance(face, str(self.days), style.size)
            stride = next(s for s in STRIDES if s * across >= widest + NUMBER_GAP)
            for day, x in enumerate(ticks, start=1):
                if day == 1 or day % stride == 0:
                    numeral(pen, x, grid.bottom - 5 * MM, str(day), style)
