"""Where the lines and dots of writing room go: pure geometry, in points."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.geometry import Area, Segment

_SLACK = 0.01


def line_count(height: float, pitch: float) -> int:
    """How many write lines fit into `height`, the first a full pitch below the top."""
    return int((height + _SLACK) / pitch)


def ruled(area: Area, pitch: float) -> Iterator[Segment]:
    """Write lines over the full width of `area`."""
    for number in range(1, line_count(area.height, pitch) + 1):
        y = area.top - number * pitch
        yield area.x, y, area.right, y


def squares(area: Area, pitch: float) -> tuple[int, int]:
    """Columns and rows of whole squares that fit into `area`."""
    return int((area.width + _SLACK) / pitch), int((area.height + _SLACK) / pitch)


def grid(area: Area, pitch: float) -> Iterator[Segment]:
    """Lines of a squared grid, set from the left edge and from the top."""
    columns, rows = squares(area, pitch)
    right, bottom = area.x + columns * pitch, area.top - rows * pitch
    for column in range(columns + 1):
        x = area.x + column * pitch
        yield x, area.top, x, bottom
    for row in range(rows + 1):
        y = area.top - row * pitch
        yield area.x, y, right, y


def dot_rows(area: Area, pitch: float) -> Iterator[Segment]:
    """Rows of a dot grid, set from the left edge and from the top; a dot every `pitch`."""
    columns, rows = squares(area, pitch)
    # The last dot is the start of a dash, so the row goes a little past it.
    right = area.x + columns * pitch + _SLACK
    for row in range(rows + 1):
        y = area.top - row * pitch
        yield area.x, y, right, y
