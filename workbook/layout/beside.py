"""Boxes side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbook.geometry import Area
from workbook.layout.box import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.layout.box import Placing
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces


class Beside(Box):
    """Boxes side by side, from left to right; they are never cut.

    `shares` are the parts of the width that they take; those left over when there are more
    shares than boxes stay empty. `gap` is the space between two, in points. `upright` says where
    the lower ones stand; with `fill` they are as high as the highest, as boxes that stretch are.
    """

    def __init__(
        self,
        children: Sequence[Box],
        shares: Sequence[float],
        *,
        gap: float = 0.0,
        upright: Literal["top", "middle", "bottom", "fill"] = "top",
        above: float | None = None,
        below: float | None = None,
        keep: bool = False,
    ) -> None:
        self.children, self.shares, self.gap = list(children), tuple(shares), gap
        self.upright = upright
        self.above = max(child.above for child in children) if above is None else above
        self.below = max(child.below for child in children) if below is None else below
        self.keep = keep
        self.stretch = max(child.stretch for child in children)

    def elements(self) -> list[Element]:
        """Its children's, in order."""
        return [element for child in self.children for element in child.elements()]

    def inside(self) -> Sequence[Box]:
        """Its children."""
        return self.children

    def widths(self, width: float) -> list[float]:
        """Width of each share, in points."""
        free = width - self.gap * (len(self.shares) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float, faces: Faces) -> float:
        """The highest child's."""
        pairs = zip(self.children, self.widths(width), strict=False)
        return max(child.height(across, faces) for child, across in pairs)

    def place(self, area: Area, placing: Placing) -> None:
        """Place the children from left to right."""
        placing.put(self, area)
        x = area.x
        for child, across in zip(self.children, self.widths(area.width), strict=False):
            height, top = area.height, area.top
            if not child.stretch and self.upright != "fill":
                height = child.height(across, placing.faces)
                if self.upright == "middle":
                    top -= (area.height - height) / 2
                elif self.upright == "bottom":
                    top = area.bottom + height
            child.place(Area(x, top, across, height), placing)
            x += across + self.gap
