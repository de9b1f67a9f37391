"""One model of choices: what is said comes before what is not, and each is declared once."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.choices.choice import COMMAND, EDITION, PRACTICE, OneOf, Switch
from workbook.choices.choices import DECLARED, Choices
from workbook.cli import main
from workbook.content.book import EditionEntry
from workbook.content.practice import Practice


def test_what_nobody_says_has_its_default():
    nothing = Choices()
    assert (nothing.paper, nothing.ink, nothing.two_sided) == ("letter", "colour", False)
    assert nothing == Choices(paper=None, ink=None, two_sided=None)
    assert not any(nothing.says(name) for name in DECLARED)


def test_each_place_comes_before_the_next():
    practice = Choices(client_block=True, practice=Path("p.yaml"))
    edition = Choices(ink="copy", two_sided=True, client_block=False)
    command = Choices(two_sided=False, paper="a4")
    merged = command.over(edition).over(practice)
    assert (merged.paper, merged.ink) == ("a4", "copy")
    assert merged.two_sided is False
    assert merged.client_block is False
    assert merged.practice == Path("p.yaml")


def test_worksheets_left_out_add_up():
    merged = Choices(without=("a", "b")).over(Choices(without=("b", "c")))
    assert merged.without == ("a", "b", "c")


def test_an_error_knows_where_a_choice_was_made():
    merged = Choices(holes=False).over(Choices(holes=True, ink="copy").at("the edition `x`"))
    assert merged.mention("holes").place == ""
    assert merged.mention("ink") == ("ink", "copy", "the edition `x`", True)
    assert merged.replace(paper="a5").mention("ink").place == "the edition `x`"


def test_choices_are_frozen_and_known():
    with pytest.raises(AttributeError, match="frozen"):
        Choices().paper = "a4"
    with pytest.raises(TypeError, match="no choice papr"):
        Choices(papr="a4")


def test_equal_choices_are_one_key():
    one, other = Choices(paper="a4", ink="copy"), Choices(ink="copy", paper="a4")
    assert len({one, other}) == 1
    assert one != Choices(paper="a4")


@pytest.mark.parametrize("command", ["build", "list", "preview", "info"])
def test_every_choice_of_a_command_is_an_option(command):
    options = {option.name for option in main.commands[command].params}
    assert {name for name, choice in DECLARED.items() if COMMAND in choice.stands} <= options


@pytest.mark.parametrize("name", [n for n, choice in DECLARED.items() if EDITION in choice.stands])
def test_every_choice_of_an_edition_is_a_key_and_can_be_taken_back(name):
    assert name in EditionEntry.yaml_keys()
    choice = DECLARED[name]
    if isinstance(choice, Switch):
        assert choice.off
    elif isinstance(choice, OneOf):
        assert choice.default in choice.values
    else:
        assert name in ("only", "without")


def test_every_choice_of_a_practice_is_a_key():
    standing = {name for name, choice in DECLARED.items() if PRACTICE in choice.stands}
    assert standing == {"client_block"}
    assert standing <= set(Practice.yaml_keys())


def test_an_option_left_out_says_nothing():
    given = (
        main.commands["build"]
        .make_context("build", ["book.yaml"], help_option_names=["-h", "--help"])
        .params
    )
    assert {name: given[name] for name in DECLARED} == dict.fromkeys(DECLARED)


@pytest.mark.parametrize(
    ("choices", "marks"),
    [
        (Choices(), ()),
        (Choices(ink="colour", two_sided=False, ruling="standard"), ()),
        (Choices(ink="copy", holes=True, hand="left"), ("copy", "left", "holes")),
        (Choices(edition="x", ink="colour", holes=False), ("colour", "no-holes")),
        (Choices(edition="x", hand="right", paper="a4"), ()),
        (Choices(practice=Path("p"), client_block=False), ("no-client", "practice")),
        (Choices(practice=Path("p"), holes=False), ("practice",)),
        (Choices(only=("a",), without=("b",), sensitive=False), ("some",)),
        (Choices(edition="x", sensitive=True), ("all",)),
        (Choices(booklet=True, signature=4, flip="long"), ("4-sheets", "long-edge")),
    ],
)
def test_a_file_is_told_from_others_by_what_differs(choices, marks):
    assert choices.marks == marks
