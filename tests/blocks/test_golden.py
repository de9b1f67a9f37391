"""What a listener is told, by each kind of block and by the whole book: structure trees as text.

When a change is meant, write the golden files anew and read what changed in them:

    pytest --regenerate tests/blocks/test_golden.py
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from support.builds import BOOK
from support.structure import written
from workbook.blocks import KINDS

TESTS = Path(__file__).parents[1]
GUIDE = TESTS.parent / "docs" / "writing-a-book.md"


@pytest.fixture
def compare(request):
    """Compares text with a golden file, or writes that anew."""

    def with_golden(name: str, told: str) -> None:
        golden = TESTS / "golden" / f"{name}.txt"
        before = golden.read_text("utf-8") if golden.exists() else None
        if request.config.getoption("regenerate") and told != before:
            golden.write_text(told, "utf-8")
            pytest.fail(f"{golden} is written anew: read it, then run again without --regenerate")
        assert before is not None, "no golden file: make it with `pytest --regenerate`"
        assert told == before, "if this is meant: pytest --regenerate"

    return with_golden


def test_tree_is_the_golden_one(sample, compare):
    compare(sample.content.stem, written(sample.tree))


def test_tree_of_the_book_is_the_golden_one(built, compare):
    compare("book", written(built(BOOK, "letter").tree))


def test_tree_of_the_book_on_a4_differs_as_golden(built, compare):
    """Its lines that differ from Letter's: a listener is told of more or less room."""
    letter, a4 = (
        written(built(BOOK, paper).tree).splitlines(keepends=True) for paper in ("letter", "a4")
    )
    # The first two lines of a diff name files; those that start with @ tell where.
    diff = list(unified_diff(letter, a4, n=0))[2:]
    compare("book-a4", "".join(line for line in diff if not line.startswith("@")))


@pytest.mark.parametrize(
    ("folder", "others"), [("samples", {"numbers"}), ("golden", {"book", "book-a4"})]
)
def test_nothing_is_left_over_from_a_kind_that_is_gone(folder, others):
    stems = {path.stem for path in (TESTS / folder).iterdir()}
    assert stems - others == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_kind_is_in_the_guide(kind):
    assert f"`- {kind}: " in GUIDE.read_text("utf-8") or f"`- {kind}:`" in GUIDE.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_sample_shows_every_option(kind):
    sample = (TESTS / "samples" / f"{kind}.yaml").read_text("utf-8")
    for key in KINDS[kind].yaml_keys():
        assert f"{key}: " in sample or f"{key}:\n" in sample, f"{key} is not shown"


@pytest.mark.parametrize("kind", KINDS)
def test_guide_tells_every_option(kind):
    row = next(
        line for line in GUIDE.read_text("utf-8").splitlines() if line.startswith(f"| `{kind}` |")
    )
    for key in KINDS[kind].yaml_keys():
        assert f"`{key}`" in row or f"{key}:" in row, f"{key} is not told"
