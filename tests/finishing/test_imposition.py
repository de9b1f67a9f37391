"""Imposed files: rendered, printed and folded, they show the plain file's pages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy
import pypdfium2
import pytest

from support.folding import leaves
from support.ink import grey_pages
from support.numbered import NOTE, SHEET, drawn, numbered_file, numbered_pages
from workbook.choices.ink import Ink
from workbook.finishing.imposition import booklet, two_up
from workbook.finishing.saddle_stitch import Fold
from workbook.geometry import MM, Area

if TYPE_CHECKING:
    from workbook.pdf.pen import Pen

# Pixels in a point, for pages that are compared whole: all edges lie between two pixels.
COARSE = 1 / 3
FOLDS = {
    "plain": Fold(thickness=0),
    "long flip": Fold(thickness=0, flip="long"),
    "bound at the right": Fold(thickness=0, binding="right"),
    "long flip, bound at the right": Fold(thickness=0, flip="long", binding="right"),
    "small signatures": Fold(signature=4, thickness=0, flip="long"),
}
CASES = [(pages, "plain") for pages in (1, 2, 3, 4, 5, 8, 131)] + [(66, fold) for fold in FOLDS]


def pictures(pdf: bytes, scale: float) -> list[numpy.ndarray]:
    """Each page in grey, `scale` pixels to a point."""
    return list(grey_pages(pdf, 72 * scale))


def words_by_quarter(pdf: bytes) -> list[numpy.ndarray]:
    """What is written in the left and right half of each side, at its top and at its bottom."""
    document = pypdfium2.PdfDocument(pdf)
    sides = []
    try:
        for page in document:
            text, (width, height) = page.get_textpage(), page.get_size()
            rows = [
                [
                    text.get_text_bounded(x, y, x + width / 2, y + height / 2).strip()
                    for x in (0, width / 2)
                ]
                for y in (height / 2, 0)
            ]
            sides.append(numpy.array(rows, dtype=object))
    finally:
        document.close()
    return sides


def alike(one: numpy.ndarray, other: numpy.ndarray) -> bool:
    """The same picture, but for the grey edges of small letters."""
    return bool((numpy.maximum(one, other) - numpy.minimum(one, other)).max() < 128)


def _folded(pages: int, fold: Fold):
    return booklet(numbered_pages(pages).drawn, fold, sheet=SHEET, note=NOTE)


@pytest.mark.parametrize(("pages", "name"), CASES)
def test_folded_by_page_number(pages, name):
    fold = FOLDS[name]
    made = _folded(pages, fold)
    sides = words_by_quarter(made.pdf)
    assert len(sides) == 2 * made.sheets == len(made.sides)
    faces = chain(*leaves(sides, made.signatures, fold.flip, fold.binding))
    said = [[words for (words,) in face] for face in faces]
    blank = [["", ""]] * (len(said) - pages)
    assert said == [*([f"head {n}", f"foot {n}"] for n in range(1, pages + 1)), *blank]


@pytest.mark.parametrize(("pages", "name"), CASES)
def test_folded_by_pixels(pages, name):
    fold = FOLDS[name]
    made = _folded(pages, fold)
    plain = pictures(numbered_file(pages), COARSE)
    sides = pictures(made.pdf, COARSE)
    faces = list(chain(*leaves(sides, made.signatures, fold.flip, fold.binding)))
    shown = [[n for n, page in enumerate(plain) if alike(face, page)] for face in faces[:pages]]
    assert shown == [[number] for number in range(pages)]
    assert not any(alike(numpy.rot90(face, 2), face) for face in faces[:pages])
    assert all((face == 255).all() for face in faces[pages:])


@pytest.mark.parametrize("pages", [1, 2, 3, 7])
def test_two_up_by_pixels(pages):
    made = two_up(numbered_pages(pages).drawn, sheet=SHEET, note=NOTE)
    plain = pictures(numbered_file(pages), COARSE)
    sides = pictures(made.pdf, COARSE)
    assert made.sheets == len(sides)
    shown = [half for side in sides for half in numpy.hsplit(side, 2)]
    assert all(alike(face, page) for face, page in zip(shown, plain, strict=False))
    assert all((face == 255).all() for face in shown[pages:])


def test_two_up_on_one_side():
    made = two_up(numbered_pages(3).drawn, sheet=SHEET, note=NOTE)
    assert (made.sheets, made.signatures) == (2, ())
    assert [side.tolist() for side in words_by_quarter(made.pdf)] == [
        [["head 1", "head 2"], ["foot 1", "foot 2"]],
        [["head 3", ""], ["foot 3", ""]],
    ]


SMALL = (120, 180)
FINE = 8
SIZES = (5, 4)


def _columns(picture: numpy.ndarray) -> list[float]:
    """Where the ink begins and where it ends, in points from the left edge."""
    dark = numpy.flatnonzero((picture < 128).any(axis=0))
    return [dark[0] / FINE, (dark[-1] + 1) / FINE]


@pytest.mark.parametrize("fold", [fold for name, fold in FOLDS.items() if "small" not in name])
@pytest.mark.parametrize("thickness", [0.1 * MM, 1.25])
def test_creep_moves_inner_sheets_to_the_fold(fold, thickness):
    pages = 4 * sum(SIZES)
    sheet = (2 * SMALL[0], SMALL[1])
    fold = Fold(5, thickness, fold.flip, fold.binding)
    made = booklet(numbered_pages(pages, SMALL).drawn, fold, sheet=sheet, note=NOTE)
    assert made.signatures == SIZES
    plain = pictures(numbered_file(pages, SMALL), FINE)
    bound = list(leaves(pictures(made.pdf, FINE), SIZES, fold.flip, fold.binding))
    inside = [min(leaf, 2 * size - 1 - leaf) for size in SIZES for leaf in range(2 * size)]
    assert max(inside) == 4
    for leaf, (faces, k) in enumerate(zip(bound, inside, strict=True)):
        for face, picture, side in zip(faces, plain[2 * leaf : 2 * leaf + 2], (-1, 1), strict=True):
            # The fold is at the left of a recto, unless the booklet is bound at the right.
            towards = side if fold.binding == "left" else -side
            expected = [edge + towards * k * thickness for edge in _columns(picture)]
            assert _columns(face) == pytest.approx(expected, abs=1.01 / FINE)


def test_no_page_reaches_over_the_fold():
    def draw(pen: Pen, number: int) -> None:
        pen.fill(Area(-50, 180, 300, 180), Ink(number / 10, number / 10, number / 10))

    fold = Fold(thickness=15, flip="long")
    made = booklet(drawn(8, draw, SMALL).drawn, fold, sheet=(240, 180), note=NOTE)
    faces = list(chain(*leaves(pictures(made.pdf, 1), (2,), "long", "left")))
    for number, face in enumerate(faces, start=1):
        strip = {3: face[:, -15:], 4: face[:, :15], 5: face[:, -15:], 6: face[:, :15]}.get(number)
        inked = {3: face[:, :-15], 4: face[:, 15:], 5: face[:, :-15], 6: face[:, 15:]}
        assert numpy.ptp(inked.get(number, face)) == 0
        assert inked.get(number, face)[0, 0] == pytest.approx(number * 25.5, abs=1)
        assert strip is None or (strip == 255).all()


def test_a_page_within_a_point_keeps_to_the_fold():
    made = two_up(numbered_pages(2).drawn, sheet=(793.8, 612), note=NOTE)
    (side,) = pictures(made.pdf, 10)
    ink = numpy.flatnonzero((side[-1440:-1380] < 128).any(axis=0))
    assert ink[0] == pytest.approx(249, abs=1)
    assert ink[-1] == pytest.approx(3969 + 449, abs=1)
