"""How far things stand from each other."""

from __future__ import annotations

import itertools

import pytest

from support.laid_out import lay_out, one_part
from support.on_pages import Pages, Sighting, by_section
from workbook.geometry import MM
from workbook.layout.writing import WritingSpace


def _pages(*blocks, **choices) -> Pages:
    sheet = {"id": "one", "title": "T", "blocks": list(blocks)}
    return by_section(lay_out(one_part(sheet), **choices))["one"]


def _words(pages: Pages, start: str) -> Sighting:
    return next(s for s in pages.paragraphs if pages.text(s).startswith(start))


def _below(pages: Pages, start: str, upper: Sighting) -> float:
    """Millimetres from the foot of one to the top of the words that follow."""
    return (upper.area.bottom - _words(pages, start).area.top) / MM


@pytest.mark.parametrize(
    ("block", "space"),
    [
        ({"prompt": "Q", "lines": 3}, 6),
        ({"steps": ["Q"], "lines": 3}, 6),
        ({"table": ["Q", "B"], "rows": 2}, 6),
        ({"rings": ["Q", "R"]}, None),
        ({"boxes": ["Q", "R", "S", "T"], "lines": 3}, None),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_follows_room_to_write_keeps_off_it(block, space):
    pages = _pages(block, {"text": "End."})
    last = min(pages.blanks, key=lambda s: s.area.bottom)
    found = _below(pages, "End.", last)
    if space is None:
        assert found > 3
    else:
        assert found == pytest.approx(space, abs=0.1)


@pytest.mark.parametrize("lines", [4, 30])
def test_what_is_signed_stands_as_near_after_a_cut_as_before(lines):
    pages = _pages({"letter": "Dear", "lines": lines, "sign": True})
    last = [s for s in pages.blanks if isinstance(s.box, WritingSpace)][-1]
    signed = next(s for s in pages.blanks if s.box.purpose == "line")
    # The middle space is over the row, and the line is a pitch below the row's top.
    row = last.area.bottom - 6 * MM
    assert signed.page == last.page
    assert row - pages.layout.sheet.pitch <= signed.area.bottom <= row


def test_a_callouts_word_stands_right_over_its_text():
    pages = _pages({"callout": "One.\n\nTwo.", "role": "reminder"})
    word, one, two = (_words(pages, start) for start in ("Remember", "One", "Two"))
    assert word.area.bottom == pytest.approx(one.area.top)
    assert one.area.bottom - two.area.top == pytest.approx(one.box.style.leading / 2)


def test_paragraphs_and_items_stand_apart():
    pages = _pages({"text": "One.\n\nTwo.\n\n- a\n- b"})
    one, two, first, second = (_words(pages, start) for start in ("One", "Two", "a", "b"))
    half = one.box.style.leading / 2
    assert one.area.bottom - two.area.top == pytest.approx(half)
    assert two.area.bottom - first.area.top == pytest.approx(half)
    assert first.area.bottom - second.area.top == pytest.approx(half / 2)


def test_answers_follow_their_questions_at_once_and_the_next_keeps_off():
    pages = _pages({"questions": {"Why?": "So.", "How?": "Thus."}})
    why, so, how = (_words(pages, start) for start in ("Why", "So", "How"))
    assert why.area.bottom == pytest.approx(so.area.top)
    assert so.area.bottom - how.area.top == pytest.approx(6 * MM)


def test_a_title_stands_below_its_number_and_its_aim_below_it():
    sheet = {"id": "one", "title": "Title", "aim": "Aim", "stop": "Stop", "minutes": 5}
    book = one_part({**sheet, "blocks": [{"text": "Text."}]})
    book["parts"][0]["opening"] = "page"
    pages = by_section(lay_out(book))["one"]
    order = [_words(pages, start) for start in ("1.1", "Title", "Aim", "Stop", "Text")]
    for upper, lower in itertools.pairwise(order):
        assert upper.area.bottom >= lower.area.top - 0.1
    minutes = next(s for s in pages.paragraphs if "5 min" in pages.text(s))
    assert minutes.area.top == pytest.approx(order[0].area.top)
    assert minutes.area.right == pytest.approx(pages.frame(1).right)
    assert minutes.box.align == "right"
