"""Two pages on each side of a sheet, to print: a booklet to fold, or two up to save paper.

An imposed file is for the printer. It has no reading structure, and claims none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbook.errors import ChoiceError
from workbook.finishing.saddle_stitch import Fold, Side, side_by_side, signatures, stitched
from workbook.geometry import MM
from workbook.pdf.sheets import SheetCanvas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.finishing.saddle_stitch import Flip
    from workbook.pdf.document import Duplex
    from workbook.pdf.drawn import DrawnPages

    Size = tuple[float, float]

CLOSE_ENOUGH = 1.0
BLANK = "–"
_DUPLEX: dict[Flip | None, Duplex] = {
    "short": "DuplexFlipShortEdge",
    "long": "DuplexFlipLongEdge",
    None: "Simplex",
}


@dataclass(frozen=True, slots=True)
class Imposed:
    """An imposed file: its bytes, its sheets of paper, and what stands on each of its sides.

    `signatures` has the sheets of each signature, and is empty when nothing is folded.
    """

    pdf: bytes
    sheets: int
    signatures: tuple[int, ...]
    sides: tuple[Side, ...]


def booklet(drawn: DrawnPages, fold: Fold, *, sheet: Size, note: str) -> Imposed:
    """Pages in saddle-stitch order on sheets of `sheet` (width, height in points).

    Pages are half a sheet and are not scaled. `note` follows the title: that this file is for
    the printer and the plain one for reading. Raises ChoiceError when there are no pages, when
    they aren't half the sheet within a point, or when creep takes more than 8 mm.
    """
    pages = _checked(drawn, sheet)
    sizes = signatures(pages, fold.signature)
    sides = tuple(stitched(pages, sizes, fold))
    data = _imposed(drawn, sides, sheet, note, fold.flip)
    return Imposed(data, sum(sizes), sizes, sides)


def two_up(drawn: DrawnPages, *, sheet: Size, note: str) -> Imposed:
    """Pages two a sheet in reading order, to print on one side.

    `sheet`, `note` and errors are as for a booklet.
    """
    sides = tuple(side_by_side(_checked(drawn, sheet)))
    data = _imposed(drawn, sides, sheet, note, None)
    return Imposed(data, len(sides), (), sides)


def _checked(drawn: DrawnPages, sheet: Size) -> int:
    """How many pages there are; each has to be half a sheet."""
    if not drawn.pages:
        raise ChoiceError("there are no pages to put on sheets", "choose a worksheet or more")
    (width, height), half = drawn.size, (sheet[0] / 2, sheet[1])
    if max(abs(width - half[0]), abs(height - half[1])) > CLOSE_ENOUGH:
        raise ChoiceError(
            f"pages of {_size(width, height)} are not half of a sheet of {_size(*sheet)}",
            f"lay the book out on pages of {_size(*half)}",
        )
    return len(drawn.pages)


def _imposed(
    drawn: DrawnPages, sides: Sequence[Side], sheet: Size, note: str, flip: Flip | None
) -> bytes:
    canvas = SheetCanvas(drawn, sheet)
    # As wide as the forms' own boxes say, to the last digit.
    across = round(drawn.size[0], 4)
    for side in sides:
        pages = {page: canvas.page_name(page) for page in (side.left, side.right) if page}
        code = "\n".join(_drawing(side, pages, across, sheet))
        canvas.add_side(code, list(pages), _label(side))
    # Title and author stay; the note says what is missing; no standard is claimed.
    plain = drawn.description
    description = replace(plain, title=f"{plain.title} ({note})".strip())
    return canvas.finish(description, _DUPLEX[flip])


def _drawing(side: Side, names: dict[int, str], across: float, sheet: Size) -> Iterator[str]:
    """The operators of one side, whose pages have resource `names` and are `across` wide.

    Each page ends at the fold, and creep moves it over.
    """
    width, height = sheet
    fold = width / 2
    if side.turned:
        yield f"-1 0 0 -1 {width:.4f} {height:.4f} cm"
    for page, half, creep in ((side.left, 0.0, side.creep), (side.right, fold, -side.creep)):
        if page is None:
            continue
        # A page that isn't quite half a sheet keeps to the fold.
        x = creep + (fold if half else fold - across)
        clip = f"{half:.4f} 0 {fold:.4f} {height:.4f} re W n"
        yield f"q {clip} 1 0 0 1 {x:.4f} 0 cm /{names[page]} Do Q"


def _label(side: Side) -> str:
    return " · ".join(str(page) if page else BLANK for page in (side.left, side.right))


def _size(width: float, height: float) -> str:
    return f"{width / MM:.1f} × {height / MM:.1f} mm"
