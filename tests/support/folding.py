"""Sheets from a printer, folded and stitched: what a reader sees leaf by leaf.

A side is any array, the same for all sides: pixels, or words for what stands where. Only paper is
turned here, so nothing is known of how pages are put on sheets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Array = numpy.ndarray


def printed(sides: Sequence[Array], flip: str) -> Iterator[tuple[Array, Array]]:
    """Front and back of each sheet, both as they lie when one looks on the front.

    Ink on the back is looked at through the paper. A printer that turns the sheet about its short
    edges, left and right, brings the back's left end behind the front's right end; about its long
    edges, the back's top behind the front's bottom.
    """
    through = {"short": numpy.fliplr, "long": numpy.flipud}[flip]
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        yield front, through(back)


def turned(back: Array) -> Array:
    """A back as a reader sees it who has turned the paper like a leaf, about an upright edge."""
    return numpy.fliplr(back)


def leaves(
    sides: Sequence[Array], sizes: Sequence[int], flip: str, binding: str
) -> Iterator[tuple[Array, Array]]:
    """Recto and verso of each leaf of a booklet, from its front cover to its last leaf.

    The sheets of a signature lie in one another with their fronts outside, the first outermost.
    """
    sheets = list(printed(sides, flip))
    assert len(sheets) == sum(sizes)
    for size in sizes:
        signature, sheets = sheets[:size], sheets[size:]
        for front, back in signature:
            half = _halves(front, binding)[1], _halves(back, binding)[1]
            yield half[0], turned(half[1])
        for front, back in reversed(signature):
            half = _halves(front, binding)[0], _halves(back, binding)[0]
            yield turned(half[1]), half[0]


def _halves(side: Array, binding: str) -> list[Array]:
    """The half that ends the booklet, and the half that begins it and lies on top."""
    left, right = numpy.hsplit(side, 2)
    return [left, right] if binding == "left" else [right, left]
