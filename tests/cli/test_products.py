"""The files that a command writes: editions, worksheets one by one, sheets of two pages."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import pikepdf
import pypdfium2
import pytest
from folding import leaves

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

DAY = ("--date", "2026-11-23")
MM = 72 / 25.4
BOOK = """\
title: The whole title
short_title: Slow pages
parts:
  - title: In front
    opening: false
    worksheets:
      - id: cover
        title: Slow pages
        heading: false
        blocks: [cover: Slow pages]
      - id: ways-out
        title: Ways out
        sensitive: true
        blocks: [checklist: [One door, Another door]]
      - id: finding
        title: Finding a page
        blocks: [contents: worksheets]
  - title: Days
    opening: contents
    worksheets:
      - id: urge-log
        title: Urge log
        minutes: 5
        blocks: [table: [When, What], rows: 3]
      - id: morning
        title: Morning
        minutes: 15
        blocks: [prompt: What is there?]
      - id: far-away
        title: Far away
        sensitive: true
        blocks: [text: Words, break: page, text: More words]
  - title: Nights
    worksheets:
      - id: lamp
        title: Lamp
        blocks: [text: Light it.]
  - title: At the back
    opening: false
    worksheets:
      - id: asked
        title: Asked before
        blocks: [text: Yes.]
editions:
  calm:
    title: A calm day
    only: [morning, urge-log]
  quiet:
    title: The quiet ones
    sensitive: false
"""
# blocks: [a: b, c: d] is one block with two keys only in a mapping of its own.
BOOK = BOOK.replace("[table: [When, What], rows: 3]", "[{table: [When, What], rows: 3}]")
TITLES = {
    "ways-out": "Ways out",
    "urge-log": "Urge log",
    "morning": "Morning",
    "far-away": "Far away",
    "lamp": "Lamp",
    "asked": "Asked before",
}


@pytest.fixture
def slow(folder: Path) -> Path:
    """A book with parts, sensitive worksheets and editions."""
    (folder / "slow.yaml").write_text(BOOK, "utf-8")
    return Path("slow.yaml")


def pages_of(path: Path) -> list[str]:
    """The text of each page, spaces made single."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def told(result: Result) -> dict[Path, int]:
    """The files that a command says it wrote, and their pages."""
    assert result.exit_code == 0, result.stderr
    found = re.findall(r"^(.+?\.pdf): (\d+) pages", result.stdout, re.MULTILINE)
    assert len(found) == len(result.stdout.splitlines())
    return {Path(path): int(pages) for path, pages in found}


# -- --all, and --split ---------------------------------------------------------------


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


def test_repeats_reach_all_that_have_the_worksheet(run: Run, slow: Path) -> None:
    """An edition without it isn't a reason to write none."""
    slow.write_text(BOOK.replace("[morning, urge-log]", "[morning]"), "utf-8")
    files = told(run("build", slow, "--all", "--repeat", "urge-log=3", "-o", "out/"))
    counts = {p.name: sum("Urge log" in text for text in pages_of(p)[3:]) for p in files}
    assert counts["slow-pages-letter.pdf"] == 3
    assert counts["calm-letter.pdf"] == 0


# -- Two pages a side -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        (["--booklet"], "output/slow-pages-letter-booklet.pdf"),
        (["--booklet", "-o", "mine.pdf"], "mine.pdf"),
        (["--booklet", "-o", "new/"], "new/slow-pages-letter-booklet.pdf"),
        (["--sheets", "2up", "-o", "a.b.pdf"], "a.b.pdf"),
        (["--sheets", "2up", "--ink", "copy"], "output/slow-pages-letter-copy-2up.pdf"),
    ],
)
def test_the_plain_file_is_beside_the_imposed_one(
    run: Run, slow: Path, options: list[str], printed: str
) -> None:
    files = told(run("build", slow, *options, *DAY))
    reading = Path(printed.removesuffix(".pdf") + "-reading.pdf")
    assert list(files) == [Path(printed), reading]
    assert len(pages_of(reading)) == files[reading] == files[Path(printed)]
    with pikepdf.open(printed) as file, pikepdf.open(reading) as plain:
        assert [float(n) for n in file.pages[0].mediabox[2:]] == [792, 612]
        assert [float(n) for n in plain.pages[0].mediabox[2:]] == [396, 612]
        assert "/StructTreeRoot" in plain.Root


def test_all_writes_each_edition_as_a_booklet(run: Run, slow: Path) -> None:
    files = told(run("build", slow, "--all", "--booklet", "-o", "out/"))
    names = ["slow-pages", "calm", "quiet"]
    assert [path.name for path in files] == [
        f"{name}-letter-booklet{end}.pdf" for name in names for end in ("", "-reading")
    ]


