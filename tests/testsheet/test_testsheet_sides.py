"""The test sheet has two sides, which meet, and nothing on them overlaps."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING

import pikepdf
import pytest

from support.made_sheets import ALL_PAPERS, LANGUAGES, SIDES, WORDS, sheet
from workbook.choices.paper import paper_named
from workbook.geometry import MM
from workbook.testsheet.wording import words_of_testsheet

if TYPE_CHECKING:
    from support.marks import Sequence

NEAREST = 13 * MM


@pytest.mark.parametrize("paper", ALL_PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_sides_where_nothing_overlaps(paper: str, language: str) -> None:
    made = sheet(paper, language)
    size = paper_named(paper)
    assert len(made.pages) == 2
    assert (made.width, made.height) == pytest.approx((size.width, size.height), abs=0.01)
    words = words_of_testsheet(language)
    rulers = [made.figure(words[f"edge-{edge}"]) for edge in SIDES]
    for marks in made.pages:
        assert not marks.loose
        drawn = [(sequence, sequence.extents) for sequence in marks.sequences if sequence.ink]
        for sequence, (left, bottom, right, top) in drawn:
            if not any(sequence is ruler for ruler in rulers):
                assert min(left, bottom, made.width - right, made.height - top) >= NEAREST - 1
        for (one, a), (other, b) in combinations(drawn, 2):
            apart = a[2] < b[0] or b[2] < a[0] or a[3] < b[1] + 0.5 or b[3] < a[1] + 0.5
            assert apart, f"{one.text or one.tag} and {other.text or other.tag}"


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_front_and_back_meet_when_turned_on_the_long_edge(paper: str) -> None:
    made = sheet(paper)

    def middle(sequence: Sequence) -> tuple[float, float]:
        left, bottom, right, top = sequence.extents or (0, 0, 0, 0)
        return (left + right) / 2, (bottom + top) / 2

    for front, back in (("cross", "plain-cross"), ("arrow", "arrow")):
        x, y = middle(made.figure(WORDS[front]))
        behind_x, behind_y = middle(made.figure(WORDS[back], side=1))
        assert (made.width - behind_x, behind_y) == pytest.approx((x, y), abs=0.02)
        # Turned on the short edge it would lie at the other end of the sheet.
        assert abs((made.height - behind_y) - y) > 100 * MM


def test_it_asks_for_full_size_and_for_two_sides() -> None:
    with pikepdf.open(BytesIO(sheet("letter").pdf)) as file:
        wishes = file.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == "/DuplexFlipLongEdge"
