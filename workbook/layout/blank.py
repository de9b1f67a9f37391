"""Places to write or to mark: what a form's fields will be made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbook.layout.box import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.pdf.faces import Faces

Purpose = Literal["lines", "line", "cell", "tick", "choice", "drawing"]


class Blank(Box):
    """A place to write or to mark.

    `purpose` says what is done there: write on lines, on one line or into a cell, tick a box,
    choose one of a row, or draw. `label` tells what belongs there. `name` tells it from all
    others of a book and is the same in each build; `key` is its part of that name inside its
    block, its number there when empty.
    """

    purpose: Purpose = "lines"
    label: str = ""
    key: str = ""
    name: str = ""

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """Nothing by itself: it takes what the box around it has."""
        return 0.0


class EmptyCell(Blank):
    """The whole of a table's cell to write in; its TD is its element."""

    purpose: Purpose = "cell"
    stretch = 1.0

    def __init__(self, label: str = "", key: str = "") -> None:
        self.label, self.key = label, key


def blanks_in(box: Box) -> Iterator[Blank]:
    """Every place to write in `box`, itself included, in reading order."""
    if isinstance(box, Blank):
        yield box
    for inner in box.inside():
        yield from blanks_in(inner)


def name_blanks(boxes: Iterable[Box], block: str) -> None:
    """Name every place to write in the boxes of one block, whose own name is `block`."""
    number = 0
    for box in boxes:
        for blank in blanks_in(box):
            number += 1
            blank.name = f"{block}/{blank.key or number}"
