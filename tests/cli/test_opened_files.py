"""A build opens the content, what the content names beside it, and the program's own files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import workbook
from workbook.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDER = """
import json, sys
seen = []
REACHING = ("socket.", "subprocess.", "os.system", "os.exec", "urllib.", "ctypes.dlopen")
def record(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        seen.append(["open", str(arguments[0])])
    elif event.startswith(REACHING):
        seen.append([event, str(arguments)])
from workbook.cli import main
sys.addaudithook(record)
try:
    main(sys.argv[2:])
except SystemExit as done:
    report = json.dumps({"code": done.code or 0, "seen": seen})
    with open(sys.argv[1], "w") as file:
        file.write(report)
"""

REACHING = """\
title: A book
subtitle: 'file:///etc/hostname and {% include "secret.txt" %}'
parts:
  - title: A part
    worksheets:
      - id: one
        title: '{{ open("secret.txt").read() }}'
        blocks:
          - text: >-
              See secret.txt, ./secret.txt, file:///etc/hostname and \\\\host\\share,
              $(cat secret.txt), `cat secret.txt`, ${HOME}, !include secret.txt,
              [a place](https://example.org/picture.png).
          - prompt: 'url(secret.txt) @import "secret.txt"'
            lines: 3
"""
REFUSED = [
    'text: <img src="secret.txt">',
    "text: <img src=http://localhost:9/picture.png>",
    'text: "![a](secret.txt)"',
    'text: "[a](file:///etc/hostname)"',
    'text: "[a](secret.txt)"',
    "text: !include secret.txt",
]


def opened(folder: Path, *arguments: str) -> tuple[int, list[tuple[str, str]]]:
    """Exit code of a command, and what it opened or reached for."""
    report = folder.parent / f"{folder.name}.json"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run(
        [sys.executable, "-c", RECORDER, str(report), *arguments],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        timeout=60,
    )
    found = json.loads(report.read_text("utf-8"))
    return found["code"], [(event, path) for event, path in found["seen"]]


def _program_folders() -> Iterator[Path]:
    yield Path(workbook.__file__).parent
    yield shipped("fonts")
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield Path(sysconfig.get_path(name))
    # Where a layered installation keeps its packages, and the interpreter's own archive.
    yield from (Path(path) for path in sys.path if "-packages" in path or path.endswith(".zip"))


def foreign(folder: Path, seen: list[tuple[str, str]], *named: str) -> list[tuple[str, str]]:
    """What was opened beside the files named and the program's own."""
    own = [path.resolve() for path in _program_folders()]
    expected = {(folder / name).resolve() for name in named}
    return [
        (event, name)
        for event, name in seen
        if event != "open"
        or not (
            (path := (folder / name).resolve()) in expected
            or any(path.is_relative_to(place) for place in own)
            or path.is_relative_to(folder / "out")
        )
    ]


@pytest.fixture
def full_folder(folder: Path) -> Path:
    for name in ("secret.txt", "picture.png", "helplines.yaml", "practice.yaml", "content.yaml"):
        (folder / name).write_text("title: Not asked for\n", "utf-8")
    return folder


def test_a_build_opens_what_it_was_given(full_folder: Path) -> None:
    (full_folder / "book.yaml").write_text(REACHING, "utf-8")
    code, seen = opened(full_folder, "build", "book.yaml", "-o", "out/")
    assert code == 0
    assert ("open", "book.yaml") in seen
    assert foreign(full_folder, seen, "book.yaml") == []


@pytest.mark.parametrize("block", REFUSED)
def test_what_is_refused_is_not_opened_either(full_folder: Path, block: str) -> None:
    text = REACHING[: REACHING.index("          - text:")] + f"          - {block}\n"
    (full_folder / "book.yaml").write_text(text, "utf-8")
    code, seen = opened(full_folder, "check", "book.yaml")
    assert code == 1
    assert foreign(full_folder, seen, "book.yaml") == []


def test_a_file_that_the_book_names_is_opened(full_folder: Path) -> None:
    helplines = shipped("helplines.yaml").read_text("utf-8")
    (full_folder / "helplines.yaml").write_text(helplines, "utf-8")
    more = "helplines: helplines.yaml\n" + REACHING + "          - helplines: us\n"
    (full_folder / "book.yaml").write_text(more, "utf-8")
    code, seen = opened(full_folder, "build", "book.yaml", "-o", "out/")
    assert code == 0
    assert ("open", "helplines.yaml") in seen
    assert foreign(full_folder, seen, "book.yaml", "helplines.yaml") == []
