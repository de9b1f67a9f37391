"""Where things stand beside each other: columns, boxes to tick, short lines, journal heads."""

from __future__ import annotations

from itertools import pairwise

import pytest

from support.laid_out import lay_out, one_part
from support.on_pages import SLACK, Pages, by_section, inside
from workbook.choices.type import BODY
from workbook.geometry import MM, Area
from workbook.layout.beside import Beside
from workbook.layout.box import Placing
from workbook.layout.inset import Inset
from workbook.layout.lines import break_lines, words_of
from workbook.layout.marks import TickBox
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import Cell, Row
from workbook.pdf.element import Element
from workbook.text.spans import SOFT_BREAK, PageReference, Span


def _pages(*blocks, **choices) -> Pages:
    sheet = {"id": "one", "title": "T", "blocks": list(blocks)}
    return by_section(lay_out(one_part(sheet), **choices))["one"]


def _middle(area: Area) -> float:
    return area.x + area.width / 2


@pytest.mark.parametrize("shape", ["circle", "box"])
def test_marks_stand_in_the_middle_of_their_column_under_its_heading(shape):
    pages = _pages({"table": ["A", "B", "C"], "labels": ["x", "y"], "marks": shape})
    cells = {id(s.box.box): s.area for s in pages.sightings if isinstance(s.box, Cell)}
    heads = [s for s in pages.paragraphs if pages.text(s) in ("B", "C")]
    assert len(pages.blanks) == 4
    for mark in pages.blanks:
        assert _middle(mark.area) == pytest.approx(_middle(cells[id(mark.box)]))
        assert any(_middle(h.area) == pytest.approx(_middle(mark.area)) for h in heads)
        assert mark.box.purpose == ("tick" if shape == "box" else "choice")


def test_circles_of_a_self_check_stand_under_their_headings():
    pages = _pages({"selfcheck": ["a", "b"], "columns": ["no", "a little", "yes"]})
    heads = {_middle(s.area) for s in pages.paragraphs if s.box.align == "center"}
    assert len(heads) == 3
    for mark in pages.blanks:
        assert any(_middle(mark.area) == pytest.approx(head) for head in heads)


@pytest.mark.parametrize("hand", [False, True])
def test_a_box_to_tick_stands_at_its_side_of_its_place(hand, sheet, faces):
    from dataclasses import replace

    chosen = replace(sheet, left_handed=hand)
    tick = TickBox(chosen, 18.5, Element("Lbl"))
    placing = Placing(1, {}, faces)
    tick.place(Area(100, 700, 60, 18.5), placing)
    (placed,) = placing.placed
    half = chosen.strokes.mark_line / 2
    assert placed.area.width == placed.area.height == chosen.tick_box
    if hand:
        assert placed.area.right == pytest.approx(160 - half)
    else:
        assert placed.area.x == pytest.approx(100 + half)


def test_a_long_item_keeps_its_box_on_the_paper_for_a_left_hand():
    pages = _pages({"checklist": ["word " * 40, "short"]}, hand="left")
    frame = pages.frame(1)
    for tick in pages.blanks:
        assert inside(tick.area, frame)
    words = [s for s in pages.paragraphs if pages.text(s).startswith(("word", "short"))]
    assert all(w.area.right <= t.area.x for w, t in zip(words, pages.blanks, strict=True))


def test_large_boxes_to_tick_have_room_of_their_own(sheet, faces):
    from workbook.layout.lists import Labelled

    high = TickBox(sheet, 40.0, Element("Lbl"))
    words = Paragraph([Span("a")], sheet.style(BODY))
    assert Labelled(high, words, 30).height(400, faces) == 40


def test_words_in_lists_inside_a_comparison_are_not_broken_where_another_column_can_give():
    rows = [["- Extraordinarily\n- well", "a", "b", "c"]]
    pages = _pages({"comparison": ["A", "B", "C", "D"], "rows": rows}, paper="130x180mm")
    words = next(s for s in pages.paragraphs if "Extra" in pages.text(s))
    assert pages.lines(words) == [["Extraordinarily"]]


def test_columns_take_no_more_than_others_can_give():
    heads = {"Extraordinarily": 1, "Unbelievableness": 1, "Characteristically": 1, "A": 1}
    pages = _pages({"table": heads, "rows": 2}, paper="130x180mm")
    (row, *_) = [s for s in pages.rows if s.box.head]
    cells = [s.area for s in pages.sightings if isinstance(s.box, Cell)][: len(row.box.cells)]
    assert sum(cell.width for cell in cells) == pytest.approx(row.area.width)
    assert min(cell.width for cell in cells) >= 4 * MM - SLACK


def test_what_columns_want_together_is_limited_to_what_there_is(style, sheet, faces):
    from workbook.layout.table import Table

    long = [Paragraph([Span("w" * 60)], style) for _ in range(2)]
    row = Row([Cell(long[0]), Cell(long[1]), Cell(Paragraph([Span("a")], style))], (1, 1, 1), sheet)
    Table([row], sheet, faces)
    assert sum(row.shares) == pytest.approx(sheet.width)
    assert min(row.shares) >= 4 * MM


