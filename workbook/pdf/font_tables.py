"""Tables of a TrueType file that have a value for each character or glyph, read at once.

Numbers are as in the file, in units of its em. OpenType specification: cmap, hmtx, loca.
"""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNICODE, _WINDOWS = 0, 3


def character_glyphs(data: bytes, start: int) -> dict[int, int]:
    """The glyph of each code point, from the `cmap` table at `start`.

    Of several subtables, one of all Unicode (format 12) goes before one of the basic plane
    (format 4). Raises ValueError when there is neither.
    """
    (count,) = unpack_from(">H", data, start + 2)
    found: dict[int, int] = {}
    for number in range(count):
        platform, _, offset = unpack_from(">HHL", data, start + 4 + 8 * number)
        if platform in (_UNICODE, _WINDOWS):
            (form,) = unpack_from(">H", data, start + offset)
            found[form] = start + offset
    if 12 in found:
        return _segmented_coverage(data, found[12])
    if 4 in found:
        return _segment_mapping(data, found[4])
    raise ValueError("the font has no table of Unicode characters")


def _segmented_coverage(data: bytes, start: int) -> dict[int, int]:
    """Format 12: runs of characters whose glyphs are neighbours."""
    (count,) = unpack_from(">L", data, start + 12)
    numbers = unpack_from(f">{3 * count}L", data, start + 16)
    glyphs: dict[int, int] = {}
    for first, last, glyph in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        characters = range(first, last + 1)
        glyphs.update(zip(characters, range(glyph, glyph + len(characters)), strict=True))
    return glyphs


def _segment_mapping(data: bytes, start: int) -> dict[int, int]:
    """Format 4: runs of characters, whose glyphs are a step away or in a list."""
    (twice,) = unpack_from(">H", data, start + 6)
    columns = f">{twice // 2}H"
    lasts, firsts, steps, offsets = (
        unpack_from(columns, data, start + at)
        for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    glyphs: dict[int, int] = {}
    for number, (first, last, step, offset) in enumerate(
        zip(firsts, lasts, steps, offsets, strict=True)
    ):
        characters = range(first, last + 1)
        shown: Sequence[int] = characters
        if offset:
            # Counted from where the offset itself stands.
            listed = start + 16 + 3 * twice + 2 * number + offset
            shown = unpack_from(f">{len(characters)}H", data, listed)
        glyphs.update(
            (character, glyph + step & 0xFFFF)
            for character, glyph in zip(characters, shown, strict=True)
            if glyph or not offset
        )
    # The last run is the end of the table, not a character.
    glyphs.pop(0xFFFF, None)
    return glyphs


def glyph_metrics(data: bytes, start: int, full: int, glyphs: int) -> list[tuple[int, int]]:
    """Advance and left bearing (both unsigned) of each of `glyphs`, from the `hmtx` table.

    `full` of them have both, and the others have the last of these advances.
    """
    pairs = unpack_from(f">{2 * full}H", data, start)
    bearings = unpack_from(f">{glyphs - full}H", data, start + 4 * full)
    metrics = list(zip(pairs[::2], pairs[1::2], strict=True))
    return metrics + [(pairs[-2], bearing) for bearing in bearings]


def glyph_offsets(data: bytes, start: int, glyphs: int, *, long: bool) -> Sequence[int]:
    """Where each glyph begins in the `glyf` table, and where the last ends; from `loca`."""
    if long:
        return unpack_from(f">{glyphs + 1}L", data, start)
    return [2 * half for half in unpack_from(f">{glyphs + 1}H", data, start)]
