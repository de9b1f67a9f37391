"""A logo that is a broken, huge or empty picture is a fault in its practice's file."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from support.logos import GOOD_PNG, SQUARE, noise, saved, svg
from workbook.pictures.decode import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.errors import Problem


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it is huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


GOOD_JPEG = saved(noise(60, 40), "JPEG")
# Pixels that aren't packed, so that only a checksum tells that one has changed.
WRONG_SUM = saved(noise(60, 40), compress_level=0)
WRONG_SUM = WRONG_SUM[:3000] + bytes([WRONG_SUM[3000] ^ 1]) + WRONG_SUM[3001:]
FRAMES = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
PICTURES = {
    "over 5 MB": ("logo.png", GOOD_PNG + bytes(MOST_BYTES), "over 5 MB"),
    "a bomb": ("logo.png", bomb(50_000, 50_000), "far more pixels"),
    "a smaller bomb": ("logo.png", bomb(12_000, 8_000), "12000 × 8000 pixels"),
    "too wide": ("logo.png", bomb(4001, 10), "4001 × 10 pixels"),
    "says it is larger": ("logo.png", bomb(3000, 3000), "broken or cut short"),
    "cut in its pixels": ("logo.png", GOOD_PNG[: len(GOOD_PNG) // 2], "broken or cut short"),
    "cut in its header": ("logo.png", GOOD_PNG[:20], "broken or cut short"),
    "its signature alone": ("logo.png", GOOD_PNG[:8], "broken or cut short"),
    "a wrong byte": ("logo.png", GOOD_PNG[:90] + b"\0" + GOOD_PNG[91:], "broken or cut short"),
    "a wrong sum": ("logo.png", WRONG_SUM, "broken or cut short"),
    "a cut JPEG": ("logo.jpg", GOOD_JPEG[: len(GOOD_JPEG) // 2], "broken or cut short"),
    "a JPEG's first bytes": ("logo.jpeg", GOOD_JPEG[:30], "broken or cut short"),
    "a JPEG of many scans": ("logo.jpg", GOOD_JPEG + b"\xff\xda" * 200, "scans"),
    "words": ("logo.png", b"name: A practice\n", "this file is no PNG"),
    "nothing": ("logo.png", b"", "this file is no PNG"),
    "an SVG in name": ("logo.png", svg(SQUARE).encode(), "this file is no PNG"),
    "a JPEG in a PNG's name": ("logo.png", GOOD_JPEG, "this file is no PNG"),
    "a GIF": ("logo.jpg", saved(noise(9, 9), "GIF"), "this file is no JPEG"),
    "one that moves": (
        "logo.png",
        saved(FRAMES[0], save_all=True, append_images=FRAMES[1:]),
        "this picture moves",
    ),
    "white": ("logo.png", saved(Image.new("RGB", (9, 9), "white")), "on white paper"),
    "white on nothing": ("logo.png", saved(Image.new("LA", (9, 9), (255, 0))), "on white paper"),
}


@pytest.mark.parametrize(("name", "data", "what"), PICTURES.values(), ids=PICTURES)
def test_hostile_and_broken_pictures(
    logo_fault: Callable[[bytes | str, str], Problem], name: str, data: bytes, what: str
) -> None:
    problem = logo_fault(data, name)
    assert (problem.place.file, problem.place.line) == ("practice.yaml", 2)
    assert what in problem.what
