"""Kinds of field that several blocks share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from workbook.errors import FieldFault
from workbook.schema.field import Check, Field
from workbook.text.prose import Words
from workbook.text.spans import Inline, Span

LONGEST_LABEL = 40


# `true` for the sheet's own word, or words of the author's own.
FlagOrWords = bool | Words


def _short(words: Words) -> None:
    if len(words.plain) > LONGEST_LABEL:
        raise FieldFault(
            f"“{words.plain[:20]}…” is too long for a label", f"{LONGEST_LABEL} characters at most"
        )


# Words for a small place, such as the end of an axis.
Label = Annotated[Words, Check(_short)]
Lines = Annotated[int, Field(ge=1, le=500)]
Height = Annotated[float, Field(ge=5, le=200)]


def words_or(value: bool | Words, word: str) -> Sequence[Inline]:
    """The author's own words where a FlagOrWords has them, else `word`."""
    return value.spans if isinstance(value, Words) else [Span(word)]
