"""The paragraph box."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from workbook.layout.box import Box
from workbook.layout.lines import balanced_lines, prose_lines, words_of
from workbook.pdf.element import Element
from workbook.text.prose import Prose
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbook.choices.type import TypeStyle
    from workbook.geometry import Area
    from workbook.layout.box import Align, Placing
    from workbook.layout.items import GlyphRun, Strand
    from workbook.layout.lines import Line, Words
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
    from workbook.text.spans import Inline

FEWEST_LINES = 2


class SetRun(NamedTuple):
    """Neighbouring glyphs of one strand on one line: left end, baseline and width in points."""

    x: float
    baseline: float
    width: float
    glyphs: Sequence[GlyphRun]
    strand: Strand | None


class Paragraph(Box):
    """A paragraph; its pieces over several pages are one element."""

    def __init__(
        self,
        text: Prose | Sequence[Inline],
        style: TypeStyle,
        *,
        tag: str = "P",
        element: Element | None = None,
        above: float = 0.0,
        below: float = 0.0,
        keep: bool = False,
        align: Align = "left",
    ) -> None:
        self.spans = text.spans if isinstance(text, Prose) else text
        self.style, self.align = style, align
        self.element: Element = element or Element(tag)
        self.above, self.below, self.keep = above, below, keep
        self._words: Words | None = None
        self._lines: list[Line] = []
        self._width: float | None = None
        self._range: tuple[int, int | None] = (0, None)
        self._strands: dict[int, Element] = {}
        self._runs: list[SetRun] = []

    @property
    def plain(self) -> str:
        """Its words, without pages referred to."""
        return "".join([span.text for span in self.spans if isinstance(span, Span)])

    def words(self, faces: Faces) -> Words:
        """Its words, measured once."""
        if self._words is None:
            self._words = words_of(self.spans, self.style, faces)
        return self._words

    def lines(self, width: float, faces: Faces) -> list[Line]:
        """Its lines at `width`; broken once for each width asked for."""
        if width != self._width:
            fill = balanced_lines if self.style.balanced else prose_lines
            self._lines = fill(self.words(faces), width, self.style, faces)
            self._width = width
        first, last = self._range
        return self._lines[first:last] if first or last is not None else self._lines

    def height(self, width: float, faces: Faces) -> float:
        """Its lines times the leading."""
        return len(self.lines(width, faces)) * self.style.leading

    def least(self, width: float, faces: Faces) -> float:
        """Two lines, or all of a paragraph of three."""
        count = len(self.lines(width, faces))
        return (FEWEST_LINES if count >= 2 * FEWEST_LINES else count) * self.style.leading

    def natural_width(self, faces: Faces) -> float:
        """Width of the text on one line, in points."""
        return self.words(faces).natural_width

    def least_width(self, faces: Faces) -> float:
        """Width of what can't be broken, in points."""
        return self.words(faces).longest

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut with at least two lines on either side."""
        count = len(self.lines(width, faces))
        fitting = min(int((available + 0.01) / self.style.leading), count - FEWEST_LINES)
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

    def place(self, area: Area, placing: Placing) -> None:
        """Set its lines; a header that is repeated is set on each of its pages."""
        placed = copy(self) if self._runs else self
        placed._runs = list(self._set(area, placing.pages, placing.faces))
        placing.put(placed, area)

    def _set(self, area: Area, pages: Mapping[str, int], faces: Faces) -> Iterator[SetRun]:
        """Its runs where they stand, page numbers in the place of what stood for them."""
        size, leading = self.style.size, self.style.leading
        baseline = area.top - faces.drop(self.style)
        for line in self.lines(area.width, faces):
            glyphs = [item.printed(pages, size, faces) for item in line.items]
            x = area.x
            if self.align != "left":
                width = line.width + sum(
                    [set_.width - item.width for set_, item in zip(glyphs, line.items, strict=True)]
                )
                x += (area.width - width) / (1 if self.align == "right" else 2)
            at = 0
            while at < len(glyphs):
                strand, end, width = glyphs[at].strand, at, 0.0
                while end < len(glyphs) and glyphs[end].strand is strand:
                    width += glyphs[end].width
                    end += 1
                yield SetRun(x, baseline, width, glyphs[at:end], strand)
                x, at = x + width, end
            baseline -= leading

    def draw(self, pen: Pen, area: Area) -> None:  # noqa: ARG002
        """Draw the lines; each stretch of one link, or of none, is one marked sequence."""
        runs, at = self._runs, 0
        if self.element.tag == "Figure":
            # All ink of a figure is one sequence, in which no link can have one of its own.
            self._draw_runs(pen, runs, self.element, leads_out=False)
            return
        while at < len(runs):
            strand, end = runs[at].strand, at + 1
            while end < len(runs) and runs[end].strand is strand:
                end += 1
            if strand is None:
                self._draw_runs(pen, runs[at:end], self.element, leads_out=False)
            else:
                self._draw_strand(pen, runs[at:end], strand)
            at = end

    def _draw_runs(
        self, pen: Pen, runs: Sequence[SetRun], element: Element, *, leads_out: bool
    ) -> None:
        # On paper a page number leads as far as a colour does.
        ink = pen.sheet.inks.accent if leads_out else self.style.ink
        with pen.tag(element):
            for run in runs:
                glyphs = [(piece.face, piece.text) for piece in run.glyphs]
                pen.text(run.x, run.baseline, glyphs, self.style.size, ink)

    def _draw_strand(self, pen: Pen, runs: Sequence[SetRun], strand: Strand) -> None:
        """Draw a stretch in another language, or a link with the areas to click on."""
        href, _, target = strand.leads
        # A discreet file keeps addresses on its pages and out of its annotations.
        leads_out = href is not None and not pen.sheet.discreet
        links = leads_out or target is not None
        element = self._element_of(strand, links=links)
        self._draw_runs(pen, runs, element, leads_out=leads_out)
        if not links or pen.in_artifact:
            return
        size = self.style.size
        for run in runs:
            low, high = run.baseline - 0.3 * size, run.baseline + 0.9 * size
            rectangle = (run.x, low, run.x + run.width, high)
            if target is not None:
                words = strand.text if isinstance(strand, Span) else strand.before
                pen.link(element, rectangle, words.strip(), target)
            else:
                pen.canvas.link(element, rectangle, href or "", href=href)

    def _element_of(self, strand: Strand, *, links: bool) -> Element:
        """A Link, or a Span in another language; one over all lines and pages."""
        found = self._strands.get(id(strand))
        if found is None:
            lang = strand.leads[1]
            found = self.element.add("Link" if links else "Span", lang=lang)
            self._strands[id(strand)] = found
        return found
