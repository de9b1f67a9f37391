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
from typing import Literal, NamedTuple

from workbook.choices.ink import INKS, InkName, Inks, Strokes
from workbook.choices.paper import Margins, Paper, margins_for
from workbook.choices.type import TypeStyle, large_styles, narrow_styles, standard_styles
from workbook.errors import FileError
from workbook.geometry import MM

_WORDS = Path(__file__).with_name("words")
Ruling = Literal["ruled", "dots", "grid", "blank"]
RulingName = Literal["compact", "standard", "large"]
# Millimetres between write lines: for small hands, for most, and for large ones.
PITCHES: dict[RulingName, float] = {"compact": 8.0, "standard": 9.0, "large": 12.0}


class Spaces(NamedTuple):
    """The scale of vertical spaces, in points (2, 4, 6, 9 and 12 mm)."""

    hair: float = 2 * MM
    small: float = 4 * MM
    middle: float = 6 * MM
    large: float = 9 * MM
    huge: float = 12 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a block may ask about what it is printed on. Lengths are points.

    `left_handed` binds at the right and puts boxes to tick there. With `discreet` nothing
    outside the pages tells what they are about.
    """

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
    strokes: Strokes
    row_least: float
    fill_in_row: float
    day: date
    two_sided: bool
    left_handed: bool
    discreet: bool

    @property
    def width(self) -> float:
        """Width of the frame, in points."""
        return self.paper.width - self.margins.inside - self.margins.outside

    @property
    def height(self) -> float:
        """Height of the frame, in points."""
        return self.paper.height - self.margins.top - self.margins.bottom

    def binds_left(self, page: int) -> bool:
        """Whether a page, counted from 1, is bound at its left edge."""
        recto = page % 2 == 1 or not self.two_sided
        return recto != self.left_handed

    def frame_left(self, page: int) -> float:
        """The frame's left edge on a page, counted from 1, in points."""
        return self.margins.inside if self.binds_left(page) else self.margins.outside

    def style(self, role: str) -> TypeStyle:
        """The type style of a role: body, question, title, table, small …"""
        return self.styles[role]

    def date(self, day: date) -> str:
        """A day written out in the book's language."""
        month = self.words["months"].split()[day.month - 1]
        number = self.words["first-day"] if day.day == 1 else day.day
        return self.word("day", day=number, month=month, year=day.year)

    def word(self, name: str, **values: object) -> str:
        """An interface word in the book's language, its blanks filled with `values`."""
        return self.words[name].format(**values)


def sheet_for(
    paper: Paper,
    language: str,
    day: date,
    *,
    ruling: RulingName = "standard",
    ink: InkName = "colour",
    two_sided: bool = False,
    holes: bool = False,
    left_handed: bool = False,
    discreet: bool = False,
    head: bool = False,
    large: bool = False,
) -> Sheet:
    """The sheet for a paper and a language's code; raises KeyError for an unknown language.

    With `large` it is for large print: 18/25 pt, write lines 12 mm apart, boxes of 7 mm.
    """
    inks = INKS[ink]
    pitch = PITCHES["large" if large else ruling] * MM
    titles = narrow_styles if paper.is_narrow else standard_styles
    standard = Sheet(
        paper=paper,
        margins=margins_for(paper, two_sided=two_sided, holes=holes, large=large, head=head),
        inks=inks,
        space=Spaces(),
        styles=titles(inks),
        words=words_of(language),
        pitch=pitch,
        dot_pitch=5 * MM,
        tick_box=5 * MM,
        circle=6.5 * MM,
        strokes=inks.strokes,
        row_least=pitch + 1 * MM,
        fill_in_row=pitch + 3 * MM,
        day=day,
        two_sided=two_sided,
        left_handed=left_handed,
        discreet=discreet,
    )
    if not large:
        return standard
    return replace(
        standard,
        styles=large_styles(inks),
        dot_pitch=7 * MM,
        tick_box=7 * MM,
        circle=8.5 * MM,
        strokes=inks.strokes._replace(
            write_line=max(0.8, inks.strokes.write_line), hairline=0.8, head_rule=0.8
        ),
        row_least=13 * MM,
        fill_in_row=16 * MM,
    )


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have words."""
    return tuple(sorted(path.stem for path in _WORDS.glob("*.yaml")))


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The interface's words in `language`.

    Raises KeyError when there are none, and FileError when some of them are missing.
    """
    import yaml

    if language not in languages():
        raise KeyError(language)
    text = (_WORDS / f"{language}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    words = {str(name): str(word) for name, word in yaml.load(text, loader).items()}
    lacking = sorted(words_of("en").keys() - words.keys()) if language != "en" else []
    if lacking:
        raise FileError(
            _WORDS / f"{language}.yaml",
            f"it lacks the words {', '.join(lacking)}",
            "Write them in its language; none is taken from English.",
        )
    return MappingProxyType(words)


def quotes_of(language: str) -> tuple[str, ...]:
    """Outer and inner quotation marks of a language, each opening and closing."""
    return tuple(words_of(language)["quotes"].split("|"))
