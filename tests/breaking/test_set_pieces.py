"""Cards, callouts, digests, notes and drawn things over pages."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from support.at_each_foot import under_each_height
from support.laid_out import lay_out, one_part
from support.on_pages import SLACK, Pages, Sighting, by_section, inside
from workbook.geometry import MM
from workbook.layout.beside import Beside
from workbook.layout.inset import Inset
from workbook.layout.unbroken import Unbroken
from workbook.matter.outline import Pointer

PAPERS = pytest.mark.parametrize("paper", ["letter", "a5"])
CARD = 42 * MM
CARDS = {"cards": 3, "many-cards": 7}


def _card_rows(pages: Pages) -> dict[int, list[Sighting]]:
    rows: dict[int, list[Sighting]] = defaultdict(list)
    for seen in pages.sightings:
        if isinstance(seen.box, Beside):
            rows[seen.page].append(seen)
    return rows


@PAPERS
@pytest.mark.parametrize("name", CARDS)
def test_cards_are_whole_and_at_least_as_high_as_a_card(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        rows = [row for found in _card_rows(pages).values() for row in found]
        assert len(rows) == CARDS[name], f"under {lines} lines"
        cards = [s for s in pages.sightings if isinstance(s.box, Inset)]
        assert all(card.area.height >= CARD - SLACK for card in cards)
        for card in cards:
            row = next(r for r in rows if r.page == card.page and inside(card.area, r.area))
            assert card.area.height == pytest.approx(row.area.height)
            assert card.area.width == pytest.approx(row.area.width / 2)


@PAPERS
@pytest.mark.parametrize("name", CARDS)
def test_words_stand_in_the_middle_of_their_card(name, paper):
    for pages in under_each_height(name, paper).values():
        for card in (seen for seen in pages.sightings if isinstance(seen.box, Inset)):
            words = next(s for s in pages.on(card.page) if s.box is card.box.inner)
            above, below = card.area.top - words.area.top, words.area.bottom - card.area.bottom
            assert above == pytest.approx(below)
            assert above >= 7 * MM - SLACK
            assert words.area.x - card.area.x == pytest.approx(7 * MM)


def test_cards_touch_each_other_to_be_cut_at_once():
    for pages in under_each_height("many-cards").values():
        for rows in _card_rows(pages).values():
            for above, below in pairwise(rows):
                assert above.area.bottom == pytest.approx(below.area.top)


def test_four_rows_of_cards_fill_a_page_and_those_left_over_stay_as_they_are():
    filled = 0
    for lines, pages in under_each_height("many-cards").items():
        rows = list(_card_rows(pages).values())
        first, *others = rows
        foot = pages.frame(first[0].page).bottom
        if others:
            assert first[-1].area.bottom == pytest.approx(foot), f"under {lines} lines"
            filled += first[0].area.height > CARD + 1
        assert len({round(row.area.height, 2) for row in first}) == 1
        for row in (row for found in others for row in found):
            assert row.area.height == pytest.approx(CARD), f"under {lines} lines"
    assert filled > 3


def test_three_rows_of_cards_fill_nothing():
    for pages in under_each_height("cards").values():
        for rows in _card_rows(pages).values():
            assert all(row.area.height == pytest.approx(CARD) for row in rows)


def _callout(pages: Pages) -> list[Sighting]:
    return [seen for seen in pages.sightings if isinstance(seen.box, Unbroken)]


def test_a_low_callout_is_whole():
    moved = 0
    for lines, pages in under_each_height("callout").items():
        (whole,) = _callout(pages)
        assert whole.area.height < 0.4 * pages.layout.sheet.height
        moved += whole.page != pages.pages[0].number
        assert whole.area.height == pytest.approx(_callout(_first("callout"))[0].area.height), lines
    assert moved > 3


def _first(name: str) -> Pages:
    return next(iter(under_each_height(name).values()))


def test_a_high_callout_is_cut_with_two_lines_after_its_word():
    cut = 0
    for lines, pages in under_each_height("high-callout").items():
        pieces = _callout(pages)
        cut += len(pieces) > 1
        whole = sum(piece.area.height for piece in pieces)
        assert whole > 0.4 * pages.layout.sheet.height
        for piece in pieces:
            inner = [
                s for s in pages.paragraphs if inside(s.area, piece.area) and s.page == piece.page
            ]
            assert sum(len(pages.lines(s)) for s in inner) >= 2, f"under {lines} lines"
            # The bar is as high as what it stands beside.
            assert max(s.area.top for s in inner) == pytest.approx(piece.area.top - MM / 2)
            assert min(s.area.bottom for s in inner) == pytest.approx(piece.area.bottom + MM / 2)
    assert cut > 9


@pytest.mark.parametrize(("share", "is_whole"), [(0.36, True), (0.39, True), (0.42, False)])
def test_a_callout_is_kept_up_to_two_fifths_of_a_page(share, is_whole):
    """Looked at where the page's foot falls into its middle."""
    probe = by_section(lay_out(one_part(_sheet({"text": "x"}))))["one"].layout.sheet
    count = int((share * probe.height - MM - 15) / 18.5)
    words = "\\\n".join(["w"] * count)
    blocks = [{"prompt": "Filler", "lines": 17}, {"callout": words}]
    pages = by_section(lay_out(one_part(_sheet(*blocks))))["one"]
    assert (len(_callout(pages)) == 1) == is_whole


