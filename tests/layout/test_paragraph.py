"""A paragraph's height, and where it may be cut."""

from __future__ import annotations

import pytest

from workbook.layout.paragraph import Paragraph
from workbook.text.spans import Span

WIDTH = 400.0


@pytest.fixture
def paragraph(style):
    """Makes a paragraph of so many lines, 12 points each."""

    def make(lines: int, **options) -> Paragraph:
        return Paragraph([Span("\n".join(f"line {n}" for n in range(lines)))], style, **options)

    return make


def _texts(piece: Paragraph, faces) -> list[str]:
    return ["".join(p.text for p in line.items).strip() for line in piece.lines(WIDTH, faces)]


def test_height_is_lines_times_leading(paragraph, faces):
    assert paragraph(7).height(WIDTH, faces) == 84


def test_cut_where_the_room_ends(paragraph, faces):
    head, tail = paragraph(7).split(WIDTH, 40, faces)
    assert _texts(head, faces) == ["line 0", "line 1", "line 2"]
    assert _texts(tail, faces) == ["line 3", "line 4", "line 5", "line 6"]
    assert (head.height(WIDTH, faces), tail.height(WIDTH, faces)) == (36, 48)


def test_two_lines_stay_on_either_side(paragraph, faces):
    assert paragraph(7).split(WIDTH, 23.9, faces) is None
    head, tail = paragraph(7).split(WIDTH, 24, faces)
    assert (head.height(WIDTH, faces), tail.height(WIDTH, faces)) == (24, 60)
    head, tail = paragraph(7).split(WIDTH, 83, faces)
    assert (head.height(WIDTH, faces), tail.height(WIDTH, faces)) == (60, 24)


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_three_lines_are_never_cut(paragraph, faces, lines):
    assert paragraph(lines).split(WIDTH, 12 * lines - 1, faces) is None


@pytest.mark.parametrize(("lines", "least"), [(1, 12), (2, 24), (3, 36), (4, 24), (9, 24)])
def test_least_piece(paragraph, faces, lines, least):
    assert paragraph(lines).least(WIDTH, faces) == least


def test_cut_again_and_again_it_stays_whole(paragraph, faces):
    rest, texts = paragraph(11), []
    while (pieces := rest.split(WIDTH, 36, faces)) is not None:
        texts += _texts(pieces[0], faces)
        rest = pieces[1]
    assert texts + _texts(rest, faces) == [f"line {n}" for n in range(11)]


def test_pieces_are_one_element_and_touch(paragraph, faces):
    whole = paragraph(8, above=5, below=7)
    head, tail = whole.split(WIDTH, 50, faces)
    assert head.element is whole.element is tail.element
    assert (head.above, head.below, tail.above, tail.below) == (5, 0, 0, 7)
