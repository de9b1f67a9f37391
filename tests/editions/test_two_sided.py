"""Printed on both sides: parts open on a right-hand page, tear-outs have an empty back."""

from __future__ import annotations

import page as validation
import pytest
import yaml
from builds import BOOK, DAY, Built

from workbook.build import build
from workbook.editions.edition import Edition


@pytest.fixture(scope="module")
def leaves(tmp_path_factory) -> Built:
    path = tmp_path_factory.mktemp("two-sided") / "book.pdf"
    path.write_bytes(build(BOOK, Edition("letter", DAY, two_sided=True)).pdf)
    return Built(BOOK, "letter", path)


@pytest.fixture(scope="module")
def starts(leaves) -> dict[str, list[int]]:
    """Page numbers, from 1, of each worksheet."""
    return {
        node.title: sorted({mark.page + 1 for mark in node.marks()})
        for part in leaves.tree.kids
        for node in part.kids
        if node.tag == "Sect"
    }


def _worksheets() -> list[dict]:
    parts = yaml.load(BOOK.read_text("utf-8"), yaml.BaseLoader)["parts"]
    return [worksheet for part in parts for worksheet in part["worksheets"]]


def test_parts_open_on_the_right(leaves):
    openings = [
        kid.kids[0].page + 1
        for part in leaves.tree.kids
        for kid in part.kids
        if kid.tag == "H1" and kid.kids
    ]
    assert openings
    assert all(number % 2 for number in openings)


def test_tear_outs_have_a_leaf_of_their_own(starts):
    worksheets = _worksheets()
    lone = [at for at, sheet in enumerate(worksheets) if sheet.get("sensitive") == "true"]
    assert lone
    for at in lone:
        assert starts[worksheets[at]["title"]][0] % 2
        if at + 1 < len(worksheets):
            assert starts[worksheets[at + 1]["title"]][0] % 2


def test_turned_pages_are_empty(leaves, starts):
    told = {number for pages in starts.values() for number in pages}
    told |= {mark.page + 1 for part in leaves.tree.kids for mark in part.marks()}
    blank = set(range(1, len(leaves.pages) + 1)) - told
    assert blank
    for number in blank:
        assert not any(s.ink for s in leaves.pages[number - 1].sequences if not s.artifact)


def test_file_obeys(leaves):
    report = validation.validate_pdf(
        str(leaves.path), profile=validation.ValidationProfile.PDF_UA_1
    )
    assert not report.failures


def test_one_sided_nothing_is_left_empty(built):
    told = {mark.page for mark in built(BOOK, "letter").tree.marks()}
    assert told == set(range(len(built(BOOK, "letter").pages)))
