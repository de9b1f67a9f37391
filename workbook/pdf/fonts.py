"""Faces as one file embeds them: subsets of up to 254 characters. ISO 32000-1 9.6.3, 9.10.3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from zlib import compress, crc32

if TYPE_CHECKING:
    from workbook.pdf.faces import Face
    from workbook.pdf.objects import Objects

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_ASCII = range(_SPACE, 0x7F)
# Codes for all but ASCII, which keeps its own; 0 shows that a glyph is missing, and the ends of
# lines would have to be escaped.
_FREE = (*range(0x7F, 0x100), *(code for code in range(1, _SPACE) if code not in (10, 13)))
_ESCAPED = {ord(sign): f"\\{sign}" for sign in "()\\"}
_MISSING = "\\000"


class _FullError(Exception):
    """There is no code left in a subset."""


class Subset(dict[int, str]):
    """Characters of a face as they are written in a string; new ones get codes as they come.

    `name` is its resource name, and `characters` are the code points shown by its codes.
    """

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face, self.name = face, name
        self.characters: dict[int, int] = {}
        self._free = iter(_FREE)

    def __missing__(self, character: int) -> str:
        shown = _SPACE if character == _NO_BREAK_SPACE else character
        if shown not in self.face.file.glyphs:
            return _MISSING
        code = shown if shown in _ASCII else next(self._free, None)
        if code is None:
            raise _FullError
        self.characters[code] = shown
        written = self[character] = _ESCAPED.get(code) or chr(code)
        return written

    @cached_property
    def _table(self) -> list[int]:
        """The character of each code from 0, -1 for none; asked for when all is drawn."""
        return [
            self.characters.get(code, -1) for code in range(max(self.characters, default=0) + 1)
        ]

    @cached_property
    def _program(self) -> tuple[int, bytes]:
        """The length of the font file, and the file deflated."""
        program = self.face.file.subset(self._table)
        return len(program), compress(program)

    def write(self, objects: Objects) -> int:
        """Write the font with all that belongs to it; gives its number."""
        file, (length, program) = self.face.file, self._program
        # Different subsets have different names, in whatever files they stand.
        base = f"{_tag(self._table)}+{file.name}"
        first = min(self.characters, default=0)
        widths = [
            f"{file.widths[chr(shown)]:g}" if shown >= 0 else "0" for shown in self._table[first:]
        ]
        unicode = objects.add_stream(_to_unicode(self.characters).encode("ascii"))
        embedded = objects.add_deflated(program, f"/Length1 {length}")
        descriptor = objects.add(
            f"<</Type/FontDescriptor/FontName/{base}{file.descriptor()}/FontFile2 {embedded} 0 R>>"
        )
        return objects.add(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{base}/FirstChar {first}"
            f"/LastChar {len(self._table) - 1}/Widths[{' '.join(widths)}]"
            f"/ToUnicode {unicode} 0 R/FontDescriptor {descriptor} 0 R>>"
        )


class Fonts:
    """The faces of one file and their subsets."""

    def __init__(self) -> None:
        self._subsets: dict[Face, list[Subset]] = {}

    def encode(self, face: Face, text: str) -> list[tuple[str, str]]:
        """`text` as resource names of subsets and the insides of strings in them."""
        if not text:
            return []
        subsets = self._subsets.get(face)
        if subsets is None:
            subsets = self._subsets[face] = []
            self._add(face)
        if len(subsets) == 1:
            try:
                return [(subsets[0].name, text.translate(subsets[0]))]
            except _FullError:
                self._add(face)
        pieces: list[tuple[str, str]] = []
        for character in text:
            name, written = self._encode_one(face, ord(character))
            if pieces and pieces[-1][0] == name:
                written = pieces.pop()[1] + written
            pieces.append((name, written))
        return pieces

    def _encode_one(self, face: Face, character: int) -> tuple[str, str]:
        subsets = self._subsets[face]
        for subset in subsets:
            if character in subset:
                return subset.name, subset[character]
        # ASCII keeps its codes in the first; only the last may have some left for others.
        last = subsets[0] if character in _ASCII or character == _NO_BREAK_SPACE else subsets[-1]
        try:
            return last.name, last[character]
        except _FullError:
            self._add(face)
            return self._encode_one(face, character)

    def _add(self, face: Face) -> None:
        number = list(self._subsets).index(face) + 1
        subsets = self._subsets[face]
        subsets.append(Subset(face, f"F{number}.{len(subsets)}" if subsets else f"F{number}"))

    def write(self, objects: Objects) -> int:
        """Write all fonts; gives the number of the dictionary that names them."""
        names = [
            f"/{subset.name} {subset.write(objects)} 0 R"
            for subsets in self._subsets.values()
            for subset in subsets
        ]
        return objects.add(f"<<{''.join(names)}>>")


def _tag(table: list[int]) -> str:
    """Six capitals for a subset (ISO 32000-1 9.6.4) that come from its characters."""
    left = crc32(repr(table).encode())
    letters = []
    for _ in range(6):
        left, letter = divmod(left, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def _to_unicode(characters: dict[int, int]) -> str:
    """A map of codes to text; characters beyond the basic plane are UTF-16 pairs.

    No code stands for U+0000, which PDF/UA-1 refuses (ISO 14289-1 7.21.7).
    """
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in sorted(characters.items())
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    # A block holds at most 100 entries (Adobe Technical Note 5014, CMap specification).
    for first in range(0, len(entries), 100):
        block = entries[first : first + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
