"""The benchmark's book as plain values, the same for every typesetter that is measured."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

BOOK = Path(__file__).resolve().parent / "book.yaml"
# Items up to this many characters stand in two columns, as `workbook` sets them.
SHORT_ITEM = 30
# What the one kind that fills a page by itself comes to on Letter.
JOURNAL_LINES = 24
CALLOUT_WORDS = {
    "key-points": "Key points",
    "reminder": "Remember",
    "note": "Note",
    "example": "Example",
    "safety": "Stay safe",
}

markdown = MarkdownIt("commonmark")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a part's or a worksheet's number, title, key and minutes."""

    number: str
    title: str
    key: str
    minutes: int | None = None
    part: bool = False


class Manuscript:
    """A book's plain values, with its parts and worksheets numbered."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    @classmethod
    def read(cls, path: Path) -> Manuscript:
        """The book in a YAML file."""
        return cls(yaml.safe_load(path.read_text("utf-8")))

    def repeated(self, times: int) -> Manuscript:
        """The same book with its numbered parts over and over; each worksheet has a new id."""
        once = [part for number, part in self.parts() if not number]
        parts = []
        for time in range(times):
            for number, part in self.parts():
                if number:
                    again = copy.deepcopy(part)
                    for sheet in again["worksheets"]:
                        sheet["id"] += f"-{time}"
                    parts.append(again)
        return Manuscript({**self.values, "parts": [*once, *parts]})

    def text(self) -> str:
        """The book as YAML in the usual block style."""
        written: str = yaml.dump(
            self.values, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=96
        )
        return written

    def parts(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Every part with its number, 0 for one without an opening page."""
        number = 0
        for part in self.values["parts"]:
            opening = part.get("opening", True)
            number += opening
            yield (number if opening else 0), part

    def entries(self, number: int, part: dict[str, Any]) -> list[Entry]:
        """The contents lines of one part's worksheets; a cover has none."""
        return [
            Entry(
                f"{number}.{place}" if number else "",
                sheet["title"],
                sheet["id"],
                sheet.get("minutes"),
            )
            for place, sheet in enumerate(part["worksheets"], start=1)
            if "cover" not in sheet["blocks"][0]
        ]

    def contents(self) -> Iterator[Entry]:
        """Every contents line, parts included."""
        for number, part in self.parts():
            if number:
                yield Entry(str(number), part["title"], f"part-{number}", part=True)
            yield from self.entries(number, part)

    def sentences(self) -> list[str]:
        """Every text of the book that is one plain paragraph's line or sentence."""
        found: list[str] = []
        _gather(self.values["parts"], found)
        return found


class _Writer(yaml.CSafeDumper):
    """Writes paragraphs as an author does, in literal blocks."""


def _represented(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _represented)


def in_two_columns(items: list[str]) -> bool:
    """Whether a checklist is set in two columns."""
    return len(items) > 3 and all(len(item) <= SHORT_ITEM for item in items)


def table_of(block: dict[str, Any], mine: str) -> tuple[list[str], list[list[str]], bool]:
    """A comparison's headings, its rows of cells, and whether the first column names the rows."""
    rows, named = block["rows"], isinstance(block["rows"], dict)
    head = [*block["comparison"]]
    cells = [[name, *row] for name, row in rows.items()] if named else [list(r) for r in rows]
    if named:
        head.insert(0, block.get("corner", ""))
    if block.get("mine"):
        head.append(mine if block["mine"] is True else block["mine"])
        cells = [[*row, ""] for row in cells]
    return head, cells, named


_WORDLESS = ("id", "role", "ruling", "art", "contents", "break", "journal", "mine", "notes")


def _gather(value: Any, found: list[str]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "questions":
                found.extend(inner)
            if key not in _WORDLESS:
                _gather(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _gather(inner, found)
    elif isinstance(value, str):
        for token in markdown.parse(value):
            if token.type == "inline":
                words = "".join(
                    " " if child.type == "softbreak" else child.content
                    for child in token.children or ()
                )
                found.extend(words.replace(". ", ".\n").split("\n"))
