"""A TrueType file: its widths, its glyphs and its subsets. The only place that uses ReportLab.

Of ReportLab come the reader of what is said of a whole face, and the maker of subsets.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from workbook.pdf.font_tables import character_glyphs, glyph_metrics, glyph_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


@contextmanager
def _undisturbed() -> Iterator[None]:
    """While ReportLab is imported, it finds none of its settings, and an empty stand-in for Pillow.

    ReportLab runs ~/.reportlab_mods and reads ~/.reportlab_settings where they exist; a build
    depends on neither. It imports Pillow for pictures, which we don't draw with it; Pillow takes
    a tenth of a second that a book without pictures need not pay. The stand-in is taken away
    again, so that whoever needs Pillow gets it.
    """
    stand_ins = {name: ModuleType(name) for name in ("reportlab_mods", "reportlab_settings")}
    if "PIL" not in sys.modules:
        stand_ins |= {name: ModuleType(name) for name in ("PIL", "PIL.Image")}
        vars(stand_ins["PIL"])["Image"] = stand_ins["PIL.Image"]
    for name, module in stand_ins.items():
        sys.modules.setdefault(name, module)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


with _undisturbed():
    from reportlab.pdfbase.ttfonts import TTFontFile


class _FontFile(TTFontFile):
    """ReportLab's font file, whose long tables are read at once rather than value by value."""

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 (ReportLab's names)
        """Read what makers of descriptors and subsets ask for."""
        super().extractInfo(charInfo=0)
        data: bytes = self._ttf_data
        tags = ("cmap", "head", "hhea", "hmtx", "loca")
        start = {tag: self.get_table_pos(tag)[0] for tag in tags}
        self.charToGlyph = character_glyphs(data, start["cmap"])
        if _SPACE in self.charToGlyph:
            self.charToGlyph[_NO_BREAK_SPACE] = self.charToGlyph[_SPACE]
        full = self.get_ushort(start["hhea"] + 34)
        self.hmetrics = glyph_metrics(data, start["hmtx"], full, self.numGlyphs)
        self.defaultWidth = self._pdfScale(self.hmetrics[0][0])
        long = bool(self.get_ushort(start["head"] + 50))
        self.glyphPos = glyph_offsets(data, start["loca"], self.numGlyphs, long=long)


class TrueType:
    """A font file, read once. Widths and heights are thousandths of the type size.

    `glyphs` are by code point, `widths` by character.
    """

    def __init__(self, path: str) -> None:
        self._file = file = _FontFile(BytesIO(Path(path).read_bytes()))
        self.name: str = file.name.decode("ascii")
        self.glyphs: dict[int, int] = file.charToGlyph
        advances = [file._pdfScale(advance) for advance, _ in file.hmetrics]
        self.widths: dict[str, float] = {
            chr(code): advances[glyph] for code, glyph in self.glyphs.items()
        }

    @property
    def cap_height(self) -> float:
        """Height of its capitals (OS/2 sCapHeight)."""
        height: float = self._file.capHeight
        return height

    def descriptor(self) -> str:
        """What a font descriptor says of the whole face, as entries of a dictionary."""
        file = self._file
        box = " ".join(f"{edge:g}" for edge in file.bbox)
        return (
            f"/Ascent {file.ascent:g}/CapHeight {file.capHeight:g}/Descent {file.descent:g}"
            f"/Flags {file.flags}/FontBBox[{box}]/ItalicAngle {file.italicAngle:g}"
            f"/StemV {file.stemV}/MissingWidth {file.defaultWidth:g}"
        )

    def subset(self, characters: Sequence[int]) -> bytes:
        """A font file whose code N shows the Nth character; of -1 it shows that none is there."""
        file: bytes = self._file.makeSubset(characters)
        return file


@cache
def font_file(path: str) -> TrueType:
    """The font file at `path`; its contents are never changed, so all builds share one."""
    return TrueType(path)
