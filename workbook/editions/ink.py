"""Inks: what a page is printed with in colour, in grey, and for the copier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

InkName = Literal["colour", "grey", "copy"]


class Ink(NamedTuple):
    """An RGB colour, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def grey(cls, light: float) -> Ink:
        """A grey, from 0 (black) to 1."""
        return cls(light, light, light)

    @classmethod
    def web(cls, code: int) -> Ink:
        """A colour from its web code, such as 0x1F5A5E."""
        return cls(*(part / 255 for part in code.to_bytes(3, "big")))


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks of a page, no two of them alike in colour or in grey.

    `head_fill` is None where nothing may be tinted. `solid` inks can't be made lighter.
    """

    text: Ink
    accent: Ink
    soft: Ink
    rule: Ink
    pale: Ink
    head_fill: Ink | None
    solid: bool = False

    def faded(self, share: float) -> Ink:
        """The accent mixed with white: `share` is how much of it is white, from 0 to 1."""
        if self.solid:
            return self.accent
        return Ink(*(part + (1 - part) * share for part in self.accent))


BLACK = Ink.grey(0)
INKS: dict[InkName, Inks] = {
    # The accent turns into a clear dark grey on a grey printer.
    "colour": Inks(
        text=BLACK,
        accent=Ink.web(0x1F5A5E),
        soft=Ink.web(0x595959),
        rule=Ink.web(0x777777),
        pale=Ink.grey(0.75),
        head_fill=Ink.grey(0.92),
    ),
    # The same steps, each a tenth from the next, and a little lighter in all.
    "grey": Inks(
        text=BLACK,
        accent=Ink.grey(0.28),
        soft=Ink.grey(0.39),
        rule=Ink.grey(0.49),
        pale=Ink.grey(0.76),
        head_fill=Ink.grey(0.925),
    ),
    # A copy of a copy turns grey into dots or nothing.
    "copy": Inks(
        text=BLACK,
        accent=BLACK,
        soft=BLACK,
        rule=BLACK,
        pale=BLACK,
        head_fill=None,
        solid=True,
    ),
}
