"""Two pages a side, worksheets several times, and pages to write on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import pikepdf
import pypdfium2
import pytest

from support.folding import leaves
from support.slow_book import DAY, pages_of, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


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
    """Sheets of each signature, the larger ones first, from what the command says."""
    found = re.search(r"folded in (\d+) signatures of (\d+)(?: or (\d+))?", said)
    if found is None:
        assert "folded together" in said
        return [sheets]
    count = int(found[1])
    more = sheets % count
    sizes = [sheets // count + 1] * more + [sheets // count] * (count - more)
    assert {str(size) for size in sizes} == {size for size in found.groups()[1:] if size}
    return sizes


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
