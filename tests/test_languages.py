"""Languages: the Spanish edition is the same book, and no language lacks a word."""

from __future__ import annotations

import pytest
from builds import BOOK, DAY, PAPERS

from workbook.build import build
from workbook.check import check
from workbook.content.reader import read_book
from workbook.editions.edition import Edition
from workbook.editions.sheet import languages, words_of

SPANISH = BOOK.with_name("content.es.yaml")


def test_it_has_the_same_worksheets_and_blocks():
    def outline(book):
        return [
            (worksheet.id, worksheet.sensitive, [block.kind for block in worksheet.blocks])
            for part in book.parts
            for worksheet in part.worksheets
        ]

    assert outline(read_book(SPANISH)) == outline(read_book(BOOK))


def test_it_passes_the_writers_checks_with_the_same_pages():
    counts, warnings = check(SPANISH, Edition(on=DAY), PAPERS)
    assert not warnings
    assert counts == check(BOOK, Edition(on=DAY), PAPERS)[0]


def test_no_english_interface_word_is_left():
    import pypdfium2

    document = pypdfium2.PdfDocument(build(SPANISH, Edition(on=DAY)).pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for word in ("Remember", "Stay safe", "about 5 minutes", "Part 1", "November", "Who it is for"):
        assert word not in text
    assert "Parte 1" in text


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_the_same_blanks(language):
    import string

    def blanks(word: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(word) if name}

    english, other = words_of("en"), words_of(language)
    assert set(other) == set(english)
    assert {name: blanks(word) for name, word in other.items()} == {
        name: blanks(word) for name, word in english.items()
    }
    assert len(other["months"].split()) == 12
    assert len(other["quotes"].split("|")) == 4
