"""The words of the test sheet, a file per language."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = Path(__file__).with_name("words")


def languages_of_testsheet() -> tuple[str, ...]:
    """Codes of the languages that the test sheet is written in."""
    return tuple(sorted(path.stem for path in _WORDS.glob("*.yaml")))


def words_of_testsheet(language: str) -> Mapping[str, str]:
    """All words of the sheet in `language`; raises KeyError when there are none."""
    import yaml

    if language not in languages_of_testsheet():
        raise KeyError(language)
    text = (_WORDS / f"{language}.yaml").read_text("utf-8")
    return MappingProxyType({str(name): str(word) for name, word in yaml.safe_load(text).items()})
