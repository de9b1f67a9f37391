"""docs/adding-a-block.md adds a kind with what it shows, and nothing else has to know of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import TESTS
from workbook.choices.language import languages

ROOT = TESTS.parent
GUIDE = ROOT / "docs" / "adding-a-block.md"
ROW = "| `heading` |"
COPIED = ("workbook", "tests", "docs", "fonts", "pyproject.toml", "README.md")

# What goes over all kinds, their samples or their words in one test.
WHOLE = [
    *(f"tests/{name}" for name in ("schema", "test_architecture.py", "test_languages.py")),
    *("tests/blocks/test_kinds.py", "tests/properties/test_valid_books.py"),
    *("tests/content/test_faults.py", "tests/editions/test_matrix.py"),
    "tests/layout/test_blank_names.py",
]


def _shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the project with the kind that the guide adds."""
    folder = tmp_path_factory.mktemp("house")
    unwanted = shutil.ignore_patterns("__pycache__", ".hypothesis", "*.png")
    for name in COPIED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=unwanted)
        else:
            shutil.copy(source, target)
    for path in ROOT.glob("*.yaml"):
        shutil.copy(path, folder)
    (module,) = _shown("python")
    words, sample = _shown("yaml")
    (row,) = _shown("markdown")
    (folder / "workbook/blocks/toast.py").write_text(module, "utf-8")
    for language in languages():
        with (folder / f"workbook/choices/words/{language}.yaml").open(
            "a", encoding="utf-8"
        ) as file:
            file.write(words)
    (folder / "tests/samples/toast.yaml").write_text(sample, "utf-8")
    guide = folder / "docs/writing-a-book.md"
    guide.write_text(guide.read_text("utf-8").replace(ROW, row + ROW, 1), "utf-8")
    return folder


def _run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A module of Python's in the copy, with the program from there."""
    known = dict(os.environ, PYTHONPATH=str(house), PYTHONDONTWRITEBYTECODE="1")
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=house, env=known, capture_output=True, text=True)


def test_its_kind_is_built(house):
    done = _run(house, "workbook", "build", "tests/samples/toast.yaml", "-o", "toast.pdf")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (house / "toast.pdf").read_bytes().startswith(b"%PDF-")


def test_its_tree_is_written_and_then_compared(house):
    golden = ("pytest", "-q", "-n0", "tests/blocks/test_golden.py", "-k", "toast or left_over")
    first, then = _run(house, *golden, "--regenerate"), _run(house, *golden)
    assert "toast.txt is written anew" in first.stdout
    assert then.returncode == 0, then.stdout
    tree = (house / "tests/golden/toast.txt").read_text("utf-8")
    assert "Figure Alt='2 glasses to fill in'" in tree


def test_its_code_is_as_all_code_here(house):
    for tool in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)):
        done = _run(house, *tool, "workbook/blocks/toast.py")
        assert done.returncode == 0, done.stdout


@pytest.mark.campaign
def test_no_other_file_has_to_know_of_it(house):
    test_its_tree_is_written_and_then_compared(house)
    for tried in (WHOLE, ("tests", "-k", "toast", "--deselect", "tests/blocks/test_guide.py")):
        done = _run(house, "pytest", "-q", "-n2", *tried)
        assert done.returncode == 0, done.stdout
