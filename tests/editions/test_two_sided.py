"""Printed on both sides: parts open on a right-hand page, tear-outs have an empty back."""

from __future__ import annotations

import page as validation
import pytest
import yaml

from support.builds import BOOK, DAY, Built
from workbook.choices.choices import Choices
from workbook.making.pipeline import build


@pytest.fixture(scope="module")
def leaves(tmp_path_factory) -> Built:
    path = tmp_path_factory.mktemp("two-sided") / "book.pdf"
    path.write_bytes(build(BOOK, Choices(paper="letter", date=DAY, two_sided=True)).pdf)
    return Built(BOOK, "letter", path)


@pytest.fixture(scope="module")
def starts(leaves) -> dict[str, list[int]]:
    """Page numbers, from 1, of each worksheet."""
    return {
        node.title: sorted({mark.page + 1 for mark in node.marks()} - _blanks(leaves))
        for part in leaves.tree.kids
        for node in part.kids
        if node.tag == "Sect"
    }


def _blanks(built) -> set[int]:
    """Numbers, from 1, of the pages that a listener is told are blank."""
    return {
        mark.page + 1
        for node in built.tree.all("P")
        if node.actual == "This page is left blank."
        for mark in node.marks()
    }


def _worksheets() -> list[dict]:
    parts = yaml.load(BOOK.read_text("utf-8"), yaml.BaseLoader)["parts"]
    return [worksheet for part in parts for worksheet in part["worksheets"]]


def test_parts_open_on_the_right(starts):
    parts = yaml.load(BOOK.read_text("utf-8"), yaml.BaseLoader)["parts"]
    firsts = [
        starts[part["worksheets"][0]["title"]][0]
        for part in parts
        if part.get("opening") != "false"
    ]
    assert len(firsts) == 6
    assert all(number % 2 for number in firsts)


def test_tear_outs_have_a_leaf_of_their_own(starts):
    worksheets = _worksheets()
    lone = [at for at, sheet in enumerate(worksheets) if sheet.get("sensitive") == "true"]
    assert lone
    for at in lone:
        assert starts[worksheets[at]["title"]][0] % 2
        if at + 1 < len(worksheets):
            assert starts[worksheets[at + 1]["title"]][0] % 2


def test_blank_pages_are_told_and_empty(leaves, starts):
    told = {number for pages in starts.values() for number in pages}
    blank = set(range(1, len(leaves.pages) + 1)) - told
    assert blank
    assert blank == _blanks(leaves)
    for number in blank:
        assert not any(sequence.ink for sequence in leaves.pages[number - 1].sequences)


def test_file_obeys(leaves):
    report = validation.validate_pdf(
        str(leaves.path), profile=validation.ValidationProfile.PDF_UA_1
    )
    assert not report.failures


def test_one_sided_only_backs_of_tear_outs_are_left_empty(built):
    book = built(BOOK, "letter")
    told = {mark.page for mark in book.tree.marks()}
    assert told == set(range(len(book.pages)))
    assert len(_blanks(book)) == 2


def test_margins_are_mirrored(leaves):
    """The inner margin is 22 mm and the outer 18; rules and strips reach from one to the other."""
    for number, page in enumerate(leaves.pages, start=1):
        ink = [s.extents for s in page.sequences if s.extents]
        if not ink:
            continue
        left = min(extents[0] for extents in ink) * 25.4 / 72
        assert left == pytest.approx(22 if number % 2 else 18, abs=0.6)


def test_an_empty_worksheet_may_be_before_a_tear_out(tmp_path):
    worksheets = [
        {"id": "none", "title": "None", "heading": False, "blocks": [{"break": "page"}]},
        {"id": "out", "title": "Out", "sensitive": True, "blocks": [{"text": "Words."}]},
    ]
    book = {"title": "T", "parts": [{"title": "P", "opening": "none", "worksheets": worksheets}]}
    path = tmp_path / "book.yaml"
    path.write_text(yaml.safe_dump(book), "utf-8")
    assert build(path, Choices(paper="letter", date=DAY)).pages == 4
