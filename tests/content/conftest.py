"""Fixtures about content: the faults in a text, and the print of a book."""

from __future__ import annotations

import signal
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.authored import Printed, book_text, printed, write_book
from workbook.choices.choices import Choices
from workbook.content.reader import read_file
from workbook.errors import ContentError
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbook.errors import Problem

LONGEST_SECONDS = 20


@pytest.fixture
def faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str | bytes], tuple[Problem, ...]]:
    """Tells the faults of a content file, which stands as `content.yaml` in the present folder."""
    monkeypatch.chdir(tmp_path)

    def told(content: str | bytes) -> tuple[Problem, ...]:
        path = Path("content.yaml")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(ContentError) as caught:
            read_file(path)
        return caught.value.problems

    return told


@pytest.fixture
def only_fault(
    faults: Callable[[str | bytes], tuple[Problem, ...]],
) -> Callable[[str | bytes], Problem]:
    """Tells the one fault of a content file."""

    def told(content: str | bytes) -> Problem:
        problems = faults(content)
        assert len(problems) == 1, [str(problem) for problem in problems]
        return problems[0]

    return told


@pytest.fixture
def block_fault(only_fault: Callable[[str | bytes], Problem]) -> Callable[[str], Problem]:
    """Tells the one fault of a book with this block."""
    return lambda block: only_fault(book_text(block))


@pytest.fixture
def print_of(tmp_path: Path) -> Iterator[Callable[..., Printed]]:
    """Builds a book of these blocks; one that goes on for ever fails."""

    def made(*blocks: dict[str, Any], **more: Any) -> Printed:
        path = write_book(tmp_path / "content.yaml", *blocks, **more)
        return printed(build(path, Choices(date=date(2026, 11, 23))).pdf)

    def stop(_number: int, _frame: object) -> None:
        raise TimeoutError("the build goes on for ever")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_SECONDS)
    yield made
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
