"""Kinds of field that several blocks share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from workbook.text.prose import Words
from workbook.text.spans import Inline, Span

LONGEST_LABEL = 40


def _flag_or_words(value: Any) -> Any:
    word = value.strip().lower() if isinstance(value, str) else value
    if word in ("true", "yes", "on"):
        return True
    return False if word in (None, "false", "no", "off") else value


# `true` for the sheet's own word, or words of the author's own.
FlagOrWords = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[Words, Tag("words")],
    Discriminator(lambda value: "flag" if isinstance(value, bool) else "words"),
    BeforeValidator(_flag_or_words),
]
# Tells a mapping from a list, so that a fault is told once and in its own words.
BY_SHAPE = Discriminator(lambda value: "mapping" if isinstance(value, dict) else "list")


def _short(words: Words) -> Words:
    if len(words.plain) > LONGEST_LABEL:
        raise ValueError(
            f"“{words.plain[:20]}…” is too long for a label → {LONGEST_LABEL} characters at most"
        )
    return words


# Words for a small place, such as the end of an axis.
Label = Annotated[Words, AfterValidator(_short)]
Lines = Annotated[int, Field(ge=1, le=500)]
Height = Annotated[float, Field(ge=5, le=200)]


def words_or(value: bool | Words, word: str) -> Sequence[Inline]:
    """The author's own words where a FlagOrWords has them, else `word`."""
    return value.spans if isinstance(value, Words) else [Span(word)]
