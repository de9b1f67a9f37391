"""Boxes: what flows down a page. A box knows its height, how it splits, and how it is drawn.

A page is one `Stack` of boxes; breaking pages is splitting that stack again and again, so
every rule about breaks lives in `split`. Lengths are points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.geometry import Area
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

EPSILON = 0.01


class Box:
    """One thing on a page.

    `above` and `below` are the least space to its neighbours (the larger of two counts);
    `keep` holds it to the box after it; `stretch` is its share of what a page has left.
    `origin` is the path in the content file that it came from, where that is known.
    A subclass gives `height` and `draw`, and `split` with `least` where it can be cut.
    """

    above: float = 0.0
    below: float = 0.0
    keep: bool = False
    stretch: float = 0.0
    element: Element | None = None
    origin: tuple[str | int, ...] = ()

    def elements(self) -> list[Element]:
        """Its structure elements in reading order; none for decoration."""
        return [self.element] if self.element is not None else []

    def inside(self) -> Sequence[Box]:
        """The boxes that it holds."""
        return ()

    def height(self, width: float, faces: Faces) -> float:
        """Natural height at `width`."""
        raise NotImplementedError

    def least(self, width: float, faces: Faces) -> float:
        """Height of the smallest piece that may stand at a page's foot; all of it by default."""
        return self.height(width, faces)

    def split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Two boxes of which the first fits into `room`; None when it can't be cut there."""
        return None

    def forced_split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """The last resort where nothing else fits on a page; like `split` by default."""
        return self.split(width, room, faces)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw into `area`, which is as wide as it was measured and at least as high."""
        raise NotImplementedError


class Space(Box):
    """Nothing, `height` points high."""

    def __init__(self, height: float, stretch: float = 0.0) -> None:
        self._height, self.stretch = height, stretch

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """Always the same."""
        return self._height

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw nothing."""


class Break(Space):
    """What follows starts a new page."""

    def __init__(self) -> None:
        super().__init__(0.0)
