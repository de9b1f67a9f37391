"""A page's number in a reference is whole and right, however narrow its column is."""

from __future__ import annotations

import itertools
import re
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from support.laid_out import lay_out, one_part, pdf_of
from support.marks import read_pages
from support.on_pages import by_section
from support.structure import read_tree

NARROW = ("a5", "130x180mm")
# Pages before the one that is named, so that its number has one, two or three digits.
BEFORE = {1: 2, 2: 30, 3: 100}
TOLD = re.compile(r"\(page\s*(\d+)\)\.?$")


def _comparison(columns: int) -> dict:
    """With row headings and a column of the reader's own: `columns` in all."""
    cells = [f"[the named one](#named) c{n}" for n in range(columns - 2)]
    cells[0] = "word [](#named)."
    return {
        "comparison": [f"H{n}" for n in range(columns - 2)],
        "rows": {"Row": cells, "[](#named)": cells},
        "mine": True,
    }


def _book(columns: int, digits: int) -> dict:
    far = {"id": "named", "title": "Named", "blocks": [{"prompt": "Q", "lines": 60}]}
    return one_part(
        {"id": "one", "title": "One", "blocks": [_comparison(columns)]},
        {
            "id": "between",
            "title": "Between",
            "blocks": [{"journal": "blank", "pages": BEFORE[digits]}],
        },
        far,
    )


@cache
def _read(columns: int, digits: int, paper: str):
    with pikepdf.open(BytesIO(pdf_of(_book(columns, digits), paper=paper))) as file:
        pages = read_pages(file)
        return read_tree(file, pages), pages


@pytest.mark.parametrize("paper", NARROW)
@pytest.mark.parametrize("columns", [4, 5])
@pytest.mark.parametrize("digits", BEFORE)
def test_it_is_whole_in_a_narrow_column(columns, digits, paper):
    tree, pages = _read(columns, digits, paper)
    links = [node for node in tree.all("Link") if node.targets()]
    assert len(links) == 2 * (columns - 2) + 1
    for link in links:
        (page,) = {target.leads_to for target in link.targets()}
        number = page.removeprefix("page ")
        assert len(number) == digits
        assert TOLD.search(link.text.strip())[1] == number
        # One string on one line shows all its digits.
        shown = [
            words.text
            for mark in link.marks()
            for words in pages[mark.page].by_mcid()[mark.mcid].words
        ]
        assert sum(number in text for text in shown) == 1, shown
    assert "888" not in tree.text.replace(" ", "")


@pytest.mark.parametrize("paper", [*NARROW, "letter"])
@pytest.mark.parametrize("digits", BEFORE)
def test_what_is_laid_out_says_the_same(digits, paper):
    found = by_section(lay_out(_book(4, digits), paper=paper))
    number = found["named"].pages[0].number
    assert len(str(number)) == digits
    said = "".join(found["one"].words)
    assert re.findall(r"page\s*(\d+)", said.replace("\u00a0", " ")) == [str(number)] * 5


@pytest.mark.parametrize("digits", BEFORE)
def test_words_after_a_number_follow_it_at_once(digits):
    """Three digits are kept free for it; what it doesn't take leaves no hole."""
    _, pages = _read(5, digits, "a5")
    looked_at = after_links = 0
    for page in pages:
        for sequence in page.sequences:
            if sequence.tag != "/Link":
                continue
            line = sorted(sequence.words, key=lambda w: (-w.baseline, w.x))
            for before, after in itertools.pairwise(line):
                if before.baseline == after.baseline and before.text.strip().isdigit():
                    looked_at += 1
                    assert after.x == pytest.approx(before.x + before.width, abs=0.1)
        ends = [
            (round(w.baseline, 1), w.x + w.width)
            for sequence in page.sequences
            for w in sequence.words
            if sequence.tag == "/Link"
        ]
        for word in page.words():
            if word.text.startswith("."):
                near = [end for line, end in ends if line == round(word.baseline, 1)]
                assert any(word.x == pytest.approx(end, abs=0.1) for end in near)
                after_links += 1
    assert after_links
    assert looked_at > 3


def test_a_centred_line_with_a_number_is_centred_by_what_is_printed():
    card = {"cards": ["[a](#named)", "b"]}
    book = _book(4, 1)
    book["parts"][0]["worksheets"][0]["blocks"] = [card]
    pages = by_section(lay_out(book))["one"]
    card_words = next(s for s in pages.paragraphs if pages.text(s).startswith("a"))
    runs = card_words.box._runs
    left = runs[0].x - card_words.area.x
    right = card_words.area.right - (runs[-1].x + runs[-1].width)
    assert left == pytest.approx(right, abs=0.01)


@pytest.mark.parametrize("before", range(16, 36))
def test_the_word_and_the_number_are_never_on_two_lines(before):
    """Wherever in a line they come to stand."""
    words = "x " * before
    book = one_part(
        {"id": "one", "title": "One", "blocks": [{"text": f"{words}[it](#named) so"}]},
        {"id": "named", "title": "Named", "blocks": [{"text": "x"}]},
    )
    pages = by_section(lay_out(book, paper="a5"))["one"]
    (text,) = [s for s in pages.paragraphs if "(page" in pages.text(s)]
    (line,) = [line for line in pages.lines(text) if "(page" in line]
    assert line[line.index("(page") + 1] == "2)"
