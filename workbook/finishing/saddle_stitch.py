"""Which pages stand on which sheet of a booklet that is folded and stitched through its fold."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Literal

from workbook.errors import ChoiceError
from workbook.geometry import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

# The edge over which the printer turns a sheet to print its back.
Flip = Literal["long", "short"]
Binding = Literal["left", "right"]
MOST_CREEP = 8 * MM
# Sheets in one signature when none are asked for: thicker than this gapes at its fold.
MOST_IN_ONE = 15
MOST_IN_EACH = 10


@dataclass(frozen=True, slots=True)
class Fold:
    """How a booklet is folded: sheets in a signature at most, a sheet's thickness in points.

    `signature` 0 lets the booklet choose: one signature of up to fifteen sheets, else several of
    at most ten. `flip` is the edge over which the printer turns a sheet, `binding` the edge at
    which the booklet is held together. Raises ChoiceError for less than nothing.
    """

    signature: int = 0
    thickness: float = 0.1 * MM
    flip: Flip = "short"
    binding: Binding = "left"

    def __post_init__(self) -> None:
        if self.signature < 0:
            raise ChoiceError(
                f"a signature can't have {self.signature} sheets",
                "give 1 or more, or 0 to let the booklet choose",
            )
        if not self.thickness >= 0:
            raise ChoiceError(
                f"a sheet can't be {self.thickness / MM:g} mm thick",
                "give 0 or more; plain office paper is 0.1 mm",
            )


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet, held upright: its pages, counted from 1, and None where it is blank.

    `creep` is how far both pages move towards the fold, in points. `turned` means that the file
    has this side upside down, because the printer turns it once more.
    """

    left: int | None
    right: int | None
    creep: float = 0
    turned: bool = False


def signatures(pages: int, most: int) -> tuple[int, ...]:
    """Sheets in each signature, as equal as can be, for `pages` pages; `most` as in Fold.

    Sheets are shared out, not pages, so that blank pages stand at the end of the book only.
    """
    sheets = ceil(pages / 4)
    if not most:
        most = sheets if sheets <= MOST_IN_ONE else MOST_IN_EACH
    count = ceil(sheets / most)
    least, more = divmod(sheets, count)
    return tuple(least + (number < more) for number in range(count))


def stitched(pages: int, sizes: tuple[int, ...], fold: Fold) -> Iterator[Side]:
    """Front and back of each sheet, the outermost of each signature first.

    Seen from the front, turning a leaf brings the back's left half behind the front's right
    half. So the backs are upright when the sheet turns about its short edges, which stand left
    and right on landscape paper. A printer that flips on the long edge turns it head over heels
    instead: then the backs are upside down in the file, and come out as before.

    A sheet lies inside `k` others, each of which takes its thickness at the fold: it sticks out
    by `k` thicknesses, and its pages move back by that (creep). Raises ChoiceError when that is
    more than 8 mm.
    """
    most = fold.thickness * (max(sizes) - 1)
    if most > MOST_CREEP:
        raise ChoiceError(
            f"{max(sizes)} sheets of {fold.thickness / MM:g} mm in one signature push the inner "
            f"pages {most / MM:.1f} mm into the fold, more than {MOST_CREEP / MM:g} mm",
            "choose fewer sheets in a signature, or a smaller thickness",
        )
    first = 1
    for size in sizes:
        last = first + 4 * size - 1
        for inside in range(size):
            low, high = first + 2 * inside, last - 2 * inside
            for back, pair in enumerate(((high, low), (low + 1, high - 1))):
                ordered = pair if fold.binding == "left" else pair[::-1]
                left, right = (page if page <= pages else None for page in ordered)
                turned = bool(back) and fold.flip == "long"
                yield Side(left, right, fold.thickness * inside, turned)
        first = last + 1


def side_by_side(pages: int) -> Iterator[Side]:
    """Two pages a side in reading order, printed on one side and nothing folded."""
    for first in range(1, pages + 1, 2):
        yield Side(first, first + 1 if first < pages else None)
