"""A discreet file: window bars, file lists, bookmarks and print queues tell nothing of it."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import page as validation
import pikepdf
import pypdfium2
import pytest

from support.builds import BOOK, DAY, SHARED, files_of
from workbook.choices.choices import Choices
from workbook.choices.language import words_of
from workbook.content.reader import read_file
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbook.making.pipeline import Workbook

SPANISH = BOOK.with_name("content.es.yaml")
TELLING = {
    "en": """abuse away breakup danger divorce fear goodbye grief grieving heal healing helpline
        home hurt leave leaving left love partner plan police relationship safe safety stay
        suicide therapist therapy urge violence walking""",
    "es": """abuso amor crisis dejar despedida divorcio duelo huir impulso irse ir miedo pareja
        peligro plan quedarse querer relación ruptura salir sanar segura seguridad seguro separación
        terapia ternura violencia""",
}
LOUD = """\
title: Leaving him
short_title: How to leave
subtitle: After the violence
author: The Safety Partnership
licence: For survivors of abuse
parts:
  - title: Front
    opening: false
    worksheets:
      - id: cover
        title: Leaving
        heading: false
        blocks:
          - cover: Leaving him
            subtitle: After the violence
  - title: Grief
    intro: For those who left.
    worksheets:
      - id: danger
        title: Danger at home
        sensitive: true
        minutes: 5
        blocks:
          - text: Words about safety.
          - signature: [My partner, My therapist]
      - id: find
        title: Find a way out
        blocks:
          - contents: worksheets
"""
# What a reader is told about what stands on a page: it is page content, in other words.
TOLD = {"/Alt", "/ActualText"}


@pytest.fixture(scope="module")
def loud(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("loud") / "leaving-him.yaml"
    path.write_text(LOUD, "utf-8")
    return path


@cache
def _discreet(path: Path) -> Workbook:
    return build(path, Choices(date=DAY, discreet=True))


@pytest.fixture
def content(request, loud) -> Path:
    return {"book": BOOK, "Spanish book": SPANISH, "loud book": loud}[request.param]


every_book = pytest.mark.parametrize(
    "content", ["book", "Spanish book", "loud book"], indirect=True
)


def _outside_pages(file: pikepdf.Pdf) -> Iterator[str]:
    """Every string and name of a file that isn't page content, and its XMP packet."""
    for thing in file.objects:
        yield from _strings(thing)
    yield from _strings(file.trailer)
    yield file.Root.Metadata.read_bytes().decode("utf-8")


def _strings(thing: object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            yield from _strings_below(item)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, item in thing.items():
            if key not in TOLD:
                yield key
                yield from _strings_below(item)


def _strings_below(thing: object) -> Iterator[str]:
    # What has a number of its own comes by itself.
    if not getattr(thing, "is_indirect", False):
        yield from _strings(thing)


def _subject_words(path: Path) -> set[str]:
    """Words of the book's titles that aren't the interface's, and words that tell in any book."""
    book = read_file(path).book
    neutral = set(_words(" ".join(words_of(book.language).values())))
    titles = [book.title.plain, book.foot_title.plain, book.author or ""]
    titles += [words.plain for words in (book.subtitle, book.licence) if words is not None]
    for part in book.parts:
        titles += [part.title.plain, *(worksheet.title.plain for worksheet in part.worksheets)]
    # Shorter ones are articles and the like, and letters in names of the file's own objects.
    own = {word for word in _words(" ".join(titles)) if len(word) > 3}
    return own - neutral | set(_words(TELLING[book.language]))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _tells(pdf: bytes, path: Path) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        said = {word for text in _outside_pages(file) for word in _words(text)}
    # Keys that every PDF has.
    return said & _subject_words(path) - {"contents", "page", "pages", "first"}


def _texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@every_book
@pytest.mark.parametrize(
    "others", [{}, {"two_sided": True, "ink": "copy"}, {"hand": "left", "paper": "a5"}]
)
def test_nothing_outside_the_pages_tells(content, others):
    made = build(content, Choices(date=DAY, discreet=True, **others))
    assert made.slug == {"en": "notes", "es": "notas"}[made.language]
    assert _tells(made.pdf, content) == set()


@every_book
def test_any_other_file_is_told_by_this_test(content):
    assert len(_tells(build(content, Choices(date=DAY)).pdf, content)) > 4


@every_book
def test_bookmarks_are_page_numbers(content):
    made = _discreet(content)
    word = words_of(made.language)["page"]
    with pikepdf.open(BytesIO(made.pdf)) as file, file.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert not any(item.children for item in outline.root)
        sections = file.Root.StructTreeRoot
        assert str(file.docinfo.Title) == words_of(made.language)["notes"]
        assert not any(
            "/T" in thing
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/P" in thing
        )
        assert sections.K.S == "/Document"
    assert len(titles) > 1
    assert all(re.fullmatch(word.format(page=r"\d+"), title) for title in titles)


@every_book
def test_the_cover_says_one_word_and_the_pages_say_all(content):
    made = _discreet(content)
    cover, *pages = _texts(made.pdf)
    notes = words_of(made.language)["notes"]
    assert cover == notes
    assert all(notes in text for text in pages if text)
    book, printed = read_file(content).book, " ".join(pages)
    titles = [sheet.title.plain for p in book.parts for sheet in p.worksheets if sheet.heading]
    assert titles
    assert [title for title in titles if title not in printed] == []
    feet = {text for text in pages if book.foot_title.plain in text}
    assert len(feet) <= 1, "only the page on sources may name the book"


@every_book
def test_it_is_as_accessible_as_any_file(content, tmp_path):
    path = tmp_path / "notes.pdf"
    path.write_bytes(_discreet(content).pdf)
    report = validation.validate_pdf(str(path), profile=validation.ValidationProfile.PDF_UA_1)
    assert not report.failures


@pytest.mark.parametrize("imposition", ["booklet", "2up"])
@every_book
def test_sheets_of_two_pages_tell_nothing(content, imposition):
    printed, plain = files_of(content, Choices(date=DAY, discreet=True, **SHARED[imposition]))
    notes = words_of(read_file(content).book.language)["notes"].lower()
    assert printed.name == plain.name == f"{notes}-{imposition}"
    assert _tells(printed.pdf, content) == set()
    assert _tells(plain.pdf, content) == set()


@pytest.mark.parametrize("choice", [{"edition": "safety-first"}, {"only": ("danger-signs",)}])
def test_handouts_tell_nothing(choice):
    (handout,) = files_of(BOOK, Choices(date=DAY, discreet=True, **choice))
    assert handout.name == "notes"
    assert _tells(handout.pdf, BOOK) == set()
    assert "Danger signs" in _texts(handout.pdf)[0]


def test_a_book_without_a_cover_is_discreet_too(loud):
    edition = Choices(date=DAY, discreet=True, only=("danger", "find"), extra_pages=(("ruled", 2),))
    made = build(loud, edition)
    assert (made.slug, made.pages) == ("notes", 4)
    assert _tells(made.pdf, loud) == set()
