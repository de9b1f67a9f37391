"""Tables over several pages: the header comes again, no row is lost or left alone."""

from __future__ import annotations

import pytest

from workbook.layout.paragraph import Paragraph
from workbook.layout.table import Cell, Row, Table
from workbook.text.spans import Span

WIDTH = 400.0
MM = 72 / 25.4


@pytest.fixture
def table(style, sheet, faces):
    """Makes a table of two columns with so many rows of 40 points."""

    def make(rows: int, *, header: bool = True) -> Table:
        head = Row(_cells("Who", "What", style), (1, 1), sheet, least=30, head=True)
        body = [
            Row(_cells(f"name {n}", f"thing {n}", style), (1, 1), sheet, least=40)
            for n in range(rows)
        ]
        return Table(body, sheet, faces, header=head if header else None)

    return make


def _cells(first: str, second: str, style) -> list[Cell]:
    return [Cell(Paragraph([Span(text)], style)) for text in (first, second)]


def _heights(piece: Table, faces) -> list[float]:
    return [row.height(WIDTH, faces) for row in piece.children]


def test_a_row_is_as_high_as_its_highest_cell(style, sheet, faces):
    tall = Paragraph([Span("a\nb\nc")], style)
    row = Row([Cell(tall), Cell()], (1, 1), sheet)
    assert row.height(WIDTH, faces) == pytest.approx(36 + 4 * MM)
    assert Row([Cell(tall), Cell()], (1, 1), sheet, least=80).height(WIDTH, faces) == 80


def test_the_header_comes_again_as_an_artifact(table, faces):
    whole = table(6)
    assert whole.height(WIDTH, faces) == 30 + 6 * 40
    head, tail = whole.split(WIDTH, 30 + 4 * 40 + 20, faces)
    assert _heights(head, faces) == [30, 40, 40, 40, 40]
    assert _heights(tail, faces) == [30, 40, 40]
    again = tail.children[0]
    assert (again.artifact, again.keep, again.elements()) == (True, True, [])
    assert not head.children[0].artifact
    assert head.elements() == tail.elements() == [whole.element]


def test_the_header_comes_on_every_page(table, faces):
    rest, pages = table(20), []
    while (pieces := rest.split(WIDTH, 200, faces)) is not None:
        pages.append(pieces[0])
        rest = pieces[1]
    pages.append(rest)
    assert [len(page.children) for page in pages] == [5, 5, 5, 5, 5]
    assert [page.children[0].artifact for page in pages] == [False, True, True, True, True]
    rows = [row for page in pages for row in page.children if not row.head]
    assert [row.cells[0].box.spans[0].text for row in rows] == [f"name {n}" for n in range(20)]


def test_no_last_row_stands_alone(table, faces):
    head, tail = table(6).split(WIDTH, 30 + 5 * 40, faces)
    assert (len(head.children), len(tail.children)) == (1 + 4, 1 + 2)


def test_no_first_row_stands_alone(table, faces):
    assert table(6).split(WIDTH, 30 + 40, faces) is None
    assert table(6).split(WIDTH, 30 + 2 * 40, faces) is not None


def test_a_table_without_a_header(table, faces):
    head, tail = table(6, header=False).split(WIDTH, 4 * 40, faces)
    assert (_heights(head, faces), _heights(tail, faces)) == ([40] * 4, [40] * 2)


def test_no_row_of_a_table_without_a_header_stands_alone(table, faces):
    assert table(6, header=False).split(WIDTH, 40, faces) is None
    head, tail = table(6, header=False).split(WIDTH, 5 * 40, faces)
    assert (len(head.children), len(tail.children)) == (4, 2)


def test_a_header_never_stands_without_a_row(table, faces):
    assert table(2).split(WIDTH, 35, faces) is None


def _words(row: Row, faces, width: float) -> list[str]:
    return [
        "".join(p.text for line in cell.box.lines(width, faces) for p in line.items).split()
        if cell.box
        else []
        for cell in row.cells
    ]


def test_a_giant_row_is_cut_without_losing_words(style, sheet, faces):
    words = [f"word{n}" for n in range(60)]
    long = Paragraph([Span("\n".join(words))], style)
    row = Row([Cell(Paragraph([Span("name")], style)), Cell(long)], (1, 1), sheet)
    assert row.height(WIDTH, faces) == pytest.approx(60 * 12 + 4 * MM)
    whole = Table([row], sheet, faces)
    heads, rest = [], whole
    while (pieces := rest.split(WIDTH, 300, faces)) is not None:
        heads.append(pieces[0])
        rest = pieces[1]
    found = [_words(piece.children[-1], faces, long._width) for piece in [*heads, rest]]
    assert len(found) == 3
    assert [first for first, _ in found] == [["name"], [], []]
    assert [word for _, second in found for word in second] == words
    assert all(piece.height(WIDTH, faces) <= 300 for piece in heads)


def test_a_row_under_eleven_centimetres_is_kept_whole(style, sheet, faces):
    long = Paragraph([Span("\n".join("abcdefghijklmnopqrst"))], style)
    row = Row([Cell(long)], (1,), sheet)
    assert row.height(WIDTH, faces) < 110 * MM
    assert row.split(WIDTH, 150, faces) is None
