"""The books and their editions, each built once a run."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from support.builds import BOOK, DAY, PAPERS
from workbook.choices.choices import Choices
from workbook.content.reader import read_file
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOOKS = (BOOK, BOOK.with_name("content.es.yaml"))


@pytest.fixture(scope="session")
def editions(tmp_path_factory) -> Callable[[str], list[Path]]:
    """Books and all their editions, in each language, on each paper, by size: standard or large."""
    folder = tmp_path_factory.mktemp("editions")

    @cache
    def of(size: str) -> list[Path]:
        paths = []
        for content in BOOKS:
            names = (None, *read_file(content).book.editions)
            for name, paper in product(names, PAPERS):
                edition = Choices(paper=paper, date=DAY, edition=name, type=size)
                path = folder / f"{content.stem}-{name or 'book'}-{paper}-{size}.pdf"
                path.write_bytes(build(content, edition).pdf)
                paths.append(path)
        return paths

    return of
