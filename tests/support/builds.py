"""Where the tests' books are, and what is read back from a finished one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import yaml

from support.marks import PageMarks, read_pages
from support.structure import Node, read_tree
from workbook.content.reader import read_file
from workbook.making.pipeline import lay_out, practice_of
from workbook.making.products import products

if TYPE_CHECKING:
    from workbook.choices.choices import Choices
    from workbook.making.pipeline import Layout
    from workbook.making.products import Product

TESTS = Path(__file__).parents[1]
BOOK = TESTS.parent / "content.yaml"
PAPERS = ("letter", "a4")
DAY = date(2026, 11, 23)
# How pages share a sheet, and what chooses it.
SHARED: dict[str, dict[str, object]] = {
    "none": {},
    "booklet": {"booklet": True},
    "2up": {"sheets": "2up"},
}


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


def blocks_of_sample(kind: str) -> list[dict[str, Any]]:
    """The blocks of a kind in its sample."""
    sample = yaml.load(sample_path(kind).read_text("utf-8"), yaml.BaseLoader)
    return [
        block
        for part in sample["parts"]
        for worksheet in part["worksheets"]
        for block in worksheet["blocks"]
        if next(iter(block)) == kind
    ]


def laid_out(content: Path, choices: Choices) -> Layout:
    """The pages of a content file, with the practice that `choices` name."""
    return lay_out(read_file(content), choices, practice_of(choices))


def files_of(content: Path, choices: Choices) -> list[Product]:
    """The file that `choices` ask for, and the plain one beside an imposed one."""
    return list(products(read_file(content), choices, practice_of(choices)))
