"""Any valid block of any kind builds with all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from support.printed_words import builds_with_all_its_words
from support.random_blocks import BLOCKS, OWN
from support.trials import ordinary
from support.written_texts import texts_of
from workbook.blocks import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    Value = Any


@pytest.mark.parametrize("kind", KINDS)
def test_every_option_of_a_kind_is_drawn(kind: str) -> None:
    drawn: set[str] = set()

    @ordinary(max_examples=25)
    @given(BLOCKS[kind])
    def gather(one: dict[str, Value]) -> None:
        assert next(iter(one)) == kind
        drawn.update(one)

    gather()
    assert drawn == set(KINDS[kind].yaml_keys())


def test_no_strategy_is_left_over_from_a_kind_that_is_gone() -> None:
    assert set(OWN) <= set(KINDS)


@pytest.mark.parametrize(
    ("one", "texts"),
    [
        ({"text": "One.\n\nTwo."}, ["One.\n\nTwo."]),
        ({"checklist": ["a", "b"], "lead": "c", "columns": 2, "notes": "d"}, ["a", "b", "c", "d"]),
        ({"checklist": ["a"], "notes": True}, ["a"]),
        ({"table": {"a": 1, "b": 2}, "labels": ["c"], "marks": "box"}, ["a", "b", "c"]),
        ({"comparison": ["a", "b"], "rows": {"c": ["d", "e"]}}, ["a", "b", "c", "d", "e"]),
        ({"helplines": "us", "blank": 2}, []),
    ],
)
def test_fields_say_what_is_printed(one: dict[str, Value], texts: list[str]) -> None:
    assert texts_of(one) == texts


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_of_each_kind_builds_with_all_its_words(content: Path, kind: str) -> None:
    @ordinary(max_examples=4)
    @given(BLOCKS[kind])
    def holds(one: dict[str, Value]) -> None:
        worksheet = {"id": "one", "title": "One", "blocks": [one]}
        book = {"title": "A book", "region": "us", "helplines": "helplines.yaml"}
        part = {"title": "A part", "worksheets": [worksheet]}
        builds_with_all_its_words(content, book | {"parts": [part]}, "letter")

    holds()
