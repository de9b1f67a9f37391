"""Broken rules: a copy of the program with one line wrong, and whether tests notice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path
from py_compile import PycInvalidationMode

from support.builds import TESTS

ROOT = TESTS.parent
# Seconds: one that never ends is noticed too.
LIMIT = 60
# Tests that compare with a stored picture or tree see any change; they are no proof of a rule.
_NOT_ASKED = ("golden", "contact_sheets")


@dataclass(frozen=True)
class Mutant:
    """A rule that is broken: in `file`, `line` (in it once) becomes `broken`.

    `what` says what goes wrong. `tests` are asked, files below tests/ or tests in them. One
    that changes nothing that anybody can see is `harmless`, with the reason.
    """

    file: str
    line: str
    broken: str
    what: str
    tests: tuple[str, ...] = ()
    harmless: str = ""

    @property
    def path(self) -> Path:
        return Path("workbook", self.file)

    def applied(self, source: str) -> str:
        """The file's text with the rule broken; raises LookupError when its line is gone."""
        if source.count(self.line) != 1:
            found = source.count(self.line)
            raise LookupError(
                f"workbook/{self.file} has this {found} times, not once:\n{self.line}\n"
                "write the mutant anew in tests/mutants/, so that it breaks the rule again"
            )
        return source.replace(self.line, self.broken)


class Workshop:
    """A folder with a copy of the program and its tests, to break one line at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        leave = shutil.ignore_patterns("__pycache__", "golden", "*.pyc")
        for name in ("workbook", "tests"):
            shutil.copytree(ROOT / name, folder / name, ignore=leave)
        for path in ROOT.iterdir():
            if path.suffix in (".yaml", ".toml", ".md"):
                shutil.copy(path, folder / path.name)
        for name in ("fonts", "docs"):
            (folder / name).symlink_to(ROOT / name)
        # A compiled file is used only for the very text that it was made from.
        compile_dir(
            folder / "workbook", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH
        )

    def is_noticed(self, mutant: Mutant) -> bool:
        """Whether one of its tests fails, or doesn't end; raises what `applied` raises."""
        assert mutant.tests, "say which tests are asked"
        assert not [name for name in mutant.tests for no in _NOT_ASKED if no in name]
        path = self.folder / mutant.path
        sound = path.read_text("utf-8")
        path.write_text(mutant.applied(sound), "utf-8")
        try:
            return self.run(mutant.tests) != 0
        finally:
            path.write_text(sound, "utf-8")

    def run(self, tests: tuple[str, ...], limit: float = LIMIT) -> int:
        """What pytest ends with for `tests`: 0 when all pass, -1 after `limit` seconds."""
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        environment["PYTHONPATH"] = str(self.folder)
        for name in ("PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"):
            environment.pop(name, None)
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-o", "addopts="]
        command += ["-p", "no:cacheprovider", "-m", "not campaign and not mutants"]
        try:
            ended = subprocess.run(
                [*command, *(f"tests/{name}" for name in tests)],
                cwd=self.folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=limit,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return -1
        # All else is no failure of a test: none was found, or the program can't be imported.
        assert ended.returncode in (0, 1), ended.stdout + ended.stderr
        return ended.returncode
