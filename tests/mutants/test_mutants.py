"""Every broken rule in these lists is noticed by a test of behaviour.

    pytest -m campaign tests/mutants            every one: a few minutes
    pytest -m campaign tests/mutants -k table   those of a file

One that survives needs a test that looks at what it breaks; see `docs/broken-rules.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutants.blocks import BLOCKS
from mutants.layout import LAYOUT
from mutants.making import MAKING
from support.mutating import LIMIT, ROOT, Mutant, Workshop

if TYPE_CHECKING:
    from pathlib import Path

ALL = [*LAYOUT, *BLOCKS, *MAKING]
TRIED = [mutant for mutant in ALL if not mutant.harmless]


def _named(mutant: Mutant) -> str:
    return f"{mutant.file}: {mutant.what}"


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.mark.campaign
@pytest.mark.parametrize("mutant", TRIED, ids=_named)
def test_it_is_noticed(mutant: Mutant, workshop: Workshop):
    assert workshop.is_noticed(mutant), (
        f"in workbook/{mutant.file} nothing notices that {mutant.what}:\n"
        f"- {mutant.line}\n+ {mutant.broken}\n"
        f"asked: {', '.join(mutant.tests)}"
    )


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
