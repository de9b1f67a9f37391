"""Pages as pictures."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from support.builds import sample_path
from workbook.finishing.preview import contact_sheet, page_pictures, png


@pytest.fixture
def pictures(built):
    return list(page_pictures(built(sample_path("contents"), "letter").pdf, 20))


def test_a_picture_for_each_page(pictures):
    assert [(picture.mode, picture.size) for picture in pictures] == [("RGB", (170, 220))] * 10


def test_contact_sheet_has_six_to_a_row(pictures):
    sheet = contact_sheet(pictures)
    assert sheet.size == (6 * (170 + 8) + 8, 2 * (220 + 8) + 8)


def test_png_is_a_png(pictures):
    with Image.open(BytesIO(png(pictures[0]))) as picture:
        assert (picture.format, picture.size) == ("PNG", (170, 220))
