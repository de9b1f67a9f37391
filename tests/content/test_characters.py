"""Characters that no page can show are told before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authored import book_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.content.problems import Problem

    Faults = Callable[[str | bytes], tuple[Problem, ...]]
    OnlyFault = Callable[[str | bytes], Problem]


def test_a_character_without_a_glyph_has_its_place(only_fault: OnlyFault) -> None:
    problem = only_fault(book_text("text: a 😀 b"))
    assert str(problem.place) == "content.yaml:8:19"
    assert "U+1F600" in problem.what
    assert problem.remedy


@pytest.mark.parametrize(
    ("block", "line", "code"),
    [
        ('text: "a \\U0001F600 b"', 8, "U+1F600"),
        ('text: "a \\u2603 b"', 8, "U+2603"),
        ('questions:\n  "a \\U0001F600": b', 9, "U+1F600"),
        ("questions:\n  a 😀: b", 9, "U+1F600"),
        ("table: {☃: 1}\nrows: 2", 8, "U+2603"),
        ("comparison: [A, B]\nrows: {☃: [a, b]}", 9, "U+2603"),
        ("text: |\n  one\n  two\n  three ☃", 11, "U+2603"),
        ("text: one\n  two\n  three ☃", 8, "U+2603"),
        ("text: 漢", 8, "U+6F22"),
        ("text: ﷽", 8, "U+FDFD"),
        ('text: "\\ue000"', 8, "U+E000"),
        ('text: "\\ufffe"', 8, "U+FFFE"),
        ('text: "a\\x01b"', 8, "U+0001"),
        ('text: "a\\x00b"', 8, "U+0000"),
        ('text: "a\\eb"', 8, "U+001B"),
        ('text: "a\\x7fb"', 8, "U+007F"),
        ('text: "a\\x85b"', 8, "U+0085"),
        ('text: "a\\u202eb"', 8, "U+202E"),
    ],
)
def test_told_once_by_its_number(only_fault: OnlyFault, block: str, line: int, code: str) -> None:
    problem = only_fault(book_text(block))
    assert problem.place.line == line
    assert code in problem.what


def test_each_character_of_a_script_without_faces_is_told_at_its_text(faults: Faults) -> None:
    problems = faults(book_text("text: שלום"))
    assert {str(problem.place) for problem in problems} == {"content.yaml:8:19"}
    assert "U+05E9" in "".join(problem.what for problem in problems)


def test_a_character_in_a_comment_is_nobodys_business(only_fault: OnlyFault) -> None:
    assert only_fault("# 😀\n" + book_text("text: ☃")).what.count("U+") == 1


@pytest.mark.parametrize("key", ["author", "title", "short_title", "subtitle"])
def test_a_control_character_by_escape_in_the_books_own_words(faults: Faults, key: str) -> None:
    text = book_text("text: a").replace("title: A book\n", "" if key == "title" else "title: A\n")
    problems = faults(f'{key}: "a\\eb"\n{text}')
    assert all(problem.place.line == 1 for problem in problems)
    assert "U+001B" in problems[0].what


@pytest.mark.parametrize(
    "text", [book_text('text: "a\\e[31mb"'), book_text('text: "a\\x9b31mb"'), "title: a\x1b[31mb\n"]
)
def test_what_is_said_holds_no_control_character(faults: Faults, text: str) -> None:
    said = "".join(str(problem) for problem in faults(text))
    assert [character for character in said if not character.isprintable()] == ["\n"] * (
        said.count("\n")
    )
