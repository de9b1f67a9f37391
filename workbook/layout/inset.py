"""A box with room around it."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Self

from workbook.geometry import Area
from workbook.layout.box import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen


class Inset(Box):
    """A box with room around it: `left`, `right`, `top` and `bottom` points."""

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
        """The inner height and the room above and below it."""
        inner = self.inner.height(width - self.left - self.right, faces)
        return self.top + inner + self.bottom

    def least(self, width: float, faces: Faces) -> float:
        """The inner box's, with the room around it."""
        inner = self.inner.least(width - self.left - self.right, faces)
        return self.top + inner + self.bottom

    def split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """The inner box's pieces, each inset like the whole."""
        inner = self.inner.split(
            width - self.left - self.right, room - self.top - self.bottom, faces
        )
        if inner is None:
            return None
        head, tail = inner
        return self._around(head), self._around(tail)

    def forced_split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """The inner box's, like `split`."""
        inner = self.inner.forced_split(
            width - self.left - self.right, room - self.top - self.bottom, faces
        )
        return None if inner is None else (self._around(inner[0]), self._around(inner[1]))

    def _around(self, inner: Box) -> Self:
        piece = copy(self)
        Inset.__init__(
            piece, inner, left=self.left, right=self.right, top=self.top, bottom=self.bottom
        )
        return piece

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the inner box."""
        self.inner.draw(
            pen,
            Area(
                area.x + self.left,
                area.top - self.top,
                area.width - self.left - self.right,
                area.height - self.top - self.bottom,
            ),
        )
