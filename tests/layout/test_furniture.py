"""Feet and heads of pages, margins of fronts and backs, and how figures are marked."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from support.laid_out import lay_out, one_part, pdf_of
from support.marks import read_pages
from workbook.geometry import MM
from workbook.layout.box import Artifact
from workbook.layout.paragraph import Paragraph


def _sheet(name: str, *blocks, **more):
    return {"id": name, "title": name, **more, "blocks": list(blocks) or [{"text": name}]}


def _feet(layout) -> dict[int, list]:
    return {
        page.number: [placed for placed in page.placed if placed.within == Artifact("Footer")]
        for page in layout.pages
    }


BOOK = one_part(
    _sheet("front", {"cover": "C"}, heading=False),
    _sheet("a", {"prompt": "Q", "lines": 40}),
    _sheet("b", sensitive=True),
    _sheet("c"),
    licence="May be copied",
)


def test_every_page_has_a_foot_but_covers_and_blank_ones():
    layout = lay_out(BOOK)
    blank = {page.number for page in layout.pages if page.blank}
    assert blank
    for number, foot in _feet(layout).items():
        assert bool(foot) == (number != 1 and number not in blank)


@pytest.mark.parametrize("hand", [False, True])
@pytest.mark.parametrize("two", [False, True])
def test_the_folio_is_outside_and_the_title_inside(two, hand):
    layout = lay_out(BOOK, two_sided=two, hand="left" if hand else "right")
    looked_at = set()
    for number, foot in _feet(layout).items():
        if not foot:
            continue
        words = {placed.box.plain: placed for placed in foot}
        at_right = (number % 2 == 1 or not two) != hand
        assert words[str(number)].box.align == ("right" if at_right else "left")
        assert words["A book"].box.align == ("left" if at_right else "right")
        looked_at.add(at_right)
        assert len({placed.area.top for placed in foot}) == 1
    assert looked_at == ({True, False} if two else {not hand})


def test_a_licence_that_is_too_long_stands_above_title_and_folio():
    for licence, lines in [("Short", 0), ("word " * 20, 2), ("word " * 30, 3)]:
        layout = lay_out(one_part(_sheet("a"), licence=licence))
        foot = {placed.box.plain: placed for placed in _feet(layout)[1]}
        words = foot[licence.strip()]
        leading = words.box.style.leading
        title = foot["A book"]
        assert words.area.top - title.area.top == pytest.approx(lines * leading)
        assert words.box.align == ("center" if not lines else "left")
        if not lines:
            width = words.box.natural_width(layout.faces)
            middle = words.area.x + words.area.width / 2
            assert title.area.x + title.box.natural_width(layout.faces) < middle - width / 2


@pytest.mark.parametrize("holes", [False, True])
def test_backs_have_the_margins_of_fronts_the_other_way_round(holes):
    layout = lay_out(
        one_part(_sheet("a", {"prompt": "Q", "lines": 90})), two_sided=True, holes=holes
    )
    sheet = layout.sheet
    lefts = {
        page.number % 2: {
            placed.area.x for placed in page.placed if isinstance(placed.box, Paragraph)
        }
        | {page.placed[0].area.x}
        for page in layout.pages[:2]
    }
    assert min(lefts[1]) == pytest.approx(sheet.margins.inside)
    assert min(lefts[0]) == pytest.approx(sheet.margins.outside)
    assert sheet.margins.inside - sheet.margins.outside == pytest.approx((7.5 if holes else 4) * MM)
    assert sheet.margins.outside >= 18 * MM - 0.01


def _sequences(book, **choices):
    with pikepdf.open(BytesIO(pdf_of(book, **choices))) as file:
        return [page.sequences for page in read_pages(file)]


def test_feet_are_told_to_be_feet():
    for number, sequences in enumerate(_sequences(BOOK), start=1):
        said = "".join(s.text for s in sequences if s.subtype == "/Footer")
        feet = [s for s in sequences if s.subtype == "/Footer"]
        assert len(feet) <= 1
        assert not feet or str(number) in said


def test_a_figure_of_several_boxes_is_one_marked_sequence():
    for sequences in _sequences(one_part(_sheet("a", {"rings": ["x", "y"]}))):
        figures = [s for s in sequences if s.tag == "/Figure"]
        assert len(figures) == 1
        assert [w.text.strip() for w in figures[0].words] == ["me", "x", "y"] or len(
            figures[0].words
        ) == 3
