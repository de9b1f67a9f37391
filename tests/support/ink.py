"""Pages as they come out of a printer: grey pixels, and how far the ink reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

DPI = 100
# Paper is 255; a hairline that falls between two pixels is still darker than this.
PAPER = 250


class Reach(NamedTuple):
    """How far the ink stays from each edge of its page, in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


def grey_pages(pdf: bytes, dpi: float = DPI) -> Iterator[numpy.ndarray]:
    """Each page in grey, a row of pixels a row, 0 black to 255 paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_numpy().copy()
    finally:
        document.close()


def reach(pixels: numpy.ndarray) -> Reach | None:
    """How far the ink stays from the edges; None for an empty page."""
    dark = pixels < PAPER
    rows, columns = numpy.flatnonzero(dark.any(axis=1)), numpy.flatnonzero(dark.any(axis=0))
    if not rows.size:
        return None
    height, width = pixels.shape
    edges = rows[0], width - 1 - columns[-1], height - 1 - rows[-1], columns[0]
    return Reach(*(float(pixel) * 25.4 / DPI for pixel in edges))
