"""How hard a text is to read, by a measure made for its language.

English has Flesch and Kincaid's grade (Kincaid et al. 1975), Spanish Crawford's (Crawford 1989),
which was fitted to texts of the first six school years. Names and numbers are left out of both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyphen import Pyphen

    from workbook.text.prose import Prose

_SENTENCE_END = re.compile(r"(?<=[.!?…:])[”\"’»)]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# Spanish: `h` and the `u` of `que` and `gui` are silent, a final `y` is a vowel.
_SILENT = re.compile(r"h|(?<=q)u|(?<=g)u(?=[eiéí])")
_SPANISH_VOWELS = re.compile(r"(?:[aeiouáéíóúü]|y\b)+")
_NUCLEI = re.compile(r"[aeoáéíóú]")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a client's text is held to in one language.

    `grade` takes words a sentence and syllables a word; `longest_mean` and `longest_sentence`
    are words.
    """

    grade: Callable[[float, float], float]
    syllables: Callable[[str], int]
    highest_grade: float = 6.0
    longest_mean: float = 15.0
    longest_sentence: int = 25


class Reading(NamedTuple):
    """What was measured: reading grade, words a sentence, and how many words there were."""

    grade: float
    mean: float
    words: int


def measure_of(language: str) -> Measure | None:
    """The measure for a language's code; None where there is none yet."""
    return _MEASURES.get(language.split("-")[0])


def sentences(prose: Prose) -> list[str]:
    """The sentences of a text; each paragraph and list item ends one."""
    return [
        sentence
        for passage in prose.passages()
        for sentence in _SENTENCE_END.split(passage.plain.strip())
        if _WORD.search(sentence)
    ]


def length(sentence: str) -> int:
    """How many words a sentence has; numbers are none."""
    return len(_WORD.findall(sentence))


def measure(proses: Sequence[Prose], language: str = "en") -> Reading:
    """Grade and sentence length over several texts; raises KeyError without a measure for them."""
    rule = _MEASURES[language.split("-")[0]]
    count = words = 0
    syllables = 0
    for prose in proses:
        for sentence in sentences(prose):
            found = _WORD.findall(sentence)
            plain = [word for at, word in enumerate(found) if not at or not word[0].isupper()]
            count += 1
            words += len(found)
            syllables += round(sum(map(rule.syllables, plain)) * len(found) / len(plain))
    if not words:
        return Reading(0.0, 0.0, 0)
    mean = words / count
    return Reading(rule.grade(mean, syllables / words), mean, words)


def _flesch_kincaid(words: float, syllables: float) -> float:
    return 0.39 * words + 11.8 * syllables - 15.59


def _crawford(words: float, syllables: float) -> float:
    """Crawford counts sentences and syllables in a hundred words."""
    return -0.205 * 100 / words + 0.049 * 100 * syllables - 3.407


@cache
def _english_syllables(word: str) -> int:
    """Pyphen's hyphens, or groups of vowels where these are more: short words have no hyphens."""
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


def _spanish_syllables(word: str) -> int:
    """A syllable for each open or accented vowel of a group, one for a group of closed ones.

    So diphthongs are one and hiatuses two, as the Ortografía of the RAE (2010) parts them.
    """
    groups = _SPANISH_VOWELS.findall(_SILENT.sub("", word.lower()))
    return max(sum(max(len(_NUCLEI.findall(group)), 1) for group in groups), 1)


_MEASURES = {
    "en": Measure(_flesch_kincaid, _english_syllables),
    "es": Measure(_crawford, _spanish_syllables),
}
