"""What holds for every block wherever a page's foot falls: nothing lost, nothing alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pytest

from support.at_each_foot import CASES, FILLERS, LEAD, MADE, under_each_height
from support.on_pages import SLACK, Pages, inside, overlaps
from workbook.layout.paragraph import Paragraph
from workbook.layout.writing import WritingSpace

# So large that nothing has to be broken.
WALL = "460x650mm"
NARROW = "a5"
FEWEST_LINES, FEWEST_WRITE_LINES = 2, 3
PAPERS = ("letter", NARROW)
# A question and three lines with the space before them.
USUALLY_FREE = 122.0
# Two rows or items and what leads to them, or what can't be cut at all.
MOST_FREE = {
    "text": 70.0,
    "list": 70.0,
    "long-list": 190.0,
    "heading": 70.0,
    "links": 70.0,
    "table": 70.0,
    "filled-letter": 140.0,
    "labels": 150.0,
    "lines-table": 170.0,
    "filled-lines": 170.0,
    "comparison": 225.0,
    "chart": 225.0,
    "filled-steps": 225.0,
    "rings": 275.0,
    "steps": 275.0,
}

each_case = pytest.mark.parametrize("name", CASES)


def _texts(pages: Pages) -> Counter[tuple[str, ...]]:
    """The words of each element, however many paragraphs it is printed in."""
    words: dict[int, list[str]] = defaultdict(list)
    for seen in pages.paragraphs:
        words[id(seen.box.element)] += [w for line in pages.lines(seen) for w in line]
    return Counter(tuple(found) for found in words.values())


def _places(pages: Pages) -> Counter[str]:
    return Counter(seen.box.name.split("+")[0].split("/", 1)[1] for seen in pages.blanks)


def _pieces(pages: Pages, kind: type) -> list[list[int]]:
    """How many lines each piece of a paragraph or of a place to write has."""
    found: dict[object, list[int]] = defaultdict(list)
    for seen in pages.sightings:
        if isinstance(seen.box, kind) and not seen.artifact:
            if isinstance(seen.box, WritingSpace):
                found[seen.box.name.split("+")[0]].append(pages.write_lines(seen))
            elif not seen.of_figure:
                found[id(seen.box.element), seen.area.x].append(len(pages.lines(seen)))
    return list(found.values())


@each_case
def test_it_meets_the_foot(name):
    lengths = {len(pages.pages) for pages in under_each_height(name).values()}
    assert max(lengths) > 1, "raise what it holds, or how high the space above it may be"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_every_word_is_there_once(name, paper):
    expected = _texts(under_each_height(name, WALL)[FILLERS[0]])
    expected.pop(("A",), None)
    for lines, pages in under_each_height(name, paper).items():
        found = _texts(pages)
        found.pop(("A",), None)
        assert found == expected, f"under {lines} lines"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_every_place_to_write_is_there_and_has_its_lines(name, paper):
    whole = under_each_height(name, WALL)[FILLERS[0]]
    wanted = {s.box.name.split("/", 1)[1]: s.box for s in whole.blanks}
    for lines, pages in under_each_height(name, paper).items():
        found = _places(pages)
        assert set(found) == set(wanted), f"under {lines} lines"
        have: Counter[str] = Counter()
        for seen in pages.blanks:
            if isinstance(seen.box, WritingSpace):
                have[seen.box.name.split("+")[0].split("/", 1)[1]] += pages.write_lines(seen)
            else:
                assert found[seen.box.name.split("/", 1)[1]] == 1
        asked = {
            key: lines if key == "1" else box.lines
            for key, box in wanted.items()
            if isinstance(box, WritingSpace)
        }
        assert not {key for key, count in asked.items() if have[key] < count}, f"under {lines}"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_outside_the_frame(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        for seen in pages.sightings:
            assert inside(seen.area, pages.frame(seen.page)), f"under {lines}: {seen}"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_no_ink_lies_on_other_ink(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        for page in pages.pages:
            inked = [
                seen
                for seen in pages.inked()
                if seen.page == page.number and not seen.of_figure and seen.area.height > 0
            ]
            # What stands on write lines is meant to; its neighbours must keep off each other.
            openers = {id(o.words) for s in inked for o in getattr(s.box, "openers", ())}
            for one, other in combinations(inked, 2):
                if {id(one.box), id(other.box)} & openers:
                    continue
                assert not overlaps(one.area, other.area), f"under {lines}: {one} and {other}"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_two_lines_of_a_paragraph_stand_on_either_side(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        for pieces in _pieces(pages, Paragraph):
            if len(pieces) > 1:
                assert min(pieces) >= FEWEST_LINES, f"{pieces} under {lines} lines"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_three_write_lines_stand_on_either_side(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        for pieces in _pieces(pages, WritingSpace):
            if len(pieces) > 1:
                assert min(pieces) >= FEWEST_WRITE_LINES, f"{pieces} under {lines} lines"


@each_case
@pytest.mark.parametrize("paper", PAPERS)
def test_what_leads_to_something_is_not_the_last_on_its_page(name, paper):
    leads = ("Remember", "T", "A")
    for lines, pages in under_each_height(name, paper).items():
        for page in pages.pages:
            for last in pages.lowest_on(page.number):
                if isinstance(last.box, Paragraph) and not last.artifact:
                    text = pages.text(last)
                    assert not text.startswith(LEAD), f"{text} under {lines} lines"
                    assert text not in leads, f"{text} under {lines} lines"


@each_case
def test_nothing_had_to_be_parted(name):
    for lines, pages in under_each_height(name).items():
        parted = [page.parted for page in pages.pages if page.parted is not None]
        assert not parted, f"under {lines} lines"


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("paper", ["letter"])
def test_a_page_that_goes_on_is_used(name, paper):
    """No more is left free than what had to stay together could have needed, in points."""
    most = MOST_FREE.get(name, USUALLY_FREE)
    for lines, pages in under_each_height(name, paper).items():
        sheet, faces = pages.layout.sheet, pages.layout.faces
        for page in pages.pages[:-1]:
            free = sheet.height - page.stack.height(sheet.width, faces)
            assert -SLACK <= free <= most, f"under {lines} lines"
