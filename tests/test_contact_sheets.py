"""Every page of the book looks as the pictures of it in `docs/` show.

When a change is meant, write the pictures anew and look at what changed in them:

    pytest --regenerate tests/test_contact_sheets.py
"""

from __future__ import annotations

import numpy
import pytest
from PIL import Image

from support.builds import TESTS
from workbook.finishing.preview import GAP, contact_sheet, page_pictures, thumbnail

# Of 255 in a colour, and of a page's pixels: another version of a renderer smooths edges otherwise.
OTHER_TONE, OTHER_SHARE = 60, 0.0005
COLOURS = 48


def _written(picture: Image.Image, path) -> None:
    quantized = picture.quantize(
        COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    quantized.save(path, optimize=True)


def _changed(small: list[Image.Image], picture: Image.Image, golden: Image.Image) -> list[int]:
    """Pages that look otherwise, counted from 1."""
    if picture.size != golden.size:
        return [len(small)]
    one, other = (numpy.asarray(sheet.convert("RGB"), dtype=int) for sheet in (picture, golden))
    differs = (numpy.abs(one - other) > OTHER_TONE).any(axis=2)
    width, height = small[0].width + GAP, small[0].height + GAP
    columns = picture.width // width
    found = []
    for number in range(len(small)):
        row, column = divmod(number, columns)
        page = differs[row * height : (row + 1) * height, column * width : (column + 1) * width]
        if page.mean() > OTHER_SHARE:
            found.append(number + 1)
    return found


def test_every_page_looks_as_its_picture(book, request):
    small = [thumbnail(page) for page in page_pictures(book.pdf, 80)]
    picture = contact_sheet(small)
    path = TESTS.parent / "docs" / f"contact-sheet-{book.paper}.png"
    with Image.open(path) as golden:
        changed = _changed(small, picture, golden)
    if changed and request.config.getoption("regenerate"):
        _written(picture, path)
        pytest.fail(f"{path} is drawn anew: look at pages {changed}, then run again without")
    assert changed == [], "if this is meant: pytest --regenerate"
