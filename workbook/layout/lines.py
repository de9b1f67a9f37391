"""From spans to lines.

Lines are broken greedily, ragged right, never hyphenated, and hold at most
`TypeStyle.characters` characters. The space at a line's end stays in the text, so that a
listener and a search hear two words, not one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.layout.items import GlyphRun, Item, PageNumber
from workbook.text.spans import SOFT_BREAK, PageReference, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbook.choices.type import TypeStyle
    from workbook.layout.items import Strand
    from workbook.pdf.faces import Face, Faces
    from workbook.text.spans import Inline

EPSILON = 0.01
# More lines than this aren't a heading any more.
MOST_BALANCED = 6
# A last line shorter than this part of the measure looks lost.
LONE = 0.12


class Line(NamedTuple):
    """A line: its items from left to right, and its width without the last space."""

    items: Sequence[Item]
    width: float


class Words:
    """Words with what line breaking asks of them; `n` entries in each list.

    `widths` and `spaces` (after each word) are points, `lengths` characters. A line ends after
    each word of `ends`, and one begins at each of `begins`.
    """

    __slots__ = ("begins", "ends", "lengths", "spaces", "widths")

    widths: list[float]
    lengths: list[int]
    spaces: list[float]
    ends: frozenset[int]
    begins: frozenset[int]

    @property
    def natural_width(self) -> float:
        """Width of all on one line, in points."""
        return sum(self.widths) + sum(self.spaces[:-1])

    @property
    def longest(self) -> float:
        """Width of the widest word, in points."""
        return max(self.widths, default=0.0)

    def line(self, first: int, end: int, width: float) -> Line:
        """The words from `first` up to `end` as one line."""
        raise NotImplementedError

    def cut(self, width: float, style: TypeStyle, faces: Faces) -> Words:
        """The same with words wider or longer than a line cut into pieces that fit."""
        raise NotImplementedError


class PlainWords(Words):
    """A text of one face without links, languages or forced ends: no object for each word."""

    __slots__ = ("face", "words")

    def __init__(self, face: Face, text: str, style: TypeStyle, faces: Faces) -> None:
        self.face = face
        self.words = [word for word in text.split(" ") if word]
        self.widths = faces.advances(face, self.words, style.size)
        self.lengths = list(map(len, self.words))
        space = faces.advance(face, " ", style.size)
        self.spaces = [space] * len(self.words)
        if self.words and not text.endswith(" "):
            self.spaces[-1] = 0.0
        self.ends = self.begins = frozenset()

    def line(self, first: int, end: int, width: float) -> Line:
        """One run of glyphs."""
        if first == end:
            return Line((), width)
        text, space = " ".join(self.words[first:end]), self.spaces[end - 1]
        if space:
            text += " "
        return Line((GlyphRun(self.face, text, width + space),), width)

    def cut(self, width: float, style: TypeStyle, faces: Faces) -> Words:
        """As words with items of their own."""
        whole = zip(self.words, self.widths, self.spaces, strict=True)
        words = [
            _Word((GlyphRun(self.face, text, across),), space, self.face)
            for text, across, space in whole
        ]
        return SetWords(words).cut(width, style, faces)


class _Word(NamedTuple):
    """What can't be broken, except when it is wider than a line; the space after it, in points."""

    items: tuple[Item, ...]
    space: float
    face: Face
    ends_line: bool = False
    begins_line: bool = False


class SetWords(Words):
    """Words of items: several faces, links, page numbers, forced line ends."""

    __slots__ = ("words",)

    def __init__(self, words: Sequence[_Word]) -> None:
        self.words = words
        self.widths = [sum([item.width for item in word.items]) for word in words]
        self.lengths = [sum([item.length for item in word.items]) for word in words]
        self.spaces = [word.space for word in words]
        self.ends = frozenset(at for at, word in enumerate(words) if word.ends_line)
        self.begins = frozenset(at for at, word in enumerate(words) if word.begins_line)

    def line(self, first: int, end: int, width: float) -> Line:
        """Neighbours that can be are joined."""
        items: list[Item] = []
        for word in self.words[first:end]:
            items.extend(word.items)
            if word.space and items:
                items.append(GlyphRun(word.face, " ", word.space, items[-1].strand))
        return Line(_joined(items), width)

    def cut(self, width: float, style: TypeStyle, faces: Faces) -> Words:
        """A piece begins on a line of its own."""
        most = style.characters
        words: list[_Word] = []
        for word, across, length in zip(self.words, self.widths, self.lengths, strict=True):
            if across <= width + EPSILON and length <= most:
                words.append(word)
                continue
            pieces = list(_pieces(word, width, style, faces))
            words += [
                word._replace(items=piece, space=0.0, ends_line=False, begins_line=True)
                for piece in pieces[:-1]
            ]
            words.append(word._replace(items=pieces[-1], begins_line=True))
        return SetWords(words)


