"""Boxes: what flows down a page.

A box knows its height at a width, how it splits, where it puts the boxes inside it, and how its
own ink is drawn. All boxes of a page are placed before the first is drawn. Lengths are points.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workbook.geometry import Area
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

EPSILON = 0.01
Align = Literal["left", "center", "right"]


class Box:
    """One thing on a page.

    `above` and `below` are the least space to its neighbours (the larger of two counts);
    `keep` holds it to the box after it; `stretch` is its share of what a page has left; `align`
    says where it stands in a place wider than itself.
    `origin` is the path in the content file that it came from, where that is known. `parted` is a
    box that wanted to be kept to the next one and had to be left alone at the end of this piece.

    A subclass gives `height`. One that can be cut gives `split` and `least`; one that holds
    boxes gives `inside` and `place`; one with ink of its own gives `draw`.
    """

    above: float = 0.0
    below: float = 0.0
    keep: bool = False
    stretch: float = 0.0
    align: Align = "left"
    element: Element | None = None
    origin: tuple[str | int, ...] = ()
    parted: Box | None = None

    def elements(self) -> list[Element]:
        """Its structure elements in reading order; none for decoration."""
        return [self.element] if self.element is not None else []

    def inside(self) -> Sequence[Box]:
        """The boxes that it holds."""
        return ()

    def height(self, width: float, faces: Faces) -> float:
        """Natural height at `width`."""
        raise NotImplementedError

    def fits(self, width: float, available: float, faces: Faces) -> bool:
        """Whether its natural height is at most `available` points."""
        return self.height(width, faces) <= available + EPSILON

    def least(self, width: float, faces: Faces) -> float:
        """Height of the smallest piece that may stand at a page's foot; all of it by default."""
        return self.height(width, faces)

    def least_width(self, faces: Faces) -> float:
        """Width below which its words are broken, in points."""
        return max((box.least_width(faces) for box in self.inside()), default=0.0)

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Two boxes of which the first fits into `available`; None when it can't be cut there."""
        return None

    def forced_split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """The last resort where nothing else fits on a page; like `split` by default."""
        return self.split(width, available, faces)

    def place(self, area: Area, placing: Placing) -> None:
        """Take `area`, as wide as it was measured and at least as high; place what is inside.

        What depends on the place (a bounding box, how many lines there are) is settled here.
        """
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw its own ink into `area`; the boxes inside are drawn after it by themselves."""


class Space(Box):
    """Nothing, `height` points high."""

    def __init__(self, height: float, stretch: float = 0.0) -> None:
        self._height, self.stretch = height, stretch

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """Always the same."""
        return self._height


class Break(Space):
    """What follows starts a new page."""

    def __init__(self) -> None:
        super().__init__(0.0)


class Artifact(NamedTuple):
    """Decoration, or running matter when `kind` is `Header` or `Footer` (ISO 32000-1 14.8.2.2)."""

    kind: str = ""


class Placed(NamedTuple):
    """A box and its rectangle on the page, in points from the page's lower left corner.

    Boxes are in the order in which they are drawn. `within` is the element or the artifact that
    a box around it opened for all the ink inside; None where the box itself says what it is.
    """

    box: Box
    area: Area
    within: Element | Artifact | None


class Placing:
    """Takes the boxes of one page; `pages` has the page of each section by its key.

    `page` counts from 1.
    """

    def __init__(self, page: int, pages: Mapping[str, int], faces: Faces) -> None:
        self.page, self.pages, self.faces = page, pages, faces
        self.placed: list[Placed] = []
        self._within: Element | Artifact | None = None

    def put(self, box: Box, area: Area) -> None:
        """Place one box."""
        self.placed.append(Placed(box, area, self._within))

    @contextmanager
    def within(self, owner: Element | Artifact) -> Iterator[None]:
        """All ink placed inside is of `owner`; inside an artifact it stays that artifact's."""
        outer = self._within
        if outer is None:
            self._within = owner
        try:
            yield
        finally:
            self._within = outer


def draw_placed(placed: Iterable[Placed], pen: Pen) -> None:
    """Draw boxes in their order; what one of them opened for others is one marked sequence."""
    for within, run in groupby(placed, key=attrgetter("within")):
        if within is None:
            for box, area, _ in run:
                box.draw(pen, area)
            continue
        with pen.artifact(within.kind) if isinstance(within, Artifact) else pen.tag(within):
            for box, area, _ in run:
                box.draw(pen, area)