@pytest.mark.parametrize("flip", ["short", "long"])
@pytest.mark.parametrize("hand", ["right", "left"])
@pytest.mark.parametrize("signature", ["1", "2", "40"])
def test_a_booklet_folds_into_the_plain_files_pages(
    run: Run, slow: Path, flip: str, hand: str, signature: str
) -> None:
    options = ("--flip", flip, "--hand", hand, "--signature", signature)
    more = ("--extra-pages", "grid=3", *DAY)
    result = run("build", slow, "--booklet", *options, *more, "-o", "b.pdf")
    told(result)
    texts = pages_of(Path("b-reading.pdf"))
    known = {_sorted(text): number for number, text in enumerate(texts, start=1) if text}
    assert len(known) > 9
    with pypdfium2.PdfDocument("b.pdf") as document:
        sides = [numpy.array([_halves(page, known)]) for page in document]
    sizes = _sizes(result.stdout, len(sides) // 2)
    binding = {"right": "left", "left": "right"}[hand]
    read = [int(side[0, 0]) for leaf in leaves(sides, sizes, flip, binding) for side in leaf]
    wanted = [known.get(_sorted(text), 0) for text in texts]
    assert read == wanted + [0] * (len(read) - len(wanted))
    assert len(read) - len(wanted) < 4


def _halves(page: pypdfium2.PdfPage, known: dict[tuple[str, ...], int]) -> list[int]:
    """The plain file's pages on the left half of a side and on its right; 0 for nothing."""
    width, height = page.get_size()
    words = page.get_textpage()
    found = []
    for left, right in ((0, width / 2), (width / 2, width)):
        text = words.get_text_bounded(left=left, bottom=0, right=right, top=height)
        found.append(known[_sorted(text)] if text.strip() else 0)
    return found


def _sorted(text: str) -> tuple[str, ...]:
    """Its words in an order that is the same upside down."""
    return tuple(sorted(text.split()))


def _sizes(said: str, sheets: int) -> list[int]:
    sizes = re.search(r"folded ([\d+ ]+)", said)
    return [int(size) for size in sizes[1].split("+")] if sizes else [sheets]


# -- More pages -----------------------------------------------------------------------


def test_repeats_and_extra_pages_are_counted(run: Run, slow: Path) -> None:
    (plain,) = told(run("build", slow, "-o", "plain.pdf")).values()
    asked = ("--repeat", "urge-log=3", "--extra-pages", "ruled=10", "--extra-pages", "dots=2")
    files = told(run("build", slow, *asked, "-o", "more.pdf"))
    assert files == {Path("more.pdf"): plain + 2 + 12}
    texts = pages_of(Path("more.pdf"))
    assert sum("Urge log When What" in text for text in texts) == 3
    with pikepdf.open("more.pdf") as file:
        alts = [
            (file.pages.index(pikepdf.Page(thing.Pg)), str(thing.Alt))
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing and "/Pg" in thing
        ]
    rulings = [alt.split()[0] for at, alt in sorted(alts) if at >= plain + 2]
    assert rulings == ["Ruled"] * 10 + ["Dotted"] * 2


def test_copies_have_one_number_and_leave_others_theirs(run: Run, slow: Path) -> None:
    told(run("build", slow, "--repeat", "urge-log=3", "-o", "more.pdf"))
    heads = [re.match(r"(1\.\d+) Days", text) for text in pages_of(Path("more.pdf"))]
    assert [head[1] for head in heads if head] == ["1.1", "1.1", "1.1", "1.2", "1.3"]


def test_repeated_worksheets_are_listed_once_in_the_contents(run: Run, slow: Path) -> None:
    told(run("build", slow, "--repeat", "morning=4", "-o", "more.pdf"))
    (contents,) = [text for text in pages_of(Path("more.pdf")) if "Finding a page" in text]
    assert contents.count("Morning") == 1


def test_the_later_of_two_counts_is_no_secret(run: Run, slow: Path) -> None:
    """Counts for one worksheet are both refused or both told."""
    result = run("build", slow, "--repeat", "lamp=3", "--repeat", "lamp=2", "-o", "more.pdf")
    if result.exit_code == 0:
        assert sum("Light it." in text for text in pages_of(Path("more.pdf"))) == 5
    else:
        assert result.exit_code == 2
        assert "lamp" in result.stderr


# -- What is refused ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--split"], ["--split", "--all"]),
        (["--all", "--discreet"], ["--discreet"]),
        (["--all", "--edition", "calm"], ["--edition", "--all"]),
        (["--all", "-o", "one.pdf"], ["several files"]),
        (["--all", "--split", "--booklet"], ["--split", "two a side"]),
        (["--all", "--split", "--sheets", "2up"], ["--split", "two a side"]),
        (["--booklet", "--sheets", "2up"], ["--booklet", "2up"]),
        (["--signature", "3"], ["--signature", "add --booklet"]),
        (["--thickness", "0.2"], ["--thickness", "add --booklet"]),
        (["--flip", "long"], ["--flip", "add --booklet"]),
        (["--sheets", "2up", "--signature", "2"], ["--signature", "--booklet"]),
        (["--booklet", "--signature", "0"], ["--signature"]),
        (["--booklet", "--signature", "41"], ["--signature"]),
        (["--booklet", "--thickness", "-1"], ["--thickness"]),
        (["--booklet", "--thickness", "nan"], ["thick"]),
        (["--booklet", "--holes"], ["holes"]),
        (["--sheets", "2up", "--two-sided"], ["--two-sided"]),
        (["--paper", "nonsense"], ["nonsense", "half-letter", "170x240mm"]),
        (["--paper", ""], ["letter"]),
        (["--paper", "100x100mm"], ["too small", "130x180mm"]),
        (["--paper", "129.99x180mm"], ["too small"]),
        (["--paper", "0x0mm"], ["too small"]),
        (["--paper", "240x170mm"], ["wider", "170x240mm"]),
        (["--paper", "461x650mm"], ["larger", "460x650mm"]),
        (["--paper", "9999999x9999999mm"], ["no paper"]),
        (["--paper", "-170x240mm"], ["no paper"]),
        (["--booklet", "--paper", "a5"], ["half of a5", "letter, a4 or legal"]),
        (["--booklet", "--paper", "half-letter"], ["half of half-letter"]),
        (["--sheets", "2up", "--paper", "170x240mm"], ["half of 170x240mm"]),
        (["--type", "large", "--paper", "a5"], ["large print"]),
        (["--type", "large", "--booklet"], ["large print"]),
        (["--type", "large", "--ruling", "compact"], ["large print", "--ruling"]),
        (["--discreet", "--client-block"], ["--client-block"]),
        (["--edition", "calm", "--only", "lamp"], ["--edition"]),
        (["--edition", "clam"], ["clam", "calm"]),
        (["--only", "lamp", "--without", "lamp"], ["lamp"]),
        (["--no-sensitive", "--only", "far-away"], ["no worksheet is left"]),
        (["--repeat", "urge-lok=3"], ["urge-lok", "urge-log"]),
        (["--repeat", "urge-log"], ["--repeat", "urge-log=3"]),
        (["--repeat", "urge-log=0"], ["--repeat", "1 to"]),
        (["--repeat", "urge-log=-1"], ["--repeat"]),
        (["--repeat", "urge-log=many"], ["--repeat"]),
        (["--repeat", "urge-log=2=3"], ["--repeat"]),
        (["--repeat", "=3"], ["--repeat"]),
        (["--repeat", "urge-log=1000000"], ["--repeat"]),
        (["--only", "lamp", "--repeat", "urge-log=2"], ["urge-log"]),
        (["--extra-pages", "lines=3"], ["lines", "ruled, dots, grid, blank"]),
        (["--extra-pages", "ruled"], ["--extra-pages"]),
        (["--extra-pages", "dots=0"], ["--extra-pages"]),
        (["--extra-pages", "ruled=101"], ["100"]),
        (["--hand", "both"], ["--hand"]),
        (["--ink", "red"], ["--ink"]),
        (["--region", "xx"], ["--region"]),
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(
    run: Run, slow: Path, folder: Path, options: list[str], words: list[str]
) -> None:
    result = run("build", slow, *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert [word for word in words if word not in result.stderr] == []
    assert [path.name for path in folder.iterdir()] == [slow.name]


def test_too_thick_a_booklet_is_refused(run: Run, slow: Path) -> None:
    thick = ("--signature", "40", "--thickness", "0.5", "--extra-pages", "ruled=100")
    result = run("build", slow, "--booklet", *thick)
    assert result.exit_code == 2
    assert "fewer sheets" in result.stderr
    assert not Path("output").exists()


# -- info and preview -----------------------------------------------------------------


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
    assert float(sums[ink]) == pytest.approx(sum(shares) / 100, abs=0.0005 * plain + 0.001)
    lightest = min(sums, key=lambda name: float(sums[name]))
    assert lines[-1] == f"lightest: --ink {lightest}"
    assert not Path("output/preview").exists()


@pytest.mark.parametrize(
    ("options", "size", "sheets"),
    [
        (["--booklet"], "half-letter, two on letter", r"(\d+) two-sided, folded (\d+)"),
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
