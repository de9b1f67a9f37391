"""A box with space around it."""

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


class Inset(Box):
    """A box with space around it: `left`, `right`, `top` and `bottom` points."""

    def __init__(
        self,
        inner: Box,
        *,
        left: float = 0.0,
        right: float = 0.0,
        top: float = 0.0,
        bottom: float = 0.0,
    ) -> None:
        self.inner = inner
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self.above, self.below, self.keep = inner.above, inner.below, inner.keep
        self.stretch = inner.stretch

    def elements(self) -> list[Element]:
        """The inner box's."""
        return self.inner.elements()

    def inside(self) -> Sequence[Box]:
        """The inner box."""
        return (self.inner,)

    def height(self, width: float, faces: Faces) -> float:
        """The inner height and the space above and below it."""
        inner = self.inner.height(width - self.left - self.right, faces)
        return self.top + inner + self.bottom

    def fits(self, width: float, available: float, faces: Faces) -> bool:
        """Whether the inner box fits into what the space around it leaves."""
        inside = available - self.top - self.bottom
        return self.inner.fits(width - self.left - self.right, inside, faces)

    def least_width(self, faces: Faces) -> float:
        """The inner box's, with the space beside it."""
        return self.left + self.inner.least_width(faces) + self.right

    def least(self, width: float, faces: Faces) -> float:
        """The inner box's, with the space around it."""
        inner = self.inner.least(width - self.left - self.right, faces)
        return self.top + inner + self.bottom

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """The inner box's pieces, each inset like the whole."""
        inner = self.inner.split(
            width - self.left - self.right, available - self.top - self.bottom, faces
        )
        if inner is None:
            return None
        head, tail = inner
        return self._around(head), self._around(tail)

    def forced_split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """The inner box's, like `split`."""
        inner = self.inner.forced_split(
            width - self.left - self.right, available - self.top - self.bottom, faces
        )
        return None if inner is None else (self._around(inner[0]), self._around(inner[1]))

    def _around(self, inner: Box) -> Self:
        piece = copy(self)
        piece.inner = inner
        piece.above, piece.below, piece.keep = inner.above, inner.below, inner.keep
        piece.stretch, piece.parted = inner.stretch, inner.parted
        return piece

    def place(self, area: Area, placing: Placing) -> None:
        """Place the inner box."""
        placing.put(self, area)
        inner = Area(
            area.x + self.left,
            area.top - self.top,
            area.width - self.left - self.right,
            area.height - self.top - self.bottom,
        )
        self.inner.place(inner, placing)
