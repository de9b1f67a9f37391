"""A plain file of numbered pages, half as large as the sheets that they are put on."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

PAGE = (396, 612)
SHEET = (792, 612)
NOTE = "to print; read the plain file"


@cache
def numbered_pages(pages: int, size: tuple[float, float] = PAGE) -> bytes:
    """Pages that say their number at head and foot, and show it as a column of squares."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    width, height = size
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(width / 2, height - 30, f"head {number}")
        canvas.drawString(width / 2, 21, f"foot {number}")
        for bit in range(8):
            if number >> bit & 1:
                canvas.rect(24, 36 + 12 * bit, 12, 9, stroke=0, fill=1)
        canvas.rect(24, 138, 21, 6, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
