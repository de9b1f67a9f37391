"""Boxes one below the other, and every rule about where they may be cut."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Self

from workbook.geometry import Area
from workbook.layout.box import EPSILON, Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen


class Stack(Box):
    """Boxes one below the other.

    With an `element` it is that element, else its children speak for themselves.
    `orphans` and `widows` are the fewest children that may stand before and after a cut;
    `repeated` are those at its top that each continuation has again.
    """

    repeated = 0

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
    ) -> None:
        self.children = list(children)
        self.element, self.keep = element, keep
        self.orphans, self.widows = orphans, widows
        if children:
            self.above = children[0].above if above is None else above
            self.below = children[-1].below if below is None else below
        self.stretch = sum(child.stretch for child in children)

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
        return sum(
            self.gap(index) + child.height(width, faces)
            for index, child in enumerate(self.children)
        )

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

    def split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut between two children, or inside the first that doesn't fit."""
        used = 0.0
        for index, child in enumerate(self.children):
            top = used + self.gap(index)
            used = top + child.height(width, faces)
            if used > room + EPSILON:
                return self._cut(index, room - top, width, faces)
        return None

    def _cut(self, index: int, room: float, width: float, faces: Faces) -> tuple[Box, Box] | None:
        children = self.children
        pieces = children[index].split(width, room, faces) if room > 0 else None
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

    def forced_split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut wherever something fits, whoever wants to be kept; None when nothing does."""
        used = 0.0
        for index, child in enumerate(self.children):
            top = used + self.gap(index)
            used = top + child.height(width, faces)
            if used <= room + EPSILON:
                continue
            before, after = self.children[:index], self.children[index + 1 :]
            pieces = child.forced_split(width, room - top, faces) if room > top else None
            if pieces is not None:
                before, after = [*before, pieces[0]], [pieces[1], *after]
            elif index > self.repeated:
                after = [child, *after]
            else:
                return None
            return self._piece(before, first=True), self._piece(after, first=False)
        return None

    def _tail_is_fit(self, whole: int) -> bool:
        return whole == len(self.children) or len(self.children) - whole + 1 >= self.widows

    def _piece(self, children: Sequence[Box], *, first: bool) -> Self:
        """A stack like this one with some of its children; subclasses add what they repeat."""
        piece = copy(self)
        Stack.__init__(
            piece,
            children,
            element=self.element,
            above=self.above if first else 0.0,
            below=0.0 if first else self.below,
            keep=self.keep and not first,
            orphans=self.orphans,
            widows=self.widows,
        )
        return piece

    def shared(self, left: float, natural: Sequence[float]) -> list[float]:  # noqa: ARG002
        """How much each child gets of what is `left`, given their natural heights."""
        total = self.stretch or 1.0
        return [left * child.stretch / total for child in self.children]

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the children, sharing out what `area` has left over."""
        natural = [child.height(area.width, pen.faces) for child in self.children]
        gaps = [self.gap(index) for index in range(len(natural))]
        left = max(0.0, area.height - sum(natural) - sum(gaps)) if self.stretch else 0.0
        shares = self.shared(left, natural)
        top = area.top
        for child, height, gap, share in zip(self.children, natural, gaps, shares, strict=True):
            top -= gap
            child.draw(pen, Area(area.x, top, area.width, height + share))
            top -= height + share
