"""A TrueType file: its widths, its glyphs and its subsets. The only place that uses ReportLab.

Of ReportLab comes the reader of font files with its maker of subsets.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


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


class TrueType:
    """A font file, read once. Widths and heights are thousandths of the type size."""

    def __init__(self, path: str) -> None:
        self._file = TTFontFile(BytesIO(Path(path).read_bytes()))
        self.name: str = self._file.name.decode("ascii")
        self.glyphs: dict[int, int] = self._file.charToGlyph
        self.widths: dict[int, float] = self._file.charWidths

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
