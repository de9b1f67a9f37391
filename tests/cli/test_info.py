"""What is told and shown of a book before it is printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from support.slow_book import TITLES, pages_of, told
from workbook.finishing.ink import coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def _info(run: Run, *options: object) -> list[str]:
    result = run("info", *options)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


@pytest.mark.parametrize("ink", ["colour", "grey", "copy"])
def test_info_adds_up(run: Run, slow: Path, ink: str) -> None:
    lines = _info(run, slow, "--ink", ink)
    (plain,) = told(run("build", slow)).values()
    assert lines[0] == f"The whole title: {plain} pages of letter"
    assert lines[1] == f"sheets: {plain} one-sided, {-(-plain // 2)} two-sided"
    mean = re.fullmatch(rf"ink: {ink}, ([\d.]+) % of a page on average", lines[2])
    assert mean
    pages = [re.fullmatch(r" +(\d+) +([\d.]+) %  (\S.*)", line) for line in lines[3 : 3 + plain]]
    assert [int(page[1]) for page in pages] == list(range(1, plain + 1))
    assert {page[3] for page in pages} >= {*TITLES, "blank", "cover", "finding"}
    shares = [float(page[2]) for page in pages]
    assert sum(shares) / plain == pytest.approx(float(mean[1]), abs=0.1)
    sums = dict(re.findall(r"^  (colour|grey|copy) +([\d.]+)$", "\n".join(lines), re.MULTILINE))
    assert list(sums) == ["colour", "grey", "copy"]
    (built,) = told(run("build", slow, "--ink", ink, "-o", "built.pdf"))
    measured = [page.coverage for page in coverage(built.read_bytes())]
    assert shares == pytest.approx([100 * share for share in measured], abs=0.051)
    assert float(sums[ink]) == pytest.approx(sum(measured), abs=0.0006)
    lightest = re.fullmatch(r"lightest: --ink (\w+)", lines[-1])
    assert lightest
    assert float(sums[lightest[1]]) == min(map(float, sums.values()))
    assert not Path("output/preview").exists()


@pytest.mark.parametrize(
    ("options", "size", "sheets"),
    [
        (["--booklet"], "half-letter, two on letter", r"(\d+) two-sided, folded together"),
        (["--sheets", "2up", "--paper", "a4"], "a5, two on a4", r"(\d+) one-sided, \d+ two-sided"),
    ],
)
def test_info_counts_sheets_of_two_pages(
    run: Run, slow: Path, options: list[str], size: str, sheets: str
) -> None:
    lines = _info(run, slow, *options)
    assert lines[0].endswith(f"pages of {size}")
    counted = re.fullmatch(f"sheets: {sheets}", lines[1])
    assert counted
    result = run("build", slow, *options)
    assert f" {counted[1]} sheets" in result.stdout


def test_preview_shows_a_booklets_sheets(run: Run, slow: Path) -> None:
    from PIL import Image

    result = run("preview", slow, "--booklet", "--dpi", "36", "-o", "seen")
    assert result.exit_code == 0
    told(run("build", slow, "--booklet", "-o", "b.pdf"))
    with pikepdf.open("b.pdf") as file:
        sides = len(file.pages)
    names = [f"slow-pages-letter-booklet-{n:03d}.png" for n in range(1, sides + 1)]
    names.append("slow-pages-letter-booklet-contact-sheet.png")
    assert sorted(path.name for path in Path("seen").iterdir()) == names
    with Image.open(f"seen/{names[0]}") as picture:
        assert picture.size == (396, 306)


def test_preview_of_a_discreet_book_tells_nothing(run: Run, slow: Path) -> None:
    result = run("preview", slow, "--discreet", "--dpi", "20", "-o", "seen")
    assert result.exit_code == 0
    assert {path.name.split("-")[0] for path in Path("seen").iterdir()} == {"notes"}


def test_a_discreet_build_is_notes_pdf(run: Run, slow: Path) -> None:
    assert list(told(run("build", slow, "--discreet", "--ink", "grey"))) == [
        Path("output/notes.pdf")
    ]


def test_list_tells_the_pages_of_the_edition_that_is_asked_for(run: Run, slow: Path) -> None:
    result = run("list", slow, "--paper", "a5", "--extra-pages", "grid=2", "--two-sided")
    assert result.exit_code == 0
    told(run("build", slow, "--paper", "a5", "--two-sided", "-o", "a5.pdf"))
    texts = pages_of(Path("a5.pdf"))
    for title in ("Urge log", "Morning", "Lamp"):
        (line,) = [line for line in result.stdout.splitlines() if title in line]
        page = int(line.split()[0])
        assert title in texts[page - 1]
