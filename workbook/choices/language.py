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


class _Words(dict[str, str]):
    """The words of a file by their names; one that it lacks is a fault, never English."""

    def __init__(self, path: Path, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self.path = path

    def __missing__(self, name: str) -> str:
        raise FileError(
            self.path,
            f"it lacks the word `{name}`",
            "Write it in its language; none is taken from English.",
        )


def words_in(folder: Path, language: str) -> Mapping[str, str]:
    """The words that a folder has for a language; raises KeyError when there are none.

    A word that is asked for and missing raises FileError.
    """
    import yaml

    if language not in languages_in(folder):
        raise KeyError(language)
    path = folder / f"{language}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    values = yaml.load(path.read_text("utf-8"), loader)
    words = {str(name): str(word) for name, word in values.items()}
    return MappingProxyType(_Words(path, words))


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have words."""
    return languages_in(_WORDS)


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The interface's words in `language`; raises KeyError when there are none."""
    return words_in(_WORDS, language)


def quotes_of(language: str) -> tuple[str, ...]:
    """Outer and inner quotation marks of a language, each opening and closing."""
    return tuple(words_of(language)["quotes"].split("|"))
