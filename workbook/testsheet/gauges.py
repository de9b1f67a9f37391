"""Rulers to hold against a printed sheet: one to measure, and one at each edge of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbook.choices.type import FOOT
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.numeral import numeral
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.choices.sheet import Sheet
    from workbook.geometry import Segment
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

Side = Literal["top", "right", "bottom", "left"]

LENGTH = 50
# The short side of an identification card (ISO/IEC 7810, ID-1), in mm.
CARD = 53.98
REACH = 20
# No page has ink nearer to an edge than this many mm.
SAFE = 13
WEIGHT = 0.5
HEAVY = 1.5
_TICK, _FIVE, _TEN, _END = 1.5 * MM, 2.5 * MM, 3.5 * MM, 4.5 * MM


def _tick(mm: int) -> float:
    return _TEN if mm % 10 == 0 else _FIVE if mm % 5 == 0 else _TICK


class LengthRuler(Box):
    """A ruler of 50 mm in the middle of its area, and below it a line as long as a bank card."""

    def __init__(self, sheet: Sheet, alt: str) -> None:
        self.sheet, self.style = sheet, sheet.style(FOOT)
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """Numbers, ticks, and the card's line."""
        return self.style.size + _END + 5 * MM

    def place(self, area: Area, placing: Placing) -> None:
        """Take the middle of the area."""
        left = area.x + (area.width - LENGTH * MM) / 2
        height = self.height(area.width, placing.faces)
        own = Area(left - MM, area.top, CARD * MM + 2 * MM, height)
        self.element.attributes = bounding_box(own)
        placing.put(self, own)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the ruler, its ends the longest ticks, then the card's line."""
        left = area.x + MM
        y = area.top - self.style.size - _END
        ink = self.sheet.inks.text
        ends = (0, LENGTH)
        ticks = [
            (left + mm * MM, y, left + mm * MM, y + (_END if mm in ends else _tick(mm)))
            for mm in range(LENGTH + 1)
        ]
        card, right = y - 3.5 * MM, left + CARD * MM
        line = [(left, card, right, card)]
        line += [(x, card - MM, x, card + MM) for x in (left, right)]
        with pen.tag(self.element):
            pen.lines([(left, y, left + LENGTH * MM, y), *ticks], ink, WEIGHT)
            for mm in range(0, LENGTH + 1, 10):
                numeral(pen, left + mm * MM, area.top - self.style.size / 2, str(mm), self.style)
            pen.lines(line, ink, WEIGHT)


class EdgeRuler(Box):
    """A ruler from one edge of the paper inward, a tick each millimetre, numbered by fives.

    It lies in the middle of the upper or lower edge, or level with its area's middle at the
    left or right one. The heavy tick is where the pages' ink may begin.
    """

    def __init__(self, side: Side, sheet: Sheet, alt: str, *, height: float = 0.0) -> None:
        self.side, self.sheet, self._height = side, sheet, height
        self.style = sheet.style(FOOT)
        self.element: Element = Element("Figure", alt=alt)

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """What is kept free for it where it reaches into the frame."""
        return self._height

    def place(self, area: Area, placing: Placing) -> None:
        """Take a place at the paper's edge, whatever the frame."""
        paper, far = self.sheet.paper, (REACH + 2) * MM
        across = area.top - area.height / 2
        if self.side in ("top", "bottom"):
            across = paper.width / 2
        places = {
            "top": Area(across - 5 * MM, paper.height, 11 * MM, far),
            "bottom": Area(across - 5 * MM, far, 11 * MM, far),
            "left": Area(0, across + 5 * MM, far, 11 * MM),
            "right": Area(paper.width - far, across + 5 * MM, far, 11 * MM),
        }
        self.element.attributes = bounding_box(places[self.side])
        placing.put(self, places[self.side])

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the ticks inward from the edge, and their numbers."""
        ink = self.sheet.inks.text
        across = area.x + 5 * MM if self.side in ("top", "bottom") else area.top - 5 * MM
        with pen.tag(self.element):
            thin = [(0.0, 0.0, float(REACH), 0.0)]
            thin += [(mm, 0.0, mm, _tick(mm) / MM) for mm in range(1, REACH + 1) if mm != SAFE]
            pen.lines(self._placed(thin, across), ink, WEIGHT)
            heavy = [(float(SAFE), -1.0, float(SAFE), _END / MM)]
            pen.lines(self._placed(heavy, across), ink, HEAVY)
            for mm in range(5, REACH + 1, 5):
                [(x, y, _, _)] = self._placed([(mm, -3.0, mm, -3.0)], across)
                numeral(pen, x, y, str(mm), self.style)

    def _placed(
        self, segments: Iterable[tuple[float, float, float, float]], across: float
    ) -> Iterator[Segment]:
        """Millimetres inward and along the edge, in points on the paper."""
        for in1, along1, in2, along2 in segments:
            yield (*self._point(in1, along1, across), *self._point(in2, along2, across))

    def _point(self, inward: float, along: float, across: float) -> tuple[float, float]:
        paper = self.sheet.paper
        depth, place = inward * MM, along * MM
        match self.side:
            case "left":
                return depth, across + place
            case "right":
                return paper.width - depth, across + place
            case "top":
                return across - place, paper.height - depth
            case _:
                return across - place, depth
