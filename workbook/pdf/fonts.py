"""Faces as files embed them: characters by code, in subsets. ISO 32000-1 9.6.3, 9.10.3."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from workbook.pdf.reportlab import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.pdf.document import Document
    from workbook.pdf.faces import Face
    from workbook.pdf.truetype import TrueType

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
# A carriage return that isn't escaped is read as a line feed.
_ESCAPES = str.maketrans(
    {"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "\n": "\\n", "\0": "\\000"}
)


class _OtherSubsetError(Exception):
    """A character has no code in the first subset of its font."""


class _Codes(dict[int, str]):
    """Characters as they are written in a string of their font's first subset.

    A table for `str.translate`, which asks ReportLab for the code of each character once.
    """

    def __init__(self, font: _Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, character: int) -> str:
        ((subset, code),) = self._font.splitString(chr(character), self._font)
        if subset:
            raise _OtherSubsetError
        written = self[character] = _written(code)
        return written


class _Font(TTFont):
    """A face of one set of pages, whose characters have the same codes in every document.

    ReportLab gives the codes, ASCII its own, and writes the subsets.
    """

    def __init__(self, file: TrueType, name: str) -> None:
        # Not TTFont's own, which would read the file again.
        self.fontName, self.face, self.name = file.name, file.face, name
        self._asciiReadable = True
        self._state = TTFont.State(asciiReadable=True, ttf=self)
        self._state.internalName = name
        self.state = {self: self._state}
        self._codes = _Codes(self)
        self._others: set[str] = set()

    def encode(self, text: str) -> list[tuple[str, str]]:
        """`text` as resource names of subsets and the insides of strings in them."""
        try:
            return [(f"{self.name}+0", text.translate(self._codes))]
        except _OtherSubsetError:
            self._others.update(text)
            return [
                (f"{self.name}+{subset}", _written(codes))
                for subset, codes in self.splitString(text, self)
            ]

    def write(self, document: Document) -> None:
        """Embed the subsets in a document."""
        state = self.state[document] = copy(self._state)
        state.subsets = [self._shown(subset) for subset in state.subsets]
        self.addObjects(document)
        for number, subset in enumerate(state.subsets):
            font = document.idToObject[f"{self.name}+{number}"]
            # ReportLab's map has U+0000, which PDF/UA-1 refuses (ISO 14289-1 7.21.7), more in a
            # block than is allowed, and no pairs for characters beyond the basic plane.
            document.idToObject[font.ToUnicode.name].content = _to_unicode(subset)

    def _shown(self, subset: list[int]) -> list[int]:
        """A subset without what isn't written: at first it has all of ASCII."""
        used = {*self._codes, *map(ord, self._others)}
        if _NO_BREAK_SPACE in used:
            used.add(_SPACE)
        return [character if character in used else 0 for character in subset]


class Fonts:
    """The fonts of one set of pages, by file."""

    def __init__(self) -> None:
        self._fonts: dict[TrueType, _Font] = {}

    def encode(self, face: Face, text: str) -> list[tuple[str, str]]:
        """`text` as resource names of subsets and the insides of strings in them."""
        if not text:
            return []
        font = self._fonts.get(face.file)
        if font is None:
            font = self._fonts[face.file] = _Font(face.file, f"F{len(self._fonts) + 1}")
        return font.encode(text)

    def write(self, document: Document) -> None:
        """Embed all fonts in a document, under the names that `encode` gave."""
        for font in self._fonts.values():
            font.write(document)


def _written(codes: bytes) -> str:
    return codes.decode("latin-1").translate(_ESCAPES)


def _to_unicode(subset: Iterable[int]) -> str:
    """A map of codes to text; characters beyond the basic plane are UTF-16 pairs."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
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
