"""All files of a book at once: its editions, and its worksheets one by one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from support.slow_book import BOOK, DAY, TITLES, pages_of, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

MM = 72 / 25.4


def test_all_writes_the_book_and_each_edition(run: Run, slow: Path) -> None:
    files = told(run("build", slow, "--all", "-o", "out/", *DAY))
    assert [path.name for path in files] == [
        *("slow-pages-letter.pdf", "calm-letter.pdf", "quiet-letter.pdf")
    ]
    assert {path: len(pages_of(path)) for path in files} == files
    assert files[Path("out/calm-letter.pdf")] == 2


def test_all_keeps_the_paper_and_the_ink(run: Run, slow: Path) -> None:
    files = told(run("build", slow, "--all", "--ink", "grey", "--paper", "a5"))
    assert Path("output/calm-a5-grey.pdf") in files
    for path in files:
        with pikepdf.open(path) as file:
            assert float(file.pages[0].mediabox[2]) == pytest.approx(148 * MM, abs=0.1)


def test_split_writes_each_worksheet_each_edition_and_an_index(run: Run, slow: Path) -> None:
    files = told(run("build", slow, "--all", "--split", "-o", "out/", *DAY))
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(p.name for p in files)
    assert {path: len(pages_of(path)) for path in files} == files
    names = [path.stem for path in files]
    for worksheet, title in TITLES.items():
        (name,) = [name for name in names if name.endswith(f"{worksheet}-letter")]
        assert title in pages_of(Path(f"out/{name}.pdf"))[0]
    assert len(names) == len(set(names)) == len(TITLES) + 2 + 1
    assert {"calm-letter", "quiet-letter", "index-letter"} < set(names)
    assert not any("cover" in name or "finding" in name for name in names)


def test_names_of_worksheets_sort_in_the_books_order(run: Run, slow: Path) -> None:
    files = list(told(run("build", slow, "--all", "--split", "-o", "out/", *DAY)))
    worksheets = [path.name for path in files[: len(TITLES)]]
    titles = [pages_of(Path("out") / name)[0] for name in sorted(worksheets)]
    assert [next(title for title in TITLES.values() if title in text) for text in titles] == list(
        TITLES.values()
    )


def test_names_sort_in_a_book_of_many_parts(run: Run, slow: Path) -> None:
    parts = "".join(
        f"  - title: Part {n}\n    worksheets:\n"
        f"      - id: sheet-{n}\n        title: Sheet {n}\n        blocks: [text: Words.]\n"
        for n in range(1, 13)
    )
    slow.write_text(f"title: Many\nparts:\n{parts}", "utf-8")
    names = [path.name for path in told(run("build", slow, "--all", "--split"))][:12]
    assert names == sorted(names)


@pytest.mark.parametrize("name", ["asked", "index"])
def test_an_edition_named_like_a_worksheet_takes_no_file_from_it(
    run: Run, slow: Path, name: str
) -> None:
    """Also not in a folder that takes `A` for `a`."""
    slow.write_text(BOOK.replace("  calm:\n", f"  {name}:\n"), "utf-8")
    result = run("build", slow, "--all", "--split", "-o", "out/")
    if result.exit_code:
        assert (result.exit_code, name in result.stderr) == (2, True)
        return
    files = told(result)
    assert len(files) == len(TITLES) + 3
    assert len({path.name.lower() for path in files}) == len(files)


def test_the_index_is_true(run: Run, slow: Path) -> None:
    files = told(run("build", slow, "--all", "--split", "-o", "out/", *DAY))
    index = " ".join(pages_of(Path("out/index-letter.pdf")))
    for path, pages in files.items():
        if path.stem != "index-letter":
            assert f" {pages} {path.name}" in index
    for row in ("1.1 Urge log 5 min 1 ", "1.2 Morning 15 min 1 ", "1.3 Far away 2 ", "2.1 Lamp 1 "):
        assert row in index
    for row in ("Ways out 1 ", "A calm day 2 "):
        assert row in index
    order = [index.index(path.name) for path in files if path.stem != "index-letter"]
    assert all(before < after for before, after in pairwise(order))


@pytest.mark.parametrize("paper", ["a5", "130x180mm"])
def test_words_in_the_index_are_whole(run: Run, slow: Path, paper: str) -> None:
    told(run("build", slow, "--all", "--split", "-o", "out/", "--paper", paper))
    with pypdfium2.PdfDocument(f"out/index-{paper}.pdf") as document:
        lines = document[0].get_textpage().get_text_range().split()
    assert {"Worksheet", "Time", "Pages", "File"} <= set(lines)


def test_split_takes_what_is_chosen(run: Run, slow: Path) -> None:
    files = told(run("build", slow, "--all", "--split", "--no-sensitive", "-o", "out/"))
    names = " ".join(path.name for path in files)
    assert "ways-out" not in names
    assert "far-away" not in names
    assert "lamp" in names


@pytest.mark.parametrize("split", [[], ["--split"]])
def test_nothing_is_written_when_one_fails(run: Run, slow: Path, split: list[str]) -> None:
    text = BOOK.replace("only: [morning, urge-log]", "content: other.yaml")
    slow.write_text(text, "utf-8")
    Path("other.yaml").write_text("title: No parts\n", "utf-8")
    result = run("build", slow, "--all", *split, "-o", "out/")
    assert result.exit_code == 1
    assert "other.yaml" in result.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize("options", [["--all"], ["--all", "--split"], ["--booklet"]])
def test_nothing_is_written_when_one_place_is_taken(run: Run, slow: Path, options) -> None:
    written = told(run("build", slow, *options, "-o", "out/", *DAY))
    for path in written:
        path.unlink()
    taken = list(written)[-1]
    taken.write_text("somebody's work", "utf-8")
    result = run("build", slow, *options, "-o", "out/", *DAY)
    assert result.exit_code == 3
    assert taken.name in result.stderr
    assert list(Path("out").iterdir()) == [taken]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["--edition", "calm"], ["--edition", "calm", "--ink", "colour"]),
        (["--booklet"], ["--booklet", "--flip", "long"]),
        (["--booklet"], ["--booklet", "--signature", "2"]),
        (["--all", "--split"], ["--all", "--split", "--without", "morning"]),
    ],
)
def test_what_differs_has_another_name(run: Run, slow: Path, one, other) -> None:
    text = slow.read_text("utf-8").replace("title: A calm day", "title: A calm day\n    ink: copy")
    slow.write_text(text, "utf-8")
    told(run("build", slow, *one, "-o", "out/", *DAY))
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    told(run("build", slow, *other, "-o", "out/", *DAY))
    same = {path for path, data in before.items() if path.read_bytes() == data}
    assert {path.name for path in before.keys() - same} <= {"index-letter.pdf"}


def test_repeats_reach_all_that_have_the_worksheet(run: Run, slow: Path) -> None:
    """An edition without it isn't a reason to write none."""
    slow.write_text(BOOK.replace("[morning, urge-log]", "[morning]"), "utf-8")
    files = told(run("build", slow, "--all", "--repeat", "urge-log=3", "-o", "out/"))
    counts = {p.name: sum("Urge log When" in text for text in pages_of(p)) for p in files}
    assert counts["slow-pages-letter-more.pdf"] == 3
    assert counts["calm-letter.pdf"] == 0


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--only", "lamp"], "slow-pages-letter-some.pdf"),
        (["--no-sensitive"], "slow-pages-letter-some.pdf"),
        (["--two-sided", "--holes"], "slow-pages-letter-two-sided-holes.pdf"),
        (["--hand", "left", "--ink", "copy"], "slow-pages-letter-copy-left.pdf"),
        (["--ruling", "compact"], "slow-pages-letter-compact-ruling.pdf"),
        (["--type", "large", "--paper", "a4"], "slow-pages-a4-large.pdf"),
    ],
)
def test_another_choice_takes_no_file_from_the_whole_book(run, slow, options, name) -> None:
    run("build", slow)
    before = Path("output/slow-pages-letter.pdf").read_bytes()
    run("build", slow, *options)
    assert Path("output", name).exists()
    assert Path("output/slow-pages-letter.pdf").read_bytes() == before
