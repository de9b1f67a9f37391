"""What is read without a Markdown parser is what the parser would make of it."""

from __future__ import annotations

import random
import subprocess
import sys
import unicodedata

import pytest

from support.builds import BOOK, TESTS
from workbook.choices.language import languages, quotes_of
from workbook.content.reader import read_file
from workbook.content.texts import texts_of
from workbook.text import markdown
from workbook.text.spans import Listing, MarkupError, Passage
from workbook.text.usual import usual

PIECES = [
    "word",
    "don't",
    "l'eau",
    "a",
    "I",
    "5",
    "3.5",
    "é",
    "¿qué?",
    "“q”",
    "’s",
    "x.",
    "end,",
    "(so)",
    "now!",
    "why?",
    "–",
    "…",
    "a:b",
    "and/or",
    "&",
    "&amp;",
    "%",
    "{x}",
    "{lang=es}",
    "=",
    "==",
    "+",
    "-",
    "- ",
    "1.",
    "1) ",
    "2. ",
    "10. ",
    "*",
    "**",
    "* ",
    "_a_",
    "a_b",
    "#",
    "# ",
    "\\",
    "\\*",
    '"',
    '"so"',
    '"so."',
    '("so")',
    "'so'",
    "'",
    "!",
    "![",
    "[a](#b)",
    "[](#b)",
    "[two words](#id-2)",
    "[now!](#b)",
    "[a](https://x.org/a)",
    "[](https://x.org)",
    "[a]",
    "[a]{lang=es}",
    "(#b)",
    "**bold**",
    "**two words.**",
    "*em*",
    "*em,* ",
    "**a** b **c**",
    "*a **b***",
    "**so!**",
    "<b>",
    "<",
    "> ",
    "`c`",
    "~",
    "\xa0",
    "\u2009",
    "  ",
    "---",
    "***",
    "a-b",
    "-5",
    ".",
    "?",
    ":",
    ";",
    "(",
    ")",
]
BREAKS = ["\n", "\n", "\n\n", "\n- ", "\n- ", "\n* ", "\n+ ", "\n1. ", "\n2. ", "\n  "]
BREAKS += ["\n\n- ", "\\\n", "  \n", "\n\n1. ", "\n---\n"]
BOOKS = (BOOK, BOOK.with_name("content.es.yaml"), TESTS.parent / "bench" / "book.yaml")
# Texts that must be read without a parser, so that the comparison isn't empty.
TAKEN = (
    "one line\nand another",
    "**Leave gaps.** You will pass *this way*, again.",
    "- one\n- two and\n  more\n- **three**",
    "3. three\n4. four",
    "one\n\n- two\n\nthree",
    "[](#one) and [the other](#two-3).",
    "[One](#one)\\\n[Two](#two)",
    "[¿Quién soy ahora?](#who-am-i)",
    'It isn\'t "so", as they say.',
    "[a place](https://example.org/there)",
)


def by_the_parser(
    text: str, quotes: tuple[str, ...], patch: pytest.MonkeyPatch
) -> tuple[Passage | Listing, ...] | None:
    with patch.context() as context:
        context.setattr(markdown, "usual", lambda _source, _quotes: None)
        try:
            return tuple(markdown.parse(text, quotes))
        except MarkupError:
            return None


@pytest.mark.parametrize("language", languages())
def test_it_reads_as_the_parser_does(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(language)
    quotes = quotes_of(language)
    read = 0
    for _ in range(6000):
        pieces = chance.choices(PIECES, k=chance.randint(1, 10))
        seams = [chance.choice((" ", " ", " ", "", chance.choice(BREAKS))) for _ in pieces]
        text = "".join(seam + piece for seam, piece in zip(seams, pieces, strict=True)).strip()
        found = usual(unicodedata.normalize("NFC", text), quotes) if text else None
        if found is not None:
            assert found == by_the_parser(text, quotes, monkeypatch), text
            read += any(sign in text for sign in "*[\n'\"")
    assert read > 150


@pytest.mark.parametrize("text", TAKEN)
def test_usual_texts_need_no_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quotes = markdown.ENGLISH_QUOTES
    found = usual(text, quotes)
    assert found is not None
    assert found == by_the_parser(text, quotes, monkeypatch)


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_books_read_as_the_parser_does(path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = read_file(path).book
    quotes = quotes_of(book.language)
    sources = {text.prose.source.strip() for text in texts_of(book, ())}
    left = [source for source in sources if usual(source, quotes) is None]
    assert len(left) <= len(sources) / 100
    for source in sources - set(left):
        assert usual(source, quotes) == by_the_parser(source, quotes, monkeypatch)


def test_a_usual_book_is_read_without_the_parser() -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom workbook.content.reader import read_file\n"
        f"read_file(Path({str(BOOK)!r}))\nprint('markdown_it' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"
