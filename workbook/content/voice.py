"""How hard a text is to read: grade, sentences, and the web addresses that it names.

The grade is Flesch and Kincaid's (Kincaid et al. 1975). Syllables are counted by Pyphen's
hyphenation, or by groups of vowels where these are more, since short words aren't hyphenated.
Names and numbers are left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from workbook.blocks.sources import Sources
from workbook.content.problems import Problem
from workbook.layout.markup import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyphen import Pyphen

    from workbook.content.book import Book, Worksheet
    from workbook.content.faults import Path
    from workbook.content.source import Source

HIGHEST_GRADE = 6.0
LONGEST_MEAN = 15.0
LONGEST_SENTENCE = 25
# Below this many words a grade says nothing.
FEWEST_WORDS = 30

_SENTENCE_END = re.compile(r"(?<=[.!?…:])[”\"’)]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:org|com|net|info|help|gov|edu|uk|ca|ie|au|nz|za|in)\b"
)


class Text(NamedTuple):
    """A text of a worksheet and where it stands; a key of a mapping when `key` is set."""

    path: Path
    prose: Prose
    key: bool = False


class Voice(NamedTuple):
    """Measures of a text: reading grade, mean and longest sentence in words."""

    grade: float
    mean: float
    words: int


def texts_of(model: BaseModel, path: Path) -> Iterator[Text]:
    """Every text of a model in reading order; what sources are called is no prose."""
    for name, field in type(model).model_fields.items():
        yield from _texts(getattr(model, name), (*path, field.alias or name))


def _texts(value: object, path: Path) -> Iterator[Text]:
    if isinstance(value, Prose):
        yield Text(path, value)
    elif isinstance(value, Sources):
        return
    elif isinstance(value, BaseModel):
        yield from texts_of(value, path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            name = key.source if isinstance(key, Prose) else key
            if isinstance(key, Prose):
                yield Text((*path, name), key, key=True)
            yield from _texts(item, (*path, name))


def sentences(prose: Prose) -> list[str]:
    """The sentences of a text; each paragraph and list item ends one."""
    return [
        sentence
        for passage in prose.passages()
        for sentence in _SENTENCE_END.split("".join(span.text for span in passage.spans).strip())
        if _WORD.search(sentence)
    ]


def measure(proses: Sequence[Prose]) -> Voice:
    """Grade and sentence length over several texts of one worksheet."""
    count = words = syllables = 0
    for prose in proses:
        for sentence in sentences(prose):
            found = _WORD.findall(sentence)
            plain = [word for at, word in enumerate(found) if not at or not word[0].isupper()]
            count += 1
            words += len(found)
            syllables += round(
                sum(map(_syllables, plain)) * len(found) / len(plain) if plain else len(found)
            )
    if not words:
        return Voice(0.0, 0.0, 0)
    mean = words / count
    return Voice(0.39 * mean + 11.8 * syllables / words - 15.59, mean, words)


def voice_problems(book: Book, source: Source, positions: dict[str, Path]) -> Iterator[Problem]:
    """Warnings about texts that are hard to read, and addresses outside the book's list."""
    for part in book.parts:
        for worksheet in part.worksheets:
            yield from _worksheet(worksheet, book, source, positions[worksheet.id])


def _worksheet(worksheet: Worksheet, book: Book, source: Source, path: Path) -> Iterator[Problem]:
    texts = list(texts_of(worksheet, path))
    for text in texts:
        place = source.place(text.path, key=text.key)
        for address in _addresses(text.prose):
            if address not in book.links:
                yield Problem(
                    place,
                    f"`{address}` is not on the book's list of web addresses",
                    "add it to `links:`, or leave it out",
                    warning=True,
                )
        if book.audience == "client" and book.language == "en":
            for sentence in sentences(text.prose):
                count = len(_WORD.findall(sentence))
                if count > LONGEST_SENTENCE:
                    yield Problem(
                        place,
                        f"a sentence of {count} words: “{sentence[:50]}…”",
                        f"cut it in two: {LONGEST_SENTENCE} words at most",
                        warning=True,
                    )
    voice = measure([text.prose for text in texts])
    if book.audience != "client" or book.language != "en" or voice.words < FEWEST_WORDS:
        return
    place = source.place((*path, "id"))
    if voice.grade > HIGHEST_GRADE:
        yield Problem(
            place,
            f"`{worksheet.id}` reads at grade {voice.grade:.1f}",
            f"use shorter words and sentences: grade {HIGHEST_GRADE:.0f} at most",
            warning=True,
        )
    if voice.mean > LONGEST_MEAN:
        yield Problem(
            place,
            f"`{worksheet.id}` has {voice.mean:.1f} words a sentence",
            f"cut some in two: {LONGEST_MEAN:.0f} on average at most",
            warning=True,
        )


def _addresses(prose: Prose) -> Iterator[str]:
    linked = [span.href for span in prose.spans if span.href]
    for words in (prose.plain, *linked):
        for address in _ADDRESS.findall(words.lower()):
            yield address.removeprefix("www.")


@cache
def _syllables(word: str) -> int:
    letters = word.lower()
    groups = len(_VOWELS.findall(letters))
    if letters.endswith("e") and not letters.endswith("le") and groups > 1:
        groups -= 1
    if letters.endswith("ed") and not letters.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(len(_hyphens().positions(letters)) + 1, groups, 1)


@cache
def _hyphens() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="en_US")
