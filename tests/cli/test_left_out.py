"""What a person leaves out is nowhere, whatever else is asked; what they name is never dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.slow_book import BOOK, DAY, pages_of, told, write_slow

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.fixture
def slow(folder: Path) -> Path:  # noqa: ARG001
    path = write_slow()
    # An edition with a sensitive worksheet and another, and one with nothing else.
    more = (
        "  exits: {title: Exits, only: [ways-out]}\n  both: {title: Both, only: [ways-out, lamp]}\n"
    )
    path.write_text(BOOK.replace("editions:\n", f"editions:\n{more}"), "utf-8")
    return path


@pytest.mark.parametrize(
    "left_out", [["--no-sensitive"], ["--without", "ways-out"], ["--without", "lamp,ways-out"]]
)
@pytest.mark.parametrize("split", [[], ["--split"]])
def test_what_is_left_out_is_in_no_file(run: Run, slow: Path, left_out, split) -> None:
    files = told(run("build", slow, "--all", *split, *left_out, "-o", "out/", *DAY))
    assert len(files) > 2
    assert not [path for path in files if "One door" in " ".join(pages_of(path))]
    assert not any("exits" in path.name for path in files)


def test_options_given_again_add_up(run: Run, slow: Path) -> None:
    listed = run("list", slow, "--without", "ways-out", "--without", "lamp").stdout
    assert "Ways out" not in listed
    assert " lamp " not in listed
    listed = run("list", slow, "--only", "morning", "--only", "lamp").stdout
    assert " morning " in listed
    assert " lamp " in listed


@pytest.mark.parametrize("option", ["--only", "--without"])
@pytest.mark.parametrize("nothing", ["", ",", " , "])
def test_an_empty_list_is_not_the_whole_book(run: Run, slow: Path, option, nothing) -> None:
    result = run("build", slow, option, nothing)
    assert result.exit_code == 2
    assert "names no worksheet" in result.stderr
    assert not Path("output").exists()


def test_an_edition_takes_no_file_from_the_book(run: Run, slow: Path) -> None:
    slow.write_text(slow.read_text("utf-8").replace("  both:", "  slow-pages:"), "utf-8")
    result = run("build", slow, "--all")
    assert result.exit_code == 2
    assert "two files would be written to" in result.stderr
    assert not Path("output").exists()


def test_a_loop_of_links_is_told(run: Run, slow: Path) -> None:
    Path("loop").symlink_to("loop")
    assert run("build", slow, "-o", "loop").exit_code == 3


@pytest.mark.parametrize("epoch", ["5", "1795392000"])
def test_the_date_counts_and_no_other_clock(run: Run, slow: Path, epoch, monkeypatch) -> None:
    run("build", slow, *DAY, "-o", "a.pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    run("build", slow, *DAY, "-o", "b.pdf")
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


def test_a_clock_that_is_none_is_told(run: Run, slow: Path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    result = run("build", slow, *DAY)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is `abc`" in result.stderr


def test_editions_are_checked(run: Run, slow: Path) -> None:
    text = slow.read_text("utf-8").replace("only: [ways-out, lamp]", "content: nowhere.yaml")
    text = text.replace("only: [ways-out]", "only: [lamp], without: [lamp]")
    slow.write_text(text, "utf-8")
    result = run("check", slow)
    assert result.exit_code == 1
    assert "there is no file `nowhere.yaml`" in result.stderr
    assert "no worksheet is left in the edition `exits`" in result.stderr
