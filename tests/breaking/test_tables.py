"""Tables over pages: header again, never without a row, never one row alone, rows that fill."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from support.at_each_foot import under_each_height
from support.laid_out import lay_out, one_part
from support.on_pages import SLACK, Pages, Sighting, by_section, inside
from workbook.geometry import MM
from workbook.layout.blank import EmptyCell
from workbook.layout.table import Cell, Row, Table
from workbook.layout.writing import WritingSpace

# Each table's rows below its header.
ROWS = {
    "heading-table": 9,
    "table": 9,
    "labels": 7,
    "few-rows": 3,
    "filled-table": 7,
    "lines-table": 6,
    "filled-lines": 5,
    "marks": 9,
    "comparison": 6,
    "notes": 7,
    "selfcheck": 9,
    "helplines": 9,
}
FILLED = ("filled-table", "filled-lines")
HIGHEST_WHOLE = 110 * MM
PAPERS = pytest.mark.parametrize("paper", ["letter", "a5"])
EACH = pytest.mark.parametrize("name", ROWS)


class Piece(NamedTuple):
    """What of a table is on one page."""

    page: int
    head: list[Sighting]
    rows: list[Sighting]
    cells: list[Sighting]


def _pieces(pages: Pages) -> list[Piece]:
    found: list[Piece] = []
    for seen in pages.sightings:
        if isinstance(seen.box, Table):
            found.append(Piece(seen.page, [], [], []))
        elif isinstance(seen.box, Row):
            (found[-1].head if seen.box.head else found[-1].rows).append(seen)
        elif isinstance(seen.box, Cell):
            found[-1].cells.append(seen)
    return found


def _cells(pages: Pages) -> dict[tuple[int, int], Sighting]:
    """Cells by their page and what is in them."""
    return {
        (seen.page, id(seen.box.box)): seen
        for seen in pages.sightings
        if isinstance(seen.box, Cell)
    }


def _all(name: str, paper: str) -> dict[int, list[Piece]]:
    return {lines: _pieces(pages) for lines, pages in under_each_height(name, paper).items()}


@PAPERS
@EACH
def test_it_is_broken_and_its_rows_are_there_once(name, paper):
    found = _all(name, paper)
    assert max(len(pieces) for pieces in found.values()) > 1 or ROWS[name] <= 3
    for lines, pieces in found.items():
        elements = [id(row.box.element) for piece in pieces for row in piece.rows]
        assert len(elements) == len(set(elements)) == ROWS[name], f"under {lines} lines"


@PAPERS
@EACH
def test_no_row_stands_alone_and_no_header_without_rows(name, paper):
    least = 2 if ROWS[name] > 3 else 1
    for lines, pieces in _all(name, paper).items():
        for piece in pieces:
            assert len(piece.rows) >= least, f"under {lines} lines, page {piece.page}"


@PAPERS
@EACH
def test_the_header_is_on_each_page_and_after_the_first_an_artifact(name, paper):
    for lines, pieces in _all(name, paper).items():
        for number, piece in enumerate(pieces):
            (head,) = piece.head
            assert head.artifact == (number > 0), f"under {lines} lines"
            assert head.area.bottom == pytest.approx(piece.rows[0].area.top)
            assert not any(row.artifact for row in piece.rows)
            # It stands over the same columns.
            assert len({round(cell.area.width, 3) for cell in _column(piece, 1)}) == 1
            first = pieces[0].head[0]
            assert (head.area.x, head.area.width) == (first.area.x, first.area.width)
            assert head.area.height == pytest.approx(first.area.height)


def _column(piece: Piece, number: int) -> list[Sighting]:
    columns = len(piece.head[0].box.cells)
    return piece.cells[number::columns]


@PAPERS
@EACH
def test_rows_touch_each_other(name, paper):
    for pieces in _all(name, paper).values():
        for piece in pieces:
            for above, below in zip(piece.rows, piece.rows[1:], strict=False):
                assert above.area.bottom == pytest.approx(below.area.top)


@EACH
def test_a_row_is_as_high_as_it_needs(name):
    """One that doesn't fill keeps the height that it has on a page of its own."""
    for pages in under_each_height(name).values():
        faces = pages.layout.faces
        for seen in pages.rows:
            if not seen.box.stretch:
                natural = seen.box.height(seen.area.width, faces)
                assert seen.area.height == pytest.approx(natural)


