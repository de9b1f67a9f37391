"""The book in a language that is 35% longer: all of it is there, and nothing meets or overflows.

What the same sheet does with the English book is the measure: the pages' frame and what is printed.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from support.builds import BOOK, DAY, Built
from support.pseudo import proses, pseudo_book, pseudo_helplines, pseudo_words
from workbook.choices import sheet
from workbook.choices.choices import Choices
from workbook.content.reader import read_file
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITIONS = {
    "letter": Choices(paper="letter", date=DAY),
    "a4": Choices(paper="a4", date=DAY),
    "large print on a4": Choices(paper="a4", date=DAY, type="large"),
}
# Points: no page of the English book has to begin with what reaches highest.
MARGIN = 3.0
# Points: what two boxes may share, so that letters that touch a box's edge don't count.
SLACK = 0.5


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """The book's files in the longer language."""
    folder = tmp_path_factory.mktemp("pseudo")
    longer = folder / BOOK.name
    longer.write_text(pseudo_book(BOOK.read_text("utf-8"), read_file(BOOK).book), "utf-8")
    helplines = BOOK.with_name("helplines.yaml").read_text("utf-8")
    (folder / "helplines.yaml").write_text(pseudo_helplines(helplines), "utf-8")
    shutil.copy(BOOK.with_name("clinician.yaml"), folder)
    return longer


@pytest.fixture(scope="module", params=EDITIONS)
def english_and_longer(request, content, tmp_path_factory) -> Iterator[tuple[Built, Built]]:
    edition = EDITIONS[request.param]
    folder = tmp_path_factory.mktemp("pdf")
    english, longer = (
        Built(book, edition.paper, folder / f"{name}.pdf")
        for name, book in (("english", BOOK), ("longer", content))
    )
    english.path.write_bytes(build(english.content, edition).pdf)
    words_of = sheet.words_of
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "words_of", cache(lambda code: pseudo_words(words_of(code))))
        longer.path.write_bytes(build(longer.content, edition).pdf)
    yield english, longer
    english.file.close()
    longer.file.close()


@pytest.fixture(scope="module")
def longer(english_and_longer) -> Built:
    return english_and_longer[1]


def test_the_language_is_longer(content):
    english, longer = (
        sum(len(prose.plain) for prose in proses(read_file(book).book)) for book in (BOOK, content)
    )
    assert 1.3 < longer / english < 1.36


def test_nothing_reaches_further_than_in_english(english_and_longer):
    english, longer = map(_reaches, english_and_longer)
    over = {
        (footer, page + 1): reach
        for (footer, page), reach in longer.items()
        if not _within(reach, [r for (foot, _), r in english.items() if foot == footer])
    }
    assert not over


def test_no_words_meet_others(english_and_longer):
    for made in english_and_longer:
        with pypdfium2.PdfDocument(made.path) as book:
            met = [(number, *pair) for number, page in enumerate(book, 1) for pair in _met(page)]
        assert not met


def test_every_text_that_is_printed_in_english_is_printed(english_and_longer):
    english, longer = (_bare(made.tree.text) for made in english_and_longer)
    for before, after in zip(*map(_texts, english_and_longer), strict=True):
        assert (_bare(before) in english) == (_bare(after) in longer), after


def test_words_are_whole(longer, request):
    """Only in large print a word may be wider than the column of a table that it stands in."""
    with pypdfium2.PdfDocument(longer.path) as document:
        words = {word for page in document for word in page.get_textpage().get_text_range().split()}
    printed = _bare(longer.tree.text)
    broken = {
        word
        for text in _texts(longer)
        if _bare(text) in printed
        for word in text.split()
        if word not in words
    }
    if "large print on a4" in request.node.callspec.id:
        broken -= {word for cell in longer.tree.all("TH", "TD") for word in cell.text.split()}
    assert not broken


def _texts(made: Built) -> list[str]:
    """The words of each paragraph and each list item in the parts of the book."""
    return [
        "".join(span.text for span in passage.spans)
        for prose in proses(read_file(made.content).book.parts)
        for passage in prose.passages()
    ]


def _bare(text: str) -> str:
    return "".join(text.split())


def _reaches(made: Built) -> dict[tuple[bool, int], tuple[float, ...]]:
    """How far ink goes on each page: left, low, right, high; the foot by itself."""
    extents = defaultdict(list)
    for number, page in enumerate(made.pages):
        for sequence in page.sequences:
            if sequence.extents:
                extents[sequence.subtype == "/Footer", number].append(sequence.extents)
    return {place: _around(found) for place, found in extents.items()}


def _around(extents: list[tuple[float, ...]]) -> tuple[float, ...]:
    left, low, right, high = zip(*extents, strict=True)
    return min(left), min(low), max(right), max(high)


def _within(reach: tuple[float, ...], frames: list[tuple[float, ...]]) -> bool:
    left, low, right, high = _around(frames)
    return (
        reach[0] >= left - MARGIN
        and reach[1] >= low - MARGIN
        and reach[2] <= right + MARGIN
        and reach[3] <= high + MARGIN
    )


def _met(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """Pairs of words, each in one line, whose ink meets."""
    text = page.get_textpage()
    places = sorted(text.get_rect(number) for number in range(text.count_rects()))
    for one, two in combinations(places, 2):
        across = min(one[2], two[2]) - max(one[0], two[0])
        upright = min(one[3], two[3]) - max(one[1], two[1])
        if across > SLACK and upright > SLACK:
            yield text.get_text_bounded(*one), text.get_text_bounded(*two)
