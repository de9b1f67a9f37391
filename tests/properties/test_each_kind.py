"""Any valid block of any kind builds with all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from support.printed_words import builds_with_all_its_words
from support.random_blocks import BLOCKS
from support.trials import ordinary
from workbook.blocks import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    Value = Any


def test_every_kind_has_a_strategy() -> None:
    assert sorted(BLOCKS) == sorted(KINDS)


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
