"""What a page measures for each choice: margins, halves of sheets, pitches, inks."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from support.builds import DAY
from support.laid_out import one_part, pdf_of
from support.marks import read_pages
from support.roles import every_role
from workbook.blocks.table import FREE
from workbook.choices.choices import Choices
from workbook.choices.ink import INKS
from workbook.choices.paper import PAPERS, margins_for, paper_named
from workbook.choices.sheet import sheet_for
from workbook.errors import ChoiceError
from workbook.layout.marks import CIRCLE

MM = 72 / 25.4
LETTER, NARROW = PAPERS["letter"], PAPERS["a5"]


def _margins(paper=LETTER, **choices):
    chosen = {"two_sided": False, "holes": False, "large": False, **choices}
    return margins_for(paper, **chosen)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("two", [False, True])
def test_holes_are_clear_of_words(paper, large, two):
    """Two holes 80 mm apart reach 15 mm into the sheet, and are 25 mm clear here."""
    margins = _margins(paper, holes=True, large=large, two_sided=two)
    assert margins.inside >= 25.4 * MM
    assert _margins(paper, large=large, two_sided=two).inside < 25.4 * MM


def test_a_binding_takes_from_the_outside_what_it_gives_the_inside():
    one, two = _margins(), _margins(two_sided=True)
    assert one.inside == one.outside
    assert two.inside - one.inside == pytest.approx(2 * MM)
    assert one.outside - two.outside == pytest.approx(2 * MM)
    assert _margins(holes=True).outside == two.outside


def test_a_head_moves_the_frame_down_and_leaves_it_as_high():
    for paper in (LETTER, NARROW):
        plain, headed = _margins(paper), _margins(paper, head=True)
        assert headed.top > plain.top
        assert headed.top + headed.bottom == pytest.approx(plain.top + plain.bottom)
        assert headed.bottom > headed.foot


def test_half_a_sheet_is_half_of_it_upright():
    for name, half in {"letter": "half-letter", "a4": "a5"}.items():
        found = PAPERS[name].halved()
        assert found.name == half
        assert (found.width, found.height) == pytest.approx(
            (PAPERS[half].width, PAPERS[half].height), abs=1.5
        )
        assert found.width < found.height


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("240x170mm", "wider than it is high"),
        ("129x200mm", "too small"),
        ("150x179mm", "too small"),
        ("461x600mm", "larger than"),
        ("400x651mm", "larger than"),
        ("170mm", "no paper"),
    ],
)
def test_papers_that_are_none_are_refused(name, what):
    with pytest.raises(ChoiceError, match=what):
        paper_named(name)


def test_the_smallest_and_the_largest_paper_are_papers():
    for name in ("130x180mm", "460x650mm", "170.5x240mm"):
        width = float(name.split("x")[0])
        assert paper_named(name).width == pytest.approx(width * MM)


@pytest.mark.parametrize(
    ("ruling", "large", "pitch"),
    [
        ("compact", False, 8),
        ("standard", False, 9),
        ("large", False, 12),
        ("standard", True, 12),
        ("compact", True, 12),
    ],
)
def test_lines_are_as_far_apart_as_was_chosen(ruling, large, pitch):
    sheet = sheet_for(Choices(date=DAY, ruling=ruling, type="large" if large else None), "en")
    assert sheet.pitch == pytest.approx(pitch * MM)
    assert sheet.least_row >= sheet.pitch + MM - 0.01
    assert sheet.measure(FREE) >= 3 * MM - 0.01
    assert sheet.measure(CIRCLE) > sheet.tick_box


def test_large_print_is_large_in_every_role():
    standard, large = (
        sheet_for(Choices(date=DAY, type=size), "en") for size in ("standard", "large")
    )
    styles = {role: large.style(role) for role in every_role()}
    for role, style in styles.items():
        assert style.size >= 18
        assert style.size >= standard.style(role).size
    assert min(s.size for s in styles.values() if s.face == "heading") >= 22


@pytest.mark.parametrize("name", INKS)
def test_what_fades_gets_lighter_where_an_ink_can(name):
    inks = INKS[name]
    light = [sum(inks.faded(share)) for share in (0.0, 0.3, 0.6, 1.0)]
    assert light[0] == pytest.approx(sum(inks.accent))
    if inks.solid:
        assert len(set(light)) == 1
    else:
        assert light == sorted(light)
        assert light[-1] == pytest.approx(3.0)


def _pages(*blocks):
    sheets = [{"id": "one", "title": "T", "blocks": list(blocks)}]
    with pikepdf.open(BytesIO(pdf_of(one_part(*sheets)))) as file:
        return read_pages(file), [page.Contents.read_bytes() for page in file.pages]


def test_strokes_after_dots_are_whole():
    pages, _ = _pages({"prompt": "Q", "lines": 5, "ruling": "dots"}, {"prompt": "R", "lines": 5})
    figures = [s for s in pages[0].sequences if s.tag == "/Figure"]
    assert [bool(figure.strokes[0].dash) for figure in figures] == [True, False]


def test_each_page_says_its_inks_and_faces_itself():
    """A page's content stream begins with black and without a font (ISO 32000-1 8.4.1)."""
    _, contents = _pages({"prompt": "Q", "lines": 60})
    assert len(contents) > 2
    for content in contents:
        for operator in (b" RG", b" w\n", b" rg", b" Tf"):
            assert operator in content
