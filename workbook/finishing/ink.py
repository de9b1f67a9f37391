"""How much ink each page takes, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

# No line of ours is thinner than half a point, which is a pixel here. A line thinner than a pixel
# is drawn as wide as one, and counts too much.
DPI = 144
# Paper is 255; a hairline that falls between two pixels is still darker than this.
PAPER = 250
# So many pixels wide and high; the mean changes by less than a ten-thousandth of a page.
SQUARE = 5


@dataclass(frozen=True, slots=True)
class PageInk:
    """The ink of one page as a grey picture shows it.

    `coverage` is from 0 (empty) to 1 (all black). `box` is left, bottom, right and top of all
    ink in points from the page's lower left corner, to a pixel (0.5 pt); None for an empty page.
    """

    coverage: float
    box: tuple[float, float, float, float] | None


def coverage(pdf: bytes) -> list[PageInk]:
    """The ink of each page of `pdf`."""
    return list(page_inks(pdf))


def page_inks(pdf: bytes) -> Iterator[PageInk]:
    """The ink of each page of `pdf`, a page at a time."""
    for picture, size in _pictures(pdf):
        yield PageInk(_darkness(picture), _box(picture, *size))


def page_coverages(pdf: bytes) -> Iterator[float]:
    """The coverage alone of each page of `pdf`, which takes half the time."""
    for picture, _ in _pictures(pdf):
        yield _darkness(picture)


def _pictures(pdf: bytes) -> Iterator[tuple[Image, tuple[float, float]]]:
    """Each page in grey, and its size in points; a picture is gone when the next is asked for."""
    import pypdfium2

    bitmaps: dict[tuple[int, int], Any] = {}

    def used_again(width: int, height: int, **more: Any) -> Any:
        # Making one anew for each page would be a fifth of the time.
        if (width, height) not in bitmaps:
            bitmaps[width, height] = pypdfium2.PdfBitmap.new_native(width, height, **more)
        return bitmaps[width, height]

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=DPI / 72, grayscale=True, bitmap_maker=used_again)
            yield bitmap.to_pil(), page.get_size()
            page.close()
    finally:
        document.close()


def _darkness(picture: Image) -> float:
    """The mean darkness, by way of the means of small squares, with which Pillow is quicker."""
    from PIL import ImageStat

    return float(1 - ImageStat.Stat(picture.reduce(SQUARE)).mean[0] / 255)


def _box(picture: Image, width: float, height: float) -> tuple[float, float, float, float] | None:
    inked = picture.point([255] * PAPER + [0] * (256 - PAPER)).getbbox()
    if inked is None:
        return None
    # The picture is rounded up to whole pixels, so they aren't quite square.
    across, down = width / picture.width, height / picture.height
    left, top, right, bottom = inked
    return left * across, height - bottom * down, right * across, height - top * down
