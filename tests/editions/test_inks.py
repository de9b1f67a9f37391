"""What is printed with: grey tells apart what colour did, and a copy of a copy loses nothing."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy
import pikepdf
import pypdfium2
import pytest
from PIL import ImageFont

from support.builds import BOOK, DAY, PAPERS
from support.every_kind import write_book
from support.roles import every_role
from workbook.choices.choices import Choices
from workbook.choices.ink import INKS, Ink
from workbook.choices.type import Typography
from workbook.content.reader import read_file
from workbook.finishing.ink import coverage
from workbook.making.pipeline import build
from workbook.pdf.faces import Faces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST_STROKE = 0.4
EDITIONS = tuple(read_file(BOOK).book.editions)
COLOURS = {"RG", "rg", "G", "g", "K", "k", "SC", "SCN", "sc", "scn", "CS", "cs", "gs", "sh"}


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory) -> Path:
    return write_book(tmp_path_factory.mktemp("every-kind"), "en")


def _operators(pdf: bytes) -> Iterator[tuple[int, str, list[float]]]:
    """Each operator about ink: its page, its name, its numbers."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages, start=1):
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in COLOURS | {"w", "Do", "INLINE IMAGE"}:
                    yield number, str(operator), [float(operand) for operand in operands]


def _pages(pdf: bytes, dpi: int) -> Iterator[numpy.ndarray]:
    """Each page in colour, no edge smoothed."""
    hard = {"no_smoothtext": True, "no_smoothimage": True, "no_smoothpath": True}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=dpi / 72, **hard).to_numpy()[:, :, :3]


@pytest.mark.parametrize(("material", "paper"), [("book", "letter"), ("every kind", "a5")])
def test_for_the_copier_everything_is_black(material, paper, every_kind):
    path = BOOK if material == "book" else every_kind
    pdf = build(path, Choices(paper=paper, date=DAY, ink="copy")).pdf
    found = list(_operators(pdf))
    assert {operator for _, operator, _ in found} == {"RG", "rg", "w"}
    assert [ink for ink in found if ink[1] != "w" and ink[2] != [0, 0, 0]] == []
    assert [ink for ink in found if ink[1] == "w" and ink[2][0] < LEAST_STROKE] == []
    levels = {int(level) for page in _pages(pdf, 50) for level in numpy.unique(page)}
    assert levels == {0, 255}


def test_grey_has_no_colour(every_kind):
    pdf = build(every_kind, Choices(paper="a5", date=DAY, ink="grey")).pdf
    found = list(_operators(pdf))
    assert {operator for _, operator, _ in found} == {"RG", "rg", "w"}
    assert [ink for ink in found if ink[1] != "w" and len(set(ink[2])) > 1] == []
    assert not any(numpy.ptp(page, axis=2).any() for page in _pages(pdf, 50))


def test_colour_is_seen_by_these_tests():
    pdf = build(BOOK, Choices(paper="letter", date=DAY, only=("urge-log",))).pdf
    assert any(len(set(numbers)) > 1 for _, operator, numbers in _operators(pdf) if operator != "w")
    assert any(numpy.ptp(page, axis=2).any() for page in _pages(pdf, 50))


def _inks(name: str) -> dict[str, Ink]:
    inks = INKS[name]
    return {role: ink for role, ink in inks._asdict().items() if isinstance(ink, Ink)}


def test_grey_keeps_every_difference_that_colour_made():
    colour, grey = _inks("colour"), _inks("grey")
    assert colour.keys() == grey.keys() >= {"text", "accent", "soft", "rule", "pale", "head_fill"}
    assert all(ink.red == ink.green == ink.blue for ink in grey.values())
    for one, other in combinations(colour, 2):
        if colour[one] != colour[other]:
            assert abs(grey[one].red - grey[other].red) >= 0.09, (one, other)


def test_grey_keeps_the_order_from_dark_to_light():
    """By Rec. 601, which is what printers and copiers weigh colours with."""
    colour, grey = _inks("colour"), _inks("grey")
    light = {role: 0.299 * i.red + 0.587 * i.green + 0.114 * i.blue for role, i in colour.items()}
    assert sorted(colour, key=light.get) == sorted(grey, key=lambda role: grey[role].red)


def _taken(name: str | None, paper: str) -> tuple[float, ...]:
    """The ink that all pages take in colour, in grey and for the copier."""
    editions = (
        Choices(paper=paper, date=DAY, edition=name, ink=ink) for ink in ("colour", "grey", "copy")
    )
    return tuple(
        sum(page.coverage for page in coverage(build(BOOK, edition).pdf)) for edition in editions
    )


@pytest.mark.parametrize(("name", "paper"), list(product([None, *EDITIONS], PAPERS)))
def test_it_takes_less_in_grey_and_least_for_the_copier(name, paper):
    colour, grey, copy = _taken(name, paper)
    assert colour > grey > copy > 0


def _thinnest(file: Path) -> float:
    """The thinnest stroke that a line down the middle of an e crosses, at one point of size."""
    mask = ImageFont.truetype(file, 1000).getmask("e")
    inked = numpy.array(mask).reshape(mask.size[::-1])[:, mask.size[0] // 2] > 127
    edges = numpy.flatnonzero(numpy.diff(inked.astype(int), prepend=0, append=0))
    return int((edges[1::2] - edges[::2]).min()) / 1000


@pytest.mark.parametrize("emphasis", [False, True])
def test_the_thinnest_letters_for_the_copier_are_as_heavy_as_lines(emphasis):
    styles = map(Typography(INKS["copy"]).style, every_role())
    light = [style for style in styles if style.face == "light"]
    assert light
    face = Faces().face("light", emphasis=emphasis)
    thinnest = _thinnest(face.path)
    assert min(style.size * thinnest for style in light) >= LEAST_STROKE
