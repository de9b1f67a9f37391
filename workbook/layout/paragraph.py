"""The paragraph box."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from workbook.layout.box import Box
from workbook.layout.lines import balanced_lines, prose_lines, words_of
from workbook.pdf.element import Element
from workbook.text.prose import Prose
from workbook.text.spans import FOLIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.ink import Ink
    from workbook.choices.type import TypeStyle
    from workbook.geometry import Area
    from workbook.layout.lines import Line, Piece, Word
    from workbook.pdf.faces import Face, Faces
    from workbook.pdf.pen import Pen
    from workbook.text.spans import Span

FEWEST_LINES = 2
# Caps are centred in their leading: half the cap height of the text face, in ems.
HALF_CAP = 0.33


class Paragraph(Box):
    """A paragraph; its pieces over several pages are one element."""

    def __init__(
        self,
        text: Prose | Sequence[Span],
        style: TypeStyle,
        *,
        tag: str = "P",
        element: Element | None = None,
        above: float = 0.0,
        below: float = 0.0,
        keep: bool = False,
        align: str = "left",
    ) -> None:
        self.spans = text.spans if isinstance(text, Prose) else text
        self.style, self.align = style, align
        self.element: Element = element or Element(tag)
        self.above, self.below, self.keep = above, below, keep
        self._words: list[Word] | None = None
        self._lines: list[Line] = []
        self._width: float | None = None
        self._range: tuple[int, int | None] = (0, None)
        self._strands: dict[int, Element] = {}

    def lines(self, width: float, faces: Faces) -> list[Line]:
        """Its lines at `width`; broken once for each width asked for."""
        if width != self._width:
            if self._words is None:
                self._words = words_of(self.spans, self.style, faces)
            fill = balanced_lines if self.style.balanced else prose_lines
            self._lines = fill(self._words, width, self.style, faces)
            self._width = width
        first, last = self._range
        return self._lines[first:last]

    def height(self, width: float, faces: Faces) -> float:
        """Its lines times the leading."""
        return len(self.lines(width, faces)) * self.style.leading

    def least(self, width: float, faces: Faces) -> float:
        """Two lines, or all of a paragraph of three."""
        count = len(self.lines(width, faces))
        return (FEWEST_LINES if count >= 2 * FEWEST_LINES else count) * self.style.leading

    def natural_width(self, faces: Faces) -> float:
        """Width of the text on one line, in points."""
        if self._words is None:
            self._words = words_of(self.spans, self.style, faces)
        return sum(word.width + word.space for word in self._words) - (
            self._words[-1].space if self._words else 0.0
        )

    def longest_word(self, faces: Faces) -> float:
        """Width of what can't be broken, in points."""
        if self._words is None:
            self._words = words_of(self.spans, self.style, faces)
        return max((word.width for word in self._words), default=0.0)

    def split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut with at least two lines on either side."""
        count = len(self.lines(width, faces))
        fitting = min(int((room + 0.01) / self.style.leading), count - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return None
        first, last = self._range
        return self._piece(first, first + fitting), self._piece(first + fitting, last)

    def _piece(self, first: int, last: int | None) -> Paragraph:
        piece = copy(self)
        piece._range = (first, last)
        if first > self._range[0]:
            piece.above = 0.0
        else:
            piece.below = 0.0
        return piece

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the lines; each run of one link, or of none, is one marked sequence."""
        size, ink = self.style.size, self.style.ink
        group: list[tuple[float, float, list[tuple[Face, str]], float]] = []
        current: Span | None = None
        baseline = area.top - self.style.leading / 2 - HALF_CAP * size
        for line in self.lines(area.width, pen.faces):
            x = area.x
            pieces, width = self._with_pages(line, pen)
            if self.align != "left":
                left = area.width - width
                x += left if self.align == "right" else left / 2
            for piece in pieces:
                if piece.strand is not current:
                    self._draw_group(pen, group, current, size, ink)
                    group, current = [], piece.strand
                if group and group[-1][1] == baseline:
                    group[-1][2].append((piece.face, piece.text))
                    group[-1] = (*group[-1][:3], group[-1][3] + piece.width)
                else:
                    group.append((x, baseline, [(piece.face, piece.text)], piece.width))
                x += piece.width
            baseline -= self.style.leading
        self._draw_group(pen, group, current, size, ink)

    def _with_pages(self, line: Line, pen: Pen) -> tuple[list[Piece], float]:
        """A line's pieces and width with page numbers, which are known when it is drawn."""
        if not any(piece.folio for piece in line.pieces):
            return line.pieces, line.width
        pieces = []
        for piece in line.pieces:
            if piece.folio and piece.strand is not None:
                page = str(pen.places[piece.strand.target or ""])
                text = piece.text.replace(FOLIO, page)
                width = pen.faces.advance(piece.face, text, self.style.size)
                piece = piece._replace(text=text, width=width)
            pieces.append(piece)
        less = sum(piece.width for piece in line.pieces) - sum(piece.width for piece in pieces)
        return pieces, line.width - less

    def _draw_group(
        self,
        pen: Pen,
        group: list[tuple[float, float, list[tuple[Face, str]], float]],
        strand: Span | None,
        size: float,
        ink: Ink,
    ) -> None:
        if not group:
            return
        element = self.element
        links = False
        if strand is not None:
            # A discreet file keeps addresses on its pages and out of its annotations.
            outward = strand.href is not None and not pen.sheet.discreet
            links = outward or strand.target is not None
            element = self._element_of(strand, links=links)
            # On paper a page number leads as far as a colour does.
            ink = pen.sheet.inks.accent if outward else ink
        with pen.tag(element):
            for x, baseline, runs, _ in group:
                pen.text(x, baseline, runs, size, ink)
        if strand is None or not links or pen.in_artifact:
            return
        for x, baseline, _, width in group:
            rectangle = (x, baseline - 0.3 * size, x + width, baseline + 0.9 * size)
            if strand.target is not None:
                pen.link(element, rectangle, strand.text.strip(), strand.target)
            else:
                pen.canvas.link(element, rectangle, strand.href or "", href=strand.href)

    def _element_of(self, strand: Span, *, links: bool) -> Element:
        """A Link, or a Span in another language; one over all lines and pages."""
        found = self._strands.get(id(strand))
        if found is None:
            found = self.element.add("Link" if links else "Span", lang=strand.lang)
            self._strands[id(strand)] = found
        return found
