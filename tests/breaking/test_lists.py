"""Lists over pages: two items on either side, each label with its words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from support.at_each_foot import under_each_height
from support.laid_out import lay_out, one_part
from support.on_pages import SLACK, Pages, by_section
from workbook.layout.beside import Beside
from workbook.layout.lists import Labelled
from workbook.layout.marks import TickBox
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack

if TYPE_CHECKING:
    from support.on_pages import Sighting

PAPERS = pytest.mark.parametrize("paper", ["letter", "a5"])
# Each list's items.
ITEMS = {
    "list": 8,
    "numbers": 12,
    "long-list": 5,
    "checklist": 9,
    "steps": 4,
    "filled-steps": 4,
    "long-steps": 2,
}
EACH = pytest.mark.parametrize("name", ITEMS)


def _items(pages: Pages) -> dict[int, list[Sighting]]:
    """The pieces of list items on each page."""
    found: dict[int, list[Sighting]] = defaultdict(list)
    for seen in pages.sightings:
        if isinstance(seen.box, Labelled):
            found[seen.page].append(seen)
    return found


@PAPERS
@EACH
def test_two_items_stand_on_either_side_of_a_cut(name, paper):
    """Of a list of four or more; what goes on from the page before may be all of the last one."""
    least = 2 if ITEMS[name] > 3 else 1
    for lines, pages in under_each_height(name, paper).items():
        begun: set[int] = set()
        for page, items in _items(pages).items():
            goes_on = id(items[0].box.element) in begun
            assert len(items) >= least or goes_on, f"under {lines} lines, page {page}"
            begun |= {id(item.box.element) for item in items}


@PAPERS
def test_two_rows_of_two_columns_stand_on_either_side_of_a_cut(paper):
    broken = 0
    for pages in under_each_height("two-columns", paper).values():
        rows: dict[int, list[Sighting]] = defaultdict(list)
        for seen in pages.sightings:
            if isinstance(seen.box, Beside):
                rows[seen.page].append(seen)
        if rows:
            broken += len(rows) > 1
            assert min(len(found) for found in rows.values()) >= 2
    assert broken > 3 or paper != "letter"


@PAPERS
@EACH
def test_a_label_stands_once_beside_the_first_line(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        seen_elements: set[int] = set()
        for page, items in _items(pages).items():
            for item in items:
                label, body = item.box.label, item.box.body
                first = id(item.box.element) not in seen_elements
                seen_elements.add(id(item.box.element))
                placed = [s for s in pages.on(page) if s.box is label or _same(s, label)]
                if not first:
                    assert not isinstance(label, Paragraph | TickBox), f"under {lines} lines"
                    continue
                (mark,) = placed
                words = _first_words(pages, page, body)
                middle = words.area.top - words.box.style.leading / 2
                if isinstance(label, TickBox):
                    centre = mark.area.top - mark.area.height / 2
                    assert centre == pytest.approx(middle, abs=0.02)
                else:
                    assert mark.area.top == pytest.approx(words.area.top, abs=0.02)
                assert mark.area.x < words.area.x


def _same(seen: Sighting, label) -> bool:
    """A box that was placed before stands here as its copy."""
    return label.element is not None and seen.box.element is label.element


def _first_words(pages: Pages, page: int, body) -> Sighting:
    while isinstance(body, Stack):
        body = body.children[0]
    return next(s for s in pages.on(page) if s.box is body or s.box.element is body.element)


@PAPERS
def test_words_of_one_list_begin_on_one_edge(paper):
    for name in ("list", "long-list", "numbers", "checklist"):
        for pages in under_each_height(name, paper).values():
            edges = set()
            for page, items in _items(pages).items():
                edges |= {round(_first_words(pages, page, i.box.body).area.x, 2) for i in items}
            assert len(edges) == 1


def test_numbers_of_two_digits_keep_off_their_words():
    words = "\n".join(f"{n}. word" for n in range(95, 106))
    pages = by_section(lay_out(one_part({"id": "a", "title": "T", "blocks": [{"text": words}]})))[
        "a"
    ]
    faces = pages.layout.faces
    for page, items in _items(pages).items():
        for item in items:
            width = item.box.label.natural_width(faces)
            label = next(s for s in pages.on(page) if s.box is item.box.label)
            body = next(s for s in pages.on(page) if s.box is item.box.body)
            assert label.area.x + width < body.area.x - 2
    labels = [pages.text(seen) for seen in pages.paragraphs if seen.box.element.tag == "Lbl"]
    assert labels == [f"{n}." for n in range(95, 106)]


@pytest.mark.parametrize("hand", ["right", "left"])
def test_boxes_to_tick_stand_on_one_edge_and_off_their_words(hand):
    blocks = [{"checklist": ["short", "a rather longer item", "mid length"], "columns": 1}]
    layout = lay_out(one_part({"id": "a", "title": "T", "blocks": blocks}), hand=hand)
    pages = by_section(layout)["a"]
    ticks = [seen.area for seen in pages.blanks]
    assert len({round(tick.x, 3) for tick in ticks}) == 1
    ends = [
        seen.area.x + seen.box.natural_width(layout.faces)
        for seen in pages.paragraphs
        if seen.box.element.tag == "P"
    ][-3:]
    if hand == "left":
        assert min(tick.x for tick in ticks) >= max(ends) + 5
    else:
        assert ticks[0].right + 5 < min(seen.area.x for seen in pages.paragraphs[-3:])


@pytest.mark.parametrize(
    ("items", "columns", "paper", "in_two"),
    [
        (["a"] * 4, None, "letter", True),
        (["a"] * 3, None, "letter", False),
        (["a"] * 3 + ["word " * 12], None, "letter", False),
        (["a"] * 3 + ["word " * 12], 2, "letter", True),
        (["a"] * 9, 1, "letter", False),
        (["a"] * 9, 2, "a5", False),
        (["a"] * 3, 2, "letter", True),
    ],
)
def test_a_checklist_is_in_two_columns_where_all_items_are_short(items, columns, paper, in_two):
    block = {"checklist": items, **({"columns": columns} if columns else {})}
    layout = lay_out(one_part({"id": "a", "title": "T", "blocks": [block]}), paper=paper)
    pages = by_section(layout)["a"]
    assert len({round(seen.area.x) for seen in pages.blanks}) == (2 if in_two else 1)
    # It reads from left to right, then down.
    names = [seen.box.name for seen in pages.blanks]
    assert names == [f"a/1/{n}" for n in range(1, len(items) + 1)]
    assert [-round(s.area.top) for s in pages.blanks] == sorted(
        -round(s.area.top) for s in pages.blanks
    )


def test_columns_of_a_checklist_are_equally_wide_and_apart():
    blocks = [{"checklist": [f"item{n}" for n in range(6)]}]
    pages = by_section(lay_out(one_part({"id": "a", "title": "T", "blocks": blocks})))["a"]
    items = _items(pages)[1]
    left, right = items[0].area, items[1].area
    assert left.width == pytest.approx(right.width)
    assert right.x - left.right == pytest.approx(17.0, abs=0.1)
    assert right.right == pytest.approx(pages.frame(1).right, abs=SLACK)
