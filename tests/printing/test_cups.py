"""The book comes out of a printer as it was made: in order, upright, with nothing lost.

CUPS' own filters print, as they do between a print dialog and a printer: to a printer that takes
PDF, and to a driverless one that takes PWG raster and reaches nothing in the outer 6.4 mm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from support import pwg
from support.ink import grey_pages
from support.paper import differences, without_edge
from support.print_queue import EDGE, RASTER_DPI, pdf_alone

if TYPE_CHECKING:
    from pathlib import Path

    import numpy

    from support.print_queue import PrintQueue

MEDIA = {"letter": "Letter", "a4": "A4"}
# What CUPS calls these papers' sizes, in whole points.
SIZES = {"letter": (612, 792), "a4": (595, 842)}


def _on_paper(queue: PrintQueue, pdf: Path, paper: str, *, two_sided: bool) -> list[numpy.ndarray]:
    """What a raster printer puts on paper, as a reader turns the leaves."""
    pages = list(pwg.read(queue.print(pdf, MEDIA[paper], two_sided=two_sided)))
    for page in pages:
        assert page.size == SIZES[paper]
        assert (page.dpi, page.duplex, page.tumble) == (RASTER_DPI, two_sided, False)
    printed = [without_edge(page.pixels, EDGE, page.dpi) for page in pages]
    if two_sided and queue.backs_turned:
        printed[1::2] = [back[::-1, ::-1] for back in printed[1::2]]
    return printed


def _texts_and_sizes(pdf: bytes) -> tuple[list[str], set[tuple[int, int]]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
        sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    finally:
        document.close()
    return texts, sizes


@pytest.mark.parametrize("two_sided", [True, False], ids=["two-sided", "one-sided"])
@pytest.mark.parametrize("paper", MEDIA)
def test_a_pdf_printer_receives_every_page(paper, two_sided, pdf_printer, to_print):
    path = to_print(paper, two_sided)
    job = pdf_printer.print(path, MEDIA[paper], two_sided=two_sided)
    assert (b"DUPLEX=ON\n@PJL SET BINDING=LONGEDGE" in job) == two_sided
    printed = pdf_alone(job)
    texts, sizes = _texts_and_sizes(printed)
    assert texts == _texts_and_sizes(path.read_bytes())[0]
    assert len(texts) > 30
    assert len(texts) % 2 == 0 or not two_sided
    assert sizes == {SIZES[paper]}
    assert differences(grey_pages(path.read_bytes(), 100), grey_pages(printed, 100)) == {}


@pytest.mark.parametrize(
    ("paper", "two_sided", "backs_turned"),
    [
        pytest.param("letter", True, False, id="letter-two-sided"),
        pytest.param("letter", False, False, id="letter-one-sided"),
        pytest.param("a4", True, True, id="a4-two-sided-backs-turned"),
        pytest.param("a4", False, False, marks=pytest.mark.campaign, id="a4-one-sided"),
        pytest.param("letter", True, True, marks=pytest.mark.campaign, id="letter-backs-turned"),
        pytest.param("a4", True, False, marks=pytest.mark.campaign, id="a4-two-sided"),
    ],
)
def test_nothing_is_lost_on_paper(paper, two_sided, backs_turned, raster_printer, to_print):
    path = to_print(paper, two_sided)
    queue = raster_printer(backs_turned=backs_turned)
    printed = _on_paper(queue, path, paper, two_sided=two_sided)
    assert differences(grey_pages(path.read_bytes(), RASTER_DPI), printed) == {}


def _swap(file: pikepdf.Pdf) -> None:
    file.pages[1], file.pages[2] = file.pages[2], file.pages[1]


def _turn(file: pikepdf.Pdf) -> None:
    file.pages[1].Rotate = 180


def _move(file: pikepdf.Pdf) -> None:
    """By a millimetre."""
    file.pages[1].contents_add(b"1 0 0 1 2.83 0 cm", prepend=True)


def _lose_a_word(file: pikepdf.Pdf) -> None:
    file.pages[1].contents_add(b"q 1 g 80 60 450 20 re 90 690 15 15 re f Q")


def _add_a_hairline(file: pikepdf.Pdf) -> None:
    file.pages[1].contents_add(b"q 0.35 w 40 300 m 50 300 l S Q")


@pytest.mark.parametrize(
    ("fault", "seen"),
    [(_swap, {2, 3}), (_turn, {2}), (_move, {2}), (_lose_a_word, {2}), (_add_a_hairline, {2})],
)
def test_faults_on_paper_are_seen(fault, seen, raster_printer, some_pages, tmp_path):
    wrong = tmp_path / "wrong.pdf"
    with pikepdf.open(some_pages) as file:
        fault(file)
        file.save(wrong)
    printed = _on_paper(raster_printer(backs_turned=True), wrong, "letter", two_sided=True)
    assert differences(grey_pages(some_pages.read_bytes(), RASTER_DPI), printed).keys() == seen


def test_ink_near_an_edge_is_lost(raster_printer, some_pages, tmp_path):
    near = tmp_path / "near.pdf"
    sides = (b"8.5 300 5 100 re", b"598 300 5 100 re", b"300 8.5 100 5 re", b"300 778 100 5 re")
    with pikepdf.open(some_pages) as file:
        for page, side in zip(file.pages, sides, strict=True):
            page.contents_add(b"q 0 g " + side + b" f Q")
        file.save(near)
    printed = _on_paper(raster_printer(backs_turned=False), near, "letter", two_sided=True)
    found = differences(grey_pages(near.read_bytes(), RASTER_DPI), printed)
    assert found.keys() == {1, 2, 3, 4}
    assert all(page.lost > 1000 and page.added == 0 for page in found.values())


@pytest.fixture(scope="module")
def some_pages(to_print, tmp_path_factory) -> Path:
    """Four pages of the book."""
    path = tmp_path_factory.mktemp("some") / "pages.pdf"
    with pikepdf.open(to_print("letter", False)) as file:
        del file.pages[5:]
        del file.pages[0]
        file.save(path)
    return path
