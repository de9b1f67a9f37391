"""The two sides of the test sheet: seven steps, their rulers and marks, and what to set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbook.choices.rulings import PITCHES
from workbook.choices.type import AIM, BODY, LABEL, QUESTION, SMALL, TITLE
from workbook.geometry import MM
from workbook.layout.beside import Beside
from workbook.layout.box import Align, Box, Space
from workbook.layout.inset import Inset
from workbook.layout.lists import Labelled, list_stack
from workbook.layout.marks import TickBox
from workbook.layout.overlay import Overlay
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.writing import WritingSpace
from workbook.pdf.element import Element
from workbook.testsheet.gauges import EdgeRuler, LengthRuler
from workbook.testsheet.register_marks import ARROW_WIDTH, SIZE, Arrow, Cross
from workbook.testsheet.tones import GreySteps, LineSteps
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbook.choices.paper import Paper
    from workbook.choices.sheet import Sheet

GREYS = (5, 10, 25, 50, 75, 100)
WEIGHTS = (0.25, 0.35, 0.5, 0.75, 1.0, 1.5)
EDGE_RULER = 7.5 * MM
COLUMN_GAP = 5 * MM


def front(sheet: Sheet, words: Mapping[str, str]) -> Iterator[Box]:
    """Size, edges, greys and lines."""
    yield Overlay(
        [
            Arrow(sheet, words["arrow"]),
            _beside_arrow(words["front"], sheet, right=False),
            Cross(sheet, words["cross"], ticked=True, right=True),
            EdgeRuler("top", sheet, words["edge-top"]),
        ]
    )
    above = min(sheet.space.middle, sheet.space.large)
    yield Paragraph([Span(words["title"])], sheet.style(TITLE), tag="H1", above=above)
    yield Paragraph([Span(words["aim"])], sheet.style(AIM), above=sheet.space.hair / 2)
    yield from _step(1, "size", sheet, words)
    yield Overlay(
        [
            LengthRuler(sheet, words["ruler"]),
            EdgeRuler("left", sheet, words["edge-left"]),
            EdgeRuler("right", sheet, words["edge-right"]),
        ],
        above=sheet.space.hair,
    )
    yield from _step(2, "edges", sheet, words)
    yield from _step(3, "tones", sheet, words)
    greys = [words["percent"].format(number=share) for share in GREYS]
    weights = [
        words["points"].format(number=f"{weight:g}".replace(".", words["decimal"]))
        for weight in WEIGHTS
    ]
    shares = [share / 100 for share in GREYS]
    about = words["greys"].format(steps=", ".join(greys))
    yield GreySteps(shares, sheet, greys, about)
    about = words["weights"].format(steps=", ".join(weights))
    yield LineSteps(WEIGHTS, sheet, weights, about)
    yield Space(0.0, stretch=1.0)
    yield EdgeRuler("bottom", sheet, words["edge-bottom"], height=EDGE_RULER)


def back(sheet: Sheet, words: Mapping[str, str]) -> Iterator[Box]:
    """How it lies on the front, room to write, and what to set."""
    yield Overlay(
        [
            Cross(sheet, words["plain-cross"], ticked=False),
            _beside_arrow(words["back"], sheet, right=True),
            Arrow(sheet, words["arrow"], right=True),
        ]
    )
    yield from _step(4, "flip", sheet, words)
    yield from _step(5, "register", sheet, words)
    yield from _step(6, "hand", sheet, words)
    yield _rulings(sheet, words)
    yield from _step(7, "settings", sheet, words)
    yield _settings(sheet, words)


def _beside_arrow(text: str, sheet: Sheet, *, right: bool) -> Box:
    """A word beside the arrow, on its middle, clear of the ruler at the upper edge."""
    style = sheet.style(LABEL)
    align: Align = "right" if right else "left"
    near, far = ARROW_WIDTH + sheet.space.hair, sheet.width / 2 + sheet.space.middle
    return Inset(
        Paragraph([Span(text)], style, align=align),
        left=far if right else near,
        right=near if right else far,
        top=(SIZE - style.leading) / 2,
    )


def _step(number: int, key: str, sheet: Sheet, words: Mapping[str, str]) -> Iterator[Box]:
    """A numbered heading, and its sentences where it has any."""
    style = sheet.style(QUESTION)
    heading = Element("H2")
    counted = style._replace(ink=sheet.inks.accent)
    yield Overlay(
        [
            Paragraph([Span(f"{number} ")], counted, element=heading),
            Inset(Paragraph([Span(words[key])], style, element=heading), left=1.5 * style.size),
        ],
        above=sheet.space.large,
    )
    if f"{key}-text" in words:
        yield Paragraph([Span(words[f"{key}-text"])], sheet.style(BODY))


def _rulings(sheet: Sheet, words: Mapping[str, str]) -> Box:
    """Room to write in each ruling, side by side."""
    columns = [
        Stack(
            [
                Paragraph([Span(words[name])], sheet.style(SMALL)),
                WritingSpace(replace(sheet, pitch=pitch * MM), 2, fill=True, below=0.0),
            ]
        )
        for name, pitch in PITCHES.items()
    ]
    return Beside(columns, [1] * len(columns), gap=COLUMN_GAP, above=sheet.space.hair)


def _settings(sheet: Sheet, words: Mapping[str, str]) -> Box:
    """What to set, with boxes to tick."""
    style = sheet.style(BODY)
    gap = min(sheet.space.hair, sheet.space.large / 3)
    keys = ("set-paper", "set-size", "set-sides", "set-pages", "set-quality")
    items: list[Box] = [
        Labelled(
            TickBox(sheet, style.leading, Element("Lbl")),
            Paragraph(
                [Span(words[key].format(paper=_named(sheet.paper, words)))],
                style,
                above=gap,
                below=gap,
            ),
            sheet.tick_box + 3 * MM,
        )
        for key in keys
    ]
    return list_stack(items, "None", above=sheet.space.hair, below=0.0)


def _named(paper: Paper, words: Mapping[str, str]) -> str:
    """The paper as a print dialog names it, or its size."""
    if paper.name in words:
        return words[paper.name]
    width, height = (f"{round(side / MM, 2):g}" for side in (paper.width, paper.height))
    return words["own-size"].format(width=width, height=height)
