"""How far a command is: one line on a terminal, wiped at its end, and nothing in a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def _on_a_terminal(*arguments: str) -> str:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    own, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(
        [sys.executable, "-m", "workbook", *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment,
    ) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(own, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        assert running.wait(60) == 0
    os.close(own)
    return shown.decode()


def test_a_terminal_sees_how_far_it_is(book: Path) -> None:
    shown = _on_a_terminal("build", str(book), "-o", "a.pdf")
    assert "\rDrawing pages: 50 %" in shown
    assert "\rDrawing pages: 100 %" in shown
    assert shown.endswith(f"\r{' ' * len('Drawing pages: 100 %')}\r")


def test_a_fault_stands_on_a_line_of_its_own(faulty: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "workbook", "build", str(faulty)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        check=False,
    )
    assert result.returncode == 1
    assert b"\r" not in result.stderr
