"""Every exercise of the book has the room that it was planned with, or more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import pytest

from support.builds import BOOK
from workbook.blocks import KINDS
from workbook.blocks.contract import Block
from workbook.content.book import Worksheet
from workbook.content.reader import read_file

LINES_OF_A_PAGE = 25


@dataclass(frozen=True)
class Room:
    """What there is to fill in: write lines, boxes, rows, scales, cards, circles' columns."""

    lines: int = 0
    boxes: int = 0
    rows: int = 0
    columns: int = 0
    scales: int = 0
    cards: int = 0
    rings: int = 0
    days: int = 0
    questions: int = 0
    sources: int = 0


# The worksheets in their order, with the least that each must hold.
PLANNED = {
    "cover": Room(),
    "safe-to-write": Room(boxes=8),
    "danger-signs": Room(boxes=12),
    "helplines": Room(rows=3),
    "how-to-use": Room(lines=3),
    "contents": Room(rows=5),
    "parts": Room(),
    "check-in": Room(scales=8, lines=3),
    "today": Room(lines=20),
    "why-hard": Room(boxes=10, lines=5),
    "love-fear-hope": Room(lines=15),
    "hope-beside-now": Room(rows=7),
    "miss-keep-lose": Room(rows=7),
    "signs": Room(rows=12, columns=4),
    "what-i-notice": Room(lines=16),
    "healthy-strained-unsafe": Room(rows=8, columns=3),
    "in-my-own-words": Room(rows=7),
    "four-boxes": Room(lines=28),
    "what-matters": Room(rows=7, columns=5),
    "thought-record": Room(rows=6, columns=3),
    "decision-for-now": Room(lines=12, scales=1),
    "accepting": Room(lines=15),
    "support-rings": Room(rings=3),
    "who-helps": Room(rows=6, columns=4),
    "my-limits": Room(rows=5),
    "script": Room(lines=16),
    "calming": Room(boxes=8, lines=4),
    "hard-moment-plan": Room(lines=12),
    "story": Room(lines=6),
    "inside-outside": Room(rows=6, columns=3),
    "home-and-papers": Room(boxes=16),
    "money-children-pets": Room(boxes=16),
    "money-sheet": Room(rows=10),
    "devices": Room(boxes=12),
    "safety-plan": Room(rows=7),
    "first-day": Room(rows=8),
    "how-i-say-it": Room(lines=15),
    "if-then": Room(rows=6, columns=3),
    "week-planner": Room(rows=7, columns=4),
    "contact-plan": Room(rows=6),
    "urge-log": Room(rows=8, columns=5),
    "reasons-card": Room(lines=8, cards=1),
    "grief-waves": Room(days=14, lines=4),
    "body-care": Room(rows=7, columns=7),
    "four-days": Room(lines=18),
    "more-writing": Room(lines=3 * LINES_OF_A_PAGE),
    "kind-friend": Room(lines=20),
    "unsent-letter": Room(lines=20),
    "what-opened-up": Room(lines=15),
    "who-am-i": Room(rows=8, columns=4),
    "went-well": Room(rows=7),
    "thirty-days": Room(rows=30, columns=7),
    "if-they-come-back": Room(boxes=8, lines=5),
    "friends": Room(boxes=6, lines=4),
    "future-letter": Room(lines=20),
    "closing-ritual": Room(lines=12),
    "reminder-cards": Room(cards=8),
    "look-back": Room(scales=8, lines=3),
    "questions": Room(questions=5),
    "lined-page": Room(lines=LINES_OF_A_PAGE),
    "sources": Room(sources=20),
}

COUNT: dict[str, Callable[[Any], dict[str, int]]] = {
    "prompt": lambda block: {"lines": block.lines or 0},
    "journal": lambda block: {"lines": LINES_OF_A_PAGE * block.pages},
    "letter": lambda block: {"lines": block.lines},
    "steps": lambda block: {"lines": block.lines * len(block.steps)},
    "boxes": lambda block: {"lines": block.lines * len(block.boxes_)},
    "checklist": lambda block: {"boxes": len(block.checklist)},
    "selfcheck": lambda block: {"rows": len(block.selfcheck), "columns": len(block.columns)},
    "scale": lambda block: {"scales": int(block.last - block.first == 10)},
    "comparison": lambda block: {
        "rows": len(block.rows),
        "columns": len(block.comparison) + bool(block.mine),
    },
    "table": lambda block: {
        "rows": block.rows or len(block.labels),
        "columns": len(block.table),
    },
    "helplines": lambda block: {"rows": block.blank},
    "rings": lambda block: {"rings": len(block.rings)},
    "chart": lambda block: {"days": block.days},
    "cards": lambda block: {"cards": len(block.cards)},
    "questions": lambda block: {"questions": len(block.questions)},
    "sources": lambda block: {"sources": len(block.sources)},
}


@cache
def worksheets() -> dict[str, Worksheet]:
    book = read_file(BOOK).book
    return {worksheet.id: worksheet for part in book.parts for worksheet in part.worksheets}


def room_of(blocks: tuple[Block, ...]) -> Room:
    counts: dict[str, int] = {}
    for block in blocks:
        for name, count in COUNT.get(block.kind, lambda _: {})(block).items():
            counts[name] = counts.get(name, 0) + count
    return Room(**counts)


def short_of(planned: Room, found: Room) -> Iterator[str]:
    for field in fields(Room):
        wanted, have = getattr(planned, field.name), getattr(found, field.name)
        if have < wanted:
            yield f"{field.name}: {have} of {wanted}"


# Kinds that a reader only reads, or whose lines are counted nowhere.
NOTHING_TO_COUNT = {"text", "heading", "callout", "signature", "cover", "contents", "break"}


def test_every_kind_is_counted_or_has_nothing_to_count():
    missing = set(KINDS) - set(COUNT) - NOTHING_TO_COUNT
    assert not missing, (
        f"{sorted(missing)}: say in COUNT what of a Room a block of it gives, or add it to "
        "NOTHING_TO_COUNT where there is nothing to fill in"
    )
    gone = (set(COUNT) | NOTHING_TO_COUNT) - set(KINDS)
    assert not gone, f"{sorted(gone)}: no such kinds any more"


def test_all_worksheets_stand_in_their_order():
    assert list(worksheets()) == list(PLANNED)


@pytest.mark.parametrize("name", PLANNED)
def test_a_worksheet_has_its_room(name):
    assert not list(short_of(PLANNED[name], room_of(worksheets()[name].blocks)))


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


def test_the_gate_and_the_danger_signs_come_before_anything_to_fill_in():
    kinds = [
        (name, block.kind)
        for name, worksheet in worksheets().items()
        for block in worksheet.blocks
        if room_of((block,)).lines
    ]
    assert list(worksheets())[1:3] == ["safe-to-write", "danger-signs"]
    assert kinds[0][0] not in ("safe-to-write", "danger-signs")


def test_what_must_not_be_found_can_be_left_out():
    sensitive = {name for name, worksheet in worksheets().items() if worksheet.sensitive}
    assert {"danger-signs", "safety-plan"} <= sensitive
