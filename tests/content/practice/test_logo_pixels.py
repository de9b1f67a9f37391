"""A sound logo of any kind is read with its colours, and none is larger than it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from support.logos import DRAWING, SQUARE, TEAL, pixel, saved, svg
from workbook.pictures.decode import DOTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.content.practice import Imprint


def test_an_ordinary_drawing(read: Callable[..., Imprint]) -> None:
    found = read("name: A\nlogo: Our logo.SVG\n", svg(DRAWING), "Our logo.SVG")
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (2 * DOTS[1], DOTS[1])
    assert pixel(found, 20, 20) == pixel(found, 800, 20) == TEAL
    assert pixel(found, 20, 400) == (0, 0, 0)
    assert pixel(found, 400, 200) == (255, 255, 255)


def test_millimetres_and_byte_order_mark(read: Callable[..., Imprint]) -> None:
    text = "\ufeff" + svg(SQUARE, 'width="40mm" height="20mm" viewBox="0 0 40 20"')
    assert pixel(read("name: A\nlogo: a.svg\n", text, "a.svg"), 20, 20) == TEAL


def test_a_large_picture_is_made_small(read: Callable[..., Imprint]) -> None:
    found = read("name: A\nlogo: logo.png\n", saved(Image.new("RGB", (4000, 1000), TEAL)))
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (1063, 266)


HALF = 128
MODES = {
    "RGBA": (saved(Image.new("RGBA", (4, 4), (0, 0, 0, HALF))), (127,)),
    "LA": (saved(Image.new("LA", (4, 4), (0, HALF))), (127,)),
    "P": (saved(Image.new("RGB", (4, 4), TEAL).quantize()), TEAL),
    "P, clear": (saved(Image.new("P", (4, 4), 1), transparency=0), (1,)),
    "L": (saved(Image.new("L", (4, 4), 99)), (99,)),
    "1": (saved(Image.new("1", (4, 4), 0)), (0,)),
    "16 bits": (saved(Image.new("I;16", (4, 4), 99 * 256 + 7)), (99,)),
}


@pytest.mark.parametrize(("data", "expected"), MODES.values(), ids=MODES)
def test_modes_of_pixels(
    read: Callable[..., Imprint], data: bytes, expected: tuple[int, ...]
) -> None:
    found = read("name: A\nlogo: logo.png\n", data)
    assert found.logo is not None
    assert pixel(found, 1, 1) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_jpegs(read: Callable[..., Imprint], mode: str) -> None:
    data = saved(Image.new("RGB", (16, 16), TEAL).convert(mode), "JPEG")
    found = read("name: A\nlogo: logo.jpg\n", data, "logo.jpg")
    expected = TEAL if mode != "L" else (72,)
    assert pixel(found, 3, 3) == pytest.approx(expected, abs=4)


def test_a_turned_photograph_is_turned_back(read: Callable[..., Imprint]) -> None:
    image = Image.new("RGB", (40, 20), TEAL)
    exif = image.getexif()
    exif[0x0112] = 6
    found = read("name: A\nlogo: a.jpg\n", saved(image, "JPEG", exif=exif), "a.jpg")
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (20, 40)
