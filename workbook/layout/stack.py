"""Boxes one below the other, and every rule about where they may be cut.

A page is one stack; breaking pages is splitting that stack again and again. Each split looks at
the boxes of its page and no further, so that a long worksheet takes time in proportion.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Self

from workbook.geometry import Area
from workbook.layout.box import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.layout.box import Placing
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces


class Stack(Box):
    """Boxes one below the other.

    With an `element` it is that element, else its children speak for themselves.
    `orphans` and `widows` are the fewest children that may stand before and after a cut;
    `repeated` are those at its top that each continuation has again. What goes on after a cut
    takes no share of its page unless `fills_again`; `fills` says whether it does.
    """

    repeated = 0
    fills = True

    def __init__(
        self,
        children: Sequence[Box],
        *,
        element: Element | None = None,
        above: float | None = None,
        below: float | None = None,
        keep: bool = False,
        orphans: int = 1,
        widows: int = 1,
        fills_again: bool = True,
    ) -> None:
        self.children = list(children)
        self.element, self.keep = element, keep
        self.orphans, self.widows, self.fills_again = orphans, widows, fills_again
        if children:
            self.above = children[0].above if above is None else above
            self.below = children[-1].below if below is None else below
        self.stretch = sum([child.stretch for child in children])

    def elements(self) -> list[Element]:
        """Its own element, or its children's in order."""
        if self.element is not None:
            return [self.element]
        return [element for child in self.children for element in child.elements()]

    def inside(self) -> Sequence[Box]:
        """Its children."""
        return self.children

    def gap(self, index: int) -> float:
        """Space between child `index` and the one before it."""
        if index == 0:
            return 0.0
        return max(self.children[index - 1].below, self.children[index].above)

    def height(self, width: float, faces: Faces) -> float:
        """Sum of the children and the gaps between them."""
        total = below = 0.0
        for index, child in enumerate(self.children):
            if index:
                total += max(below, child.above)
            total += child.height(width, faces)
            below = child.below
        return total

    def fits(self, width: float, available: float, faces: Faces) -> bool:
        """Whether all children do; those after the first that doesn't aren't looked at."""
        return self._first_over(width, available, faces) is None

    def _first_over(self, width: float, available: float, faces: Faces) -> tuple[int, float] | None:
        """The first child that ends below `available`, and what is left above it; else None."""
        used = below = 0.0
        for index, child in enumerate(self.children):
            if index:
                used += max(below, child.above)
            if not child.fits(width, available - used, faces):
                return index, available - used
            used += child.height(width, faces)
            below = child.below
        return None

    def least(self, width: float, faces: Faces) -> float:
        """Up to the first place where it may be cut."""
        total = 0.0
        last = len(self.children) - 1
        for index, child in enumerate(self.children):
            total += self.gap(index)
            if index + 1 >= self.orphans and not child.keep:
                return total + (
                    child.least(width, faces)
                    if index < last or not index
                    else child.height(width, faces)
                )
            total += child.height(width, faces)
        return total

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut between two children, or inside the first that doesn't fit."""
        over = self._first_over(width, available, faces)
        return None if over is None else self._cut(*over, width, faces)

    def _cut(self, index: int, left: float, width: float, faces: Faces) -> tuple[Box, Box] | None:
        children = self.children
        pieces = children[index].split(width, left, faces) if left > 0 else None
        if pieces is not None and index + 1 >= self.orphans and self._tail_is_fit(index + 1):
            head, tail = pieces
            return (
                self._piece([*children[:index], head], first=True),
                self._piece([tail, *children[index + 1 :]], first=False),
            )
        index = min(index, len(children) - self.widows)
        while index > 0 and children[index - 1].keep:
            index -= 1
        if index < max(self.orphans, 1):
            return None
        return self._piece(children[:index], first=True), self._piece(children[index:], first=False)

    def forced_split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut wherever something fits, whoever wants to be kept; None when nothing does."""
        over = self._first_over(width, available, faces)
        if over is None:
            return None
        index, left = over
        child = self.children[index]
        before, after = self.children[:index], self.children[index + 1 :]
        parted: Box | None = None
        pieces = child.forced_split(width, left, faces) if left > 0 else None
        if pieces is not None:
            before, after = [*before, pieces[0]], [pieces[1], *after]
            parted = pieces[0].parted
        elif index > self.repeated:
            parted = before[-1] if before[-1].keep else None
            after = [child, *after]
        else:
            return None
        head = self._piece(before, first=True)
        head.parted = parted
        return head, self._piece(after, first=False)

    def _tail_is_fit(self, whole: int) -> bool:
        return whole == len(self.children) or len(self.children) - whole + 1 >= self.widows

    def _piece(self, children: list[Box], *, first: bool) -> Self:
        """A stack like this one with some of its children; subclasses add what they repeat."""
        piece = copy(self)
        piece.children = children
        if first:
            piece.below = 0.0
        else:
            piece.above = 0.0
            piece.parted = None
        piece.keep = self.keep and not first
        piece.fills = self.fills and (first or self.fills_again)
        # Room to write takes the rest of its page where it is cut, whether it fills or not. What
        # goes on can be long: it is added up only where something in it may fill.
        adds_up = piece.fills and (first or self.stretch > 0)
        piece.stretch = sum([child.stretch for child in children]) if adds_up else 0.0
        return piece

    def shared(self, left: float, natural: Sequence[float]) -> list[float]:  # noqa: ARG002
        """How much each child gets of what is `left`, given their natural heights."""
        total = self.stretch or 1.0
        return [left * child.stretch / total for child in self.children]

    def place(self, area: Area, placing: Placing) -> None:
        """Place the children, sharing out what `area` has left over."""
        placing.put(self, area)
        children, width, faces = self.children, area.width, placing.faces
        natural = [child.height(width, faces) for child in children]
        gaps = [self.gap(index) for index in range(len(natural))]
        if self.stretch:
            left = max(0.0, area.height - sum(natural) - sum(gaps))
            natural = [
                height + share
                for height, share in zip(natural, self.shared(left, natural), strict=True)
            ]
        top = area.top
        for child, height, gap in zip(children, natural, gaps, strict=True):
            top -= gap
            child.place(Area(area.x, top, width, height), placing)
            top -= height
