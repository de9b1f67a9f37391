"""A command comes before an edition: what the edition chooses, an option takes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.slow_book import BOOK, DAY, told, write_slow

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("folder")
LOUD = "two_sided: true, holes: true, client_block: true, ink: copy, ruling: compact"
BACK = (
    *("--one-sided", "--no-holes", "--no-client-block"),
    *("--ink", "colour", "--ruling", "standard"),
)


def _book(more: str) -> str:
    entry = f"  loud: {{title: A calm day, only: [morning, urge-log], {more}}}\n"
    return BOOK.replace("editions:\n", f"editions:\n{entry}")


def test_all_that_an_edition_chooses_is_taken_back(run: Run) -> None:
    loud = write_slow(_book(LOUD))
    (plain,) = told(run("build", loud, "--edition", "calm", "-o", "plain.pdf", *DAY))
    (quiet,) = told(run("build", loud, "--edition", "loud", *BACK, "-o", "quiet.pdf", *DAY))
    assert plain.read_bytes() == quiet.read_bytes()
    (own,) = told(run("build", loud, "--edition", "loud", "-o", "own.pdf", *DAY))
    assert own.read_bytes() != plain.read_bytes()


@pytest.mark.parametrize(
    ("more", "back"),
    [
        ("two_sided: true", ["--one-sided"]),
        ("holes: true", ["--no-holes"]),
        ("client_block: true", ["--no-client-block"]),
        ("ink: grey", ["--ink", "colour"]),
        ("ruling: large", ["--ruling", "standard"]),
        ("type: large", ["--type", "standard"]),
    ],
)
def test_each_is_taken_back_by_its_own_option_and_has_another_name(
    run: Run, folder: Path, more: str, back: list[str]
) -> None:
    book = write_slow(_book(more))
    (own,) = told(run("build", book, "--edition", "loud", *DAY))
    (other,) = told(run("build", book, "--edition", "loud", *back, *DAY))
    (plain,) = told(run("build", book, "--edition", "calm", "-o", folder / "plain.pdf", *DAY))
    assert own.name == "loud-letter.pdf"
    assert other != own
    assert other.read_bytes() == plain.read_bytes() != own.read_bytes()


def test_sensitive_worksheets_are_brought_back(run: Run) -> None:
    book = write_slow(BOOK)
    assert "Ways out" not in run("list", book, "--edition", "quiet").stdout
    assert "Ways out" in run("list", book, "--edition", "quiet", "--sensitive").stdout


def test_a_practices_wish_is_taken_back(run: Run, folder: Path) -> None:
    book = write_slow(BOOK)
    (folder / "practice.yaml").write_text("name: Harbour\nclient_block: true\n", "utf-8")
    asked = ("build", book, "--edition", "calm", "--practice", "practice.yaml", *DAY)
    (own,) = told(run(*asked))
    (other,) = told(run(*asked, "--no-client-block"))
    assert own != other
    assert own.read_bytes() != other.read_bytes()


def test_a_command_and_an_edition_that_clash_are_told_apart(run: Run) -> None:
    book = write_slow(_book("holes: true"))
    result = run("build", book, "--edition", "loud", "--booklet")
    assert result.exit_code == 2
    assert "add --no-holes, or leave out --booklet" in result.stderr
    assert run("build", book, "--edition", "loud", "--booklet", "--no-holes").exit_code == 0


@pytest.mark.parametrize("command", ["check", "build", "list"])
def test_an_editions_own_clash_is_a_fault_at_its_line(run: Run, folder: Path, command: str) -> None:
    editions = "editions:\n  big:\n    title: Big\n    type: large\n    ruling: compact\n"
    editions += "  thin:\n    title: Thin\n    only: [lamp]\n    without: [lamp]\n"
    book = write_slow(BOOK.replace("editions:\n", editions))
    result = run(command, book)
    assert result.exit_code == 1
    line = book.read_text("utf-8").splitlines().index("    ruling: compact") + 1
    assert f"slow.yaml:{line}:5: the edition `big` can't be built" in result.stderr
    assert "leave out `ruling: compact`, or `type: large`" in result.stderr
    assert "`lamp` is in `only` and in `without`" in result.stderr
    assert not (folder / "output").exists()
