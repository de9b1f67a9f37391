"""How much ink a page takes: against pages that are known, and against Ghostscript."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from itertools import islice
from shutil import which

import pikepdf
import pytest

from support.builds import BOOK
from workbook.finishing.ink import DPI, coverage, page_inks

GS = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE")
PIXEL = 72 / DPI


def _pdf(*drawn: bytes) -> bytes:
    """A page of 500 by 800 points for each piece of drawing."""
    out = BytesIO()
    with pikepdf.new() as file:
        for drawing in drawn:
            page = file.add_blank_page(page_size=(500, 800))
            page.contents_add(drawing)
        file.save(out)
    return out.getvalue()


def test_an_empty_page_takes_none():
    (page,) = coverage(_pdf(b""))
    assert (page.coverage, page.box) == (0, None)


def test_a_half_black_page_takes_half():
    (page,) = coverage(_pdf(b"0 g 0 0 500 400 re f"))
    assert page.coverage == pytest.approx(0.5, abs=0.002)
    assert page.box == pytest.approx((0, 0, 500, 400), abs=PIXEL)


def test_grey_is_less_than_black():
    (page,) = coverage(_pdf(b"0.75 g 0 0 500 800 re f"))
    assert page.coverage == pytest.approx(0.25, abs=0.002)


def test_a_box_is_told_from_the_lower_left():
    (page,) = coverage(_pdf(b"0 g 50 100 20 300 re f"))
    assert page.box == pytest.approx((50, 100, 70, 400), abs=PIXEL)


def test_a_hairline_is_ink():
    (page,) = coverage(_pdf(b"0.35 w 100 200.3 m 300 200.3 l S"))
    assert page.box == pytest.approx((100, 200, 300, 200.6), abs=PIXEL)


def test_pages_are_told_one_at_a_time():
    pdf = _pdf(b"", b"0 g 0 0 500 800 re f", b"")
    told = page_inks(pdf)
    assert [page.coverage for page in islice(told, 2)] == pytest.approx([0, 1], abs=0.002)
    assert list(told) == coverage(pdf)[2:]


@pytest.fixture
def letter_book(built):
    if which("gs") is None:
        pytest.skip("there is no gs (Ghostscript) to ask")
    return built(BOOK, "letter")


def test_ghostscript_finds_the_same_boxes(letter_book):
    said = subprocess.run(
        [*GS, "-sDEVICE=bbox", letter_book.path], capture_output=True, text=True, check=True
    )
    lines = re.findall(r"^%%HiResBoundingBox: (.*)$", said.stderr, re.MULTILINE)
    boxes = [tuple(map(float, line.split())) for line in lines]
    told = [page.box or (0, 0, 0, 0) for page in coverage(letter_book.pdf)]
    assert len(boxes) == len(told) > 30
    for ours, theirs in zip(told, boxes, strict=True):
        assert ours == pytest.approx(theirs, abs=1.5 * PIXEL)


def test_ghostscript_finds_as_much_ink(letter_book, tmp_path):
    """Told of a grey copy: `ink_cov` counts four inks, and we see one."""
    ours = coverage(letter_book.pdf)[::8]
    numbers = ",".join(str(1 + 8 * at) for at in range(len(ours)))
    grey = tmp_path / "grey.pdf"
    to_grey = ("-sColorConversionStrategy=Gray", "-dProcessColorModel=/DeviceGray")
    asked = [*GS, f"-sPageList={numbers}", "-sDEVICE=pdfwrite", *to_grey, "-o", grey]
    subprocess.run([*asked, letter_book.path], check=True)
    asked = [*GS, "-sDEVICE=ink_cov", "-r1200", "-o", "-", grey]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)
    counted = [line.split()[:4] for line in said.stdout.splitlines() if line.endswith("CMYK OK")]
    assert {float(part) for page in counted for part in page[:3]} == {0}
    theirs = [float(black) / 100 for *_, black in counted]
    told = [page.coverage for page in ours]
    assert max(told) > 0.02
    # Ghostscript inks each pixel that a line touches, so it finds a little more.
    assert told == pytest.approx(theirs, abs=0.0015)
