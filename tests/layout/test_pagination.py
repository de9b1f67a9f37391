"""Sections become pages: each begins one, and nothing is lost on the way."""

from __future__ import annotations

import pytest

from workbook.layout.box import Break
from workbook.layout.pages import Section, TooTallError, paginate
from workbook.pdf.element import Element


def _pages(sheet, faces, *sections) -> list[list[float]]:
    made = [
        Section(f"s{n}", Element("Sect"), boxes, ((f"Section {n}", 0),))
        for n, boxes in enumerate(sections)
    ]
    pages = paginate(made, sheet, faces)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    return [[child.high for child in page.stack.children] for page in pages]


def test_each_section_begins_a_page(block, sheet, faces):
    assert _pages(sheet, faces, [block(10)], [block(20)]) == [[10], [20]]


def test_a_page_is_filled_and_then_the_next(block, sheet, faces):
    third = sheet.height / 3
    assert _pages(sheet, faces, [block(third) for _ in range(7)]) == [
        [third] * 3,
        [third] * 3,
        [third],
    ]


def test_a_break_begins_a_page_and_two_are_as_one(block, sheet, faces):
    boxes = [Break(), block(10), Break(), Break(), block(20), Break()]
    assert _pages(sheet, faces, boxes) == [[10], [20]]


def test_a_chain_longer_than_a_page_is_cut_where_it_has_to_be(block, sheet, faces):
    half = sheet.height / 2
    boxes = [block(half, keep=True) for _ in range(5)]
    assert _pages(sheet, faces, boxes) == [[half, half], [half, half], [half]]


def test_what_no_page_can_hold_is_refused_with_its_origin(block, sheet, faces):
    box = block(sheet.height + 1)
    box.origin = ("parts", 0)
    with pytest.raises(TooTallError) as error:
        _pages(sheet, faces, [block(10), box])
    assert error.value.origin == ("parts", 0)
    assert "254 mm" not in str(error.value)


def test_what_just_fits_is_on_one_page(block, sheet, faces):
    assert _pages(sheet, faces, [block(sheet.height)]) == [[sheet.height]]
