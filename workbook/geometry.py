"""Lengths and rectangles. Inside the program a length is in points, y grows upwards as in PDF."""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4
# The start and end of a straight line: x1, y1, x2, y2.
Segment = tuple[float, float, float, float]


class Area(NamedTuple):
    """A rectangle to draw in: left edge, top edge, width and height, in points."""

    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top - self.height

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width
