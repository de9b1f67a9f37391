"""Inks: what a page is printed with in colour, in grey, and for the copier."""

from __future__ import annotations

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


class Strokes(NamedTuple):
    """Weights of lines in points, and the dash of write lines, empty when they are solid.

    `head_rule` is under a worksheet's number, `hairline` between rows, `mark_line` around
    boxes and circles.
    """

    write_line: float = 0.5
    write_dash: str = ""
    hairline: float = 0.6
    head_rule: float = 0.8
    mark_line: float = 0.9


STROKES = Strokes()


class Inks(NamedTuple):
    """The inks of a page, no two of them alike in colour or in grey, and its strokes.

    `head_fill` is None where nothing may be tinted. `solid` inks can't be made lighter.
    """

    text: Ink
    accent: Ink
    soft: Ink
    rule: Ink
    pale: Ink
    head_fill: Ink | None
    solid: bool = False
    strokes: Strokes = STROKES

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
        # Black lines to write on would drown what is written; finer dots are lost in copying.
        strokes=Strokes(0.9, "1 4", hairline=0.5, head_rule=0.5, mark_line=0.6),
    ),
}