def _sheet(*blocks, **more):
    return {"id": "one", "title": "T", **more, "blocks": list(blocks)}


def _digests(parts: list[int], above: int) -> Pages:
    """Contents in which parts open that have so many worksheets each, under write lines."""
    contents = {
        "id": "contents",
        "title": "Contents",
        "blocks": [{"prompt": "Filler", "lines": above}, {"contents": "openings"}],
    }
    front = {"title": "Front", "opening": False, "worksheets": [contents]}
    made = [
        {
            "title": f"Part {number}",
            "opening": "contents",
            "intro": "What it is for.",
            "worksheets": [
                {"id": f"w-{number}-{n}", "title": f"W{n}", "blocks": [{"text": "x"}]}
                for n in range(count)
            ],
        }
        for number, count in enumerate(parts)
    ]
    layout = lay_out({"title": "A book", "parts": [front, *made]})
    return by_section(layout)["contents"]


@pytest.mark.parametrize("above", range(3, 16))
def test_a_low_digest_of_a_part_is_on_one_page(above):
    pages = _digests([8, 8, 8], above)
    digests = [seen for seen in pages.sightings if isinstance(seen.box, Unbroken)]
    assert len(digests) == 3
    assert len({seen.page for seen in digests}) > 1
    assert all(seen.area.height < 0.43 * pages.layout.sheet.height for seen in digests)


@pytest.mark.parametrize("above", range(4, 19))
def test_a_high_digest_is_cut_with_two_worksheets_on_either_side(above):
    pages = _digests([24], above)
    digests = [seen for seen in pages.sightings if isinstance(seen.box, Unbroken)]
    assert len(digests) == 2 or above < 7
    for digest in digests:
        lines = [s for s in pages.sightings if isinstance(s.box, Pointer) and s.page == digest.page]
        assert len(lines) >= 2


@pytest.mark.parametrize(("count", "is_whole"), [(14, True), (15, True), (17, False), (18, False)])
def test_a_digest_is_kept_up_to_two_fifths_of_a_page_and_a_little_more(count, is_whole):
    pages = _digests([count], 15)
    digests = [seen for seen in pages.sightings if isinstance(seen.box, Unbroken)]
    whole = sum(seen.area.height for seen in digests) / pages.layout.sheet.height
    assert 0.37 < whole < 0.5
    assert (len(digests) == 1) == is_whole, whole


def test_lines_of_the_contents_tell_the_pages_of_what_they_name():
    pages = _digests([12, 3], 2)
    firsts = {page.section.key: page.number for page in pages.layout.pages if page.first}
    told = 0
    for seen in pages.sightings:
        if isinstance(seen.box, Pointer):
            words = [
                s
                for s in pages.paragraphs
                if s.page == seen.page and s.box.element is seen.box.link
            ]
            row = [pages.text(s) for s in words]
            assert row[-1] == str(firsts[seen.box.key])
            told += 1
    assert told == 15


@PAPERS
def test_a_note_stays_with_its_table(paper):
    """What says when numbers were checked is on the page of the last of them."""
    for lines, pages in under_each_height("helplines", paper).items():
        note = next(s for s in pages.paragraphs if pages.text(s).startswith("Checked on"))
        last = [row for row in pages.rows if not row.box.head][-1]
        assert note.page == last.page, f"under {lines} lines"


