"""What we use of ReportLab, imported so that nothing of its user's settings changes a file."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from os import environ
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "XMP",
    "PDFArray",
    "PDFDestinationXYZ",
    "PDFDictionary",
    "PDFDocument",
    "PDFFormXObject",
    "PDFName",
    "PDFObject",
    "PDFObjectReference",
    "PDFPage",
    "PDFPageLabel",
    "PDFPageLabels",
    "PDFResourceDictionary",
    "PDFStream",
    "PDFString",
    "PDFZCompress",
    "TTFont",
    "TTFontFace",
    "ViewerPreferencesPDFDictionary",
    "checkPDFBoolean",
    "format_object",
]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """While ReportLab is imported, it finds none of its settings, and an empty stand-in for Pillow.

    ReportLab runs ~/.reportlab_mods, and takes settings from ~/.reportlab_settings and from
    variables that begin with RL_; a build depends on none of them. It imports Pillow for
    pictures, which we don't draw with it; Pillow takes a tenth of a second that a book without
    pictures need not pay. The stand-in is taken away again, so that whoever needs Pillow gets it.
    """
    stand_ins = {name: ModuleType(name) for name in ("reportlab_mods", "reportlab_settings")}
    if "PIL" not in sys.modules:
        stand_ins |= {name: ModuleType(name) for name in ("PIL", "PIL.Image")}
        vars(stand_ins["PIL"])["Image"] = stand_ins["PIL.Image"]
    for name, module in stand_ins.items():
        sys.modules.setdefault(name, module)
    hidden = {name: environ.pop(name) for name in list(environ) if name.startswith("RL_")}
    try:
        yield
    finally:
        environ.update(hidden)
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


with _undisturbed():
    from reportlab.pdfbase.pdfdoc import (
        XMP,
        PDFArray,
        PDFDestinationXYZ,
        PDFDictionary,
        PDFDocument,
        PDFFormXObject,
        PDFName,
        PDFObject,
        PDFObjectReference,
        PDFPage,
        PDFPageLabel,
        PDFPageLabels,
        PDFResourceDictionary,
        PDFStream,
        PDFString,
        PDFZCompress,
        ViewerPreferencesPDFDictionary,
        checkPDFBoolean,
    )
    from reportlab.pdfbase.pdfdoc import format as format_object
    from reportlab.pdfbase.ttfonts import TTFont, TTFontFace
