"""A language that nobody speaks, 35% longer than English: the book as a translation might be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from workbook.blocks.fields import LONGEST_LABEL
from workbook.schema.model import Model
from workbook.text.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

LONGER = 0.35
ACCENTS = str.maketrans("aeiouycnsAEIOUYCNS", "áéïöüýçñšÁÉÏÖÜÝÇÑŠ")
VOWELS = "áéïöüý"
# What stays: where links lead, languages and blanks, addresses, and words that hold digits.
KEPT = re.compile(r"\]\([^)]*\)|\{[^}]*\}|\S+\.\w\S*|\S*\d\S*")
WORD = re.compile(r"[^\W\d_]+")
LABELS = {"signature", "columns", "low", "high", "rings"}
OF_A_HELPLINE = {"name", "hours", "for", "contact"}


def lengthened(text: str, most: int | None = None) -> str:
    """`text` with accents, and with vowels held until it is 35% longer or has `most` characters."""
    owed, room = 0.0, len(text) if most is None else max(most - len(text), 0)
    parts = []
    at = 0
    for kept in [*KEPT.finditer(text), None]:
        end = kept.start() if kept else len(text)
        for piece in re.split(f"({WORD.pattern})", text[at:end]):
            owed += LONGER * len(piece)
            more = min(int(owed), room, len(piece)) if WORD.fullmatch(piece) else 0
            owed, room = owed - more, room - more
            parts.append(_held(piece.translate(ACCENTS), more))
        if kept:
            parts.append(kept[0])
            at = kept.end()
    return "".join(parts)


def _held(word: str, more: int) -> str:
    """A word with `more` letters: its vowels in turn are doubled."""
    at = [place for place, letter in enumerate(word) if letter.lower() in VOWELS]
    places = [at[number * len(at) // more] if at else len(word) - 1 for number in range(more)]
    longer = ((letter + letter.lower() * places.count(i)) for i, letter in enumerate(word))
    return "".join(longer)


def pseudo_words(words: Mapping[str, str]) -> dict[str, str]:
    """Words of the interface, longer; quotation marks and the order of a date stay."""
    return {name: word if name == "quotes" else lengthened(word) for name, word in words.items()}


def pseudo_book(content: str, book: Model) -> str:
    """A content file with all its texts longer; `book` is what was read from it."""
    texts = {prose.source for prose in proses(book)}
    return _dumped(_longer(yaml.load(content, yaml.BaseLoader), texts))


def pseudo_helplines(content: str) -> str:
    """A file of helplines with longer names and hints."""
    directory = yaml.load(content, yaml.BaseLoader)
    for region in directory["regions"].values():
        region["name"] = lengthened(region["name"])
        region["lines"] = [
            {
                key: _longer(value, _Everything()) if key in OF_A_HELPLINE else value
                for key, value in line.items()
            }
            for line in region["lines"]
        ]
    return _dumped(directory)


def proses(value: object) -> Iterator[Prose]:
    """Every text of a model."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Model):
        for inner in vars(value).values():
            yield from proses(inner)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from proses(key)
            yield from proses(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from proses(item)


class _Everything(set):
    def __contains__(self, _text: object) -> bool:
        return True


def _longer(value: Any, texts: Collection[str], most: int | None = None) -> Any:
    if isinstance(value, str):
        return lengthened(value, most) if value in texts else value
    if isinstance(value, list):
        return [_longer(item, texts, most) for item in value]
    return {
        _longer(key, texts): _longer(item, texts, LONGEST_LABEL if key in LABELS else most)
        for key, item in value.items()
    }


def _dumped(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
