"""Fixtures for the command line: a folder to stand in, a book in it, and a way to run commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from support.slow_book import write_slow
from workbook.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

BOOK = """\
title: A book
parts:
  - title: A part
    worksheets:
      - id: one
        title: One
        blocks:
          - text: Words to read.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the present one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def book(folder: Path) -> Path:
    """A small book without faults, named from the present folder."""
    (folder / "book.yaml").write_text(BOOK, "utf-8")
    return Path("book.yaml")


@pytest.fixture
def slow(folder: Path) -> Path:  # noqa: ARG001
    """A book of several parts with contents, a sensitive worksheet and editions."""
    return write_slow()


@pytest.fixture
def faulty(folder: Path) -> Path:
    """A book with two faults, on lines 8 and 9."""
    blocks = "          - promt: What?\n          - prompt: What?\n            lines: many\n"
    text = BOOK.replace("          - text: Words to read.\n", blocks)
    (folder / "faulty.yaml").write_text(text, "utf-8")
    return Path("faulty.yaml")


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:  # noqa: ARG001
    """Runs a command in this process; a traceback fails the test."""

    def ran(*arguments: object) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return ran


@pytest.fixture
def run_apart(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `python -m workbook` in a process of its own, in pipes."""

    def ran(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
        places = os.pathsep.join(path for path in sys.path if path)
        return subprocess.run(
            [sys.executable, "-m", "workbook", *map(str, arguments)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": places, **settings},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return ran
