"""Reads PWG raster (PWG 5102.4), what a driverless printer receives: grey pages of 8 bits."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

import numpy

if TYPE_CHECKING:
    from collections.abc import Iterator

SYNC = b"RaS2"
HEADER = struct.Struct(">449I")
# Where a field stands in the header, in words of 4 bytes.
DUPLEX, DPI_ACROSS, DPI_DOWN, TUMBLE = 68, 69, 70, 92
PAGE_WIDTH, PAGE_HEIGHT = 88, 89
WIDTH, HEIGHT, BITS_PER_PIXEL, BYTES_PER_LINE, COLOUR_SPACE = 93, 94, 97, 98, 100
GREY = 18


class RasterPage(NamedTuple):
    """One side of a sheet: the page's size in points, and its pixels, 0 black to 255 paper."""

    dpi: int
    size: tuple[int, int]
    duplex: bool
    tumble: bool
    pixels: numpy.ndarray


def read(raster: bytes) -> Iterator[RasterPage]:
    """Each page of a raster file."""
    assert raster[:4] == SYNC
    at = len(SYNC)
    while at < len(raster):
        head = HEADER.unpack_from(raster, at)
        assert (head[BITS_PER_PIXEL], head[COLOUR_SPACE]) == (8, GREY)
        assert head[DPI_ACROSS] == head[DPI_DOWN]
        width, height = head[WIDTH], head[HEIGHT]
        assert head[BYTES_PER_LINE] == width
        pixels, at = _unpack(raster, at + HEADER.size, width, height)
        yield RasterPage(
            head[DPI_ACROSS],
            (head[PAGE_WIDTH], head[PAGE_HEIGHT]),
            bool(head[DUPLEX]),
            bool(head[TUMBLE]),
            numpy.frombuffer(pixels, numpy.uint8).reshape(height, width),
        )


def _unpack(raster: bytes, at: int, width: int, height: int) -> tuple[bytes, int]:
    """A page's pixels, and where they end.

    A line says first how often it is repeated. Then: up to 127, a pixel and how often it is
    repeated; from 129, how many pixels follow as they are; 128, paper to the end of the line.
    """
    page = bytearray()
    while len(page) < width * height:
        lines, at = raster[at] + 1, at + 1
        line = bytearray()
        while len(line) < width:
            count, at = raster[at], at + 1
            if count < 128:
                line += raster[at : at + 1] * (count + 1)
                at += 1
            elif count > 128:
                line += raster[at : at + 257 - count]
                at += 257 - count
            else:
                line += b"\xff" * (width - len(line))
        assert len(line) == width
        page += line * lines
    assert len(page) == width * height
    return bytes(page), at
