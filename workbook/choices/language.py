"""The interface's words, a file for each language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbook.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = Path(__file__).with_name("words")


def languages_in(folder: Path) -> tuple[str, ...]:
    """Codes of the languages that a folder has a file of words for."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def words_in(folder: Path, language: str) -> Mapping[str, str]:
    """The words that a folder has for a language; raises KeyError when there are none."""
    import yaml

    if language not in languages_in(folder):
        raise KeyError(language)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    values = yaml.load((folder / f"{language}.yaml").read_text("utf-8"), loader)
    return MappingProxyType({str(name): str(word) for name, word in values.items()})


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have words."""
    return languages_in(_WORDS)


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The interface's words in `language`.

    Raises KeyError when there are none, and FileError when some of them are missing.
    """
    words = words_in(_WORDS, language)
    lacking = sorted(words_of("en").keys() - words.keys()) if language != "en" else []
    if lacking:
        raise FileError(
            _WORDS / f"{language}.yaml",
            f"it lacks the words {', '.join(lacking)}",
            "Write them in its language; none is taken from English.",
        )
    return words


def quotes_of(language: str) -> tuple[str, ...]:
    """Outer and inner quotation marks of a language, each opening and closing."""
    return tuple(words_of(language)["quotes"].split("|"))
