"""What a text of the book is looked at for: hard reading, and the web addresses it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.blocks.contract import Block
from workbook.checking.reading import length, measure, measure_of, sentences
from workbook.content.texts import texts_of
from workbook.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.checking.reading import Measure, Reading
    from workbook.content.book import Book
    from workbook.content.source import Source
    from workbook.content.texts import Text
    from workbook.errors import Location, Place
    from workbook.schema.model import Model
    from workbook.text.prose import Prose

# Below this many words a grade says nothing.
FEWEST_WORDS = 30

_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:org|com|net|info|help|gov|edu|uk|ca|ie|au|nz|za|in)\b"
)


def voice_problems(book: Book, source: Source, positions: dict[str, Location]) -> Iterator[Problem]:
    """Warnings about texts that are hard to read, and addresses outside the book's list."""
    rule = measure_of(book.language) if book.audience == "client" else None
    for worksheet in book.worksheets:
        path = positions[worksheet.id]
        texts = list(texts_of(worksheet, path, but=_is_no_prose))
        yield from _unlisted(texts, book, source)
        if rule is not None:
            yield from _long_sentences(texts, rule, source)
            found = measure([text.prose for text in texts], book.language)
            yield from _hard_reading(worksheet.id, found, rule, source.place((*path, "id")))


def _is_no_prose(model: Model) -> bool:
    return isinstance(model, Block) and not model.is_prose


def unmeasured(book: Book) -> str | None:
    """What to say of a book whose reading nobody measures; None when it is measured."""
    if book.audience != "client" or measure_of(book.language) is not None:
        return None
    return f"no reading measure for `{book.language}` yet: grade and sentences were not looked at"


def _unlisted(texts: Sequence[Text], book: Book, source: Source) -> Iterator[Problem]:
    for text in texts:
        for address in _addresses(text.prose):
            if address not in book.links:
                yield Problem(
                    source.place(text.path, key=text.key),
                    f"`{address}` is not on the book's list of web addresses",
                    "add it to `links:`, or leave it out",
                    warning=True,
                )


def _long_sentences(texts: Sequence[Text], rule: Measure, source: Source) -> Iterator[Problem]:
    for text in texts:
        for sentence in sentences(text.prose):
            count = length(sentence)
            if count > rule.longest_sentence:
                yield Problem(
                    source.place(text.path, key=text.key),
                    f"a sentence of {count} words: “{sentence[:50]}…”",
                    f"cut it in two: {rule.longest_sentence} words at most",
                    warning=True,
                )


def _hard_reading(name: str, found: Reading, rule: Measure, place: Place) -> Iterator[Problem]:
    if found.words < FEWEST_WORDS:
        return
    if found.grade > rule.highest_grade:
        yield Problem(
            place,
            f"`{name}` reads at grade {found.grade:.1f}",
            f"use shorter words and sentences: grade {rule.highest_grade:.0f} at most",
            warning=True,
        )
    if found.mean > rule.longest_mean:
        yield Problem(
            place,
            f"`{name}` has {found.mean:.1f} words a sentence",
            f"cut some in two: {rule.longest_mean:.0f} on average at most",
            warning=True,
        )


def _addresses(prose: Prose) -> Iterator[str]:
    linked = [span.leads[0] for span in prose.spans if span.leads[0]]
    for words in (prose.plain, *linked):
        for address in _ADDRESS.findall(words.lower()):
            yield address.removeprefix("www.")
