"""Places to write or to mark: each that a page shows is one box, with a name that stays."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest

from support.builds import BOOK, PAPERS, sample_path
from support.laid_out import lay_out, lay_out_file, one_part
from support.on_pages import Pages, inside, overlaps, whole
from workbook.blocks import KINDS
from workbook.geometry import Area
from workbook.layout.blank import EmptyCell, blanks_in, name_blanks
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import Cell, Row

if TYPE_CHECKING:
    from pathlib import Path

    from support.builds import Built
    from support.marks import Sequence
    from support.on_pages import Sighting

EVERY = [*KINDS, "book"]
EACH = pytest.mark.parametrize("name", EVERY)
# What kinds have for their reader to fill in, looked for on the page as they draw it.
FILLED_IN = {
    "prompt": "lines",
    "journal": "lines",
    "letter": "lines",
    "steps": "lines",
    "boxes": "lines",
    "signature": "line",
    "table": "cell",
    "comparison": "cell",
    "helplines": "cell",
    "rings": "cell",
    "checklist": "tick",
    "selfcheck": "choice",
    "scale": "choice",
    "chart": "drawing",
}
READ = {
    *("text", "heading", "callout", "cards", "questions", "sources"),
    *("cover", "contents", "break"),
}


def _path(name: str) -> Path:
    return BOOK if name == "book" else sample_path(name)


@cache
def _pages(name: str, paper: str = "letter") -> Pages:
    return whole(lay_out_file(_path(name), paper=paper))


def _stems(pages: Pages) -> list[str]:
    """Names of places, in the order of drawing; a place in several pieces once."""
    names = (seen.box.name for seen in pages.blanks)
    return [name for name in names if "+" not in name.rsplit("/", 1)[1]]


def test_kinds_are_for_reading_or_for_filling_in():
    for kind, purpose in FILLED_IN.items():
        purposes = {seen.box.purpose for seen in _pages(kind).blanks}
        assert purpose in purposes, f"the sample of {kind} has no such place"
    own = {kind: _stems(_pages(kind)) for kind in READ}
    assert not {kind: names for kind, names in own.items() if names and kind != "break"}


@EACH
def test_names_are_unique_and_each_place_has_one(name):
    names = [seen.box.name for seen in _pages(name).blanks]
    assert all(names)
    assert len(names) == len(set(names))


@EACH
@pytest.mark.parametrize("paper", PAPERS)
def test_names_are_the_same_in_every_build_and_on_every_paper(name, paper):
    again = whole(lay_out_file(_path(name), paper=paper))
    assert _stems(again) == _stems(_pages(name))
    labels = {seen.box.name: seen.box.label for seen in _pages(name).blanks}
    assert {n: label for n, label in labels.items() if "+" not in n} == {
        s.box.name: s.box.label for s in again.blanks if "+" not in s.box.name
    }


@EACH
def test_places_are_named_in_reading_order(name):
    """Down each page, worksheet for worksheet and block for block."""
    layout = _pages(name).layout
    expected = [
        f"{sheet.id}/{number}"
        for sheet in layout.book.worksheets
        for number in range(1, len(sheet.blocks) + 1)
    ]
    blocks = list(dict.fromkeys(stem.rsplit("/", 1)[0] for stem in _stems(_pages(name))))
    assert blocks == [block for block in expected if block in set(blocks)]
    counted = defaultdict(list)
    for stem in _stems(_pages(name)):
        block, key = stem.rsplit("/", 1)
        counted[block].append(tuple(int(part) for part in key.split("-")))
    for block, keys in counted.items():
        # A table in two parts reads part by part, so its rows come again.
        if all(len(key) == 1 for key in keys):
            assert keys == sorted(keys), block
        else:
            assert len(keys) == len(set(keys)), block


def test_cells_are_called_after_the_row_and_the_column_of_the_author():
    block = {"table": ["A", "B", "C"], "labels": ["x", "y"]}
    pages = whole(lay_out(one_part({"id": "one", "title": "T", "blocks": [block]})))
    named = {seen.box.name: seen.box.label for seen in pages.blanks}
    assert named == {
        "one/1/1-2": "x, B",
        "one/1/1-3": "x, C",
        "one/1/2-2": "y, B",
        "one/1/2-3": "y, C",
    }


def test_a_table_in_parts_keeps_the_columns_of_the_author():
    heads = [f"Extraordinarily{n}" for n in range(8)]
    block = {"table": heads, "labels": ["x", "y"], "marks": "box"}
    pages = whole(lay_out(one_part({"id": "one", "title": "T", "blocks": [block]}), paper="a5"))
    assert len([row for row in pages.rows if row.box.head]) > 1
    names = {seen.box.name for seen in pages.blanks}
    assert names == {f"one/1/{row}-{column}" for row in (1, 2) for column in range(2, 9)}
    for seen in pages.blanks:
        column = int(seen.box.name.rsplit("-", 1)[1])
        assert seen.box.label.startswith(f"{heads[column - 1]}:")


def test_copies_of_a_worksheet_have_names_of_their_own():
    book = one_part(
        {"id": "one", "title": "T", "blocks": [{"prompt": "Q", "lines": 3}]},
        {"id": "two", "title": "T", "blocks": [{"checklist": ["a", "b"]}]},
    )
    pages = whole(lay_out(book, repeat=(("one", 3),)))
    assert [seen.box.name for seen in pages.blanks] == [
        "one/1/1",
        "one+2/1/1",
        "one+3/1/1",
        "two/1/1",
        "two/1/2",
    ]


def test_a_clients_row_has_names_of_its_own():
    book = one_part({"id": "one", "title": "T", "blocks": [{"signature": ["Me"]}]})
    names = [seen.box.name for seen in whole(lay_out(book, client_block=True)).blanks]
    assert names == ["client/1", "client/2", "client/3", "one/1/1"]


def test_blanks_are_found_and_numbered_through_all_boxes_of_a_block():
    boxes = [Row([Cell.empty("a"), Cell.empty("b", "b")], (1, 1), None), EmptyCell("c")]
    name_blanks(boxes, "x/1")
    assert [(b.label, b.name) for box in boxes for b in blanks_in(box)] == [
        ("a", "x/1/1"),
        ("b", "x/1/b"),
        ("c", "x/1/3"),
    ]


@EACH
@pytest.mark.parametrize("paper", PAPERS)
def test_places_lie_in_the_frame_and_apart(name, paper):
    pages = _pages(name, paper)
    for page in pages.pages:
        frame = pages.frame(page.number)
        seen = [s for s in pages.blanks if s.page == page.number]
        for place in seen:
            # Half a stroke may reach over the frame.
            assert inside(place.area, frame, 1.0), place.box.name
            assert place.area.width > 5, place.box.name
            assert place.area.height > 5, place.box.name
        apart = [place for place in seen if not _is_ring(place)]
        for at, one in enumerate(apart):
            assert not any(overlaps(one.area, other.area) for other in apart[at + 1 :])


def _is_ring(seen: Sighting) -> bool:
    return seen.of_figure and seen.box.purpose == "cell"


def _ink_to_write_on(sequence: Sequence) -> list[Area]:
    """Write lines, boxes and circles that a figure or a label draws."""
    if sequence.tag not in ("/Figure", "/Lbl"):
        return []
    found = [Area(s.x1, s.y1, s.x2 - s.x1, 0.0) for s in sequence.strokes if s.y1 == s.y2]
    return found + [Area(r.x, r.y + r.height, r.width, r.height) for r in sequence.rectangles]


@pytest.mark.parametrize("name", [kind for kind in FILLED_IN if kind != "rings"])
def test_all_ink_to_write_on_lies_in_a_place_to_write(name, built):
    finished: Built = built(_path(name), "letter")
    pages = _pages(name)
    looked_at = 0
    for number, page in enumerate(finished.pages, start=1):
        places = [seen.area for seen in pages.blanks if seen.page == number]
        for sequence in page.sequences:
            for ink in _ink_to_write_on(sequence):
                looked_at += 1
                assert any(inside(ink, place, 1.5) for place in places), (number, ink)
    drawn_otherwise = {"selfcheck", "scale"}
    assert looked_at or name in drawn_otherwise or FILLED_IN[name] == "cell"


@pytest.mark.parametrize("name", FILLED_IN)
def test_all_places_to_write_have_their_ink(name, built):
    """A cell has the rule below it, what is marked or written on has lines of its own."""
    finished: Built = built(_path(name), "letter")
    pages = _pages(name)
    for seen in pages.blanks:
        inks = [
            ink
            for sequence in finished.pages[seen.page - 1].sequences
            for ink in sequence.ink
            if sequence.artifact or sequence.tag in ("/Figure", "/Lbl")
        ]
        area = seen.area
        near = [
            ink
            for ink in inks
            if ink[0] <= area.right + 1
            and ink[2] >= area.x - 1
            and ink[1] <= area.top + 1
            and ink[3] >= area.bottom - 1
        ]
        assert near, seen.box.name


@pytest.mark.parametrize("name", ["table", "comparison", "checklist", "book"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_cell_without_words_is_a_place_to_write(name, paper):
    pages = _pages(name, paper)
    empty = 0
    for seen in pages.sightings:
        if isinstance(seen.box, Cell) and not seen.artifact:
            row = next(r for r in pages.rows if r.page == seen.page and inside(seen.area, r.area))
            words = [
                s
                for s in pages.paragraphs
                if s.page == seen.page
                and inside(s.area, seen.area)
                and isinstance(s.box, Paragraph)
            ]
            if not row.box.head and not words:
                assert any(s.page == seen.page and inside(s.area, seen.area) for s in pages.blanks)
                empty += 1
    assert empty


def test_a_scale_has_a_place_for_each_circle_that_it_draws(built):
    finished, pages = built(sample_path("scale"), "letter"), _pages("scale")
    figures = [node for node in finished.tree.all("Figure") if "circle" in node.alt.lower()]
    assert figures or finished.tree.all("Figure")
    drawn = sum(
        len(finished.pages[mark.page].by_mcid()[mark.mcid].words)
        for node in finished.tree.all("Figure")
        for mark in node.marks()
    )
    assert len(pages.blanks) == drawn
