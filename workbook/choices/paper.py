"""Papers and what is kept free around the frame. Lengths are points."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from workbook.errors import ChoiceError
from workbook.geometry import MM

# A page narrower than half-letter has no room for holes.
NARROWEST_WITH_HOLES = 139 * MM
# A page narrower than this has smaller margins and smaller titles.
NARROW = 180 * MM
# Where a running head begins, from the paper's edge, and how high it is.
# Millimetres inside for holes; serifs and strokes reach a little over the frame.
HOLES = 25.5
HEAD_TOP = 13.2 * MM
HEAD_HEIGHT = 5 * MM
_SIZE = r"(\d{1,4}(?:\.\d{1,2})?)x(\d{1,4}(?:\.\d{1,2})?)mm"


class Paper(NamedTuple):
    """A paper and its size in points."""

    name: str
    width: float
    height: float

    @property
    def is_narrow(self) -> bool:
        """Whether it is as narrow as A5: margins and titles are smaller then."""
        return self.width < NARROW

    def halved(self) -> Paper:
        """Half of it, upright: the page of a booklet printed on it."""
        name = _HALVES.get(self.name, f"half-{self.name}")
        return Paper(name, self.height / 2, self.width)


PaperName = Literal["letter", "a4", "legal", "a5", "half-letter"]
PAPERS: dict[PaperName, Paper] = {
    "letter": Paper("letter", 612.0, 792.0),
    "a4": Paper("a4", 210 * MM, 297 * MM),
    "legal": Paper("legal", 612.0, 1008.0),
    "a5": Paper("a5", 148 * MM, 210 * MM),
    "half-letter": Paper("half-letter", 396.0, 612.0),
}
_NAMED: dict[str, Paper] = {paper.name: paper for paper in PAPERS.values()}
_HALVES = {"letter": "half-letter", "a4": "a5"}
# In mm. Below this a table's columns can't hold their words, above it no printer prints.
SMALLEST = (130.0, 180.0)
LARGEST = (460.0, 650.0)


def paper_named(name: str) -> Paper:
    """The paper of a name, or of a size such as `170x240mm`; raises ChoiceError for others."""
    known = _NAMED.get(name)
    if known is not None:
        return known
    found = re.fullmatch(_SIZE, name)
    if found is None:
        raise ChoiceError(
            f"there is no paper `{name[:40]}`",
            f"one of {', '.join(PAPERS)}, or a size such as `170x240mm`",
        )
    width, height = float(found[1]), float(found[2])
    if width > height:
        raise ChoiceError(
            f"{name} is wider than it is high", f"pages are upright: {found[2]}x{found[1]}mm"
        )
    if width < SMALLEST[0] or height < SMALLEST[1]:
        raise ChoiceError(
            f"{name} is too small to write on",
            f"at least {SMALLEST[0]:.0f}x{SMALLEST[1]:.0f}mm",
        )
    if width > LARGEST[0] or height > LARGEST[1]:
        raise ChoiceError(
            f"{name} is larger than a printer takes",
            f"at most {LARGEST[0]:.0f}x{LARGEST[1]:.0f}mm",
        )
    return Paper(name, width * MM, height * MM)


class Margins(NamedTuple):
    """What is kept free around the frame, in points; `inside` is the binding side.

    `foot` is the height of the foot's baseline over the paper's edge.
    """

    top: float
    outside: float
    bottom: float
    inside: float
    foot: float


def margins_for(
    paper: Paper, *, two_sided: bool, holes: bool, large: bool, head: bool = False
) -> Margins:
    """Margins that keep all ink 13 mm from the edges, and holes 25 mm clear of it.

    A `head` asks for room for a line at the top. Old inkjets lose 12.7 mm at the foot; two
    holes 80 mm apart reach 15 mm into the sheet (ISO 838), and a binding takes 20 to 25 mm.
    """
    if large:
        return Margins(25 * MM, 25 * MM, 37 * MM, (HOLES if holes else 25) * MM, 15 * MM)
    if paper.is_narrow:
        top, bottom, foot, side, shift = 15.0, 24.0, 14.0, 15.0, 1.0
    else:
        top, bottom, foot, side, shift = 18.0, 25.0, 15.0, 20.0, 2.0
    if head:
        # The frame moves down and stays as high, so that pages break where they did.
        lower = (HEAD_TOP + HEAD_HEIGHT) / MM + 3.0
        top, bottom = lower, bottom - (lower - top)
    inside = HOLES if holes else side + shift if two_sided else side
    outside = side - shift if two_sided or holes else side
    return Margins(top * MM, outside * MM, bottom * MM, inside * MM, foot * MM)
