"""What these tests share with those of the layout: faces, a sheet, a style."""

from __future__ import annotations

from datetime import date

import pytest

from workbook.choices.choices import Choices
from workbook.choices.ink import Ink
from workbook.choices.sheet import Sheet, sheet_for
from workbook.choices.type import TypeStyle
from workbook.pdf.faces import Faces


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
