"""The words of the test sheet, a file per language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.choices.language import languages_in, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = Path(__file__).with_name("words")


def languages_of_testsheet() -> tuple[str, ...]:
    """Codes of the languages that the test sheet is written in."""
    return languages_in(_WORDS)


def words_of_testsheet(language: str) -> Mapping[str, str]:
    """All words of the sheet in `language`; raises KeyError when there are none."""
    return words_in(_WORDS, language)