@PAPERS
@pytest.mark.parametrize("name", ["scale", "chart", "boxes", "rings"])
def test_what_is_drawn_is_on_one_page_with_its_question(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        own = [s for s in pages.inked() if s.box.element is not None or s.of_figure]
        mine = {s.page for s in pages.blanks if s.box.name.split("/")[1] != "1"}
        if name != "boxes":
            assert len(mine) == 1, f"under {lines} lines"
        for page in mine:
            leads = [s for s in own if s.page == page and "LEAD" in getattr(s.box, "plain", "")]
            assert leads or name == "rings"


@pytest.mark.parametrize("size", ["standard", "large"])
@pytest.mark.parametrize("paper", ["letter", "a4", "legal"])
@pytest.mark.parametrize("ends", [("no", "yes"), ("not at all like me", "very much like me")])
def test_words_beside_a_scale_have_room_for_themselves(size, paper, ends):
    """At least 4.5 ems, or they become a column of syllables: then they stand below."""
    block = {"scale": "Q", "low": ends[0], "high": ends[1], "from": 1, "to": 5}
    pages = by_section(lay_out(one_part(_sheet(block)), paper=paper, type=size))["one"]
    low, high = (next(s for s in pages.paragraphs if pages.text(s) == end) for end in ends)
    assert min(low.area.width, high.area.width) >= 4.5 * low.box.style.size
    circles = [seen.area for seen in pages.blanks]
    beside = low.area.top > circles[0].bottom
    assert beside == (size == "standard")
    if beside:
        assert low.area.x + low.area.width <= circles[0].x
        assert circles[-1].right <= high.area.x
        assert high.box.align == "left"
    else:
        assert low.area.top <= circles[0].bottom
        assert high.box.align == "right"
        assert high.area.right == pytest.approx(pages.frame(1).right)


def test_a_scale_with_more_circles_than_fit_between_its_ends_has_them_below():
    for last, beside in [(5, True), (11, False)]:
        block = {"scale": "Q", "low": "a", "high": "b", "from": 0, "to": last}
        pages = by_section(lay_out(one_part(_sheet(block)), paper="a5"))["one"]
        low = next(s for s in pages.paragraphs if pages.text(s) == "a")
        circles = [seen.area for seen in pages.blanks]
        assert (low.area.top > circles[0].bottom) == beside
        assert all(right.x >= left.right + MM - SLACK for left, right in pairwise(circles))


def test_rings_are_around_each_other_and_take_what_a_page_has():
    pages = by_section(lay_out(one_part(_sheet({"rings": ["a", "b", "c"]}))))["one"]
    rings = [seen.area for seen in pages.blanks]
    assert len(rings) == 3
    for inner, outer in pairwise(rings):
        assert inside(inner, outer)
        assert outer.x + outer.width / 2 == pytest.approx(inner.x + inner.width / 2)
        assert outer.top - outer.height / 2 == pytest.approx(inner.top - inner.height / 2)
    steps = [(outer.width - inner.width) / 2 for inner, outer in pairwise(rings)]
    assert steps[0] == pytest.approx(steps[1])
    assert rings[0].width / 2 - 9 * MM == pytest.approx(steps[0])
    assert rings[-1].width == pytest.approx(166 * MM, abs=2)


def test_four_boxes_are_equally_large_and_fill():
    block = {"boxes": ["a", "b", "c " * 30, "d"], "lines": 4, "fill": True}
    pages = by_section(lay_out(one_part(_sheet(block))))["one"]
    rows = [s.area for s in pages.sightings if isinstance(s.box, Beside)]
    assert len(rows) == 2
    assert rows[1].bottom == pytest.approx(pages.frame(1).bottom)
    cells = [s.area for s in pages.sightings if isinstance(s.box, Inset)]
    assert len({round(cell.width, 2) for cell in cells}) == 1
    for left, right in (cells[:2], cells[2:]):
        assert (left.top, left.height) == pytest.approx((right.top, right.height))
        assert left.right == pytest.approx(right.x)


def test_steps_of_contents_stand_right():
    """Numbers at the left, pages at the right edge of the frame."""
    pages = _digests([3], 2)
    frame = pages.frame(1)
    for seen in (s for s in pages.sightings if isinstance(s.box, Pointer)):
        parts = [s for s in pages.paragraphs if s.box.element is seen.box.link and s.page == 1]
        assert parts[0].area.x == pytest.approx(frame.x)
        assert parts[-1].area.right == pytest.approx(frame.right)
        assert parts[-1].box.align == "right"
