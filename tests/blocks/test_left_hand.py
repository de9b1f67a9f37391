"""For a left hand: boxes to tick at the right, bound at the right, so that no hand hides words."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from support.builds import BOOK, DAY, sample_path
from support.marks import read_pages
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from support.marks import PageMarks, Rectangle, Words

MM = 72 / 25.4
SIDES = pytest.mark.parametrize("left_handed", [False, True], ids=["right", "left"])


def _pages(path, *, left_handed: bool, **others: object) -> list[PageMarks]:
    pdf = build(path, Choices(date=DAY, hand="left" if left_handed else "right", **others)).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        return read_pages(file)


def _ticked_lines(page: PageMarks) -> list[tuple[Rectangle, list[Words]]]:
    """Each box to tick with the words on its line, in its own column."""
    found = []
    for sequence in page.sequences:
        for box in sequence.rectangles if sequence.tag == "/Lbl" else ():
            middle = box.y + box.height / 2
            line = [w for w in page.words() if abs(w.baseline + 0.33 * w.size - middle) < 2]
            found.append((box, line))
    return found


@SIDES
@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
def test_boxes_to_tick_are_beside_the_hand(left_handed, large):
    pages = _pages(
        sample_path("checklist"),
        left_handed=left_handed,
        type="large" if large else None,
    )
    lines = [line for page in pages for line in _ticked_lines(page)]
    # The sample has seventeen items.
    assert len(lines) == 17
    for box, words in lines:
        assert words
        left, right = box.x, box.x + box.width
        if left_handed:
            beside = [w for w in words if w.x + w.width <= left - 2 * MM]
        else:
            beside = [w for w in words if w.x >= right + 2 * MM]
        assert beside
        # Nothing lies across the box.
        assert not [w for w in words if w.x < right and w.x + w.width > left]


@SIDES
@pytest.mark.parametrize("paper", ["letter", "a5"])
def test_boxes_of_a_list_stand_in_one_column_near_its_words(left_handed, paper):
    pages = _pages(BOOK, left_handed=left_handed, paper=paper, only=("danger-signs",))
    lines = [line for page in pages for line in _ticked_lines(page)]
    assert len(lines) > 9
    (left,) = {box.x for box, _ in lines}
    right = left + lines[0][0].width
    gaps = [
        left - max(w.x + w.width for w in words) if left_handed else min(w.x for w in words) - right
        for _, words in lines
    ]
    assert 2 * MM < min(gaps) < 8 * MM


@SIDES
@pytest.mark.parametrize("two_sided", [False, True], ids=["one-sided", "two-sided"])
def test_the_folio_is_outside_and_the_binding_inside(left_handed, two_sided):
    """Outside is away from the binding: the right on fronts, the left for a left hand."""
    pages = _pages(BOOK, left_handed=left_handed, two_sided=two_sided, holes=True)
    looked_at = 0
    for number, page in enumerate(pages, start=1):
        feet = [w for s in page.sequences if s.subtype == "/Footer" for w in s.words]
        if not feet:
            continue
        looked_at += 1
        (folio,) = [w for w in feet if w.text == str(number)]
        at_right = left_handed == (two_sided and number % 2 == 0)
        bound, free = 25 * MM, 18 * MM
        if at_right:
            assert folio.x + folio.width == pytest.approx(612 - free, abs=0.1)
            assert min(w.x for w in page.words()) >= bound - 0.1
        else:
            assert folio.x == pytest.approx(free, abs=0.1)
            assert max(w.x + w.width for w in page.words()) <= 612 - bound + 0.1
        title = min(feet, key=lambda w: w.x) if at_right else max(feet, key=lambda w: w.x)
        assert title.text != folio.text
    assert looked_at > 50


def test_a_left_hand_loses_no_words_and_gains_no_pages():
    words = [
        sorted(w.text.strip() for page in pages for w in page.words())
        for pages in (_pages(BOOK, left_handed=hand) for hand in (False, True))
    ]
    assert words[0] == words[1]


@SIDES
def test_a_listener_is_told_the_same(left_handed):
    """The box comes before its words, wherever it stands."""
    pages = _pages(sample_path("checklist"), left_handed=left_handed)
    tags = [s.tag for page in pages for s in page.sequences if s.tag in ("/Lbl", "/P")]
    first = tags.index("/Lbl")
    assert tags[first : first + 4] == ["/Lbl", "/P"] * 2
