"""What a page's content stream says: its marked sequences, with their words and their ink.

Coordinates are PDF's: points, y upwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

STROKING = {"S", "s", "B", "B*", "b", "b*"}
FILLING = {"f", "F", "f*", "B", "B*", "b", "b*"}
TEXT = {"Tj", "TJ", "'", '"'}
OTHER_INK = {"Do", "sh", "BI", "INLINE IMAGE"}


class Words(NamedTuple):
    """One shown string: where it starts, its width without spaces at its end, its words."""

    x: float
    baseline: float
    width: float
    size: float
    font: str
    text: str


class Stroke(NamedTuple):
    """A straight stroked line; `dash` is its pattern as written."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    dash: tuple[float, ...]


class Rectangle(NamedTuple):
    """A rectangle that was stroked (with a weight) or filled (weight 0)."""

    x: float
    y: float
    width: float
    height: float
    weight: float


@dataclass
class Sequence:
    """A marked-content sequence: an element's when it has an MCID, else an artifact."""

    tag: str
    mcid: int | None = None
    subtype: str = ""
    words: list[Words] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    rectangles: list[Rectangle] = field(default_factory=list)
    ink: list[tuple[float, float, float, float]] = field(default_factory=list)

    @property
    def artifact(self) -> bool:
        return self.tag == "/Artifact"

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.words)

    @property
    def extents(self) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of everything painted."""
        if not self.ink:
            return None
        lefts, bottoms, rights, tops = zip(*self.ink, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


@dataclass
class Font:
    """A font of a page: what its codes mean and how wide they are."""

    name: str
    letters: dict[int, str]
    first: int
    widths: list[float]

    @classmethod
    def read(cls, font: pikepdf.Object) -> Font:
        letters: dict[int, str] = {}
        if "/ToUnicode" in font:
            cmap = font.ToUnicode.read_bytes().decode("latin-1")
            assert "beginbfrange" not in cmap
            for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
                for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                    letters[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        widths = [float(width) for width in font.get("/Widths", [])]
        return cls(str(font.BaseFont), letters, int(font.get("/FirstChar", 0)), widths)

    def says(self, codes: bytes) -> str:
        return "".join(self.letters.get(code, "\ufffd") for code in codes)

    def advance(self, codes: bytes) -> float:
        return sum(self.widths[code - self.first] for code in codes) / 1000


@dataclass
class PageMarks:
    """One page: its sequences in the order they are drawn, and ink that is in none."""

    sequences: list[Sequence]
    loose: list[str]

    def words(self, *, artifacts: bool = False) -> Iterator[Words]:
        for sequence in self.sequences:
            if artifacts or not sequence.artifact:
                yield from sequence.words

    def by_mcid(self) -> dict[int, Sequence]:
        return {s.mcid: s for s in self.sequences if s.mcid is not None}


def read_pages(file: pikepdf.Pdf) -> list[PageMarks]:
    """Every page of `file`."""
    fonts: dict[tuple[int, int], Font] = {}
    return [_Reader(page, fonts).read() for page in file.pages]


class _Reader:
    def __init__(self, page: pikepdf.Page, fonts: dict[tuple[int, int], Font]) -> None:
        self.page = page
        self.fonts: dict[str, Font] = {}
        for name, font in page.Resources.get("/Font", {}).items():
            if font.objgen not in fonts:
                fonts[font.objgen] = Font.read(font)
            self.fonts[name] = fonts[font.objgen]
        self.open: list[Sequence] = []
        self.found = PageMarks([], [])
        self.weight, self.dash = 1.0, ()
        self.font, self.size = "", 0.0
        self.placed: tuple[float, float, float, float] | None = None
        self.x = self.y = 0.0
        self.points: list[tuple[float, float]] = []
        self.path: list[Stroke] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def read(self) -> PageMarks:
        for operands, operator in pikepdf.parse_content_stream(self.page):
            self._take(str(operator), operands)
        assert not self.open, "a marked-content sequence is left open"
        return self.found

    def _take(self, operator: str, operands: list) -> None:
        match operator:
            case "BDC" | "BMC":
                self._open(operands)
            case "EMC":
                self.open.pop()
            case "w":
                self.weight = float(operands[0])
            case "d":
                self.dash = tuple(float(number) for number in operands[0])
            case "m":
                self.points.append(_pair(operands))
            case "l":
                start, end = self.points[-1], _pair(operands)
                self.path.append(Stroke(*start, *end, self.weight, self.dash))
                self.points.append(end)
            case "c":
                self.points += [_pair(operands[at : at + 2]) for at in (0, 2, 4)]
            case "re":
                x, y, width, height = map(float, operands)
                self.boxes.append((x, y, width, height))
            case "Tf":
                self.font, self.size = str(operands[0]), float(operands[1])
            case "Tm":
                a, b, c, d, self.x, self.y = map(float, operands)
                assert (a, b, c, d) == (1, 0, 0, 1)
            case "cm":
                # The tests read coordinates as they are written; only a picture is placed so.
                a, b, c, d, x, y = map(float, operands)
                assert (b, c) == (0, 0), "a page is turned"
                self.placed = None if (a, d, x, y) == (1, 1, 0, 0) else (x, y, x + a, y + d)
            case "Do" if self.placed is not None:
                self._home(operator).ink.append(self.placed)
                self.placed = None
            case _ if operator in STROKING | FILLING:
                self._paint(operator)
            case "n":
                self._forget()
            case _ if operator in TEXT:
                self._show(operator, operands)
            case _ if operator in OTHER_INK:
                self._home(operator)
        assert self.placed is None or operator in ("cm", "Do"), "a page is transformed"

    def _open(self, operands: list) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        mcid = properties.get("/MCID")
        subtype = str(properties.get("/Subtype", ""))
        sequence = Sequence(str(operands[0]), None if mcid is None else int(mcid), subtype)
        self.open.append(sequence)
        self.found.sequences.append(sequence)

    def _home(self, operator: str) -> Sequence:
        for sequence in reversed(self.open):
            if sequence.artifact or sequence.mcid is not None:
                return sequence
        self.found.loose.append(operator)
        return Sequence("/none")

    def _paint(self, operator: str) -> None:
        home = self._home(operator)
        half = self.weight / 2 if operator in STROKING else 0.0
        if operator in STROKING:
            home.strokes += self.path
        for x, y, width, height in self.boxes:
            weight = self.weight if operator in STROKING else 0.0
            home.rectangles.append(Rectangle(x, y, width, height, weight))
            home.ink.append((x - half, y - half, x + width + half, y + height + half))
        if self.points:
            across, up = zip(*self.points, strict=True)
            home.ink.append(
                (min(across) - half, min(up) - half, max(across) + half, max(up) + half)
            )
        self._forget()

    def _forget(self) -> None:
        self.points, self.path, self.boxes = [], [], []

    def _show(self, operator: str, operands: list) -> None:
        assert operator == "Tj", f"{operator} is not read by the tests"
        home = self._home(operator)
        codes = bytes(operands[0])
        font = self.fonts[self.font]
        text = font.says(codes)
        width = font.advance(codes) * self.size
        seen = font.advance(codes[: len(text.rstrip())]) * self.size
        words = Words(self.x, self.y, seen, self.size, font.name, text)
        home.words.append(words)
        # Rough: capitals and descenders of the faces in use.
        top, bottom = self.y + 0.75 * self.size, self.y - 0.25 * self.size
        home.ink.append((self.x, bottom, self.x + seen, top))
        self.x += width


def _pair(operands: list) -> tuple[float, float]:
    return float(operands[0]), float(operands[1])
