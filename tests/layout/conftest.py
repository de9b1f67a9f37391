"""What the layout's own tests share: faces, a sheet, and boxes of a given height."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from workbook.choices.choices import Choices
from workbook.choices.ink import Ink
from workbook.choices.sheet import Sheet, sheet_for
from workbook.choices.type import TypeStyle
from workbook.layout.box import Box
from workbook.pdf.faces import Faces

if TYPE_CHECKING:
    pass


class Block(Box):
    """A box that is `high` points high and can't be cut."""

    def __init__(self, high: float, *, keep: bool = False, above=0.0, below=0.0, stretch=0.0):
        self.high, self.keep, self.stretch = high, keep, stretch
        self.above, self.below = above, below

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return self.high


@pytest.fixture
def block() -> type[Block]:
    return Block


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces()


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    return sheet_for(Choices(date=date(2026, 11, 23)), "en")


@pytest.fixture(scope="session")
def style() -> TypeStyle:
    """Ten points on twelve."""
    return TypeStyle("text", 10, 12, Ink(0, 0, 0))
