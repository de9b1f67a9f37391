"""Numbers and short labels inside a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.choices.type import TypeStyle
    from workbook.pdf.pen import Pen


def numeral(pen: Pen, x: float, y: float, text: str, style: TypeStyle) -> None:
    """Draw `text` on one line as part of the figure that is open, its middle on `(x, y)`."""
    face = pen.faces.face(style.face, style.strong)
    width = pen.faces.advance(face, text, style.size)
    baseline = y - face.cap_height * style.size / 2
    pen.text(x - width / 2, baseline, [(face, text)], style.size, style.ink)
