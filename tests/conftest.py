"""Builds that many tests look at, each made once a run, and the `--regenerate` option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.at_each_foot import write_broken
from support.builds import BOOK, PAPERS, Built, sample_path
from support.laid_out import pdf_of_file
from workbook.blocks import KINDS

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
            path.write_bytes(pdf_of_file(content, paper=paper))
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


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book whose worksheets all go on on another page."""
    return write_broken(tmp_path_factory.mktemp("broken"))


@pytest.fixture(
    params=[f"{kind}-{paper}" for kind in (*KINDS, "book", "broken") for paper in PAPERS]
)
def any_pdf(
    request: pytest.FixtureRequest, built: Callable[[Path, str], Built], broken: Path
) -> Built:
    """The sample of each kind, the whole book, and one that breaks, on each paper."""
    name, paper = request.param.rsplit("-", 1)
    content = {"book": BOOK, "broken": broken}.get(name) or sample_path(name)
    return built(content, paper)


@pytest.fixture
def every_pdf(built: Callable[[Path, str], Built], broken: Path) -> list[Built]:
    """All of them on Letter: what is promised of each has to be in one at least."""
    return [built(path, "letter") for path in (*map(sample_path, KINDS), BOOK, broken)]
