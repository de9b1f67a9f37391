"""A blank chart to draw on, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import Label
from workbook.choices.sheet import Sheet
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
        question = Paragraph(self.chart, sheet.style("question"), keep=True)
        grid = _Grid(self.days, self.height * MM, self.low, self.high, sheet)
        yield Stack([question, grid], above=sheet.space.small, below=sheet.space.middle)


class _Grid(Box):
    """Axes with numbered days, light lines for levels."""

    def __init__(self, days: int, height: float, low: Words, high: Words, sheet: Sheet) -> None:
        self.days, self.sheet, self._height = days, sheet, height
        self.above = sheet.space.hair
        style = sheet.style("small")
        self.low = Paragraph(low, style, align="right")
        self.high = Paragraph(high, style, align="right")
        alt = sheet.word("chart", days=days, low=low.plain, high=high.plain)
        self.figure = Element("Figure", alt=alt)

    def elements(self) -> list[Element]:
        return [self.high.element, self.figure, self.low.element]

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return self._height

    def _label(self, faces: Faces) -> float:
        widest = max(words.longest_word(faces) for words in (self.low, self.high))
        return max(LEAST_LABEL, widest + GAP)

    def draw(self, pen: Pen, area: Area) -> None:
        leading = self.high.style.leading
        label = self._label(pen.faces)
        grid = Area(area.x + label, area.top, area.width - label, area.height - FOOT)
        room = label - GAP
        self.high.draw(pen, Area(area.x, area.top, room, leading))
        height = self.low.height(room, pen.faces)
        self.low.draw(pen, Area(area.x, grid.bottom + height, room, height))
        inks, style = self.sheet.inks, self.sheet.style("scale-number")
        face = pen.faces.face(style.face, style.strong)
        across, up = grid.width / self.days, grid.height / LEVELS
        self.figure.attributes = bounding_box(Area(grid.x, grid.top, grid.width, area.height))
        with pen.tag(self.figure):
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
