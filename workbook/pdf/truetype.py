"""A TrueType file: its widths and glyphs, and ReportLab's face, which makes its subsets."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from workbook.pdf.font_tables import character_glyphs, glyph_metrics, glyph_offsets
from workbook.pdf.reportlab import TTFontFace

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class _FontFace(TTFontFace):
    """ReportLab's face, whose long tables are read at once rather than value by value."""

    def __init__(self, file: BytesIO) -> None:
        self._written_widths: dict[int, bytes] = {}
        super().__init__(file)

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 (ReportLab's names)
        """Read what makers of descriptors and subsets ask for."""
        super().extractInfo(charInfo=0)
        data: bytes = self._ttf_data
        tags = ("cmap", "head", "hhea", "hmtx", "loca")
        start = {tag: self.get_table_pos(tag)[0] for tag in tags}
        self.charToGlyph = character_glyphs(data, start["cmap"])
        # In a subset, 0 stands for what is missing; some faces have a glyph for U+0000.
        self.charToGlyph.pop(0, None)
        if _SPACE in self.charToGlyph:
            self.charToGlyph[_NO_BREAK_SPACE] = self.charToGlyph[_SPACE]
        full = self.get_ushort(start["hhea"] + 34)
        self.hmetrics = glyph_metrics(data, start["hmtx"], full, self.numGlyphs)
        self.defaultWidth = self._pdfScale(self.hmetrics[0][0])
        long = bool(self.get_ushort(start["head"] + 50))
        self.glyphPos = glyph_offsets(data, start["loca"], self.numGlyphs, long=long)

    def getCharWidth(self, code: int) -> bytes:  # noqa: N802 (ReportLab's name)
        """The width of a code point in thousandths; of what is missing, that of the sign for it.

        ReportLab asks for it only to write it, so it is as it is written.
        """
        written = self._written_widths.get(code)
        if written is None:
            advance, _ = self.hmetrics[self.charToGlyph.get(code, 0)]
            written = self._written_widths[code] = b"%g" % self._pdfScale(advance)
        return written


class TrueType:
    """A font file, read once. Widths are thousandths of the type size.

    `glyphs` are by code point, `widths` by character.
    """

    def __init__(self, path: str) -> None:
        self.face = face = _FontFace(BytesIO(Path(path).read_bytes()))
        self.name: str = face.name.ustr
        self.glyphs: dict[int, int] = face.charToGlyph
        advances = [face._pdfScale(advance) for advance, _ in face.hmetrics]
        self.widths: dict[str, float] = {
            chr(code): advances[glyph] for code, glyph in self.glyphs.items()
        }

    @property
    def cap_height(self) -> float:
        """Height of its capitals (OS/2 sCapHeight)."""
        height: float = self.face.capHeight
        return height


@cache
def font_file(path: str) -> TrueType:
    """The font file at `path`; its contents are never changed, so all builds share one."""
    return TrueType(path)
