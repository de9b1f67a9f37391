"""How much ink each page takes, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# At 150 and less, lines thinner than a pixel are drawn as wide as one, and count too much.
DPI = 200
# Paper is 255; a hairline that falls between two pixels is still darker than this.
PAPER = 250


@dataclass(frozen=True, slots=True)
class PageInk:
    """The ink of one page as a grey picture shows it.

    `coverage` is from 0 (empty) to 1 (all black). `box` is left, bottom, right and top of all
    ink in points from the page's lower left corner, to a pixel (0.36 pt); None for an empty page.
    """

    coverage: float
    box: tuple[float, float, float, float] | None


def coverage(pdf: bytes) -> list[PageInk]:
    """The ink of each page of `pdf`."""
    return list(page_inks(pdf))


def page_inks(pdf: bytes) -> Iterator[PageInk]:
    """The ink of each page of `pdf`, a page at a time."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _measured(page)
    finally:
        document.close()


def _measured(page: Any) -> PageInk:
    from PIL import ImageStat

    picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
    inked = picture.point([255] * PAPER + [0] * (256 - PAPER)).getbbox()
    box = None
    if inked is not None:
        width, height = page.get_size()
        # The picture is rounded up to whole pixels, so they aren't quite square.
        across, down = width / picture.width, height / picture.height
        left, top, right, bottom = inked
        box = (left * across, height - bottom * down, right * across, height - top * down)
    return PageInk(1 - ImageStat.Stat(picture).mean[0] / 255, box)
