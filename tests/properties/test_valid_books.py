"""Any valid book builds with all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.printed_words import builds_with_all_its_words
from support.random_books import books
from support.trials import campaign, ordinary

if TYPE_CHECKING:
    from pathlib import Path

    Value = Any

papers = st.sampled_from(["letter", "a4"])
whole = given(book=books(), paper=papers)


@ordinary(max_examples=25)
@whole
def test_a_valid_book_builds_with_all_its_words(
    content: Path, book: dict[str, Value], paper: str
) -> None:
    builds_with_all_its_words(content, book, paper)


@pytest.mark.campaign
@campaign(max_examples=250)
@whole
def test_many_valid_books(content: Path, book: dict[str, Value], paper: str) -> None:
    builds_with_all_its_words(content, book, paper)
