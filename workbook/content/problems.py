"""Faults in a content file: where, what, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LINE_SHOWN = 100
# Control characters, and marks that turn text round, would act on a terminal.
_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A point in a file; line and column count from 1, as editors do."""

    file: str
    line: int
    column: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, or one warning when `warning` is true."""

    place: Place
    what: str
    remedy: str = ""
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        lines = [f"{self.place}: {kind}{self.what}"]
        shown = self.place.text.strip()
        if shown:
            lines.append(f"    {_shorten(shown)}")
        if self.remedy:
            lines.append(f"  → {self.remedy}")
        return _UNPRINTABLE.sub("\ufffd", "\n".join(lines))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown word: its nearest neighbour, else all that may stand there."""
    names = list(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    return "one of: " + ", ".join(f"`{name}`" for name in names)


def _shorten(line: str) -> str:
    return line if len(line) <= LONGEST_LINE_SHOWN else line[: LONGEST_LINE_SHOWN - 1] + "…"
