"""What is printed for the copier is still all there on a copy of a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.builds import BOOK, DAY
from support.every_kind import write_book
from support.photocopy import lost_and_new
from workbook.choices.choices import Choices
from workbook.content.reader import read_file
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

# Corners and the ends of thin strokes are rounded off.
ROUNDED = 0.005
HANDOUTS = tuple(
    name for name, entry in read_file(BOOK).book.editions.items() if entry.choices.says("ink")
)


def _damaged(path: Path, edition: Choices) -> list[tuple[int, float, float]]:
    """Pages that lost or gained more than corners: page, share lost, share added."""
    pages = enumerate(lost_and_new(build(path, edition).pdf), start=1)
    return [(n, lost, new) for n, (lost, new) in pages if lost > ROUNDED or new > ROUNDED]


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_survives(name):
    assert _damaged(BOOK, Choices(paper="letter", date=DAY, edition=name)) == []


@pytest.mark.parametrize("ink", ["colour", "grey"])
def test_other_inks_would_not(ink):
    ((page, lost, _),) = _damaged(
        BOOK, Choices(paper="letter", date=DAY, only=("what-matters",), ink=ink)
    )
    assert page == 1
    assert lost > 0.1


@pytest.mark.campaign
@pytest.mark.parametrize("large", [False, True])
def test_the_book_survives(large):
    assert (
        _damaged(
            BOOK, Choices(paper="letter", date=DAY, ink="copy", type="large" if large else None)
        )
        == []
    )


@pytest.mark.campaign
def test_every_kind_survives(tmp_path):
    assert _damaged(write_book(tmp_path, "en"), Choices(paper="a5", date=DAY, ink="copy")) == []
