"""Which page a worksheet begins on, what is blank, and what a listener and an outline are told."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from support.laid_out import lay_out, one_part, pdf_of
from support.on_pages import by_section
from workbook.layout.pages import Section, paginate, place
from workbook.matter.outline import Pointer
from workbook.pdf.element import Element


def _sheet(name: str, *blocks, **more):
    return {"id": name, "title": name, **more, "blocks": list(blocks) or [{"text": name}]}


def _firsts(layout) -> dict[str, int]:
    return {page.section.key: page.number for page in layout.pages if page.first}


def _blank(layout) -> list[int]:
    return [page.number for page in layout.pages if page.blank]


def test_a_leaf_to_tear_out_begins_on_a_front_and_its_back_is_blank():
    book = one_part(_sheet("a"), _sheet("b", sensitive=True), _sheet("c"))
    layout = lay_out(book, two_sided=True)
    assert _firsts(layout) == {"a": 1, "b": 3, "c": 5}
    assert _blank(layout) == [2, 4]


def test_the_last_leaf_to_tear_out_has_a_blank_back_too():
    layout = lay_out(one_part(_sheet("a"), _sheet("b", sensitive=True)))
    assert _firsts(layout) == {"a": 1, "b": 3}
    assert _blank(layout) == [2, 4]


def test_cards_have_a_leaf_of_their_own_only_on_paper_with_two_sides():
    book = one_part(_sheet("a"), _sheet("b", {"cards": ["x"]}), _sheet("c"))
    assert _blank(lay_out(book)) == []
    layout = lay_out(book, two_sided=True)
    assert _firsts(layout)["b"] == 3
    assert _blank(layout) == [2, 4]


def test_parts_with_a_page_begin_on_a_front():
    book = {
        "title": "A book",
        "parts": [
            {"title": "P", "opening": "page", "worksheets": [_sheet("a"), _sheet("b")]},
            {"title": "Q", "opening": "page", "worksheets": [_sheet("c")]},
        ],
    }
    layout = lay_out(book, two_sided=True)
    assert _firsts(layout)["a"] == 2
    assert _firsts(layout)["part 1"] == 5
    assert _blank(layout) == [4]
    assert _blank(lay_out(book)) == []


def test_sheets_chosen_one_by_one_stand_as_they_are():
    book = one_part(_sheet("a"), _sheet("b", sensitive=True), _sheet("c"))
    layout = lay_out(book, only=("a", "b", "c"))
    assert _firsts(layout) == {"a": 1, "b": 2, "c": 3}


def test_a_blank_page_is_told_last_in_the_section_before_it():
    layout = lay_out(one_part(_sheet("a"), _sheet("b", sensitive=True), _sheet("c")))
    (part,) = layout.document.kids
    told = [[kid.actual for kid in section.kids if kid.actual is not None] for section in part.kids]
    assert [len(words) for words in told] == [1, 1, 0]
    for section in part.kids[:2]:
        assert section.kids[-1].actual is not None


def test_a_section_without_anything_has_a_page(sheet, faces):
    pages = paginate([Section("empty", Element("Sect"), [])], sheet, faces)
    assert [page.number for page in pages] == [1]
    place(pages, sheet, faces, lambda *_: None)


def test_a_worksheet_of_many_pages_has_one_bookmark():
    book = one_part(_sheet("a", {"prompt": "Q", "lines": 90}), _sheet("b"))
    layout = lay_out(book)
    assert [page.first for page in layout.pages] == [True, False, False, False, True]
    with pikepdf.open(BytesIO(pdf_of(book))) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["a", "b"]


def test_bookmarks_of_parts_hold_those_of_their_worksheets():
    book = {
        "title": "A book",
        "parts": [
            {"title": "Front", "opening": False, "worksheets": [_sheet("z")]},
            {"title": "P", "opening": "page", "worksheets": [_sheet("a"), _sheet("b")]},
        ],
    }
    with pikepdf.open(BytesIO(pdf_of(book))) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["z", "P"]
        assert [item.title for item in outline.root[1].children] == ["a", "b"]


def test_a_discreet_file_has_bookmarks_that_tell_pages_only():
    book = one_part(_sheet("a"), _sheet("b"))
    with pikepdf.open(BytesIO(pdf_of(book, discreet=True))) as file, file.open_outline() as found:
        titles = [item.title for item in found.root]
    assert titles == ["Page 1", "Page 2"] or [t.lower() for t in titles] == ["page 1", "page 2"]


def test_a_reference_leads_to_the_first_page_of_many():
    book = one_part(
        _sheet("a", {"text": "[x](#b)"}), _sheet("b", {"prompt": "Q", "lines": 90}), _sheet("c")
    )
    pages = by_section(lay_out(book))["a"]
    assert any("(page" in word or "2" in word for word in pages.words)
    assert "".join(pages.words).endswith("x(page2)")


def test_copies_have_the_number_of_the_first_and_names_of_their_own():
    book = {
        "title": "A book",
        "parts": [{"title": "P", "opening": "page", "worksheets": [_sheet("a"), _sheet("b")]}],
    }
    layout = lay_out(book, repeat=(("a", 2),))
    labels = [
        words
        for pages in by_section(layout).values()
        for words in (pages.text(s) for s in pages.paragraphs)
        if words.startswith("1.")
    ]
    # The opening lists each once, and each copy bears the number.
    assert labels == ["1.1", "1.2", "1.1", "1.1", "1.2"]


@pytest.mark.parametrize("client", [False, True])
def test_the_first_page_only_asks_for_a_client(client):
    book = one_part(_sheet("a"), _sheet("b"))
    book["parts"].append({"title": "Q", "opening": False, "worksheets": [_sheet("c")]})
    layout = lay_out(book, client_block=client)
    asked = [
        page.number
        for page in layout.pages
        for placed in page.placed
        if getattr(placed.box, "name", "").startswith("client/")
    ]
    assert asked == ([1, 1, 1] if client else [])


@pytest.mark.parametrize("contents", ["worksheets", "openings"])
def test_contents_list_what_can_be_done_alone(contents):
    """Neither covers nor themselves."""
    front = [
        _sheet("cover", {"cover": "C"}),
        _sheet("contents", {"contents": contents}),
        _sheet("z"),
    ]
    opening = "contents" if contents == "openings" else "page"
    part = {"title": "P", "opening": opening, "worksheets": [_sheet("a"), _sheet("b")]}
    book = one_part(*front)
    book["parts"].append(part)
    listed = [
        placed.box.key
        for page in lay_out(book).pages
        for placed in page.placed
        if isinstance(placed.box, Pointer)
    ]
    assert [key for key in listed if key in ("cover", "contents")] == []
    assert {"a", "b"} <= set(listed)


@pytest.mark.parametrize("discreet", [False, True])
def test_sections_tell_their_titles_but_in_a_discreet_file(discreet):
    layout = lay_out(one_part(_sheet("a"), _sheet("b")), discreet=discreet)
    (part,) = layout.document.kids
    titles = [part.title, *(section.title for section in part.kids)]
    assert titles == ([None] * 3 if discreet else ["A part", "a", "b"])
