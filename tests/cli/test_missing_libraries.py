"""What only pictures need may be missing: a build doesn't ask for it, and the rest says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

# As it is where only `workbook` is installed. ReportLab brings Pillow along, and imports it.
WITHOUT = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("pypdfium2", "resvg_py"):
            raise ModuleNotFoundError(name=name)
sys.meta_path.insert(0, Missing())
import importlib.util
found = importlib.util.find_spec
def find_spec(name, package=None):
    try:
        return found(name, package)
    except ModuleNotFoundError:
        return None
importlib.util.find_spec = find_spec
from workbook.cli import main
main(sys.argv[1:])
"""


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "-o", "book.pdf"],
        ["build", "--booklet", "--discreet", "-o", "book.pdf"],
        ["check"],
        ["list"],
        ["testsheet", "-o", "t.pdf"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_a_build_needs_no_pictures(book: Path, arguments: list[str]) -> None:
    content = [] if arguments[0] == "testsheet" else [book]
    result = _run(*arguments, *content)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("command", ["preview", "info"])
def test_what_needs_them_says_what_to_install(book: Path, command: str) -> None:
    result = _run(command, book)
    assert result.returncode == 3
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{command} needs pypdfium2, resvg-py: ")
    assert 'pip install "workbook[pictures]"' in line
    assert not Path("output").exists()


def test_so_does_a_logo(book: Path, folder: Path) -> None:
    Image.new("RGB", (9, 9), "black").save(folder / "logo.png")
    (folder / "practice.yaml").write_text("name: Harbour\nlogo: logo.png\n", "utf-8")
    result = _run("build", book, "--practice", "practice.yaml")
    assert result.returncode == 3
    assert result.stderr.startswith("a logo needs pypdfium2, resvg-py: ")
    (folder / "practice.yaml").write_text("name: Harbour\n", "utf-8")
    assert _run("build", book, "--practice", "practice.yaml").returncode == 0
