"""What excludes what is one table, whose messages each front end says in its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.choices.choices import DECLARED, Choices
from workbook.choices.clashes import CLASHES, check_choices, faults_of
from workbook.cli.wording import AsOptions
from workbook.errors import AsKeys, ChoiceError

CLASHING = {
    "an edition and worksheets": Choices(edition="x", only=("a",)),
    "large print's own lines": Choices(type="large", ruling="compact"),
    "a booklet is no 2up": Choices(booklet=True, sheets="2up"),
    "holes in a fold": Choices(booklet=True, holes=True),
    "holes between two": Choices(sheets="2up", holes=True),
    "leaves of two": Choices(sheets="2up", two_sided=True),
    "signature": Choices(signature=3),
    "thickness": Choices(thickness=0.2),
    "flip": Choices(flip="long"),
    "a quiet practice": Choices(discreet=True, practice=Path("p.yaml")),
    "a quiet client": Choices(discreet=True, client_block=True),
    "in and out": Choices(only=("a",), without=("a",)),
    "half a page": Choices(paper="a5", booklet=True),
    "holes on a small page": Choices(paper="130x180mm", holes=True),
    "large print on a small page": Choices(paper="a5", type="large"),
    "no paper": Choices(paper="ledger"),
    "no ink": Choices(ink="red"),
    "no number": Choices(booklet=True, signature=41),
    "not a number": Choices(booklet=True, thickness=float("nan")),
}


@pytest.mark.parametrize("choices", CLASHING.values(), ids=CLASHING)
@pytest.mark.parametrize("wording", [AsKeys(), AsOptions()], ids=["keys", "options"])
def test_a_clash_is_told_with_a_way_out(choices, wording):
    faults = list(faults_of(choices))
    assert len(faults) == 1
    told = faults[0].worded(wording)
    assert not set("{}") & set(told)
    what, remedy = told.split("\n  → ")
    assert len(what.split()) > 2
    assert remedy
    with pytest.raises(ChoiceError):
        check_choices(choices)


def test_every_clash_of_the_table_is_met():
    for clash in CLASHES:
        assert any(clash.found(choices) for choices in CLASHING.values()), clash.what
        assert set(clash.choices) <= DECLARED.keys()


def test_a_command_is_told_of_options():
    (fault,) = faults_of(CLASHING["large print's own lines"])
    assert fault.worded(AsOptions()).endswith("leave out --ruling compact, or --type large")
    assert [choice.name for choice in fault.choices] == ["ruling", "type"]


def test_an_edition_is_told_of_its_keys():
    (fault,) = faults_of(CLASHING["holes in a fold"])
    assert fault.worded(AsKeys()).endswith("leave out `holes: true`, or `booklet: true`")


def test_a_command_switches_off_what_stands_elsewhere():
    edition = Choices(holes=True, ruling="compact").at("the edition `x`")
    (fault,) = faults_of(Choices(booklet=True).over(edition))
    assert fault.worded(AsOptions()).endswith("add --no-holes, or leave out --booklet")
    (fault,) = faults_of(Choices(type="large").over(edition))
    told = fault.worded(AsOptions())
    assert "change `ruling: compact` in the edition `x`, or leave out --type large" in told


def test_a_practices_wish_is_told_where_it_stands():
    wishes = Choices(client_block=True).at("the practice's file")
    (fault,) = faults_of(Choices(discreet=True).over(wishes))
    assert "`client_block: true` in the practice's file" in str(fault)
    assert "add --no-client-block" in fault.worded(AsOptions())


def test_what_was_taken_back_clashes_no_more():
    edition = Choices(holes=True, two_sided=True, client_block=True).at("the edition `x`")
    command = Choices(sheets="2up", holes=False, two_sided=False, client_block=False)
    assert list(faults_of(command.over(edition))) == []


def test_words_of_an_author_are_no_blanks():
    error = ChoiceError(
        "there is no `{undo}` {only}", "{undo}", [Choices(only=("a",)).mention("only")]
    )
    assert error.worded(AsOptions()) == "there is no `{undo}` --only\n  → leave out --only"
