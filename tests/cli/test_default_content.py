"""Without a name: content.yaml in the present folder, else the book that came along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def test_the_content_here(run: Run, book: Path) -> None:
    book.rename("content.yaml")
    assert run("check").stdout.startswith("content.yaml: no faults")


def test_the_shipped_book_from_an_empty_folder(run: Run, folder: Path) -> None:
    result = run("build", "-o", "mine.pdf")
    assert result.exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["mine.pdf"]
    assert int(result.stdout.split(": ")[1].split()[0]) >= 30


def test_the_shipped_book_has_no_faults(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{shipped('content.yaml')}: no faults")


def test_a_content_file_with_faults_is_not_passed_over(run: Run, faulty: Path) -> None:
    faulty.rename("content.yaml")
    result = run("build")
    assert result.exit_code == 1
    assert "content.yaml:8:13" in result.stderr


def test_a_folder_named_like_the_content_is_told(run: Run) -> None:
    Path("content.yaml").mkdir()
    result = run("check")
    assert result.exit_code == 3
    assert "this is a folder" in result.stderr
