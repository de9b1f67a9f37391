"""Numbered pages, half as large as the sheets that they are put on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from support.builds import DAY
from workbook.choices.choices import Choices
from workbook.choices.ink import Ink
from workbook.choices.paper import Paper
from workbook.choices.sheet import sheet_for
from workbook.geometry import Area
from workbook.pdf.canvas import TaggedCanvas
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = (396, 612)
SHEET = (792, 612)
NOTE = "to print; read the plain file"
_BLACK = Ink(0, 0, 0)


def drawn(
    pages: int, draw: Callable[[Pen, int], None], size: tuple[float, float] = PAGE
) -> TaggedCanvas:
    """Pages that `draw` is asked to draw, by number from 1."""
    paper = Paper("small", *size)
    canvas = TaggedCanvas(paper, "en", DAY, Element("Document"))
    canvas.describe("Numbers", "")
    sheet = replace(sheet_for(Choices(date=DAY), "en"), paper=paper)
    pen = Pen(canvas, Faces(), sheet, {})
    for number in range(1, pages + 1):
        with pen.artifact():
            draw(pen, number)
        pen.new_page()
    return canvas


@cache
def numbered_pages(pages: int, size: tuple[float, float] = PAGE) -> TaggedCanvas:
    """Pages that say their number at head and foot, and show it as a column of squares."""
    width, height = size

    def draw(pen: Pen, number: int) -> None:
        face = pen.faces.face("text")
        pen.text(width / 2, height - 30, [(face, f"head {number}")], 9, _BLACK)
        pen.text(width / 2, 21, [(face, f"foot {number}")], 9, _BLACK)
        for bit in range(8):
            if number >> bit & 1:
                pen.fill(Area(24, 45 + 12 * bit, 12, 9), _BLACK)
        pen.fill(Area(24, 144, 21, 6), _BLACK)

    return drawn(pages, draw, size)


@cache
def numbered_file(pages: int, size: tuple[float, float] = PAGE) -> bytes:
    """The plain file of those pages."""
    return numbered_pages(pages, size).finish()
