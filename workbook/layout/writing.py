"""Room to write: ruled, dotted, squared or blank, in millimetres of the sheet's ruling."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.geometry import MM
from workbook.layout import rulings
from workbook.layout.blank import Blank, Purpose, blanks_in
from workbook.pdf.element import Element, bounding_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.rulings import Ruling
    from workbook.choices.sheet import Sheet
    from workbook.geometry import Area
    from workbook.layout.box import Box, Placing
    from workbook.layout.paragraph import Paragraph
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen


FEWEST_LINES = 3
# An opener at the foot of a page has so many lines below its own.
UNDER_OPENER = 3
DOT = 0.9


class Opener(NamedTuple):
    """Printed words that stand on write lines from `line` on, counted from 0."""

    line: int
    words: Paragraph


class WritingSpace(Blank):
    """`lines` of the sheet's pitch to write on; with `fill` the rest of the page too.

    `openers` stand on lines of it, for the writer to go on from. A listener is told how much
    room there is. A second piece on the next page is a figure of its own, because a figure's
    bounding box lies on one page.
    """

    def __init__(
        self,
        sheet: Sheet,
        lines: int,
        *,
        ruling: Ruling = "ruled",
        fill: bool = False,
        openers: Sequence[Opener] = (),
        above: float = 0.0,
        below: float | None = None,
        label: str = "",
        key: str = "",
    ) -> None:
        self.sheet, self.lines, self.ruling = sheet, lines, ruling
        self.stretch = 1.0 if fill else 0.0
        self.above = above
        self.below = sheet.space.middle if below is None else below
        self.purpose: Purpose = "lines" if ruling == "ruled" else "drawing"
        self.label, self.key = label, key
        self.element: Element = Element("Figure")
        self.openers = tuple(openers)
        self._follows: Element | None = None

    def elements(self) -> list[Element]:
        """The openers' words, then the figure."""
        return [*(opener.words.element for opener in self.openers), self.element]

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The lines asked for."""
        return self.lines * self.sheet.pitch

    def least(self, width: float, faces: Faces) -> float:
        """Three lines, or all of five."""
        if self.lines < 2 * FEWEST_LINES:
            return self.height(width, faces)
        return FEWEST_LINES * self.sheet.pitch

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Cut with at least three lines on either side, and three below an opener at the foot."""
        fitting = min(rulings.line_count(available, self.sheet.pitch), self.lines - FEWEST_LINES)
        for line, _ in reversed(self.openers):
            if fitting - UNDER_OPENER <= line < fitting:
                fitting = line  # it goes on with its lines
        return None if fitting < FEWEST_LINES else self._cut(fitting)

    def forced_split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut where the page ends, whatever the openers would like to have below them."""
        pieces = self.split(width, available, faces)
        fitting = min(rulings.line_count(available, self.sheet.pitch), self.lines - 1)
        return pieces or (None if fitting < 1 else self._cut(fitting))

    def _cut(self, fitting: int) -> tuple[Box, Box]:
        kept = [opener for opener in self.openers if opener.line < fitting]
        moved = [Opener(line - fitting, words) for line, words in self.openers[len(kept) :]]
        head = self._piece(fitting, fill=True, openers=kept)
        tail = self._piece(self.lines - fitting, fill=self.stretch > 0, openers=moved)
        head.element, head._follows, head.name = self.element, self._follows, self.name
        tail._follows = self.element
        tail.name = _continued(self.name)
        return head, tail

    def _piece(self, lines: int, *, fill: bool, openers: Sequence[Opener]) -> WritingSpace:
        return WritingSpace(
            self.sheet,
            lines,
            ruling=self.ruling,
            fill=fill,
            openers=openers,
            below=self.below,
            label=self.label,
        )

    def place(self, area: Area, placing: Placing) -> None:
        """Count the lines that `area` has, and place the openers on theirs."""
        sheet = self.sheet
        count = rulings.line_count(area.height, sheet.pitch)
        self.element.alt = sheet.word(self.ruling, lines=count, height=round(area.height / MM))
        self.element.attributes = bounding_box(area)
        if self._follows is not None and self._follows.parent is not None:
            self._follows.parent.insert_after(self._follows, self.element)
        for line, words in self.openers:
            baseline = area.top - (line + 1) * sheet.pitch
            height = words.height(area.width, placing.faces)
            words.place(area._replace(top=baseline + words.style.leading, height=height), placing)
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the ruling as one figure."""
        sheet, ink = self.sheet, self.sheet.inks.rule
        with pen.tag(self.element):
            if self.ruling == "ruled":
                pen.write_lines(rulings.ruled(area, sheet.pitch))
            elif self.ruling == "dots":
                rows = rulings.dot_rows(_centred(area, sheet.dot_pitch), sheet.dot_pitch)
                pen.dotted(rows, sheet.dot_pitch, ink, DOT)
            elif self.ruling == "grid":
                grid = rulings.grid(_centred(area, sheet.dot_pitch), sheet.dot_pitch)
                pen.write_lines(grid)
            else:
                pen.rectangle(area, ink, sheet.strokes.hairline)


def _continued(name: str) -> str:
    """The name of what goes on after a place to write: `a/1`, `a/1+2`, `a/1+3` …"""
    start, _, number = name.partition("+")
    return f"{start}+{int(number or 1) + 1}"


def write_lines_in(box: Box) -> int:
    """How many write lines are asked for in `box` and the boxes inside it."""
    return sum(blank.lines for blank in blanks_in(box) if isinstance(blank, WritingSpace))


def _centred(area: Area, pitch: float) -> Area:
    columns, _ = rulings.squares(area, pitch)
    left = (area.width - columns * pitch) / 2
    return area._replace(x=area.x + left, top=area.top - pitch / 2, height=area.height - pitch / 2)
