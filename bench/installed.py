"""The program as its users have it: installed into a virtual environment, and compiled."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from processes import ENVIRONMENT

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parent.parent


def add_option(parser: ArgumentParser) -> None:
    """Let a tool be told which Python has the program."""
    parser.add_argument(
        "--program",
        metavar="PYTHON",
        type=Path,
        help="a Python with the program to measure; else it is installed anew for each use",
    )


@contextmanager
def installed(python: Path | None, extras: str = "") -> Iterator[Path]:
    """A Python that has the program, with `workbook` beside it: the one given, or a new one.

    `extras` are those of the project, as `[pictures]`. A new one is gone afterwards.
    """
    if python is not None:
        # Not resolved: a virtual environment's Python is a link to one without packages.
        yield python.absolute()
        return
    with tempfile.TemporaryDirectory() as folder:
        print("installing the program …", file=sys.stderr)
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"{PROJECT}{extras}"], env=ENVIRONMENT, check=True)
        yield python


def command(python: Path, *arguments: str) -> list[str]:
    """The installed `workbook` with these arguments."""
    return [str(python.with_name("workbook")), *arguments]


def version_in(python: Path, package: str) -> str:
    """The version of a package that a Python has."""
    code = f"from importlib.metadata import version; print(version({package!r}))"
    said = subprocess.run(
        [python, "-c", code], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT, check=True
    )
    return said.stdout.strip()
