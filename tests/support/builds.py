"""Where the tests' books are, and what is read back from a finished one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pikepdf

from support.marks import PageMarks, read_pages
from support.structure import Node, read_tree

TESTS = Path(__file__).parents[1]
BOOK = TESTS.parent / "content.yaml"
PAPERS = ("letter", "a4")
DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Built:
    """A finished PDF, with what tests read back from it."""

    content: Path
    paper: str
    path: Path

    @property
    def pdf(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def file(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def pages(self) -> list[PageMarks]:
        return read_pages(self.file)

    @cached_property
    def tree(self) -> Node:
        return read_tree(self.file, self.pages)


def sample_path(kind: str) -> Path:
    """Where the sample of a kind has to be."""
    return TESTS / "samples" / f"{kind}.yaml"
