"""What leads to something never stands alone at a page's foot, wherever the foot falls."""

from __future__ import annotations

import pytest
import yaml

from support.builds import Built
from workbook.blocks import KINDS

FOLLOWERS = {
    "heading": [{"heading": "LEAD"}, {"text": "word " * 80}],
    "heading-list": [{"heading": "LEAD"}, {"checklist": ["x" * 40] * 9}],
    "heading-table": [{"heading": "LEAD"}, {"table": ["A", "B"], "rows": 9}],
    "prompt": [{"prompt": "LEAD", "lines": 9}],
    "hint": [{"prompt": "Question", "hint": "LEAD", "lines": 9}],
    "lead": [{"checklist": ["x" * 40] * 9, "lead": "LEAD"}],
    "notes": [{"checklist": ["x" * 40] * 9, "lead": "LEAD", "notes": "yes"}],
    "callout": [{"callout": "word " * 80, "role": "reminder"}],
    "questions": [{"questions": {"LEAD": "word " * 80}}],
    "scale": [{"scale": "LEAD", "low": "a", "high": "b"}],
    "chart": [{"chart": "LEAD", "low": "a", "high": "b"}],
    "letter": [{"letter": "LEAD", "lines": 9}],
    "steps": [{"steps": ["LEAD", "more", "more"], "lines": 3}],
}
LEADS = ("LEAD", "Remember")
# Kinds of which no part leads to another: words alone, and what is one piece.
NOTHING_LEADS = {
    *("text", "journal", "boxes", "rings", "cards", "helplines", "sources", "signature"),
    *("cover", "contents", "break", "selfcheck", "comparison", "table"),
}


def test_every_kind_is_tried_or_has_nothing_that_leads():
    tried = {next(iter(block)) for blocks in FOLLOWERS.values() for block in blocks}
    missing = set(KINDS) - tried - NOTHING_LEADS
    assert not missing, (
        f"{sorted(missing)}: add a block of it to FOLLOWERS with `LEAD` for the words that must "
        "not stand alone, or add it to NOTHING_LEADS"
    )


@pytest.fixture(scope="module")
def pages(built, tmp_path_factory) -> Built:
    """A book with each follower below every number of write lines from 15 to 23."""
    worksheets = [
        {
            "id": f"{name}-{lines}",
            "title": f"{name} after {lines}",
            "blocks": [{"prompt": "Filler", "lines": lines}, *blocks],
        }
        for name, blocks in FOLLOWERS.items()
        for lines in range(15, 24)
    ]
    book = {"title": "T", "parts": [{"title": "P", "opening": False, "worksheets": worksheets}]}
    path = tmp_path_factory.mktemp("keeping") / "keeping.yaml"
    path.write_text(yaml.safe_dump(book, sort_keys=False), "utf-8")
    return built(path, "letter")


@pytest.mark.parametrize("name", FOLLOWERS)
def test_it_is_not_the_last_thing_on_a_page(pages, name):
    last, seen = [], 0
    for section in pages.tree.all("Sect"):
        if section.title is None or not section.title.startswith(f"{name} after"):
            continue
        by_page = {mark.page: mark.text.strip() for mark in section.marks()}
        seen += len(by_page)
        last += [f"{section.title}: {words}" for words in by_page.values() if words in LEADS]
    assert seen > 9, "the followers have to reach a second page"
    assert not last


def test_the_book_has_no_page_without_ink(pages):
    for page in pages.pages:
        assert any(sequence.ink for sequence in page.sequences if sequence.subtype != "/Footer")
