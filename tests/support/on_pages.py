"""What stands where on laid-out pages: words, write lines, rows, without drawing anything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbook.geometry import Area
from workbook.layout.blank import Blank
from workbook.layout.box import Artifact
from workbook.layout.paragraph import Paragraph
from workbook.layout.picture_box import PictureBox
from workbook.layout.table import Row
from workbook.layout.writing import WritingSpace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.layout.box import Box, Placed
    from workbook.layout.pages import Page
    from workbook.making.pipeline import Layout

SLACK = 0.02
RUNNING = (Artifact("Footer"), Artifact("Header"))


@dataclass(frozen=True)
class Sighting:
    """A box on a page (counted from 1), its area, and whether it is decoration."""

    page: int
    box: Box
    area: Area
    artifact: bool
    of_figure: bool


@dataclass(frozen=True)
class Pages:
    """Some pages of a layout, in order."""

    layout: Layout
    pages: Sequence[Page]

    @cached_property
    def sightings(self) -> list[Sighting]:
        """Every box below the heads and above the feet, in the order of drawing."""
        return [_sighting(page, placed) for page in self.pages for placed in _flowing(page)]

    def on(self, page: int) -> list[Sighting]:
        """Those on one page, counted from 1."""
        return [seen for seen in self.sightings if seen.page == page]

    @property
    def paragraphs(self) -> list[Sighting]:
        """Paragraphs that a listener hears, so no repeated header."""
        return [s for s in self.sightings if isinstance(s.box, Paragraph) and not s.artifact]

    @property
    def blanks(self) -> list[Sighting]:
        """Places to write or to mark."""
        return [seen for seen in self.sightings if isinstance(seen.box, Blank)]

    @property
    def rows(self) -> list[Sighting]:
        """Rows of tables, headers and repeated ones too."""
        return [seen for seen in self.sightings if isinstance(seen.box, Row)]

    @property
    def words(self) -> list[str]:
        """Every word that a listener hears, as often as it is printed."""
        return [word for seen in self.paragraphs for line in self.lines(seen) for word in line]

    def lines(self, seen: Sighting) -> list[list[str]]:
        """The words of each line of a paragraph, page numbers as they are printed."""
        assert isinstance(seen.box, Paragraph)
        style, faces = seen.box.style, self.layout.faces
        found = []
        for line in seen.box.lines(seen.area.width, faces):
            glyphs = [item.printed(self._numbers, style.size, faces) for item in line.items]
            found.append("".join(run.text for run in glyphs).split())
        return found

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {page.section.key: page.number for page in self.layout.pages if page.first}

    def write_lines(self, seen: Sighting) -> int:
        """How many lines a writing space has."""
        assert isinstance(seen.box, WritingSpace)
        return int((seen.area.height + SLACK) / self.layout.sheet.pitch)

    def frame(self, page: int) -> Area:
        """What a page has for its text."""
        sheet = self.layout.sheet
        top = sheet.paper.height - sheet.margins.top
        return Area(sheet.frame_left(page), top, sheet.width, sheet.height)

    def text(self, seen: Sighting) -> str:
        """A paragraph's words."""
        return " ".join(word for line in self.lines(seen) for word in line)

    def inked(self) -> list[Sighting]:
        """What is on paper by itself: words, places to write, pictures."""
        return [s for s in self.sightings if isinstance(s.box, Paragraph | Blank | PictureBox)]

    def last_on(self, page: int) -> Sighting:
        """What stands lowest on a page; of several beside each other the last."""
        return self.lowest_on(page)[-1]

    def lowest_on(self, page: int) -> list[Sighting]:
        """All that stand lowest on a page, beside each other."""
        found = [seen for seen in self.inked() if seen.page == page]
        foot = min(seen.area.bottom for seen in found)
        return [seen for seen in found if seen.area.bottom < foot + SLACK]


def by_section(layout: Layout) -> dict[str, Pages]:
    """The pages of each section, by its key; blank backs are left out."""
    found: dict[str, list[Page]] = {}
    for page in layout.pages:
        if not page.blank:
            found.setdefault(page.section.key, []).append(page)
    return {key: Pages(layout, pages) for key, pages in found.items()}


def whole(layout: Layout) -> Pages:
    """All pages."""
    return Pages(layout, layout.pages)


def _flowing(page: Page) -> Iterator[Placed]:
    return (placed for placed in page.placed if placed.within not in RUNNING)


def _sighting(page: Page, placed: Placed) -> Sighting:
    box, area, within = placed
    artifact = isinstance(within, Artifact)
    return Sighting(page.number, box, area, artifact, within is not None and not artifact)


def overlaps(one: Area, other: Area, slack: float = 0.05) -> bool:
    """Whether two areas have more than an edge in common."""
    across = min(one.right, other.right) - max(one.x, other.x)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > slack and up > slack


def inside(inner: Area, outer: Area, slack: float = 0.05) -> bool:
    """Whether an area lies in another."""
    return (
        inner.x >= outer.x - slack
        and inner.right <= outer.right + slack
        and inner.bottom >= outer.bottom - slack
        and inner.top <= outer.top + slack
    )
