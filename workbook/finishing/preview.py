"""Pages as pictures, and one contact sheet of them all."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image

COLUMNS = 6
GAP = 8
SHOWN_WIDTH = 300
BACKGROUND = (128, 128, 128)


def page_pictures(pdf: bytes, dpi: int) -> Iterator[Image]:
    """Each page of `pdf` as an RGB picture at `dpi` dots an inch."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def thumbnail(picture: Image) -> Image:
    """A page as small as a contact sheet shows it; `picture` itself is made small."""
    picture.thumbnail((SHOWN_WIDTH, SHOWN_WIDTH * 2))
    return picture


def contact_sheet(small: Sequence[Image]) -> Image:
    """Thumbnails of all pages on one picture, six to a row."""
    from PIL import Image as Pictures

    width = max(picture.width for picture in small) + GAP
    height = max(picture.height for picture in small) + GAP
    columns = min(COLUMNS, len(small))
    rows = ceil(len(small) / columns)
    sheet = Pictures.new("RGB", (columns * width + GAP, rows * height + GAP), BACKGROUND)
    for number, picture in enumerate(small):
        row, column = divmod(number, columns)
        sheet.paste(picture, (GAP + column * width, GAP + row * height))
    return sheet


def png(picture: Image) -> bytes:
    """A picture as the bytes of a PNG file."""
    out = BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()
