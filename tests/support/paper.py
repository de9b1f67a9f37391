"""Printed pages against our own: what has been lost on the way to paper, or added."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import numpy

if TYPE_CHECKING:
    from collections.abc import Iterable

# Ghostscript inks every pixel that a shape touches, we ink it in grey: so between ink and paper
# there is a range where neither is right. Both place a shape to a pixel.
INK, PAPER = 240, 253
NEAR = 2


class Difference(NamedTuple):
    """Pixels of one page that are ours and weren't printed, or were printed and aren't ours."""

    lost: int
    added: int


def without_edge(pixels: numpy.ndarray, edge: float, dpi: int) -> numpy.ndarray:
    """A page from a printer that can't reach `edge` points at each side."""
    wide = ceil(edge / 72 * dpi)
    paper = numpy.full_like(pixels, 255)
    paper[wide:-wide, wide:-wide] = pixels[wide:-wide, wide:-wide]
    return paper


def differences(
    ours: Iterable[numpy.ndarray], printed: Iterable[numpy.ndarray]
) -> dict[int, Difference]:
    """What differs, by page from 1; raises ValueError where the numbers of pages do."""
    found = {}
    for number, (mine, theirs) in enumerate(zip(ours, printed, strict=True), start=1):
        rows, columns = (min(sides) for sides in zip(mine.shape, theirs.shape, strict=True))
        assert max(*mine.shape, *theirs.shape) - max(rows, columns) <= NEAR, "not the same paper"
        mine, theirs = mine[:rows, :columns], theirs[:rows, :columns]
        difference = Difference(_missing(mine, theirs), _missing(theirs, mine))
        if any(difference):
            found[number] = difference
    return found


def _missing(here: numpy.ndarray, there: numpy.ndarray) -> int:
    """How many inked pixels have no ink near them on the other page."""
    near = there < PAPER
    for _ in range(NEAR):
        near = _grown(near)
    return int(numpy.count_nonzero((here < INK) & ~near))


def _grown(ink: numpy.ndarray) -> numpy.ndarray:
    """The same with a pixel more all around."""
    tall = ink.copy()
    tall[1:] |= ink[:-1]
    tall[:-1] |= ink[1:]
    wide = tall.copy()
    wide[:, 1:] |= tall[:, :-1]
    wide[:, :-1] |= tall[:, 1:]
    return wide
