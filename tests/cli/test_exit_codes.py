"""Exit codes 0 to 3, results on stdout, faults on stderr, nothing but plain lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workbook import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    from click.testing import Result

    Run = Callable[..., Result]
    RunApart = Callable[..., CompletedProcess[str]]


def plain(text: str) -> bool:
    return all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("command", ["build", "check", "list", "preview"])
def test_done_is_0_and_on_stdout(run: Run, book: Path, command: str) -> None:
    result = run(command, book)
    assert result.exit_code == 0
    assert result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("command", ["build", "check", "list", "preview"])
def test_faults_are_1_and_on_stderr(run: Run, faulty: Path, folder: Path, command: str) -> None:
    result = run(command, faulty)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "faulty.yaml:8:13: `promt` is no kind of block" in result.stderr
    assert "faulty.yaml:10:20: `lines` must be a number" in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["faulty.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["bind"],
        ["build", "--nothing"],
        ["build", "book.yaml", "other.yaml"],
        ["build", "book.yaml", "--paper", "a3"],
        ["build", "book.yaml", "--date", "yesterday"],
        ["build", "book.yaml", "--date", "2026-13-01"],
        ["build", "book.yaml", "--region", "atlantis"],
        ["build", "book.yaml", "--only", "absent"],
        ["build", "book.yaml", "--without", "absent"],
        ["build", "book.yaml", "--without", "one"],
        ["build", "book.yaml", "--only", "one", "--without", "one"],
        ["build", "book.yaml", "--edition", "absent"],
        ["build", "book.yaml", "--edition", "absent", "--only", "one"],
        ["build", "book.yaml", "--all", "--edition", "absent"],
        ["build", "book.yaml", "--all", "-o", "one.pdf"],
        ["preview", "book.yaml", "--dpi", "0"],
        ["preview", "book.yaml", "--dpi", "100000"],
        ["check", "book.yaml", "--paper", "a4"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_writes_nothing(
    run: Run, book: Path, folder: Path, arguments: list[str]
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr
    assert [path.name for path in folder.iterdir()] == [book.name]


@pytest.mark.parametrize("command", ["build", "check", "list", "preview"])
@pytest.mark.parametrize("name", ["absent.yaml", ".", "x" * 300])
def test_a_file_that_cant_be_read_is_3(run: Run, command: str, name: str) -> None:
    result = run(command, name)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.startswith(name)


@pytest.mark.parametrize("name", ["book.yaml", "faulty.yaml", "absent.yaml"])
@pytest.mark.parametrize("command", ["build", "check"])
def test_plain_lines_in_a_pipe(
    run_apart: RunApart, book: Path, faulty: Path, command: str, name: str
) -> None:
    codes = {str(book): 0, str(faulty): 1}
    result = run_apart(command, name, FORCE_COLOR="1", TERM="xterm-256color")
    assert result.returncode == codes.get(name, 3)
    assert plain(result.stdout)
    assert plain(result.stderr)


def test_words_beyond_ascii_are_told_in_any_locale(run_apart: RunApart, folder: Path) -> None:
    (folder / "book.yaml").write_text("title: „Müde“ ☃\n", "utf-8")
    result = run_apart("check", "book.yaml", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_a_full_disk_behind_stdout_is_told(run_apart: RunApart, book: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    import subprocess
    import sys

    command = [sys.executable, "-m", "workbook", "list", str(book)]
    with Path("/dev/full").open("w") as full:
        assert run_apart("--version").returncode == 0
        result = subprocess.run(
            command,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=_environment(),
            timeout=60,
            check=False,
        )
    assert result.returncode in (1, 3)
    assert "Traceback" not in result.stderr


def _environment() -> dict[str, str]:
    import os
    import sys

    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def test_version(run: Run) -> None:
    assert run("--version").stdout.strip().endswith(__version__)


def test_check_tells_every_fault_at_once(run: Run, faulty: Path) -> None:
    lines = run("check", faulty).stderr.splitlines()
    assert len([line for line in lines if line.startswith("faulty.yaml:")]) == 2
    assert len([line for line in lines if line.startswith("  → ")]) == 2


def test_check_tells_pages_on_both_papers_and_writes_nothing(
    run: Run, book: Path, folder: Path
) -> None:
    said = run("check", book).stdout
    assert "book.yaml: no faults" in said
    assert "2 pages on letter" in said
    assert "2 pages on a4" in said
    assert [path.name for path in folder.iterdir()] == [book.name]


def test_one_is_told_as_one(run: Run, book: Path) -> None:
    link = "Words at [this place](https://example.org)."
    text = book.read_text("utf-8").replace("Words to read.", f'"{link}"')
    book.write_text(
        text.replace("  - title: A part\n", "  - title: A part\n    opening: false\n"), "utf-8"
    )
    assert ": no faults, 1 warning; 1 page on letter, 1 page on a4" in run("check", book).stdout
    assert run("list", book).stdout.startswith("A book: 1 page, 1 worksheet\n")
    assert run("info", book).stdout.startswith("A book: 1 page of letter\n")


def test_strict_takes_warnings_for_faults(run: Run, book: Path, folder: Path) -> None:
    link = "Words at [this place](https://example.org)."
    text = (folder / book).read_text("utf-8").replace("Words to read.", f'"{link}"')
    (folder / book).write_text(text, "utf-8")
    warned = run("check", book)
    assert warned.exit_code == 0
    assert "book.yaml:8:" in warned.stderr
    assert "warning: " in warned.stderr
    assert run("check", book, "--strict").exit_code == 1
