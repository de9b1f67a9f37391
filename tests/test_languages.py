"""Languages: the Spanish edition is the same book, and no language lacks a word."""

from __future__ import annotations

import string
from datetime import date

import pytest

from support.builds import BOOK, DAY, PAPERS
from support.wording import lacking
from workbook.checking.book import check
from workbook.choices import language
from workbook.choices.choices import Choices
from workbook.choices.language import languages, quotes_of, words_of
from workbook.choices.sheet import sheet_for
from workbook.content.reader import read_file
from workbook.errors import FileError
from workbook.making.pipeline import build
from workbook.text.prose import Prose

SPANISH = BOOK.with_name("content.es.yaml")


def test_it_has_the_same_worksheets_and_blocks():
    def outline(book):
        return [
            (worksheet.id, worksheet.sensitive, [block.kind for block in worksheet.blocks])
            for part in book.parts
            for worksheet in part.worksheets
        ]

    assert outline(read_file(SPANISH).book) == outline(read_file(BOOK).book)


def test_it_passes_the_writers_checks_with_the_same_pages():
    spanish = check(read_file(SPANISH), Choices(date=DAY), PAPERS)
    assert not spanish.warnings
    assert not spanish.notes
    assert spanish.pages == check(read_file(BOOK), Choices(date=DAY), PAPERS).pages


def test_no_english_interface_word_is_left():
    import pypdfium2

    document = pypdfium2.PdfDocument(build(SPANISH, Choices(date=DAY)).pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for word in ("Remember", "Stay safe", "about 5 minutes", "Part 1", "November", "Who it is for"):
        assert word not in text
    assert "Parte 1" in text


def test_no_language_lacks_a_word():
    """The one test that says it, of all languages at once."""
    assert lacking() == {}, "add them to workbook/choices/words/<language>.yaml"


def test_every_language_has_no_other_words_and_the_same_blanks():
    def blanks(word: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(word) if name}

    english = words_of("en")
    for code in languages():
        words = words_of(code)
        assert not words.keys() - english.keys(), code
        other = {
            name: word for name, word in words.items() if blanks(word) != blanks(english[name])
        }
        assert other == {}, code
        assert len(words["months"].split()) == 12
        assert len(words["quotes"].split("|")) == 4


@pytest.mark.parametrize(
    ("code", "november", "march", "first"),
    [
        ("de", "23. November 2026", "2. März 2026", "1. Mai 2026"),
        ("en", "23 November 2026", "2 March 2026", "1 May 2026"),
        ("es", "23 de noviembre de 2026", "2 de marzo de 2026", "1 de mayo de 2026"),
        ("fr", "23 novembre 2026", "2 mars 2026", "1er mai 2026"),
        ("pt", "23 de novembro de 2026", "2 de março de 2026", "1º de maio de 2026"),
    ],
)
def test_a_day_is_written_as_its_language_does(code, november, march, first):
    sheet = sheet_for(Choices(date=DAY), code)
    assert sheet.date(date(2026, 11, 23)) == november
    assert sheet.date(date(2026, 3, 2)) == march
    assert sheet.date(date(2026, 5, 1)) == first


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("de", "„a ‚b‘ c“ d’e"),
        ("en", "“a ‘b’ c” d’e"),
        ("es", "«a “b” c» d’e"),
        ("fr", "«\u00a0a “b” c\u00a0» d’e"),
        ("pt", "“a ‘b’ c” d’e"),
    ],
)
def test_quotation_marks_are_those_of_the_language(code, printed):
    assert Prose.parse("\"a 'b' c\" d'e", quotes_of(code)).plain == printed


def test_every_languages_dates_and_quotes_are_held():
    assert languages() == ("de", "en", "es", "fr", "pt")


@pytest.fixture
def french_lacks_a_word(tmp_path, monkeypatch):
    """Another folder of words, where French has no word for `page`."""
    for path in language._WORDS.iterdir():
        lines = path.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if path.stem != "fr" or not line.startswith("page:")]
        (tmp_path / path.name).write_text("".join(kept), "utf-8")
    monkeypatch.setattr(language, "_WORDS", tmp_path)
    for remembered in (words_of, languages):
        remembered.cache_clear()
    yield
    for remembered in (words_of, languages):
        remembered.cache_clear()


@pytest.mark.usefixtures("french_lacks_a_word")
def test_a_word_that_a_language_lacks_is_a_fault_and_no_english():
    assert lacking() == {"fr": ["page"]}
    sheet = sheet_for(Choices(date=DAY), "fr")
    assert sheet.word("contents") == "Sommaire"
    with pytest.raises(FileError, match=r"fr\.yaml: it lacks the word `page`"):
        sheet.word("page", page=1)
