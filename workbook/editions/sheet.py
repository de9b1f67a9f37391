"""The resolved answer to an edition: paper, measures, type, inks, words.

Every length is in points. Blocks take their measures from here and never ask which
edition it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

MM = 72 / 25.4
_WORDS = Path(__file__).with_name("words")


class Ink(NamedTuple):
    """An RGB colour, each part from 0 to 1."""

    red: float
    green: float
    blue: float


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper and its size in points."""

    name: str
    width: float
    height: float


PAPERS = {
    "letter": Paper("letter", 612.0, 792.0),
    "a4": Paper("a4", 210 * MM, 297 * MM),
}


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a paragraph is set: face role, size and leading in points, ink, weight.

    `characters` is the most that a line may hold, spaces included.
    """

    face: str
    size: float
    leading: float
    ink: Ink
    strong: bool = False
    balanced: bool = False
    characters: int = 70


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks of a page; `accent` turns into a clear dark grey on a grey printer."""

    text: Ink
    accent: Ink
    soft: Ink
    rule: Ink
    head_fill: Ink
    pale: Ink


@dataclass(frozen=True, slots=True)
class Margins:
    """What is kept free around the frame, in points."""

    top: float
    right: float
    bottom: float
    left: float


class Spaces(NamedTuple):
    """The scale of vertical spaces, in points (2, 4, 6, 9 and 12 mm)."""

    hair: float = 2 * MM
    small: float = 4 * MM
    middle: float = 6 * MM
    large: float = 9 * MM
    huge: float = 12 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a block may ask about what it is printed on. Lengths are points."""

    paper: Paper
    margins: Margins
    inks: Inks
    space: Spaces
    styles: dict[str, TypeStyle]
    words: dict[str, str]
    pitch: float
    dot_pitch: float
    tick_box: float
    circle: float
    write_line: float
    hairline: float
    row_least: float
    fill_in_row: float
    day: date
    two_sided: bool

    @property
    def width(self) -> float:
        """Width of the frame, in points."""
        return self.paper.width - self.margins.left - self.margins.right

    @property
    def height(self) -> float:
        """Height of the frame, in points."""
        return self.paper.height - self.margins.top - self.margins.bottom

    def style(self, role: str) -> TypeStyle:
        """The type style of a role: body, question, title, table, small …"""
        return self.styles[role]

    def date(self, day: date) -> str:
        """A day written out in the book's language."""
        month = self.words["months"].split()[day.month - 1]
        return self.word("day", day=day.day, month=month, year=day.year)

    def word(self, name: str, **values: object) -> str:
        """An interface word in the book's language, its blanks filled with `values`."""
        return self.words[name].format(**values)


def sheet_for(paper: str, language: str, day: date, *, two_sided: bool = False) -> Sheet:
    """The sheet for a paper's name and a language's code; raises KeyError for unknown ones."""
    inks = Inks(
        text=Ink(0, 0, 0),
        accent=Ink(0x1F / 255, 0x5A / 255, 0x5E / 255),
        soft=Ink(0x59 / 255, 0x59 / 255, 0x59 / 255),
        rule=Ink(0x77 / 255, 0x77 / 255, 0x77 / 255),
        head_fill=Ink(0.92, 0.92, 0.92),
        pale=Ink(0.75, 0.75, 0.75),
    )
    return Sheet(
        paper=PAPERS[paper],
        margins=Margins(top=18 * MM, right=25 * MM, bottom=25 * MM, left=25 * MM),
        inks=inks,
        space=Spaces(),
        styles=_styles(inks),
        words=words_of(language),
        pitch=9 * MM,
        dot_pitch=5 * MM,
        tick_box=5 * MM,
        circle=6.5 * MM,
        write_line=0.5,
        hairline=0.6,
        row_least=10 * MM,
        fill_in_row=12 * MM,
        day=day,
        two_sided=two_sided,
    )


def _styles(inks: Inks) -> dict[str, TypeStyle]:
    return {
        "body": TypeStyle("text", 13, 18.5, inks.text),
        "question": TypeStyle("text", 13, 18.5, inks.text, strong=True, balanced=True),
        "aim": TypeStyle("text", 13, 18.5, inks.soft),
        "hint": TypeStyle("text", 12, 16.5, inks.soft),
        "table": TypeStyle("text", 12, 16.5, inks.text),
        "table-strong": TypeStyle("text", 12, 16.5, inks.text, strong=True),
        "callout-word": TypeStyle("text", 10.5, 15, inks.accent, strong=True),
        "label": TypeStyle("text", 10.5, 14, inks.accent, strong=True),
        "small": TypeStyle("text", 10.5, 14, inks.soft),
        "column": TypeStyle("text", 11, 14, inks.text, strong=True),
        "example": TypeStyle("text", 12, 16.5, inks.soft),
        "scale-end": TypeStyle("text", 12, 15, inks.text),
        "scale-number": TypeStyle("text", 10.5, 14, inks.text),
        "ring": TypeStyle("text", 12, 15, inks.text, strong=True),
        "card": TypeStyle("heading", 15, 21, inks.text, balanced=True),
        "source": TypeStyle("text", 10.5, 14, inks.text),
        "contents": TypeStyle("text", 12, 16.5, inks.text),
        "contents-part": TypeStyle("text", 12, 16.5, inks.text, strong=True),
        "foot": TypeStyle("text", 9.5, 12, inks.soft),
        "cover": TypeStyle("heading", 40, 50, inks.text, balanced=True),
        "cover-subtitle": TypeStyle("text", 16, 23, inks.soft),
        "part": TypeStyle("heading", 36, 44, inks.text, balanced=True),
        "title": TypeStyle("heading", 24, 30, inks.text, balanced=True),
        "heading": TypeStyle("heading", 16, 21, inks.text, balanced=True),
    }


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have words."""
    return tuple(sorted(path.stem for path in _WORDS.glob("*.yaml")))


@cache
def words_of(language: str) -> dict[str, str]:
    """The interface's words in `language`; raises KeyError when there are none."""
    import yaml

    if language not in languages():
        raise KeyError(language)
    text = (_WORDS / f"{language}.yaml").read_text("utf-8")
    return {str(name): str(word) for name, word in yaml.safe_load(text).items()}
