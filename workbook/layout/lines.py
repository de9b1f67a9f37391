"""From spans to lines.

Lines are broken greedily, ragged right, never hyphenated, and hold at most
`TypeStyle.characters` characters. The space at a line's end stays in the text, so that a
listener and a search hear two words, not one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.text.spans import SOFT_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.type import TypeStyle
    from workbook.pdf.faces import Face, Faces
    from workbook.text.spans import Span

EPSILON = 0.01
# More lines than this aren't a heading any more.
MOST_BALANCED = 6
# A last line shorter than this part of the measure looks lost.
LONE = 0.12


class Piece(NamedTuple):
    """Text in one face, its width in points, and the link or language that it belongs to.

    In a `folio` FOLIO stands for the page that the strand leads to.
    """

    face: Face
    text: str
    width: float
    strand: Span | None
    folio: bool = False


class Word(NamedTuple):
    """What can't be broken, except when it is wider than a line.

    `width` and the `space` after it are points, `length` is characters.
    """

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

    strand: Span | None = None
    for span in spans:
        strand = _strand(span, strand)
        for face, text in faces.runs(span, style):
            space = faces.advance(face, " ", style.size)
            for number, row in enumerate(text.split("\n")):
                if number:
                    close(space, ends_line=True)
                for position, part in enumerate(row.split(" ")):
                    if position:
                        close(space)
                    for place, piece in enumerate(part.split(SOFT_BREAK)):
                        if place:
                            close(0.0)
                        if piece:
                            width = faces.advance(face, piece, style.size)
                            pending.append(Piece(face, piece, width, strand, span.folio))
    close(0.0)
    return words


def _strand(span: Span, before: Span | None) -> Span | None:
    """The span that began this link or this stretch of another language; None for plain words."""
    if span.href is None and span.lang is None and span.target is None:
        return None
    goes_on = before is not None and _leads(before) == _leads(span)
    return before if goes_on else span


def _leads(span: Span) -> tuple[str | None, ...]:
    return span.href, span.lang, span.target


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
        over = used + space + word.width > width + EPSILON or count + word.length > most
        if pieces and over:
            close()
        if word.width > width + EPSILON or word.length > most:
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
            face, text, across, strand, folio = pieces[-1]
            pieces[-1] = Piece(face, text + " ", across + space, strand, folio)
        if word.ends_line:
            close()
    if pieces or not lines:
        close()
    return lines


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours in one face and of one strand as one piece."""
    joined: list[Piece] = []
    at = 0
    while at < len(pieces):
        first, end = pieces[at], at + 1
        width = first.width
        while end < len(pieces) and _alike(first, pieces[end]):
            width += pieces[end].width
            end += 1
        if end > at + 1:
            text = "".join([piece.text for piece in pieces[at:end]])
            first = Piece(first.face, text, width, first.strand, first.folio)
        joined.append(first)
        at = end
    return joined


def _alike(one: Piece, other: Piece) -> bool:
    return one.face is other.face and one.strand is other.strand and one.folio is other.folio


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
            pieces.append(piece._replace(text=character, width=advance))
            used, length = used + advance, length + 1
    yield Word(tuple(_joined(pieces)), used, length, 0.0, False)


def prose_lines(words: Sequence[Word], width: float, style: TypeStyle, faces: Faces) -> list[Line]:
    """Lines of which the last is no short word by itself, where no line more is needed."""
    lines = break_lines(words, width, style, faces)
    if len(lines) < 2 or lines[-1].width > LONE * width:
        return lines
    narrower = break_lines(words, width * (1 - LONE), style, faces)
    better = len(narrower) == len(lines) and narrower[-1].width > lines[-1].width
    return narrower if better else lines


def balanced_lines(
    words: Sequence[Word], width: float, style: TypeStyle, faces: Faces
) -> list[Line]:
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
