"""A cover is one page on every paper, with all that a practice puts on it, or is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from support.builds import BOOK, DAY, laid_out
from workbook.choices.choices import Choices
from workbook.errors import ChoiceError

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = ("130x180mm", "a5", "half-letter", "letter", "a4")
FULL = """\
name: Harbour Counselling and Family Practice
logo: logo.png
address: [12 Quay Street, Second floor, Galway]
phone: "1 800 555 0199"
web: harbour.example
header: true
"""


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    Image.new("RGB", (180, 180), "black").save(tmp_path / "logo.png")
    path = tmp_path / "practice.yaml"
    path.write_text(FULL, "utf-8")
    return path


@pytest.mark.parametrize("client_block", [False, True])
@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize(("paper", "large"), [*((paper, False) for paper in PAPERS), ("a4", True)])
def test_a_cover_is_one_page(practice, paper, large, named, client_block):
    edition = Choices(
        paper=paper,
        date=DAY,
        type="large" if large else None,
        practice=practice if named else None,
        client_block=client_block,
    )
    sections = [page.section.key for page in laid_out(BOOK, edition).pages]
    assert sections.count("cover") == 1


def test_what_has_no_room_is_told(practice):
    with pytest.raises(ChoiceError, match="don't fit on a cover of this size"):
        laid_out(
            BOOK,
            Choices(
                paper="180x200mm", date=DAY, type="large", practice=practice, client_block=True
            ),
        )
