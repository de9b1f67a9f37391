"""What a worn office copier makes of a page: a copy of a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pypdfium2
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Iterator

DPI = 300
# Paper is 255.
PAPER = 250
# Its lens spreads a point over this many points (standard deviation): at five line pairs a
# millimetre, where a good copier keeps half of the contrast, it keeps a fiftieth.
BLUR = 0.25
# Of 255; paper and toner are uneven by NOISE (standard deviation).
THRESHOLD, NOISE = 128, 10
GENERATIONS = 2
# How far an edge may move before ink counts as lost or as new, in pixels (0.72 pt).
MOVED = 3


def lost_and_new(pdf: bytes) -> Iterator[tuple[float, float]]:
    """Of each page's ink, the share that a copy of a copy lost, and what it added to it."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            picture = page.render(scale=DPI / 72, grayscale=True).to_numpy()
            before, after = picture < PAPER, _copied(picture)
            ink = before.sum() or 1
            lost, new = before & ~_spread(after), after & ~_spread(before)
            yield lost.sum() / ink, new.sum() / ink


def _copied(picture: numpy.ndarray) -> numpy.ndarray:
    """Where its toner is."""
    noise, blur = numpy.random.default_rng(1), ImageFilter.GaussianBlur(BLUR * DPI / 72)
    for _ in range(GENERATIONS):
        blurred = numpy.asarray(Image.fromarray(picture).filter(blur))
        uneven = blurred + NOISE * noise.standard_normal(blurred.shape, dtype=numpy.float32)
        picture = numpy.where(uneven < THRESHOLD, 0, 255).astype(numpy.uint8)
    return picture == 0


def _spread(ink: numpy.ndarray) -> numpy.ndarray:
    """All that is within MOVED pixels of ink, across and down."""
    for axis in (0, 1):
        ink = numpy.logical_or.reduce([numpy.roll(ink, n, axis) for n in range(-MOVED, MOVED + 1)])
    return ink
