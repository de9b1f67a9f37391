"""How far the ink of each page stays from its paper's edges, in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from support.ink import Reach
from workbook.finishing.ink import DPI, coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

MM = 72 / 25.4
# What a picture of a page can't tell; and a W or half a box's line stands over the frame's edge.
SLACK = 25.4 / DPI + 0.4


def reaches(pdf: bytes) -> list[Reach | None]:
    """How far each page's ink stays from its edges; None for an empty page."""
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = [page.get_size() for page in document]
    found: list[Reach | None] = []
    for ink, (width, height) in zip(coverage(pdf), sizes, strict=True):
        if ink.box is None:
            found.append(None)
            continue
        left, bottom, right, top = ink.box
        edges = height - top, width - right, bottom, left
        found.append(Reach(*(edge / MM for edge in edges)))
    return found


def too_near(found: Sequence[Reach | None], least: float) -> list[tuple[int, Reach]]:
    """Pages, from 1, with ink nearer to an edge than `least`."""
    return [
        (number, reach)
        for number, reach in enumerate(found, start=1)
        if reach is not None and min(reach) < least - SLACK
    ]
