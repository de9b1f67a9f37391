"""The test sheet is told in order and in easy words, in every language."""

from __future__ import annotations

import re

import page as page_validation
import pytest

from support.made_sheets import LANGUAGES, SMALLEST, WORDS, sheet
from workbook.checking.reading import measure, measure_of
from workbook.choices.language import languages
from workbook.testsheet.wording import words_of_testsheet
from workbook.text.prose import Prose


@pytest.mark.parametrize(("paper", "language"), [("letter", "en"), (SMALLEST, "fr")])
def test_it_obeys_pdf_ua(paper: str, language: str, tmp_path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet(paper, language).pdf)
    report = page_validation.validate_pdf(
        str(path), profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert report.is_compliant
    assert not report.failures


def test_it_is_told_in_order() -> None:
    tree = sheet("letter").tree
    heard = [node.text for node in tree.all("H1", "H2")]
    assert heard[0] == WORDS["title"]
    assert [words[:2] for words in heard[1:]] == [f"{number} " for number in range(1, 8)]
    assert all(node.alt for node in tree.all("Figure"))
    assert len(tree.all("LI")) == 5


def test_every_language_has_every_word_with_the_same_blanks() -> None:
    assert languages() == LANGUAGES
    blanks = re.compile(r"\{\w+\}")
    for language in LANGUAGES:
        words = words_of_testsheet(language)
        assert list(words) == list(WORDS), language
        for name, word in words.items():
            assert word
            assert set(blanks.findall(word)) == set(blanks.findall(WORDS[name]))


@pytest.mark.parametrize("language", list(filter(measure_of, LANGUAGES)))
def test_it_is_easy_to_read(language: str) -> None:
    words, rule = words_of_testsheet(language), measure_of(language)
    assert rule is not None
    texts = [word for name, word in words.items() if name.endswith("-text") or name == "aim"]
    found = measure([Prose.parse(text) for text in texts], language)
    assert found.grade <= rule.highest_grade
    assert found.mean <= rule.longest_mean


def test_a_paper_without_a_name_is_told_by_its_size() -> None:
    said = "".join(words.text for words in sheet(SMALLEST).pages[1].words())
    assert "130 × 180 mm" in said.replace("\u00a0", " ")
