"""Everything that can go wrong, as a tree.

    WorkbookError
    ├── ContentError      the author's file has faults (exit 1); carries every Problem found
    ├── ChoiceError       a choice can't be met, or excludes another (exit 2)
    └── FileError         a file could not be read or written (exit 3)

Other wrong usage of the command line is click's to tell (exit 2 as well).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbook.content.problems import Problem


MOST_TOLD = 100


class WorkbookError(Exception):
    """Base of every error that is shown to a person as plain words."""

    exit_code = 1


class ContentError(WorkbookError):
    """The content has faults; `problems` holds all of them, in the file's order.

    Its words tell the first hundred.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        told = [str(problem) for problem in self.problems[:MOST_TOLD]]
        more = len(self.problems) - len(told)
        if more:
            told.append(f"… and {more} more: mend these first")
        super().__init__("\n".join(told))


class ChoiceError(WorkbookError):
    """A choice can't be met, or excludes another; says what to choose instead."""

    exit_code = 2

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}\n  → {remedy}")


class FileError(WorkbookError):
    """A file could not be read or written; says which, why, and what to do."""

    exit_code = 3

    def __init__(self, path: Path | str, why: str, remedy: str = "") -> None:
        super().__init__(f"{path}: {why}" + (f". {remedy}" if remedy else ""))
