"""Where the rules can't all be kept: what is cut, what is told, and what never happens."""

from __future__ import annotations

import pytest

from support.laid_out import lay_out, one_part
from support.on_pages import Pages, by_section
from workbook.errors import ContentError
from workbook.layout.box import Box
from workbook.layout.stack import Stack
from workbook.layout.table import Row, Table


def _pages(*blocks, **choices) -> Pages:
    sheet = {"id": "one", "title": "T", "aim": "A", "blocks": list(blocks)}
    return by_section(lay_out(one_part(sheet), **choices))["one"]


HIGH_CHART = {"chart": "LEAD", "low": "a", "high": "b", "height": 200}


def _parted(pages: Pages) -> list[str | None]:
    return [
        None if page.parted is None else getattr(page.parted, "plain", "?") for page in pages.pages
    ]


def test_what_is_too_high_to_stay_with_its_words_is_told():
    """The page ends with words whose drawing begins the next one."""
    pages = _pages(HIGH_CHART, {"text": "End."})
    assert len(pages.pages) == 2
    assert _parted(pages) == ["LEAD", None]


def test_words_left_alone_are_told_once():
    pages = _pages(HIGH_CHART, {"text": "word " * 1600}, {"text": "End."})
    assert len(pages.pages) > 3
    assert [words for words in _parted(pages) if words] == ["LEAD"]


def test_nothing_is_told_where_nothing_had_to_be_parted():
    assert _parted(_pages({**HIGH_CHART, "height": 80}, {"text": "End."})) == [None]


class _Block(Box):
    def __init__(self, high: float, *, keep: bool = False) -> None:
        self.high, self.keep = high, keep

    def height(self, width, faces):  # noqa: ARG002
        return self.high


def _row(sheet, least: float, *, head: bool = False) -> Row:
    from workbook.layout.table import Cell

    return Row([Cell.empty()], (1,), sheet, least=least, head=head)


def test_a_header_is_never_left_alone_even_by_force(sheet, faces):
    table = Table(
        [_row(sheet, 300), _row(sheet, 20)], sheet, faces, header=_row(sheet, 40, head=True)
    )
    assert table.forced_split(400, 200, faces) is None
    head, tail = table.forced_split(400, 345, faces)
    assert [row.height(400, faces) for row in head.children] == [40, 300]
    assert [row.height(400, faces) for row in tail.children] == [40, 20]


def test_a_first_row_after_a_repeated_header_is_not_parted_from_it(sheet, faces):
    rows = [_row(sheet, 50), _row(sheet, 300), _row(sheet, 20)]
    table = Table(rows, sheet, faces, header=_row(sheet, 40, head=True))
    _, tail = table.forced_split(400, 100, faces)
    assert tail.children[0].artifact
    assert tail.forced_split(400, 100, faces) is None


def test_a_row_higher_than_a_page_is_a_fault_with_its_place_not_a_lost_header():
    with pytest.raises(ContentError) as caught:
        _pages({"table": ["A", "B"], "rows": 2, "height": 200}, paper="a5")
    (problem,) = caught.value.problems
    assert "too tall for the paper" in problem.what
    assert problem.place.line > 1


def test_force_parts_what_is_kept_and_says_so(faces):
    stack = Stack([_Block(10), _Block(20, keep=True), _Block(30)])
    head, tail = stack.forced_split(400, 45, faces)
    assert [child.high for child in head.children] == [10, 20]
    assert head.parted is head.children[-1]
    assert tail.parted is None
    head, _ = Stack([_Block(10), _Block(20), _Block(30)]).forced_split(400, 45, faces)
    assert head.parted is None


def test_what_had_to_be_parted_inside_is_told_outside(faces):
    inner = Stack([_Block(20, keep=True), _Block(30)])
    head, tail = Stack([_Block(10), inner, _Block(5)]).forced_split(400, 45, faces)
    assert head.parted is inner.children[0]
    # What goes on has nothing to tell of it when it is cut again.
    again, _ = Stack([tail, _Block(50)]).forced_split(400, 60, faces)
    assert tail.parted is None
    assert again.parted is None


def test_a_piece_that_is_cut_again_tells_only_what_is_new(faces):
    parted = Stack([_Block(20, keep=True), _Block(30), _Block(31)])
    head, tail = parted.forced_split(400, 45, faces)
    head.parted = head.children[-1]
    second = Stack([head, _Block(9)])
    _, rest = second.split(400, 20, faces)
    assert rest.parted is None
    assert tail.parted is None
    _, after = head._piece([_Block(1)], first=True), head._piece([_Block(1)], first=False)
    assert after.parted is None


def test_a_piece_before_a_cut_is_kept_to_nothing(faces):
    """What it was kept to is on another page, with the rest of it."""
    stack = Stack([_Block(10), _Block(20), _Block(30)], keep=True)
    head, tail = stack.split(400, 35, faces)
    assert (head.keep, tail.keep) == (False, True)


def test_two_of_the_last_stand_after_a_cut_inside_one(style, faces):
    from workbook.layout.paragraph import Paragraph
    from workbook.text.spans import Span

    words = Paragraph([Span("\n".join("abcdef"))], style)
    stack = Stack([_Block(10), _Block(11), words, _Block(12)], widows=3)
    # Four lines of the words would fit, but with two left there are too few after the cut.
    head, tail = stack.split(400, 10 + 11 + 4 * 12, faces)
    assert [child.height(400, faces) for child in head.children] == [10]
    assert len(tail.children) == 3
