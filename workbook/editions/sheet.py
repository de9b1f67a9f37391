"""The resolved answer to an edition: paper, measures, type, inks, words.

Every length is in points. Blocks take their measures from here and never ask which
edition it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from workbook.editions.type import LARGE_TEXT, Ink, Inks, TypeStyle, large_styles, standard_styles

MM = 72 / 25.4
_WORDS = Path(__file__).with_name("words")


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
    words: Mapping[str, str]
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

    @property
    def is_large(self) -> bool:
        """Whether this is large print: what stands side by side may have to stand below."""
        return self.styles["body"].size >= LARGE_TEXT[0]

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


def sheet_for(
    paper: str, language: str, day: date, *, two_sided: bool = False, large: bool = False
) -> Sheet:
    """The sheet for a paper's name and a language's code; raises KeyError for unknown ones.

    With `large` it is for large print: 18/25 pt, write lines 12 mm apart, boxes of 7 mm.
    """
    inks = Inks(
        text=Ink(0, 0, 0),
        accent=Ink(0x1F / 255, 0x5A / 255, 0x5E / 255),
        soft=Ink(0x59 / 255, 0x59 / 255, 0x59 / 255),
        rule=Ink(0x77 / 255, 0x77 / 255, 0x77 / 255),
        head_fill=Ink(0.92, 0.92, 0.92),
        pale=Ink(0.75, 0.75, 0.75),
    )
    standard = Sheet(
        paper=PAPERS[paper],
        margins=Margins(top=18 * MM, right=25 * MM, bottom=25 * MM, left=25 * MM),
        inks=inks,
        space=Spaces(),
        styles=standard_styles(inks),
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
    if not large:
        return standard
    return replace(
        standard,
        margins=Margins(top=25 * MM, right=25 * MM, bottom=30 * MM, left=25 * MM),
        styles=large_styles(inks),
        pitch=12 * MM,
        dot_pitch=7 * MM,
        tick_box=7 * MM,
        circle=8.5 * MM,
        write_line=0.8,
        hairline=0.8,
        row_least=13 * MM,
        fill_in_row=16 * MM,
    )


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have words."""
    return tuple(sorted(path.stem for path in _WORDS.glob("*.yaml")))


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The interface's words in `language`; raises KeyError when there are none."""
    import yaml

    if language not in languages():
        raise KeyError(language)
    text = (_WORDS / f"{language}.yaml").read_text("utf-8")
    words = {str(name): str(word) for name, word in yaml.safe_load(text).items()}
    return MappingProxyType(words)


def quotes_of(language: str) -> tuple[str, ...]:
    """Outer and inner quotation marks of a language, each opening and closing."""
    return tuple(words_of(language)["quotes"].split("|"))
