"""The faces of a build: widths, fallback within a line, and which characters can be set.

Faces are loaded afresh for each build, so that two builds share nothing.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.ttfonts import TTFont

from workbook.shipped import shipped
from workbook.text.spans import SOFT_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


class Face(TTFont):
    """A TrueType face whose subsets extract as the text that was written."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        """Write the font's objects, with a ToUnicode map that maps no code to U+0000.

        PDF/UA-1 (ISO 14289-1, 7.21.7) refuses U+0000 there, and characters beyond the
        basic plane are UTF-16 pairs (ISO 32000-1, 9.10.3); ReportLab does neither.
        """
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for subset, name in zip(subsets, self._subset_names(doc), strict=False):
            font = doc.idToObject["BasicFonts"].dict[name]
            stream = doc.idToObject[font.ToUnicode.name]
            stream.content = _to_unicode(subset)

    def _subset_names(self, doc: Any) -> Iterable[str]:
        internal = doc.fontMapping[self.fontName][1:]
        fonts = doc.idToObject["BasicFonts"].dict
        return (name for name in fonts if name.split("+")[0] == internal)

    @cached_property
    def codes(self) -> frozenset[int]:
        """Code points that this face can print."""
        have = self.face.charToGlyph
        return frozenset(code for code in have if code not in _SHAPED and code >= _SPACE)

    def advance(self, text: str) -> float:
        """Width of `text` at one point of size."""
        widths = self.face.charWidths
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
            path = shipped("fonts").joinpath(name)
            found = self._faces[name] = Face(path.stem, str(path), asciiReadable=False)
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

    def advances(self, face: Face, words: Sequence[str], size: float) -> list[float]:
        """Widths of `words` in points."""
        return [self.advance(face, word, size) for word in words]


def _to_unicode(subset: list[int]) -> str:
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
