"""Printed pages keep their edges free: for printers, for holes, and for the hand that holds them.

Seen in pictures of all pages of the book.
"""

from __future__ import annotations

from itertools import product

import pytest

from support.builds import BOOK, DAY, SHARED, files_of
from support.edges import reaches, too_near
from workbook.choices.choices import Choices
from workbook.finishing.ink import DPI
from workbook.making.pipeline import build

PAPERS = ("letter", "a4", "legal", "a5", "half-letter", "170x240mm", "130x180mm")
INKS = ("colour", "grey", "copy")
BINDINGS: dict[str, dict[str, bool]] = {
    "one-sided": {},
    "two-sided": {"two_sided": True},
    "holes": {"holes": True},
    "two-sided, holes": {"two_sided": True, "holes": True},
    "left hand": {"hand": "left"},
    "left hand, two-sided": {"hand": "left", "two_sided": True},
    "left hand, holes": {"hand": "left", "holes": True},
    "left hand, two-sided, holes": {"hand": "left", "two_sided": True, "holes": True},
}
# Few enough for every day: each paper, each ink and each binding once at least.
EVERY_DAY = [
    ("letter", "colour", "two-sided, holes"),
    ("letter", "copy", "left hand, two-sided, holes"),
    ("a4", "grey", "holes"),
    ("a4", "copy", "left hand, holes"),
    ("legal", "colour", "left hand"),
    ("a5", "grey", "left hand, two-sided"),
    ("half-letter", "copy", "one-sided"),
    ("170x240mm", "colour", "two-sided"),
    ("130x180mm", "grey", "left hand, two-sided"),
]
HOLES = 25
PIXEL = 25.4 / DPI


@pytest.mark.parametrize(("paper", "ink", "binding"), EVERY_DAY)
def test_margins_are_free(paper, ink, binding):
    _check(paper, ink, binding)


@pytest.mark.campaign
@pytest.mark.parametrize(
    ("paper", "ink", "binding"),
    [
        row
        for row in product(PAPERS, INKS, BINDINGS)
        if row not in EVERY_DAY and not (row[0] == "130x180mm" and BINDINGS[row[2]].get("holes"))
    ],
)
def test_all_margins_are_free(paper, ink, binding):
    _check(paper, ink, binding)


def _check(paper: str, ink: str, binding: str, **others: object) -> None:
    chosen = BINDINGS[binding]
    pdf = build(BOOK, Choices(paper=paper, date=DAY, ink=ink, **chosen, **others)).pdf
    found = reaches(pdf)
    assert too_near(found, 13) == []
    assert sum(reach is not None for reach in found) > 40
    if not chosen.get("holes"):
        return
    near = [
        (number, reach)
        for number, reach in enumerate(found, start=1)
        if reach is not None
        and (reach.right if _bound_at_right(number, chosen) else reach.left) < HOLES - PIXEL
    ]
    assert near == []


def _bound_at_right(number: int, chosen: dict[str, bool]) -> bool:
    """A sheet is bound at its left, for a left hand at its right; seen from behind turned round."""
    back = chosen.get("two_sided", False) and number % 2 == 0
    return (chosen.get("hand") == "left") != back


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_large_print_keeps_its_margins_in_two_sided_holes(paper):
    _check(paper, "colour", "left hand, two-sided, holes", type="large")


@pytest.mark.parametrize(
    ("paper", "imposition", "left_handed"),
    [
        ("letter", "booklet", False),
        ("a4", "booklet", True),
        ("letter", "2up", True),
        pytest.param("a4", "booklet", False, marks=pytest.mark.campaign),
        pytest.param("a4", "2up", False, marks=pytest.mark.campaign),
        pytest.param("legal", "booklet", False, marks=pytest.mark.campaign),
        pytest.param("legal", "2up", True, marks=pytest.mark.campaign),
    ],
)
def test_sheets_of_two_pages_keep_8_mm_free(paper, imposition, left_handed):
    # Thick sheets in one signature: pages move to the fold as far as they may.
    thick = {"signature": 40, "thickness": 0.24} if imposition == "booklet" else {}
    edition = Choices(
        paper=paper,
        date=DAY,
        hand="left" if left_handed else "right",
        **SHARED[imposition],
        **thick,
    )
    printed, plain = files_of(BOOK, edition)
    assert printed.sides >= plain.pages // 2
    assert too_near(reaches(printed.pdf), 8) == []
