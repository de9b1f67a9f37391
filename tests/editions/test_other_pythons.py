"""The same bytes by every Python, with and without what is compiled.

`WORKBOOK_PYTHONS` names interpreters, parted as in PATH; `WORKBOOK_PYODIDE` the folder of the npm
package pyodide, which is CPython 3.14 in WebAssembly; `WORKBOOK_HARFBUZZ` a folder that has
uharfbuzz, which ReportLab takes where it is there. They run the program without libyaml and
without Pillow, since neither can be had everywhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from support.builds import TESTS

pytestmark = pytest.mark.campaign

ROOT = TESTS.parent
SUPPORT = TESTS / "support"
BOOKS = ["content.yaml", "content.es.yaml paper=a4 type=large", "clinician.yaml ink=copy"]
# What a build imports, all of it written in Python.
PACKAGES = ("workbook", "reportlab", "yaml", "click", "markdown_it", "mdurl")
LEFT_OUT = shutil.ignore_patterns("*.so", "*.pyd", "__pycache__", "shipped")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program, what it imports, the shipped books and the faces."""
    folder = tmp_path_factory.mktemp("program")
    for name in PACKAGES:
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        shutil.copytree(Path(spec.origin).parent, folder / name, ignore=LEFT_OUT)
    for path in ROOT.glob("*.yaml"):
        shutil.copy(path, folder)
    shutil.copytree(ROOT / "fonts", folder / "fonts")
    return folder


def _hashes(command: list[str], **environment: str) -> tuple[str, list[str]]:
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    version, *hashes = done.stdout.splitlines()
    return version, hashes


@pytest.fixture(scope="module")
def ours() -> list[str]:
    """Hashes of the books by the Python that runs the tests, with all that is installed."""
    return _hashes([sys.executable, str(SUPPORT / "hash_books.py"), str(ROOT), *BOOKS])[1]


def test_two_books_are_two(ours: list[str]) -> None:
    assert len(set(ours)) == len(BOOKS)


def test_without_what_is_compiled(program: Path, ours: list[str]) -> None:
    command = [sys.executable, "-I", str(SUPPORT / "hash_books.py"), str(program), *BOOKS]
    assert _hashes(command)[1] == ours


def test_with_harfbuzz(ours: list[str]) -> None:
    folder = os.environ.get("WORKBOOK_HARFBUZZ")
    if not folder:
        pytest.skip("WORKBOOK_HARFBUZZ names no folder with uharfbuzz")
    command = [sys.executable, str(SUPPORT / "hash_books.py"), str(ROOT), *BOOKS]
    assert _hashes(command, PYTHONPATH=folder)[1] == ours


def test_by_other_pythons(program: Path, ours: list[str]) -> None:
    pythons = [name for name in os.environ.get("WORKBOOK_PYTHONS", "").split(os.pathsep) if name]
    if not pythons:
        pytest.skip("WORKBOOK_PYTHONS names no other interpreter")
    for python in pythons:
        command = [python, "-I", str(SUPPORT / "hash_books.py"), str(program), *BOOKS]
        version, hashes = _hashes(command)
        assert hashes == ours, f"CPython {version}"


def test_in_webassembly(program: Path, ours: list[str], tmp_path: Path) -> None:
    pyodide, node = os.environ.get("WORKBOOK_PYODIDE"), shutil.which("node")
    if not pyodide or node is None:
        pytest.skip("WORKBOOK_PYODIDE names no folder of the npm package pyodide, or no node")
    archive = shutil.make_archive(str(tmp_path / "program"), "zip", program)
    script = str(SUPPORT / "build_in_webassembly.mjs")
    version, hashes = _hashes(
        [node, script, pyodide, archive, str(SUPPORT / "hash_books.py"), *BOOKS]
    )
    assert version.startswith("3.14")
    assert hashes == ours