def test_a_heading_cell_without_words_heads_nothing():
    cells = [Cell(header="column"), Cell(header="row"), Cell()]
    assert [cell.element.tag for cell in cells] == ["TD"] * 3
    assert Cell(TickBoxless(), header="row").element.tag == "TH"


class TickBoxless(Paragraph):
    """Words without a style: only their element counts."""

    def __init__(self) -> None:
        self.element = Element("P")


def test_a_header_is_never_cut(style, sheet, faces):
    high = Paragraph([Span("\n".join("abcdefghij" * 6))], style)
    assert Row([Cell(high)], (1,), sheet, head=True).split(400, 300, faces) is None
    assert Row([Cell(high)], (1,), sheet).split(400, 300, faces) is not None


def test_pieces_of_a_cut_row_are_as_high_as_their_words(style, sheet, faces):
    high = Paragraph([Span("\n".join("abcdefghij" * 4))], style)
    row = Row([Cell(high)], (1,), sheet, least=400)
    head, tail = row.split(400, 300, faces)
    assert head.height(400, faces) <= 300
    words = 40 * style.leading + 2 * 2 * row.padding
    assert head.height(400, faces) + tail.height(400, faces) == pytest.approx(words)


def test_the_date_of_a_journal_stands_at_the_right():
    for heading in ({}, {"heading": "What happened"}):
        pages = _pages({"journal": "ruled", "date": True, **heading})
        date = next(s for s in pages.paragraphs if pages.text(s) == "Date")
        line = next(s for s in pages.blanks if s.box.purpose == "line")
        frame = pages.frame(1)
        assert line.area.right == pytest.approx(frame.right)
        assert date.area.x == pytest.approx(frame.right - 42 * MM)
        assert line.area.x == pytest.approx(date.area.x + date.area.width - 1 + 1.5 * MM)


def test_a_journals_heading_of_two_lines_ends_on_the_line_of_the_date():
    pages = _pages({"journal": "ruled", "date": True, "heading": "word " * 20})
    head = next(s for s in pages.paragraphs if pages.text(s).startswith("word"))
    beside = next(s for s in pages.sightings if isinstance(s.box, Beside))
    assert len(pages.lines(head)) == 2
    assert head.area.bottom == pytest.approx(beside.area.bottom)
    date = next(s for s in pages.paragraphs if pages.text(s) == "Date")
    assert date.area.bottom == pytest.approx(head.area.bottom, abs=8)


def test_lines_to_sign_on_one_below_the_other_have_a_height_each():
    words = ["A rather long word here", "And another such one", "Third"]
    pages = _pages({"signature": words}, {"text": "End."}, paper="a5")
    lines = [seen.area for seen in pages.blanks]
    pitch = pages.layout.sheet.pitch
    assert [a.bottom - b.bottom for a, b in pairwise(lines)] == pytest.approx([pitch] * 2)
    end = next(s for s in pages.paragraphs if pages.text(s) == "End.")
    assert end.area.top < lines[-1].bottom


def test_lower_ones_beside_stand_where_they_are_told_to(block, faces):
    def tops(upright: str) -> list[tuple[float, float]]:
        placing = Placing(1, {}, faces)
        Beside([block(40), block(10)], (1, 1), upright=upright).place(
            Area(0, 100, 200, 40), placing
        )
        return [(p.area.top, p.area.height) for p in placing.placed[1:]]

    assert tops("top") == [(100, 40), (100, 10)]
    assert tops("middle") == [(100, 40), (85, 10)]
    assert tops("bottom") == [(100, 40), (70, 10)]
    assert tops("fill") == [(100, 40), (100, 40)]


def test_an_inset_box_fits_with_its_space(block, faces):
    inset = Inset(block(30), top=5, bottom=5)
    assert inset.fits(100, 40, faces)
    assert not inset.fits(100, 39, faces)


def test_a_pagereference_is_measured_with_three_digits(style, faces):
    def width(*spans) -> float:
        return words_of(spans, style, faces).natural_width

    told = width(Span("a"), PageReference("x", "(", ")"))
    assert told == pytest.approx(width(Span("a(888)")), abs=0.01)


def test_the_space_between_words_counts_where_a_line_ends(style, faces):
    for spans in ([Span("aaa bbb")], [Span("aaa "), Span("bbb", strong=True)]):
        words = words_of(spans, style, faces)
        tight = sum(words.widths) + words.spaces[0] / 2
        assert len(break_lines(words, tight, style, faces)) == 2
        assert len(break_lines(words, words.natural_width, style, faces)) == 1


def test_a_name_is_broken_after_a_soft_break_only_where_it_must_be(style, faces):
    text = f"one-{SOFT_BREAK}two-{SOFT_BREAK}three"
    words = words_of([Span(text)], style, faces)
    width = faces.advance(faces.face("text"), "one-two-", 10) + 0.1
    lines = break_lines(words, width, style, faces)
    assert ["".join(i.text for i in line.items) for line in lines] == ["one-two-", "three"]
    (line,) = break_lines(words, 1000, style, faces)
    assert "".join(item.text for item in line.items) == "one-two-three"
