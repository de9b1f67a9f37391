"""The faces of a build: widths, fallback within a line, and which characters can be set.

Faces are made anew for each build; of two builds, only what is read from font files is shared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from workbook.pdf.truetype import font_file
from workbook.shipped import shipped
from workbook.text.spans import SOFT_BREAK

if TYPE_CHECKING:
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

    @cached_property
    def codes(self) -> frozenset[int]:
        """Code points that this face can print."""
        have = self.file.glyphs
        return frozenset([code for code in have if code not in _SHAPED and code >= _SPACE])

    def advance(self, text: str) -> float:
        """Width of `text` at one point of size."""
        widths = self.file.widths
        total: float = sum([widths.get(ord(character), 0) for character in text])
        return total / 1000.0


class Faces:
    """The faces of one build, loaded when first used."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}
        self._advances: dict[tuple[Face, str], float] = {}

    def face(self, role: str, strong: bool = False, emphasis: bool = False) -> Face:
        """The face for a role and weight; a role that lacks one gives its nearest."""
        key = next(
            key
            for key in (
                (role, strong, emphasis),
                (role, strong, False),
                (role, not strong, False),
            )
            if key in _FILES
        )
        name = _FILES[key]
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = Face(str(shipped("fonts").joinpath(name)))
        return found

    def runs(self, span: Span, style: TypeStyle) -> list[tuple[Face, str]]:
        """`span`'s text cut where the face has to change for a missing character."""
        face = self.face(style.face, style.strong or span.strong, span.emphasis)
        if face.codes.issuperset(map(ord, span.text.replace(SOFT_BREAK, ""))):
            return [(face, span.text)]
        fallback = self.face("fallback", style.strong or span.strong or style.face == "heading")
        runs: list[tuple[Face, str]] = []
        for character in span.text:
            chosen = face if ord(character) in face.codes else fallback
            if runs and (runs[-1][0] is chosen or character in (" ", SOFT_BREAK)):
                runs[-1] = (runs[-1][0], runs[-1][1] + character)
            else:
                runs.append((chosen, character))
        return runs

    def advance(self, face: Face, word: str, size: float) -> float:
        """Width of `word` in points."""
        key = (face, word)
        found = self._advances.get(key)
        if found is None:
            found = self._advances[key] = face.advance(word)
        return found * size
