"""From spans to lines, and the paragraph box.

Lines are broken greedily, ragged right, never hyphenated, and hold at most
`TypeStyle.characters` characters. The space at a line's end stays in the text, so that a
listener and a search hear two words, not one.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from workbook.layout.flow import Box
from workbook.layout.markup import Prose
from workbook.layout.tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.editions.sheet import Ink, TypeStyle
    from workbook.layout.fonts import Face, Faces
    from workbook.layout.markup import Span
    from workbook.layout.pen import Area, Pen

FEWEST_LINES = 2
# More lines than this aren't a heading any more.
MOST_BALANCED = 6
# Caps are centred in their leading: half the cap height of the text face, in ems.
HALF_CAP = 0.33


class Piece(NamedTuple):
    """Text in one face; `space` is set where the word ends with one."""

    face: Face
    text: str
    width: float
    href: str | None


class Word(NamedTuple):
    """What can't be broken, except when it is wider than a line."""

    pieces: tuple[Piece, ...]
    width: float
    length: int
    space: float
    ends_line: bool


class Line(NamedTuple):
    """A line: its pieces from left to right, and its width without the last space."""

    pieces: list[Piece]
    width: float


def words_of(spans: Sequence[Span], style: TypeStyle, faces: Faces) -> list[Word]:
    """Cut spans into words with their widths in points."""
    words: list[Word] = []
    pending: list[Piece] = []

    def close(space: float, ends_line: bool = False) -> None:
        if not pending and not ends_line:
            return
        width = sum(piece.width for piece in pending)
        length = sum(len(piece.text) for piece in pending)
        words.append(Word(tuple(pending), width, length, space, ends_line))
        pending.clear()

    for span in spans:
        for face, text in faces.runs(span, style):
            space = faces.advance(face, " ", style.size)
            for number, row in enumerate(text.split("\n")):
                if number:
                    close(space, ends_line=True)
                for position, part in enumerate(row.split(" ")):
                    if position:
                        close(space)
                    if part:
                        width = faces.advance(face, part, style.size)
                        pending.append(Piece(face, part, width, span.href))
    close(0.0)
    return words


def break_lines(words: Sequence[Word], width: float, style: TypeStyle, faces: Faces) -> list[Line]:
    """Fill lines up to `width` points and `style.characters` characters."""
    lines: list[Line] = []
    pieces: list[Piece] = []
    used = space = 0.0
    count = 0
    most = style.characters

    def close() -> None:
        nonlocal used, space, count
        lines.append(Line(_joined(pieces), used))
        pieces.clear()
        used = space = 0.0
        count = 0

    for word in words:
        over = used + space + word.width > width or count + word.length > most
        if pieces and over:
            close()
        if word.width > width or word.length > most:
            for chunk in _chunks(word, width, style, faces):
                if pieces:
                    close()
                pieces.extend(chunk.pieces)
                used, count = chunk.width, chunk.length
        else:
            used += space + word.width
            count += word.length + 1
            pieces.extend(word.pieces)
        space = word.space
        if space and pieces:
            last = pieces[-1]
            pieces[-1] = Piece(last.face, last.text + " ", last.width + space, last.href)
        if word.ends_line:
            close()
    if pieces or not lines:
        close()
    return lines


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.face is piece.face and last.href == piece.href:
            joined[-1] = Piece(
                last.face, last.text + piece.text, last.width + piece.width, last.href
            )
        else:
            joined.append(piece)
    return joined


def _chunks(word: Word, width: float, style: TypeStyle, faces: Faces) -> Iterator[Word]:
    """A word wider than a line, cut into pieces that fit."""
    pieces: list[Piece] = []
    used, length = 0.0, 0
    for piece in word.pieces:
        for character in piece.text:
            advance = faces.advance(piece.face, character, style.size)
            if pieces and (used + advance > width or length >= style.characters):
                yield Word(tuple(_joined(pieces)), used, length, 0.0, False)
                pieces, used, length = [], 0.0, 0
            pieces.append(Piece(piece.face, character, advance, piece.href))
            used, length = used + advance, length + 1
    yield Word(tuple(_joined(pieces)), used, length, 0.0, False)


def _balanced(words: Sequence[Word], width: float, style: TypeStyle, faces: Faces) -> list[Line]:
    """As few lines as `width` needs, made as even as they can be."""
    lines = break_lines(words, width, style, faces)
    if not 2 <= len(lines) <= MOST_BALANCED:
        return lines
    low, high = width / 2, width
    while high - low > 2:
        middle = (low + high) / 2
        if len(break_lines(words, middle, style, faces)) > len(lines):
            low = middle
        else:
            high = middle
    return break_lines(words, high, style, faces)


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
        self._links: dict[str, Element] = {}

    def lines(self, width: float, faces: Faces) -> list[Line]:
        """Its lines at `width`; broken once for each width asked for."""
        if width != self._width:
            if self._words is None:
                self._words = words_of(self.spans, self.style, faces)
            fill = _balanced if self.style.balanced else break_lines
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
        current: str | None = None
        baseline = area.top - self.style.leading / 2 - HALF_CAP * size
        for line in self.lines(area.width, pen.faces):
            x = area.x
            if self.align != "left":
                left = area.width - line.width
                x += left if self.align == "right" else left / 2
            for piece in line.pieces:
                if piece.href != current:
                    self._draw_group(pen, group, current, size, ink)
                    group, current = [], piece.href
                if group and group[-1][1] == baseline:
                    group[-1][2].append((piece.face, piece.text))
                    group[-1] = (*group[-1][:3], group[-1][3] + piece.width)
                else:
                    group.append((x, baseline, [(piece.face, piece.text)], piece.width))
                x += piece.width
            baseline -= self.style.leading
        self._draw_group(pen, group, current, size, ink)

    def _draw_group(
        self,
        pen: Pen,
        group: list[tuple[float, float, list[tuple[Face, str]], float]],
        href: str | None,
        size: float,
        ink: Ink,
    ) -> None:
        if not group:
            return
        if href is None or pen.in_artifact:
            with pen.tag(self.element):
                for x, baseline, runs, _ in group:
                    pen.text(x, baseline, runs, size, ink)
            return
        element = self._links.get(href)
        if element is None:
            element = self._links[href] = self.element.add("Link")
        with pen.tag(element):
            for x, baseline, runs, _ in group:
                pen.text(x, baseline, runs, size, pen.sheet.inks.accent)
        for x, baseline, _, width in group:
            rectangle = (x, baseline - 0.3 * size, x + width, baseline + 0.9 * size)
            pen.canvas.link(element, rectangle, href, href=href)
