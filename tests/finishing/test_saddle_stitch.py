"""Booklets folded by number: every leaf shows its two pages, upright, in order."""

from __future__ import annotations

from itertools import chain
from math import nan

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.folding import leaves
from workbook.errors import ChoiceError
from workbook.finishing.saddle_stitch import Fold, Side, side_by_side, signatures, stitched
from workbook.geometry import MM

FLIPS = st.sampled_from(["short", "long"])
BINDINGS = st.sampled_from(["left", "right"])


def _heads_and_feet(side: Side) -> numpy.ndarray:
    """Where the head and the foot of each page lie in the file."""
    upright = [[(page, end) for page in (side.left, side.right)] for end in ("head", "foot")]
    cells = numpy.empty((2, 2), dtype=object)
    for row, column in numpy.ndindex(2, 2):
        cells[row, column] = upright[row][column]
    return numpy.rot90(cells, 2) if side.turned else cells


def _upright(page: int | None) -> list:
    return [[(page, "head")], [(page, "foot")]]


@given(st.integers(1, 250), st.integers(0, 12), FLIPS, BINDINGS)
def test_a_folded_booklet_shows_every_page_in_order(pages, most, flip, binding):
    fold = Fold(most, 0, flip, binding)
    sizes = signatures(pages, fold.signature)
    sides = [_heads_and_feet(side) for side in stitched(pages, sizes, fold)]
    shown = [face.tolist() for face in chain(*leaves(sides, sizes, flip, binding))]
    blank = len(shown) - pages
    assert shown == [*map(_upright, range(1, pages + 1)), *[_upright(None)] * blank]
    assert blank < 4


def test_two_up_reads_on_and_turns_nothing():
    assert list(side_by_side(5)) == [Side(1, 2), Side(3, 4), Side(5, None)]
    assert list(side_by_side(2)) == [Side(1, 2)]


@given(st.integers(1, 1000), st.integers(1, 30))
def test_signatures_are_equal_but_for_one_sheet(pages, most):
    sizes = signatures(pages, most)
    assert 4 * sum(sizes) - 4 < pages <= 4 * sum(sizes)
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1
    assert list(sizes) == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("pages", "sizes"),
    [
        (1, (1,)),
        (5, (2,)),
        (60, (15,)),
        (61, (8, 8)),
        (66, (9, 8)),
        (131, (9, 8, 8, 8)),
    ],
)
def test_signatures_that_the_booklet_chooses(pages, sizes):
    assert signatures(pages, 0) == sizes


def test_creep_starts_anew_in_each_signature():
    sides = stitched(24, (2, 4), Fold(thickness=0.5))
    assert [side.creep for side in sides] == [0, 0, 0.5, 0.5, 0, 0, 0.5, 0.5, 1, 1, 1.5, 1.5]


def test_creep_is_at_most_eight_millimetres():
    allowed = Fold(signature=10, thickness=0.88 * MM)
    assert list(stitched(40, (10,), allowed))
    with pytest.raises(ChoiceError, match=r"10 sheets of 0.9 mm .* 8.1 mm .*\n.*fewer sheets"):
        list(stitched(40, (10,), Fold(signature=10, thickness=0.9 * MM)))


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"signature": -1}, "can't have -1 sheets"),
        ({"thickness": -0.2 * MM}, "can't be -0.2 mm thick"),
        ({"thickness": nan}, "can't be nan mm thick"),
    ],
)
def test_less_than_nothing_is_refused(choice, said):
    with pytest.raises(ChoiceError, match=said):
        Fold(**choice)
