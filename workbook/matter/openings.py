"""How worksheets and parts begin: the same way every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.type import AIM, BODY, HEADING, HINT, LABEL, TITLE, Role
from workbook.geometry import MM
from workbook.layout.box import Box, Space
from workbook.layout.lists import prose
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.unbroken import Unbroken
from workbook.matter.outline import toc, worksheet_lines
from workbook.pdf.element import Element
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.geometry import Area
    from workbook.layout.box import Placing
    from workbook.matter.outline import PartEntry
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
    from workbook.text.prose import Words

PART = Role(36, 44, face="heading", balanced=True, narrow=(28, 35))
SHORT_RULE = 38 * MM
DROP = 62 * MM
# A digest higher than this part of a page may be cut.
MOST_KEPT = 0.43


class _Strip(Box):
    """Number at the left, minutes at the right, an accent rule under them."""

    keep = True

    def __init__(self, number: str, minutes: int | None, sheet: Sheet) -> None:
        style = sheet.style(LABEL)
        self.sheet = sheet
        self.number = Paragraph([Span(number)], style) if number else None
        self.minutes: Paragraph | None = None
        if minutes is not None:
            words = sheet.word("minute" if minutes == 1 else "minutes", minutes=minutes)
            self.minutes = Paragraph([Span(words)], style, align="right")
        self.below = sheet.space.middle

    def elements(self) -> list[Element]:
        """A P for the number and a P for the minutes."""
        return [element for part in self.inside() for element in part.elements()]

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """One line and the rule."""
        return self.sheet.style(LABEL).leading + 1.5 * MM

    def inside(self) -> Sequence[Box]:
        """Both parts."""
        return [part for part in (self.number, self.minutes) if part is not None]

    def place(self, area: Area, placing: Placing) -> None:
        """Place both parts at their sides."""
        for part in self.inside():
            part.place(area, placing)
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw the rule."""
        with pen.artifact():
            line = (area.x, area.bottom, area.right, area.bottom)
            pen.lines([line], self.sheet.inks.accent, self.sheet.strokes.head_rule)


def worksheet_heading(
    number: str,
    title: Words,
    aim: Words | None,
    stop: Words | None,
    minutes: int | None,
    level: int,
    sheet: Sheet,
) -> Iterator[Box]:
    """What stands at the top of a worksheet: number, minutes, rule, title, aim, when to stop."""
    yield _Strip(number, minutes, sheet)
    style = sheet.style(AIM)
    yield Paragraph(title, sheet.style(TITLE), tag=f"H{level}", below=MM, keep=True)
    lines: list[Box] = [
        Paragraph(words, style, below=MM / 2, keep=True)
        for words in (aim, stop)
        if words is not None
    ]
    if lines:
        yield Stack(lines, below=sheet.space.small, keep=True)


class _ShortRule(Box):
    """A short accent rule."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.above = self.below = sheet.space.large

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        """The rule's weight."""
        return 2.0

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw it as decoration."""
        with pen.artifact():
            line = (area.x, area.top - 1, area.x + SHORT_RULE, area.top - 1)
            pen.lines([line], self.sheet.inks.accent, 2)


def part_opening(part: PartEntry, sheet: Sheet, faces: Faces) -> list[Box]:
    """A part's own page: what it is for, and its worksheets with minutes and page.

    It hangs from a third of the page, or from higher where it is long.
    """
    boxes: list[Box] = [
        _part_label(part, sheet),
        Paragraph(part.title, sheet.style(PART), tag="H1", above=sheet.space.middle, keep=True),
    ]
    if part.intro is not None:
        boxes += prose(part.intro, sheet.style(BODY), above=sheet.space.large)
    boxes.append(_ShortRule(sheet))
    boxes.append(toc(worksheet_lines(part.worksheets, sheet, above=sheet.space.hair / 2)))
    free = sheet.height - Stack(boxes).height(sheet.width, faces)
    return [Space(max(0.0, min(DROP, free))), *boxes]


def part_digest(part: PartEntry, sheet: Sheet, level: int) -> Box:
    """A part's opening in the contents: what it is for, and its worksheets.

    It is on one page, but for one so high that it would leave too much of a page empty.
    """
    words = list(part.title.spans)
    if part.number:
        words.insert(0, Span(f"{sheet.word('part', number=part.number)} – "))
    boxes: list[Box] = [Paragraph(words, sheet.style(HEADING), tag=f"H{level}", keep=True)]
    if part.intro is not None:
        boxes += prose(part.intro, sheet.style(HINT), above=MM, keep=True)
    lines = worksheet_lines(part.worksheets, sheet)
    whole = [*boxes, toc(lines, above=sheet.space.hair)]
    digest = Stack(whole, above=sheet.space.small, below=sheet.space.small)
    return Unbroken(digest, MOST_KEPT * sheet.height)


def _part_label(part: PartEntry, sheet: Sheet) -> Paragraph:
    words = sheet.word("part", number=part.number)
    return Paragraph([Span(words)], sheet.style(LABEL), keep=True)
