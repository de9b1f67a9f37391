"""Font files are read as ReportLab itself reads them."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from workbook.pdf.truetype import TrueType
from workbook.shipped import shipped

FILES = sorted(shipped("fonts").glob("*/*.ttf"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_tables_are_read_as_by_reportlab(path):
    ours, theirs = TrueType(str(path)), TTFontFace(str(path))
    assert ours.glyphs == {
        code: glyph for code, glyph in theirs.charToGlyph.items() if glyph and code
    }
    assert ours.widths == {chr(code): theirs.charWidths[code] for code in ours.glyphs}
    assert {code: float(ours.face.getCharWidth(code)) for code in ours.glyphs} == {
        code: theirs.getCharWidth(code) for code in ours.glyphs
    }
    assert float(ours.face.getCharWidth(0)) == theirs.defaultWidth
    some = list(ours.glyphs)[::7]
    assert ours.face.makeSubset(some) == theirs.makeSubset(some)
