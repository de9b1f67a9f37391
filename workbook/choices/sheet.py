"""The answer to all choices: paper, measures, type, inks, words.

Every length is in points. Blocks take their measures from here and never ask what was chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from workbook.choices.choices import Choices
from workbook.choices.ink import INKS, Inks, Strokes
from workbook.choices.language import words_of
from workbook.choices.paper import Margins, Paper, margins_for
from workbook.choices.rulings import PITCHES
from workbook.choices.type import Measure, Role, TypeStyle, Typography
from workbook.geometry import MM


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
    type: Typography
    words: Mapping[str, str]
    pitch: float
    dot_pitch: float
    tick_box: float
    strokes: Strokes
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

    def style(self, role: Role) -> TypeStyle:
        """How words of a role are set."""
        return self.type.style(role)

    def measure(self, measure: Measure) -> float:
        """A length for its size of type, in points."""
        return measure.large if self.type.large else measure.standard

    @property
    def least_row(self) -> float:
        """Height of a table's row that a line can be written in, in points."""
        return self.pitch + MM

    def date(self, day: date) -> str:
        """A day written out in the book's language."""
        month = self.words["months"].split()[day.month - 1]
        number = self.words["first-day"] if day.day == 1 else day.day
        return self.word("day", day=number, month=month, year=day.year)

    def word(self, name: str, **values: object) -> str:
        """An interface word in the book's language, its blanks filled with `values`."""
        return self.words[name].format(**values)


def sheet_for(choices: Choices, language: str, *, head: bool = False) -> Sheet:
    """The sheet that `choices` are laid out on, in a language; a `head` asks for room for one.

    Raises KeyError for a language without words. Large print has 18/25 pt, write lines 12 mm
    apart, boxes of 7 mm.
    """
    paper, large = choices.page, choices.type == "large"
    inks = INKS[choices.ink]
    pitch = PITCHES["large" if large else choices.ruling] * MM
    standard = Sheet(
        paper=paper,
        margins=margins_for(
            paper, two_sided=choices.mirrored, holes=choices.holes, large=large, head=head
        ),
        inks=inks,
        space=Spaces(),
        type=Typography(inks, large=large, narrow=paper.is_narrow),
        words=words_of(language),
        pitch=pitch,
        dot_pitch=5 * MM,
        tick_box=5 * MM,
        strokes=inks.strokes,
        day=choices.day,
        two_sided=choices.mirrored,
        left_handed=choices.hand == "left",
        discreet=choices.discreet,
    )
    if not large:
        return standard
    return replace(
        standard,
        dot_pitch=7 * MM,
        tick_box=7 * MM,
        strokes=inks.strokes._replace(
            write_line=max(0.8, inks.strokes.write_line), hairline=0.8, head_rule=0.8
        ),
    )
