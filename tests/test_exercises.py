"""Every exercise of the book has the room that it was planned with, or more, on its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

import pytest

from support.builds import BOOK, DAY, laid_out
from workbook.choices.choices import Choices
from workbook.content.book import Worksheet
from workbook.content.reader import read_file
from workbook.layout.blank import Blank
from workbook.layout.box import Artifact
from workbook.layout.rulings import line_count
from workbook.layout.table import Row
from workbook.layout.writing import WritingSpace
from workbook.schema.model import fields_of

LINES_OF_A_PAGE = 25


@dataclass(frozen=True)
class Room:
    """What there is to fill in on Letter, and the rows and items that are printed for it.

    Circles to mark are `choices`. Short lines for a name or a day aren't counted.
    """

    lines: int = 0
    ticks: int = 0
    choices: int = 0
    cells: int = 0
    drawings: int = 0
    rows: int = 0
    columns: int = 0
    items: int = 0


# Places to write and to mark, by their purpose.
COUNTED = {"tick": "ticks", "choice": "choices", "cell": "cells", "drawing": "drawings"}
# The worksheets in their order, with the least that each must hold.
PLANNED = {
    "cover": Room(),
    "safe-to-write": Room(ticks=8),
    "danger-signs": Room(ticks=12),
    "helplines": Room(cells=6),
    "how-to-use": Room(lines=3),
    "contents": Room(rows=5),
    "parts": Room(),
    "check-in": Room(lines=3, choices=88),
    "today": Room(lines=20),
    "why-hard": Room(lines=5, ticks=10),
    "love-fear-hope": Room(lines=15),
    "hope-beside-now": Room(cells=21, rows=7),
    "miss-keep-lose": Room(cells=21, rows=7),
    "signs": Room(choices=48, rows=12, columns=5),
    "what-i-notice": Room(lines=16),
    "healthy-strained-unsafe": Room(rows=8, columns=4),
    "in-my-own-words": Room(cells=14, rows=7),
    "four-boxes": Room(lines=28),
    "what-matters": Room(cells=28, rows=7, columns=5),
    "thought-record": Room(cells=12, rows=6, columns=3),
    "decision-for-now": Room(lines=12, choices=11),
    "accepting": Room(lines=15),
    "support-rings": Room(cells=3),
    "who-helps": Room(cells=24, rows=6, columns=4),
    "my-limits": Room(cells=20, rows=5),
    "script": Room(lines=16),
    "calming": Room(lines=4, ticks=8),
    "hard-moment-plan": Room(lines=12),
    "story": Room(lines=6),
    "inside-outside": Room(cells=6, rows=6, columns=4),
    "home-and-papers": Room(ticks=16),
    "money-children-pets": Room(ticks=16),
    "money-sheet": Room(cells=30, rows=10),
    "devices": Room(ticks=12),
    "safety-plan": Room(lines=14, rows=7),
    "first-day": Room(cells=8, rows=8),
    "how-i-say-it": Room(lines=15),
    "if-then": Room(cells=18, rows=6, columns=3),
    "week-planner": Room(cells=21, rows=7, columns=4),
    "contact-plan": Room(cells=24, rows=6),
    "urge-log": Room(cells=40, rows=8, columns=5),
    "reasons-card": Room(lines=8, items=1),
    "grief-waves": Room(lines=4, drawings=1),
    "body-care": Room(ticks=42, rows=7, columns=7),
    "four-days": Room(lines=18),
    "more-writing": Room(lines=75),
    "kind-friend": Room(lines=20),
    "unsent-letter": Room(lines=20),
    "what-opened-up": Room(lines=15),
    "who-am-i": Room(cells=32, rows=8, columns=4),
    "went-well": Room(lines=28, rows=7),
    "thirty-days": Room(ticks=180, rows=30, columns=7),
    "if-they-come-back": Room(lines=5, ticks=8),
    "friends": Room(lines=4, ticks=6),
    "future-letter": Room(lines=20),
    "closing-ritual": Room(lines=12),
    "reminder-cards": Room(items=8),
    "look-back": Room(lines=3, choices=88),
    "questions": Room(items=5),
    "lined-page": Room(lines=25),
    "sources": Room(items=20),
}


@cache
def worksheets() -> dict[str, Worksheet]:
    book = read_file(BOOK).book
    return {worksheet.id: worksheet for part in book.parts for worksheet in part.worksheets}


@cache
def rooms() -> dict[str, Room]:
    """What each worksheet has on its pages."""
    layout = laid_out(BOOK, Choices(date=DAY))
    counts = {name: Counter(items=items_of(sheet)) for name, sheet in worksheets().items()}
    for page in layout.pages:
        count = counts.get(page.section.key, Counter())
        for box, area, within in page.placed:
            if isinstance(within, Artifact):
                continue
            if isinstance(box, WritingSpace):
                count["lines"] += line_count(area.height, layout.sheet.pitch)
            elif isinstance(box, Blank):
                count[COUNTED.get(box.purpose, "")] += 1
            elif isinstance(box, Row) and not box.head:
                count["rows"] += 1
                count["columns"] = max(count["columns"], len(box.cells))
    names = {field.name for field in fields(Room)}
    return {
        name: Room(**{key: number for key, number in count.items() if key in names})
        for name, count in counts.items()
    }


def items_of(worksheet: Worksheet) -> int:
    """How many items its blocks list behind their first keys: cards, questions, sources."""
    own = [
        getattr(block, field.name)
        for block in worksheet.blocks
        for field in fields_of(type(block))
        if field.key == block.kind
    ]
    return sum(len(value) for value in own if isinstance(value, tuple | dict))


def short_of(planned: Room, found: Room) -> Iterator[str]:
    for field in fields(Room):
        wanted, have = getattr(planned, field.name), getattr(found, field.name)
        if have < wanted:
            yield f"{field.name}: {have} of {wanted}"


def test_all_worksheets_stand_in_their_order():
    assert list(worksheets()) == list(PLANNED)


@pytest.mark.parametrize("name", PLANNED)
def test_a_worksheet_has_its_room(name):
    assert not list(short_of(PLANNED[name], rooms()[name]))


@pytest.mark.parametrize("name", [name for name in PLANNED if name not in ("cover", "lined-page")])
def test_a_worksheet_says_what_it_is_for_and_how_long_it_takes(name):
    worksheet = worksheets()[name]
    assert worksheet.aim is not None
    assert worksheet.minutes is not None


@pytest.mark.parametrize("name", ["more-writing", "lined-page"])
def test_a_lined_page_has_twenty_five_lines_on_letter(built, name):
    title = worksheets()[name].title.plain
    sheet = next(node for node in built(BOOK, "letter").tree.walk() if node.title == title)
    alts = [node.alt for node in sheet.walk() if node.alt and "lines" in node.alt]
    pages = 3 if name == "more-writing" else 1
    assert alts == [f"Ruled space to write, {LINES_OF_A_PAGE} lines"] * pages


def test_a_wave_is_followed_for_two_weeks():
    (chart,) = (block for block in worksheets()["grief-waves"].blocks if block.kind == "chart")
    assert chart.days >= 14


def test_the_gate_and_the_danger_signs_come_before_anything_to_write():
    assert list(worksheets())[1:3] == ["safe-to-write", "danger-signs"]
    first = next(name for name in worksheets() if rooms()[name].lines)
    assert first not in ("safe-to-write", "danger-signs")


def test_what_must_not_be_found_can_be_left_out():
    sensitive = {name for name, worksheet in worksheets().items() if worksheet.sensitive}
    assert {"danger-signs", "safety-plan"} <= sensitive
