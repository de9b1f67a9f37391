"""All that a practice's file says is read, and every fault in it is told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from support.logos import TEAL, saved, svg
from workbook.choices.choices import Choices
from workbook.content.practice import read_practice_file
from workbook.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.content.practice import Imprint
    from workbook.errors import Problem

    Faults = Callable[..., list[Problem]]

FULL = """\
name: Harbour Counselling
address:
  - 12 Quay Street
  - Galway
phone: "+353 91 555 0100"
web: harbour.example
logo: logo.png
licence: For our clients
header: true
client_block: yes
"""


def test_all_of_it(read: Callable[..., Imprint]) -> None:
    found = read(FULL, saved(Image.new("RGB", (300, 100), TEAL)))
    practice = found.practice
    assert practice.name.plain == "Harbour Counselling"
    assert [line.plain for line in practice.address] == ["12 Quay Street", "Galway"]
    assert practice.phone is not None
    assert practice.phone.plain == "+353 91 555 0100"
    assert (practice.header, practice.choices.client_block) == (True, True)
    assert found.logo is not None
    assert (found.logo.width, found.logo.height, found.logo.mode) == (300, 100, "RGB")
    assert found.logo.data[:3] == bytes(TEAL)


def test_a_name_is_enough(read: Callable[..., Imprint]) -> None:
    found = read("name: No\n")
    assert found.practice.name.plain == "No"
    assert found.logo is None
    assert (found.practice.header, found.practice.choices) == (False, Choices())


# A file, the place of its fault, what is said of it, and its remedy.
FILES = [
    ("phone: 1\n", (1, 1), "`name` is missing", "add"),
    ("name:\n", (1, 6), "needs some words", "write"),
    (f"name: {'a' * 61}\n", (1, 7), "too long", "60 characters"),
    ("name: A\naddress: [a, b, c, d, e]\n", (2, 10), "holds too much", "at most 4"),
    ("name: A\naddress: Quay Street\n", (2, 10), "must be a list", "`- `"),
    ("name: A\naddress:\n  - Quay\n  - [x]\n", (4, 5), "needs some words", "write"),
    ("name: A\nweb: '[a](https://b.example)'\n", (2, 6), "no link", "as words"),
    ("name: A\nweb: <b>\n", (2, 6), "HTML", "words only"),
    ("name: A\nphone: 1\nfax: 2\n", (3, 1), "`fax` is not known", ""),
    ("name: A\nheadr: true\n", (2, 1), "not known", "did you mean `header`?"),
    ("name: A\nheader: perhaps\n", (2, 9), "yes or no", "`true`"),
    ("name: A\nlicence: |\n  a\n\n  b\n", (3, 1), "one paragraph", "one"),
    ("name: A ☃ B\n", (1, 7), "☃", ""),
    ("name: A\nphone: \u05e9\n", (2, 8), "Hebrew", ""),
    ("name: A\nphone: a\u202eb\n", (2, 8), "U+202E", "delete"),
    ("- name: A\n", (1, 1), "must hold keys", "key: value"),
    ("name: [A\n", (1, 7), "never closed", "bracket"),
]


@pytest.mark.parametrize(("text", "place", "what", "remedy"), FILES)
def test_faults_in_the_file(
    faults: Faults, text: str, place: tuple[int, int], what: str, remedy: str
) -> None:
    (problem,) = faults(text)
    assert (problem.place.file, problem.place.line, problem.place.column) == (
        "practice.yaml",
        *place,
    )
    assert what in problem.what
    assert remedy in problem.remedy


def test_every_fault_is_told_at_once(faults: Faults) -> None:
    text = "name: ☃\nlogo: logo.svg\nheader: perhaps\nfax: 1\n"
    problems = faults(text, svg("<script/>"), "logo.svg")
    assert [(p.place.file, p.place.line) for p in problems] == [
        *(("practice.yaml", line) for line in (1, 3, 4)),
        ("logo.svg", 2),
    ]


def test_files_that_are_none(tmp_path: Path) -> None:
    for path, why in ((tmp_path, "folder"), (tmp_path / "none.yaml", "no such file")):
        with pytest.raises(FileError, match=why):
            read_practice_file(path)
