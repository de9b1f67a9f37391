"""Boxes that share one area, each in its own part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.layout.box import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.geometry import Area
    from workbook.layout.box import Placing
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces


class Overlay(Box):
    """Boxes drawn into the same area; insets keep them apart. It can't be split."""

    def __init__(self, children: Sequence[Box], *, above: float = 0.0) -> None:
        self.children = list(children)
        self.above = above
        self.stretch = max((child.stretch for child in children), default=0.0)

    def elements(self) -> list[Element]:
        """Its children's, in order; one that several share counts once."""
        elements = (element for child in self.children for element in child.elements())
        return list(dict.fromkeys(elements))

    def inside(self) -> Sequence[Box]:
        """Its children."""
        return self.children

    def height(self, width: float, faces: Faces) -> float:
        """The highest child's."""
        return max(child.height(width, faces) for child in self.children)

    def place(self, area: Area, placing: Placing) -> None:
        """Place every child into all of `area`."""
        placing.put(self, area)
        for child in self.children:
            child.place(area, placing)
