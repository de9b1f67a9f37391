"""What leads to something never stands alone at a page's foot, wherever the foot falls."""

from __future__ import annotations

import shutil
from itertools import pairwise

import pytest
import yaml

from support.builds import DAY, Built, blocks_of_sample, laid_out, sample_path
from workbook.blocks import KINDS
from workbook.choices.choices import Choices
from workbook.layout.blank import Blank
from workbook.layout.box import Artifact, Placed
from workbook.layout.pages import Page
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import Row

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


@pytest.fixture(scope="module")
def sections(tmp_path_factory) -> dict[str, list[list[Page]]]:
    """Pages of each block of each kind's sample, below every number of write lines as above."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copy(sample_path("numbers"), folder)
    blocks = [(kind, block) for kind in KINDS for block in blocks_of_sample(kind)]
    worksheets = [
        {
            "id": f"{kind}-{number}-{lines}",
            "title": "T",
            "blocks": [{"prompt": "Filler", "lines": lines}, block],
        }
        for number, (kind, block) in enumerate(blocks)
        for lines in range(15, 24)
    ]
    part = {"title": "P", "opening": "none", "worksheets": worksheets}
    book = {"title": "T", "region": "here", "helplines": "numbers.yaml", "parts": [part]}
    path = folder / "samples.yaml"
    path.write_text(yaml.safe_dump(book, sort_keys=False), "utf-8")
    found: dict[str, dict[str, list[Page]]] = {kind: {} for kind in KINDS}
    for page in laid_out(path, Choices(date=DAY)).pages:
        if not page.blank:
            kind = page.section.key.split("-")[0]
            found[kind].setdefault(page.section.key, []).append(page)
    return {kind: list(pages.values()) for kind, pages in found.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_on_the_page_of_what_is_to_be_filled_in_below_them(sections, kind):
    """Whatever asks and whatever is there to answer: a kind need not be named here."""
    assert sections[kind]
    for pages in sections[kind]:
        for page, following in pairwise(pages):
            if not _goes_on_with_its_header(following):
                foot = min(leaf.area.bottom for leaf in _leaves(page))
                head = max(leaf.area.top for leaf in _leaves(following))
                last = [leaf.box for leaf in _leaves(page) if leaf.area.bottom < foot + 1]
                first = [leaf.box for leaf in _leaves(following) if leaf.area.top > head - 1]
                asks = all(isinstance(box, Paragraph) for box in last)
                answers = any(isinstance(box, Blank) for box in first)
                assert not (asks and answers), f"page {page.number} of {page.section.key}"


def _goes_on_with_its_header(page: Page) -> bool:
    return any(isinstance(box, Row) and box.artifact for box, _, _ in page.placed)


def _leaves(page: Page) -> list[Placed]:
    """Places to fill in, and words that stand on none of them."""
    flowing = [placed for placed in page.placed if not isinstance(placed.within, Artifact)]
    blanks = [placed for placed in flowing if isinstance(placed.box, Blank)]
    words = [
        placed
        for placed in flowing
        if isinstance(placed.box, Paragraph)
        and not any(blank.area.bottom < placed.area.top < blank.area.top for blank in blanks)
    ]
    return blanks + words


def test_the_book_has_no_page_without_ink(pages):
    for page in pages.pages:
        assert any(sequence.ink for sequence in page.sequences if sequence.subtype != "/Footer")