@PAPERS
@pytest.mark.parametrize("name", FILLED)
def test_rows_that_fill_are_equally_high(name, paper):
    """But for one whose words need more, and for all on the next page as on the first."""
    filled = 0
    for lines, pages in under_each_height(name, paper).items():
        faces = pages.layout.faces
        pieces = _pieces(pages)
        level = min(row.area.height for row in pieces[0].rows)
        for piece in pieces:
            for row in piece.rows:
                natural = row.box.height(row.area.width, faces)
                assert row.area.height >= level - SLACK, f"under {lines} lines"
                if row.area.height > level + SLACK:
                    assert row.area.height == pytest.approx(natural), f"under {lines} lines"
                filled += row.area.height > natural + SLACK
    assert filled > 20


@PAPERS
@pytest.mark.parametrize("name", FILLED)
def test_rows_that_fill_take_the_page_to_its_foot(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        pieces = _pieces(pages)
        if len(pieces) > 1:
            foot = pages.frame(pieces[0].page).bottom
            assert pieces[0].rows[-1].area.bottom == pytest.approx(foot), f"under {lines} lines"
        elif pieces[0].page == pages.pages[-1].number and len(pages.pages) == 1:
            assert pages.text(pages.last_on(pieces[0].page)) == "End."
            last = pages.last_on(pieces[0].page).area.bottom
            assert last == pytest.approx(pages.frame(1).bottom), f"under {lines} lines"


@PAPERS
@pytest.mark.parametrize("name", FILLED)
def test_two_rows_left_over_do_not_fill_a_page(name, paper):
    seen = 0
    for lines, pages in under_each_height(name, paper).items():
        *_, last = _pieces(pages)
        if last.page > _pieces(pages)[0].page:
            highest = max(row.area.height for row in _pieces(pages)[0].rows)
            seen += 1
            assert max(row.area.height for row in last.rows) <= highest + SLACK, f"under {lines}"
    assert seen > 3


@PAPERS
@EACH
def test_empty_cells_cover_their_cells(name, paper):
    """Up to the space that keeps columns and rows apart: what a form's field would take."""
    for pages in under_each_height(name, paper).values():
        cells = _cells(pages)
        for seen in pages.blanks:
            if isinstance(seen.box, EmptyCell):
                cell = cells[seen.page, id(seen.box)].area
                assert inside(seen.area, cell)
                assert seen.area.bottom == pytest.approx(cell.bottom)
                assert seen.area.width == pytest.approx(cell.width - 4 * MM)
                assert cell.top - seen.area.top <= 2 * MM + SLACK
                assert seen.area.x - cell.x <= 1.5 * MM + SLACK


@PAPERS
@pytest.mark.parametrize("name", ["lines-table", "filled-lines"])
def test_cells_with_lines_have_them_and_room_below(name, paper):
    for pages in under_each_height(name, paper).values():
        cells = _cells(pages)
        for seen in pages.blanks:
            if isinstance(seen.box, WritingSpace) and (seen.page, id(seen.box)) in cells:
                assert pages.write_lines(seen) >= 2
                cell = cells[seen.page, id(seen.box)].area
                assert inside(seen.area, cell)
                assert seen.area.bottom - cell.bottom >= 2.2 * MM - SLACK
                if seen.box.stretch:
                    assert seen.area.bottom - cell.bottom == pytest.approx(2.2 * MM)


@PAPERS
@EACH
def test_words_of_a_cell_stand_inside_it_in_its_column(name, paper):
    for pages in under_each_height(name, paper).values():
        cells = _cells(pages)
        inner = [seen for seen in pages.sightings if (seen.page, id(seen.box)) in cells]
        assert inner
        for seen in inner:
            cell = cells[seen.page, id(seen.box)]
            assert inside(seen.area, cell.area)
            assert seen.area.x >= cell.area.x + 1.5 * MM - SLACK


@PAPERS
def test_a_row_lower_than_eleven_centimetres_is_whole_and_a_higher_one_is_cut(paper):
    cut = 0
    for lines, pages in under_each_height("high-row", paper).items():
        heights: dict[int, list[float]] = {}
        for piece in _pieces(pages):
            assert piece.rows, "a header never stands without a row"
            for row in piece.rows:
                heights.setdefault(id(row.box.element), []).append(row.area.height)
        for parts in heights.values():
            assert len(parts) == 1 or sum(parts) > HIGHEST_WHOLE, f"under {lines} lines"
            cut += len(parts) > 1
    assert cut > 9


def test_a_high_header_is_not_repeated():
    """It would take most of the page that it is repeated on."""
    words = " ".join(f"w{n}" for n in range(130))
    book = one_part(
        {"id": "one", "title": "T", "blocks": [{"table": {words: 1, "B": 1}, "rows": 30}]}
    )
    pages = by_section(lay_out(book))["one"]
    pieces = _pieces(pages)
    assert pieces[0].head[0].area.height > 60 * MM
    assert len(pieces) > 1
    assert not any(piece.head for piece in pieces[1:])


def test_a_header_of_five_centimetres_is_repeated():
    words = " ".join(f"w{n}" for n in range(80))
    book = one_part(
        {"id": "one", "title": "T", "blocks": [{"table": {words: 1, "B": 1}, "rows": 30}]}
    )
    pieces = _pieces(by_section(lay_out(book))["one"])
    assert 40 * MM < pieces[0].head[0].area.height < 60 * MM
    assert all(piece.head for piece in pieces)


def test_columns_are_widened_to_their_longest_words_where_others_can_give():
    table = {"table": {"A": 1, "Extraordinarily": 1, "C": 8}, "rows": 2}
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": [table]})))["one"]
    (head,) = [seen for seen in pages.rows if seen.box.head]
    widths = [c.area.width for c in pages.sightings if isinstance(c.box, Cell)][:3]
    assert sum(widths) == pytest.approx(head.area.width)
    word = next(s for s in pages.paragraphs if pages.text(s) == "Extraordinarily")
    assert len(pages.lines(word)) == 1
    assert widths[1] == pytest.approx(word.box.least_width(pages.layout.faces) + 4 * MM)
    # The first gives nothing: it is as narrow as its share already.
    assert widths[0] < widths[1] < widths[2]


def test_no_column_is_widened_where_all_words_fit():
    table = {"table": {"A": 1, "B": 2, "C": 3}, "rows": 2}
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": [table]})))["one"]
    widths = [c.area.width for c in pages.sightings if isinstance(c.box, Cell)][:3]
    assert [width / widths[0] for width in widths] == pytest.approx([1, 2, 3])


def test_heads_stand_at_the_foot_of_their_header_and_marks_in_the_middle():
    table = {"table": ["A", "B " * 60], "labels": ["one " * 60, "two"], "marks": "circle"}
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": [table]})))["one"]
    head = next(seen for seen in pages.paragraphs if pages.text(seen) == "A")
    low = _cells(pages)[1, id(head.box)].area
    assert head.area.bottom - low.bottom == pytest.approx(2 * MM)
    for mark in pages.blanks:
        row = next(s for s in pages.rows if inside(mark.area, s.area))
        middle = row.area.top - row.area.height / 2
        assert mark.area.top - mark.area.height / 2 == pytest.approx(middle, abs=0.02)


@pytest.mark.parametrize("height", [30, 90, 109, 111, 120, 150, 200])
def test_empty_rows_are_as_high_as_they_were_asked_to_be(height):
    table = {"table": ["A", "B"], "rows": 4, "height": height}
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": [table]})))["one"]
    rows = [seen for seen in pages.rows if not seen.box.head]
    assert [row.area.height / MM for row in rows] == pytest.approx([height] * 4)


def test_rows_that_fill_half_a_page_each_are_whole():
    table = {"table": ["A", "B"], "labels": ["a", "b", "c"], "height": 115, "fill": True}
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": [table]})))["one"]
    rows = [seen for seen in pages.rows if not seen.box.head]
    assert len(rows) == 3
    assert min(row.area.height for row in rows) >= 115 * MM - SLACK
