"""Links in words: one element each, the right areas to click on, and nothing told in secret."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from support.laid_out import one_part, pdf_of
from support.marks import read_pages
from support.structure import read_tree

ADDRESS = "https://example.org/a"


def _read(*blocks, **choices):
    sheets = [
        {"id": "one", "title": "One", "blocks": list(blocks)},
        {"id": "two", "title": "Two", "blocks": [{"text": "x"}]},
    ]
    data = pdf_of(one_part(*sheets, links=["example.org"]), **choices)
    with pikepdf.open(BytesIO(data)) as file:
        pages = read_pages(file)
        annotations = sum(len(page.obj.get("/Annots", [])) for page in file.pages)
        return read_tree(file, pages), pages, annotations, data


def test_a_link_over_lines_and_pages_is_one_element():
    words = " ".join(f"w{n}" for n in range(160))
    tree, _, _, _ = _read(
        {"prompt": "Q", "lines": 18}, {"text": f"before [{words}]({ADDRESS}) after"}
    )
    (link,) = tree.all("Link")
    assert len({mark.page for mark in link.marks()}) == 2
    assert link.text.split() == words.split()
    # An area to click on for each line of it.
    assert len(list(link.targets())) > 9
    assert {target.leads_to for target in link.targets()} == {ADDRESS}


def test_a_strong_word_in_a_link_is_part_of_it():
    tree, _, _, _ = _read({"text": f"Read [the **whole** *story*]({ADDRESS}) now."})
    (link,) = tree.all("Link")
    assert link.text.split() == ["the", "whole", "story"]
    (paragraph,) = [node for node in tree.all("P") if "Read" in node.text]
    assert paragraph.text.split() == ["Read", "the", "whole", "story", "now."]


def test_words_beside_a_link_are_not_part_of_it():
    tree, _, _, _ = _read({"text": f"a[b]({ADDRESS})c [d]({ADDRESS}b) [e](#two)f"})
    assert [link.text.split()[0] for link in tree.all("Link")] == ["b", "d", "e"]


def test_the_area_to_click_on_covers_the_words():
    tree, pages, _, _ = _read({"text": f"Read [the whole story of it]({ADDRESS}) now."})
    (link,) = tree.all("Link")
    (target,) = link.targets()
    left, low, right, high = target.rectangle
    words = [word for mark in link.marks() for word in pages[mark.page].by_mcid()[mark.mcid].words]
    assert left == pytest.approx(min(w.x for w in words), abs=0.05)
    end = max(w.x + w.width for w in words)
    assert end - 0.1 <= right <= end + 4
    baseline, size = words[0].baseline, words[0].size
    assert low < baseline - 0.2 * size
    assert baseline + 0.7 * size < high < baseline + 1.2 * size


def test_a_repeated_header_has_no_links():
    """Nobody hears it, so nobody can be led by it."""
    table = {"table": [f"[Name]({ADDRESS})", "[B](#two)"], "rows": 40}
    tree, pages, annotations, _ = _read(table)
    assert len(pages) > 3
    assert len(list(tree.targets())) == annotations == 2


def test_a_discreet_file_keeps_addresses_on_its_pages():
    block = {"text": f"Read [it]({ADDRESS}), [](#two)."}
    tree, _, _, data = _read(block, discreet=True)
    assert [target.leads_to for target in tree.targets()] == ["page 2"]
    with pikepdf.open(BytesIO(data)) as file:
        assert b"example.org" not in b"".join(
            bytes(str(o), "utf-8") for o in file.objects if "/URI" in str(o)
        )
    tree, _, _, _ = _read(block)
    assert {target.leads_to for target in tree.targets()} == {ADDRESS, "page 2"}


def test_words_in_another_language_are_one_span_that_says_so():
    tree, _, _, _ = _read({"text": "Say :es[buenos **días**] to all."})
    spans = tree.all("Span")
    assert len(spans) <= 1
