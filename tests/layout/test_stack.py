"""Boxes below each other: gaps, cuts, and who stays with whom."""

from __future__ import annotations

import pytest

from workbook.geometry import Area
from workbook.layout.box import Placing, Space
from workbook.layout.inset import Inset
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element
from workbook.text.spans import Span

WIDTH = 400.0


def _heights(stack: Stack) -> list[float]:
    return [child.high for child in stack.children]


def _cut(stack: Stack, room: float, faces) -> tuple[list[float], list[float]] | None:
    pieces = stack.split(WIDTH, room, faces)
    return None if pieces is None else (_heights(pieces[0]), _heights(pieces[1]))


def test_the_larger_of_two_spaces_counts(block, faces):
    stack = Stack([block(10, below=8), block(10, above=3), block(10, above=9)])
    assert stack.height(WIDTH, faces) == 10 + 8 + 10 + 9 + 10


def test_space_at_its_ends_is_the_neighbours(block, faces):
    stack = Stack([block(10, above=5), block(10, below=6)])
    assert (stack.above, stack.below) == (5, 6)
    assert stack.height(WIDTH, faces) == 20


def test_nothing_is_cut_that_fits(block, faces):
    assert Stack([block(10), block(10)]).split(WIDTH, 20, faces) is None


@pytest.mark.parametrize(
    ("room", "pieces"),
    [(10, ([10], [11, 12, 13])), (20.9, ([10], [11, 12, 13])), (21, ([10, 11], [12, 13]))],
)
def test_cut_before_the_first_that_does_not_fit(block, faces, room, pieces):
    assert _cut(Stack([block(10), block(11), block(12), block(13)]), room, faces) == pieces


def test_a_gap_counts_before_the_cut_and_not_after(block, faces):
    stack = Stack([block(10), block(10, above=5), block(10, above=5)])
    head, tail = stack.split(WIDTH, 25, faces)
    assert (head.height(WIDTH, faces), tail.height(WIDTH, faces)) == (25, 10)
    assert (head.below, tail.above) == (0, 0)


def test_what_is_kept_moves_with_its_neighbour(block, faces):
    stack = Stack([block(10), block(11, keep=True), block(12, keep=True), block(13)])
    assert _cut(stack, 40, faces) == ([10], [11, 12, 13])


def test_a_chain_that_is_kept_from_the_start_is_not_cut(block, faces):
    stack = Stack([block(10, keep=True), block(11, keep=True), block(12)])
    assert stack.split(WIDTH, 25, faces) is None


def test_forced_it_is_cut_all_the_same(block, faces):
    stack = Stack([block(10, keep=True), block(11, keep=True), block(12)])
    head, tail = stack.forced_split(WIDTH, 25, faces)
    assert (_heights(head), _heights(tail)) == ([10, 11], [12])


def test_not_even_force_cuts_a_first_box_that_is_too_high(block, faces):
    assert Stack([block(30), block(10)]).forced_split(WIDTH, 25, faces) is None


def test_orphans_are_the_fewest_before_a_cut(block, faces):
    stack = Stack([block(10), block(11), block(12), block(13)], orphans=2)
    assert stack.split(WIDTH, 20, faces) is None
    assert _cut(stack, 21, faces) == ([10, 11], [12, 13])


def test_widows_are_the_fewest_after_a_cut(block, faces):
    stack = Stack([block(10), block(11), block(12), block(13)], widows=2)
    assert _cut(stack, 40, faces) == ([10, 11], [12, 13])


def test_orphans_come_before_widows(block, faces):
    stack = Stack([block(10), block(11), block(12)], orphans=2, widows=2)
    assert stack.split(WIDTH, 30, faces) is None


def test_the_first_that_does_not_fit_is_cut_inside(block, style, faces):
    words = Paragraph([Span("\n".join("abcdef"))], style)
    head, tail = Stack([block(10), words, block(10)]).split(WIDTH, 10 + 36, faces)
    assert [child.height(WIDTH, faces) for child in head.children] == [10, 36]
    assert [child.height(WIDTH, faces) for child in tail.children] == [36, 10]


def test_a_heading_stays_with_two_lines_of_what_follows(block, style, faces):
    heading, words = block(20, keep=True), Paragraph([Span("\n".join("abcdef"))], style)
    stack = Stack([block(10), heading, words])
    head, tail = stack.split(WIDTH, 10 + 20 + 23, faces)
    assert [child.height(WIDTH, faces) for child in head.children] == [10]
    assert [child.height(WIDTH, faces) for child in tail.children] == [20, 72]
    head, tail = stack.split(WIDTH, 10 + 20 + 24, faces)
    assert [child.height(WIDTH, faces) for child in head.children] == [10, 20, 24]


def test_least_is_what_must_stay_together(block, style, faces):
    words = Paragraph([Span("\n".join("abcdef"))], style)
    assert Stack([block(10), block(20)]).least(WIDTH, faces) == 10
    assert Stack([block(10, keep=True), block(20), block(30)]).least(WIDTH, faces) == 30
    assert Stack([block(10, keep=True), words, block(9)]).least(WIDTH, faces) == 10 + 24
    assert Stack([block(10), block(20), block(30)], orphans=2).least(WIDTH, faces) == 30


def test_pieces_are_one_element(block, faces):
    stack = Stack([block(10), block(10)], element=Element("L"), above=4, below=6)
    head, tail = stack.split(WIDTH, 15, faces)
    assert head.elements() == tail.elements() == [stack.element]
    assert (head.above, head.below, tail.above, tail.below) == (4, 0, 0, 6)


def test_what_is_left_over_is_shared_out(block, faces):
    first, second, third = block(10), block(10, stretch=1), block(10, above=5, stretch=3)

    placing = Placing(1, {}, faces)
    Stack([first, second, third]).place(Area(50, 700, WIDTH, 75), placing)
    places = {placed.box: placed.area for placed in placing.placed}
    assert places[first] == Area(50, 700, WIDTH, 10)
    assert places[second] == Area(50, 690, WIDTH, 20)
    assert places[third] == Area(50, 665, WIDTH, 40)


def test_boxes_stand_as_far_apart_as_they_were_measured(block, faces):
    stack = Stack([block(10, below=8), block(10, above=3), block(10, above=9)])
    placing = Placing(1, {}, faces)
    stack.place(Area(50, 700, WIDTH, stack.height(WIDTH, faces)), placing)
    assert [placed.area.top for placed in placing.placed[1:]] == [700, 682, 663]


def test_an_inset_box_is_cut_with_room_around_both_pieces(style, faces):
    words = Paragraph([Span("\n".join("abcdef"))], style)
    inset = Inset(words, left=10, right=10, top=5, bottom=7)
    assert inset.height(WIDTH, faces) == 72 + 12
    head, tail = inset.split(WIDTH, 48, faces)
    assert (head.height(WIDTH, faces), tail.height(WIDTH, faces)) == (36 + 12, 36 + 12)


def test_space_is_as_high_as_it_says(faces):
    assert Space(17).height(WIDTH, faces) == 17
