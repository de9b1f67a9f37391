"""Any damaged book is still a book, or its faults are told plainly."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from support.builds import DAY, laid_out
from support.random_books import books, written
from support.random_words import plain
from support.trials import campaign, ordinary
from workbook.choices.choices import Choices
from workbook.errors import ContentError, FileError

if TYPE_CHECKING:
    from pathlib import Path

    Value = Any


def a_book_or_faults(content: Path, text: str) -> None:
    content.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(ContentError, FileError):
        laid_out(content, Choices(date=DAY))


SIGNS = (
    " \n\t:-[]{}\"'#&*!|>%@`,?~<=\\_()/.0123456789aé😀"  # what YAML and Markdown look at
    "\u202e\x00\x07\x85\ufeff"
)


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """A book's YAML with some characters taken out and others put in."""
    text = written(draw(books()))
    signs = st.sampled_from(SIGNS)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 1, 1, 2, 10, 100]))
        text = text[:at] + draw(st.text(signs, max_size=4)) + text[at + cut :]
    return text


strange = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 1200),
    st.sampled_from([float("nan"), float("inf"), -0.0, 1e300, 10**40, DAY]),
    st.text(max_size=8),
    st.lists(st.none() | plain, max_size=3),
    st.dictionaries(st.text(max_size=5) | st.integers(), st.none() | plain, max_size=2),
    st.recursive(st.just("a"), lambda inner: st.lists(inner, min_size=1, max_size=2)),
)


def places(value: Value, path: tuple[Value, ...] = ()) -> list[tuple[Value, ...]]:
    """The way to every value inside `value`."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[Value, ...]] = []
    for key, item in items:
        found.append((*path, key))
        if isinstance(item, dict | list):
            found += places(item, (*path, key))
    return found


@st.composite
def retyped_books(draw: st.DrawFn) -> str:
    """A book in which some values are of another type, or are missing."""
    book = yaml.safe_load(written(draw(books())))
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(places(book)))
        holder = book
        for step in path:
            holder = holder[step]
        if draw(st.integers(0, 4)):
            holder[last] = draw(strange)
        elif isinstance(holder, dict) or len(holder) > last:
            del holder[last]
        if not book:
            break
    return written(book)


cut = given(text=damaged_texts())
changed = given(text=retyped_books())


@ordinary(max_examples=60)
@cut
def test_a_damaged_text_is_a_book_or_faults(content: Path, text: str) -> None:
    a_book_or_faults(content, text)


@ordinary(max_examples=60)
@changed
def test_values_of_other_types_are_a_book_or_faults(content: Path, text: str) -> None:
    a_book_or_faults(content, text)


@pytest.mark.campaign
@campaign(max_examples=700)
@cut
def test_many_damaged_texts(content: Path, text: str) -> None:
    a_book_or_faults(content, text)


@pytest.mark.campaign
@campaign(max_examples=700)
@changed
def test_many_values_of_other_types(content: Path, text: str) -> None:
    a_book_or_faults(content, text)
