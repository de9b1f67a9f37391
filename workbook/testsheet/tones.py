"""Steps of grey and of line weight, in equal columns with what each is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.ink import Ink
from workbook.choices.type import FOOT
from workbook.geometry import MM
from workbook.layout.box import Box
from workbook.layout.numeral import numeral
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.geometry import Area
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

FIELD = 8 * MM
LINES = 5 * MM
GAP = 2 * MM


class _Steps(Box):
    """Columns of one figure, each with its label."""

    drawn: float

    def __init__(self, sheet: Sheet, labels: Sequence[str], alt: str) -> None:
        self.above = sheet.space.hair
        self.sheet, self.labels, self.style = sheet, labels, sheet.style(FOOT)
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """What is drawn, and a label below."""
        return self.drawn + self.style.leading

    def place(self, area: Area, placing: Placing) -> None:
        """Take all of the area."""
        self.element.attributes = bounding_box(area)
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw all columns as one figure."""
        with pen.tag(self.element):
            self._columns(pen, list(self._areas(area)))
            y = area.top - self.drawn - self.style.leading / 2
            for label, column in zip(self.labels, self._areas(area), strict=True):
                numeral(pen, column.x + column.width / 2, y, label, self.style)

    def _areas(self, area: Area) -> Iterator[Area]:
        count = len(self.labels)
        across = (area.width - GAP * (count - 1)) / count
        for number in range(count):
            x = area.x + number * (across + GAP)
            yield area._replace(x=x, width=across, height=self.drawn)

    def _columns(self, pen: Pen, columns: Sequence[Area]) -> None:
        raise NotImplementedError


class GreySteps(_Steps):
    """Fields of grey; `shares` are how much black each has, from 0 to 1."""

    drawn = FIELD

    def __init__(
        self, shares: Sequence[float], sheet: Sheet, labels: Sequence[str], alt: str
    ) -> None:
        super().__init__(sheet, labels, alt)
        self.shares = shares

    def _columns(self, pen: Pen, columns: Sequence[Area]) -> None:
        for share, column in zip(self.shares, columns, strict=True):
            pen.fill(column, Ink.grey(1 - share))


class LineSteps(_Steps):
    """Lines of several `weights`, in points: black above, and grey like write lines below."""

    drawn = LINES

    def __init__(
        self, weights: Sequence[float], sheet: Sheet, labels: Sequence[str], alt: str
    ) -> None:
        super().__init__(sheet, labels, alt)
        self.weights = weights

    def _columns(self, pen: Pen, columns: Sequence[Area]) -> None:
        inks = self.sheet.inks
        for down, ink in ((1.5 * MM, inks.text), (3.5 * MM, inks.rule)):
            for weight, column in zip(self.weights, columns, strict=True):
                y = column.top - down
                pen.lines([(column.x, y, column.right, y)], ink, weight)
