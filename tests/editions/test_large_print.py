"""Large print: 18 pt on 25 at least, everywhere; lines, boxes and margins for it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from support.builds import BOOK, DAY, PAPERS, Built
from support.ink import grey_pages, reach
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

MM = 72 / 25.4


@pytest.fixture(scope="module", params=PAPERS)
def large(request, tmp_path_factory) -> Built:
    path = tmp_path_factory.mktemp("large") / "book.pdf"
    path.write_bytes(build(BOOK, Choices(paper=request.param, date=DAY, type="large")).pdf)
    return Built(BOOK, request.param, path)


def test_no_word_is_smaller_than_eighteen_points(large):
    """Feet, cells of tables and numbers in circles too."""
    small = {
        (number, words.text)
        for number, page in enumerate(large.pages, start=1)
        for words in page.words()
        if words.size < 18
    }
    assert not small


def test_headings_are_twenty_two_and_more(large):
    titles = [
        words.size
        for node in large.tree.all("H1", "H2", "H3")
        for mark in node.marks()
        for words in large.pages[mark.page].by_mcid()[mark.mcid].words
    ]
    assert min(titles) >= 22


def test_lines_of_text_are_twenty_five_points_apart(large):
    close = []
    for node in large.tree.all("P", "LBody"):
        for mark in node.marks():
            words = large.pages[mark.page].by_mcid()[mark.mcid].words
            lines = sorted({round(one.baseline, 1) for one in words}, reverse=True)
            close += [(mark.page, a - b) for a, b in pairwise(lines) if a - b < 24.9]
    assert not close


def test_write_lines_are_twelve_millimetres_apart(large):
    for figure in large.tree.all("Figure"):
        if not figure.alt.startswith("Ruled space"):
            continue
        (mark,) = figure.marks()
        strokes = large.pages[mark.page].by_mcid()[mark.mcid].strokes
        gaps = [above.y1 - below.y1 for above, below in pairwise(strokes)]
        assert gaps == pytest.approx([12 * MM] * len(gaps), abs=0.02)


def test_boxes_are_seven_millimetres_wide(large):
    ticks = [node for node in large.tree.all("Lbl") if node.actual]
    assert ticks
    for tick in ticks:
        (mark,) = tick.marks()
        (box,) = large.pages[mark.page].by_mcid()[mark.mcid].rectangles
        assert (box.width, box.height) == pytest.approx((7 * MM, 7 * MM), abs=0.01)


def test_margins_are_twenty_five_millimetres(large):
    found = [reach(pixels) for pixels in grey_pages(large.pdf)]
    near = [one for one in found if one is not None and min(one.left, one.right, one.top) < 24.3]
    assert not near
