"""The faces of a build: widths, fallback within a line, and which characters can be set.

What is read from a font file, and the widths of words in it, never change: all builds share them.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from workbook.pdf.truetype import font_file
from workbook.shipped import shipped
from workbook.text.spans import SOFT_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.type import TypeStyle
    from workbook.text.spans import Span

_ATKINSON = "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_"
# (role, strong, emphasis) -> file. Headings have one weight, and the Latin faces fall
# back on Noto Sans, whose upright serves for emphasis too, and whose regular for light.
_FILES = {
    ("text", False, False): _ATKINSON + "400Regular.ttf",
    ("text", True, False): _ATKINSON + "600SemiBold.ttf",
    ("text", False, True): _ATKINSON + "400Regular_Italic.ttf",
    ("text", True, True): _ATKINSON + "600SemiBold_Italic.ttf",
    ("light", False, False): _ATKINSON + "300Light.ttf",
    ("light", True, False): _ATKINSON + "600SemiBold.ttf",
    ("light", False, True): _ATKINSON + "300Light_Italic.ttf",
    ("light", True, True): _ATKINSON + "600SemiBold_Italic.ttf",
    ("heading", True, False): "literata/Literata_600SemiBold.ttf",
    ("fallback", False, False): "noto-sans/NotoSans_400Regular.ttf",
    ("fallback", True, False): "noto-sans/NotoSans_600SemiBold.ttf",
}
# Scripts that need shaping or run right to left are not set, even where a face has glyphs.
_SHAPED = range(0x0590, 0x1C80)
_SPACE = ord(" ")


class Face:
    """A face: which characters it can print, and how wide they are."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.file = font_file(path)
        self._advances: dict[str, float] = {}

    @cached_property
    def codes(self) -> frozenset[int]:
        """Code points that this face can print."""
        return frozenset(map(ord, self.characters))

    @cached_property
    def characters(self) -> frozenset[str]:
        """Characters that this face can print."""
        have = self.file.glyphs
        return frozenset([chr(code) for code in have if code not in _SHAPED and code >= _SPACE])

    @cached_property
    def cap_height(self) -> float:
        """Height of capitals at one point of size."""
        return self.file.cap_height / 1000

    def advance(self, text: str) -> float:
        """Width of `text` at one point of size; what the face lacks has none."""
        known = self._advances.get(text)
        if known is None:
            widths = self.file.widths
            known = sum([widths.get(character, 0) for character in text]) / 1000.0
            self._advances[text] = known
        return known


@cache
def _face(path: str) -> Face:
    """The face in a font file; all builds of a process share it, with the widths it knows."""
    return Face(path)


class Faces:
    """The faces of one build, loaded when first used."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}
        self._chosen: dict[tuple[str, bool, bool], Face] = {}

    def face(self, role: str, strong: bool = False, emphasis: bool = False) -> Face:
        """The face for a role and weight; a role that lacks one gives its nearest."""
        asked = (role, strong, emphasis)
        if asked in self._chosen:
            return self._chosen[asked]
        key = next(
            key
            for key in (
                asked,
                (role, strong, False),
                (role, not strong, False),
            )
            if key in _FILES
        )
        name = _FILES[key]
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = _face(str(shipped("fonts").joinpath(name)))
        self._chosen[asked] = found
        return found

    def runs(self, span: Span, style: TypeStyle) -> list[tuple[Face, str]]:
        """`span`'s text cut where the face has to change for a missing character."""
        face = self.face(style.face, style.strong or span.strong, span.emphasis)
        text, printed = span.text, face.characters
        if printed.issuperset(text) or printed.issuperset(text.replace(SOFT_BREAK, "")):
            return [(face, text)]
        fallback = self.face("fallback", style.strong or span.strong or style.face == "heading")
        runs: list[tuple[Face, str]] = []
        for character in text:
            chosen = face if character in printed else fallback
            if runs and (runs[-1][0] is chosen or character in (" ", SOFT_BREAK)):
                runs[-1] = (runs[-1][0], runs[-1][1] + character)
            else:
                runs.append((chosen, character))
        return runs

    def drop(self, style: TypeStyle) -> float:
        """From the top of a line to its baseline, in points: capitals stand in its middle."""
        face = self.face(style.face, style.strong)
        return (style.leading + face.cap_height * style.size) / 2

    def advance(self, face: Face, word: str, size: float) -> float:
        """Width of `word` in points."""
        return face.advance(word) * size

    def advances(self, face: Face, words: Sequence[str], size: float) -> list[float]:
        """Widths of `words` in points."""
        return [face.advance(word) * size for word in words]
