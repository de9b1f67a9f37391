"""Every broken rule in these lists is noticed by a test of behaviour.

    pytest -m mutants tests/mutants              every one
    pytest -m mutants tests/mutants -k table.py  those of a file

A campaign takes a third of them, another each day. One that survives needs a test that looks at
what it breaks: `docs/broken-rules.md`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mutants.blocks import BLOCKS
from mutants.layout import LAYOUT
from mutants.making import MAKING
from support.mutating import LIMIT, ROOT, Mutant, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet

ALL = [*LAYOUT, *BLOCKS, *MAKING]
TRIED = [mutant for mutant in ALL if not mutant.harmless]
# A campaign tries every third.
SHARE = 3


def _named(mutant: Mutant) -> str:
    return f"{mutant.file}: {mutant.what}"


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("workshop"))


def _marked() -> Iterator[ParameterSet]:
    today = datetime.now(UTC).date().toordinal()
    for number, mutant in enumerate(TRIED):
        marks = [pytest.mark.mutants]
        if number % SHARE == today % SHARE:
            marks.append(pytest.mark.campaign)
        yield pytest.param(mutant, marks=marks, id=_named(mutant))


@pytest.mark.parametrize("mutant", list(_marked()))
def test_it_is_noticed(mutant: Mutant, workshop: Workshop):
    assert workshop.is_noticed(mutant), (
        f"in workbook/{mutant.file} nothing notices that {mutant.what}:\n"
        f"- {mutant.line}\n+ {mutant.broken}\n"
        f"asked: {', '.join(mutant.tests)}"
    )


@pytest.mark.mutants
def test_all_that_are_asked_pass_while_nothing_is_broken(workshop: Workshop):
    """Else a failure would say nothing; `.ci/run` has run them before it breaks anything."""
    asked = dict.fromkeys(name for mutant in TRIED for name in mutant.tests)
    assert workshop.run(tuple(asked), limit=600) == 0


def test_each_breaks_a_line_that_is_there():
    lost = []
    for mutant in ALL:
        try:
            text = mutant.applied((ROOT / mutant.path).read_text("utf-8"))
        except LookupError as error:
            lost.append(str(error))
        else:
            compile(text, mutant.file, "exec")
            assert text != (ROOT / mutant.path).read_text("utf-8"), mutant.what
    assert not lost, "\n\n".join(lost)


def test_each_is_there_once_and_says_what_it_breaks():
    assert len({(m.file, m.line, m.broken) for m in ALL}) == len(ALL)
    assert len({_named(mutant) for mutant in ALL}) == len(ALL)
    assert all(mutant.what for mutant in ALL)


def test_there_are_enough_in_every_room():
    rooms = [mutant.file.split("/")[0] for mutant in ALL]
    least = {"layout": 45, "blocks": 20, "choices": 8, "making": 5, "matter": 5}
    assert not {room: n for room, n in least.items() if rooms.count(room) < n}


def test_a_sound_program_passes_and_a_broken_one_does_not(tmp_path: Path):
    """So a mutant that is noticed is noticed for what it breaks."""
    workshop = Workshop(tmp_path / "workshop")
    mutant = next(m for m in LAYOUT if m.tests == ("layout/test_paragraph.py",))
    assert workshop.run(mutant.tests) == 0
    assert workshop.is_noticed(mutant)
    assert workshop.run(mutant.tests) == 0
    harmless = Mutant("layout/paragraph.py", '"""The paragraph box."""', '"""A box."""', "nothing")
    assert not workshop.is_noticed(Mutant(**{**vars(harmless), "tests": mutant.tests}))
    assert LIMIT > 0