def _pieces(
    word: _Word, width: float, style: TypeStyle, faces: Faces
) -> Iterator[tuple[Item, ...]]:
    """A word wider than a line, cut into pieces that fit."""
    piece: list[Item] = []
    used, length = 0.0, 0
    for item in word.items:
        for part in item.cut(style.size, faces):
            if piece and (used + part.width > width or length + part.length > style.characters):
                yield tuple(_joined(piece))
                piece, used, length = [], 0.0, 0
            piece.append(part)
            used, length = used + part.width, length + part.length
    yield tuple(_joined(piece))


def _joined(items: Iterable[Item]) -> list[Item]:
    joined: list[Item] = []
    for item in items:
        both = joined[-1].joined(item) if joined else None
        if both is None:
            joined.append(item)
        else:
            joined[-1] = both
    return joined


def words_of(spans: Sequence[Inline], style: TypeStyle, faces: Faces) -> Words:
    """Cut spans into words with their widths in points."""
    if len(spans) == 1:
        (span,) = spans
        if isinstance(span, Span) and span.is_plain:
            runs = faces.runs(span, style)
            if len(runs) == 1:
                return PlainWords(runs[0][0], span.text, style, faces)
    return SetWords(list(_set_words(spans, style, faces)))


def _set_words(spans: Sequence[Inline], style: TypeStyle, faces: Faces) -> Iterator[_Word]:
    pending: list[Item] = []
    strand: Strand | None = None
    face: Face | None = None
    for span in spans:
        strand = _strand(span, strand)
        for part in _parts(span):
            if isinstance(part, PageReference):
                face = faces.face(style.face, style.strong or part.strong, part.emphasis)
                pending.append(PageNumber.of(part.target, face, style.size, faces, strand))
                continue
            for face, text in faces.runs(part, style):
                space = faces.advance(face, " ", style.size)
                for number, row in enumerate(text.split("\n")):
                    if number:
                        yield _Word(tuple(pending), space if pending else 0.0, face, True)
                        pending.clear()
                    for position, word in enumerate(row.split(" ")):
                        if position and pending:
                            yield _Word(tuple(pending), space, face)
                            pending.clear()
                        for place, piece in enumerate(word.split(SOFT_BREAK)):
                            if place and pending:
                                yield _Word(tuple(pending), 0.0, face)
                                pending.clear()
                            if piece:
                                width = faces.advance(face, piece, style.size)
                                pending.append(GlyphRun(face, piece, width, strand))
    if pending:
        assert face is not None
        yield _Word(tuple(pending), 0.0, face)


def _parts(span: Inline) -> tuple[Inline, ...]:
    """A span as it is, or the words around a page and the page."""
    if isinstance(span, Span):
        return (span,)
    return span.words(span.before), span, span.words(span.after)


def _strand(span: Inline, before: Strand | None) -> Strand | None:
    """What began this link or this stretch of another language; None for plain words."""
    leads = span.leads
    if leads == (None, None, None):
        return None
    return before if before is not None and before.leads == leads else span


def break_lines(words: Words, width: float, style: TypeStyle, faces: Faces) -> list[Line]:
    """Fill lines up to `width` points and `style.characters` characters."""
    most = style.characters
    if words.longest > width + EPSILON or max(words.lengths, default=0) > most:
        words = words.cut(width, style, faces)
    return [words.line(*found) for found in _ranges(words, width, most)]


def _ranges(words: Words, width: float, most: int) -> list[tuple[int, int, float]]:
    """First word, the one after the last, and width of each line."""
    limit = width + EPSILON
    lengths, spaces, ends, begins = words.lengths, words.spaces, words.ends, words.begins
    found: list[tuple[int, int, float]] = []
    first, count = 0, 0
    used = space = 0.0
    for at, across in enumerate(words.widths):
        length = lengths[at]
        over = used + space + across > limit or count + length > most or at in begins
        if over and at > first:
            found.append((first, at, used))
            first, count, used, space = at, 0, 0.0, 0.0
        used += space + across
        count += length + 1
        space = spaces[at]
        if at in ends:
            found.append((first, at + 1, used))
            first, count, used, space = at + 1, 0, 0.0, 0.0
    if first < len(lengths) or not found:
        found.append((first, len(lengths), used))
    return found


def prose_lines(words: Words, width: float, style: TypeStyle, faces: Faces) -> list[Line]:
    """Lines of which the last is no short word by itself, where no line more is needed."""
    lines = break_lines(words, width, style, faces)
    if len(lines) < 2 or lines[-1].width > LONE * width:
        return lines
    narrower = break_lines(words, width * (1 - LONE), style, faces)
    better = len(narrower) == len(lines) and narrower[-1].width > lines[-1].width
    return narrower if better else lines


def balanced_lines(words: Words, width: float, style: TypeStyle, faces: Faces) -> list[Line]:
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
