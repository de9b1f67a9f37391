"""Builds that many tests look at, each made once a run, and the `--regenerate` option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.builds import BOOK, DAY, PAPERS, Built, sample_path
from workbook.blocks import KINDS
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write tests/golden/ and the pictures in docs/ anew; "
        "what changed fails its test once, to be looked at",
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path, str], Built]]:
    """Builds a content file on a paper, once a run."""
    folder = tmp_path_factory.mktemp("built")
    made: dict[tuple[Path, str], Built] = {}

    def once(content: Path, paper: str) -> Built:
        if (content, paper) not in made:
            path = folder / f"{content.stem}-{paper}.pdf"
            path.write_bytes(build(content, Choices(paper=paper, date=DAY)).pdf)
            made[content, paper] = Built(content, paper, path)
        return made[content, paper]

    yield once
    for finished in made.values():
        if "file" in finished.__dict__:
            finished.file.close()


@pytest.fixture(params=KINDS)
def sample(request: pytest.FixtureRequest, built: Callable[[Path, str], Built]) -> Built:
    """The sample of each kind, on Letter."""
    return built(sample_path(request.param), "letter")


@pytest.fixture(params=PAPERS)
def book(request: pytest.FixtureRequest, built: Callable[[Path, str], Built]) -> Built:
    """The whole book, on each paper."""
    return built(BOOK, request.param)


@pytest.fixture(params=[f"{kind}-{paper}" for kind in (*KINDS, "book") for paper in PAPERS])
def any_pdf(request: pytest.FixtureRequest, built: Callable[[Path, str], Built]) -> Built:
    """The sample of each kind and the whole book, on each paper."""
    name, paper = request.param.rsplit("-", 1)
    return built(BOOK if name == "book" else sample_path(name), paper)
