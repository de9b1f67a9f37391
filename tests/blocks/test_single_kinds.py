"""What single kinds of block promise beside the rules that all keep."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from support.laid_out import lay_out, one_part
from support.on_pages import SLACK, Pages, by_section, inside, overlaps, whole
from workbook.geometry import MM
from workbook.layout.box import Artifact
from workbook.layout.inset import Inset
from workbook.layout.paragraph import Paragraph
from workbook.layout.table import Cell, Row
from workbook.matter.outline import Pointer

NUMBERS = """\
regions:
  us:
    name: Here
    lines:
      - {name: L0, contact: ["c0"], verified: 2026-03-02, source: s.org}
      - {name: L1, contact: ["c1"], verified: 2026-01-05, source: s.org}
      - {name: L2, contact: ["c2"], verified: 2026-02-03, source: s.org}
      - {name: L3, contact: ["c3"], verified: 2026-05-03, source: s.org}
"""


def _pages(*blocks, **choices) -> Pages:
    sheet = {"id": "one", "title": "T", "blocks": list(blocks)}
    return by_section(lay_out(one_part(sheet), **choices))["one"]


def test_four_boxes_of_different_titles_are_equally_high_in_a_row():
    pages = _pages({"boxes": ["word " * 30, "b", "c", "d"], "lines": 3})
    cells = [s.area for s in pages.sightings if isinstance(s.box, Inset)]
    assert cells[0].height == pytest.approx(cells[1].height)
    assert cells[0].height > cells[2].height


def test_words_at_the_ends_of_an_axis_are_whole_and_at_their_ends():
    pages = _pages({"chart": "Q", "low": "Incomprehensibility", "high": "top"})
    low = next(s for s in pages.paragraphs if "Incomp" in pages.text(s))
    high = next(s for s in pages.paragraphs if pages.text(s) == "top")
    (grid,) = pages.blanks
    assert pages.lines(low) == [["Incomprehensibility"]]
    assert low.area.right < grid.area.x
    assert high.area.top == pytest.approx(grid.area.top)
    assert low.area.bottom == pytest.approx(grid.area.bottom + 8 * MM)


@pytest.mark.parametrize("days", [7, 14, 21, 31])
@pytest.mark.parametrize("paper", ["letter", "130x180mm"])
def test_numbers_of_days_keep_off_each_other(days, paper):
    from io import BytesIO

    import pikepdf

    from support.laid_out import pdf_of
    from support.marks import read_pages

    block = {"chart": "Q", "low": "a", "high": "b", "days": days}
    book = one_part({"id": "one", "title": "T", "blocks": [block]})
    with pikepdf.open(BytesIO(pdf_of(book, paper=paper))) as file:
        words = read_pages(file)[0].words()
    numbers = sorted(word for word in words if word.text.strip().isdigit())
    assert numbers[0].text == "1"
    assert all(b.x - (a.x + a.width) >= 1 for a, b in pairwise(numbers))
    assert len(numbers) >= days // 14


def test_a_column_of_ones_own_is_under_its_heading_and_high_enough():
    pages = _pages({"comparison": ["A", "B"], "rows": [["a", "b"]], "mine": "Mine"})
    (place,) = pages.blanks
    heading = next(s for s in pages.paragraphs if pages.text(s) == "Mine")
    assert place.area.x == pytest.approx(heading.area.x)
    (row,) = [s for s in pages.rows if not s.box.head]
    assert row.area.height >= pages.layout.sheet.least_row - SLACK


def _parts(above: int, contents: str) -> Pages:
    blocks = [{"prompt": "Filler", "lines": above}, {"contents": contents}]
    front = {"id": "contents", "title": "Contents", "blocks": blocks}
    parts = [
        {
            "title": f"Part {number}",
            "opening": "contents" if contents == "openings" and number else "page",
            "worksheets": [
                {"id": f"w-{number}-{n}", "title": f"W{n}", "blocks": [{"text": "x"}]}
                for n in range(4)
            ],
        }
        for number in range(3)
    ]
    part = {"title": "Front", "opening": False, "worksheets": [front]}
    return by_section(lay_out({"title": "A book", "parts": [part, *parts]}))["contents"]


@pytest.mark.parametrize("above", range(10, 24))
def test_a_part_in_the_contents_is_never_the_last_on_its_page(above):
    pages = _parts(above, "worksheets")
    assert len({s.page for s in pages.sightings if isinstance(s.box, Pointer)}) >= 1
    for page in pages.pages[:-1]:
        lines = [s for s in pages.on(page.number) if isinstance(s.box, Pointer)]
        if lines:
            last = min(lines, key=lambda s: s.area.bottom)
            assert not last.box.words.startswith("Part")


def test_only_parts_without_a_page_open_in_the_contents():
    pages = _parts(1, "openings")
    titles = [pages.text(s) for s in pages.paragraphs if s.box.element.tag == "H2"]
    assert titles == ["Part 2 – Part 1", "Part 3 – Part 2"]


def test_a_long_title_in_the_contents_keeps_off_minutes_and_page():
    sheets = [
        {"id": "c", "title": "C", "blocks": [{"contents": "worksheets"}]},
        {"id": "l", "title": "word " * 18, "minutes": 5, "blocks": [{"text": "x"}]},
    ]
    pages = by_section(lay_out(one_part(*sheets)))["c"]
    pointer = next(s for s in pages.sightings if isinstance(s.box, Pointer))
    parts = [s for s in pages.paragraphs if s.box.element is pointer.box.link]
    assert len(parts) == 3
    title, minutes, page = parts
    assert len(pages.lines(title)) > 1
    assert not overlaps(title.area, minutes.area)
    assert not overlaps(title.area, page.area)
    assert not overlaps(minutes.area, page.area)


def _helplines(**options) -> Pages:
    sheet = {"id": "one", "title": "T", "blocks": [{"helplines": "region", **options}]}
    book = one_part(sheet, region="us", helplines="numbers.yaml")
    return by_section(lay_out(book, beside={"numbers.yaml": NUMBERS}))["one"]


def test_numbers_are_as_old_as_the_oldest_of_them():
    note = next(s for s in _helplines().paragraphs if "Checked" in s.box.plain)
    assert "5" in note.box.plain
    assert "January" in note.box.plain


def test_small_print_names_three_lines():
    words = " ".join(_helplines(brief=True).words)
    assert re.findall(r"L\d", words) == ["L0", "L1", "L2"]
    assert re.findall(r"c\d", words) == ["c0", "c1", "c2"]


def test_a_question_without_a_number_of_lines_fills():
    pages = _pages({"prompt": "Q"})
    (space,) = pages.blanks
    assert space.area.bottom == pytest.approx(pages.frame(1).bottom)
    pages = _pages({"prompt": "Q", "lines": 4})
    assert pages.write_lines(pages.blanks[0]) == 4


@pytest.mark.parametrize("paper", ["letter", "a5", "130x180mm", "legal"])
def test_rings_are_in_the_frame_on_every_paper(paper):
    pages = _pages({"rings": ["a", "b", "c", "d"]}, paper=paper)
    assert all(inside(seen.area, pages.frame(seen.page)) for seen in pages.blanks)


def test_a_long_word_at_the_end_of_a_scale_is_whole():
    pages = _pages({"scale": "Q", "low": "Incomprehensible", "high": "b", "from": 1, "to": 5})
    low = next(s for s in pages.paragraphs if "Incomp" in pages.text(s))
    assert pages.lines(low) == [["Incomprehensible"]]


@pytest.mark.parametrize("height", [6, 7, 9, None])
def test_low_rows_of_marks_have_a_rule_at_every_fifth(height):
    table = {"table": ["A", "B"], "labels": [f"l{n}" for n in range(12)], "marks": "box"}
    pages = _pages({**table, **({"height": height} if height else {})})
    ruled = [seen.box.ruled for seen in pages.rows if not seen.box.head]
    if height in (6, 7):
        assert [n for n, rule in enumerate(ruled, start=1) if rule] == [5, 10, 12]
    else:
        assert all(ruled)
    assert all(isinstance(row.box, Row) for row in pages.rows)


def test_headings_over_circles_are_whole():
    pages = _pages({"selfcheck": ["a"], "columns": ["no", "Characteristically"]})
    heading = next(s for s in pages.paragraphs if "Charact" in pages.text(s))
    assert pages.lines(heading) == [["Characteristically"]]


def test_an_opening_of_a_part_hangs_higher_where_it_is_long():
    for count in (3, 40):
        part = {
            "title": "P",
            "opening": "page",
            "intro": "word " * 100,
            "worksheets": [
                {"id": f"w{n}", "title": f"W{n}", "blocks": [{"text": "x"}]} for n in range(count)
            ],
        }
        found = by_section(lay_out({"title": "A book", "parts": [part]}))
        pages = found["part 0"]
        top = max(s.area.top for s in pages.paragraphs if s.page == 1)
        drop = (pages.frame(1).top - top) / MM
        assert drop == pytest.approx(62, abs=0.1) if count == 3 else drop < 30
    part["worksheets"] = part["worksheets"][:16]
    assert len(by_section(lay_out({"title": "A book", "parts": [part]}))["part 0"].pages) == 1


@pytest.mark.parametrize(("minutes", "words"), [(1, "1 minute"), (5, "5 minutes")])
def test_minutes_are_told_in_their_number(minutes, words):
    sheet = {"id": "one", "title": "T", "minutes": minutes, "blocks": [{"text": "x"}]}
    pages = by_section(lay_out(one_part(sheet)))["one"]
    assert any(pages.text(s).endswith(words) for s in pages.paragraphs)


@pytest.mark.parametrize("cover", [False, True])
@pytest.mark.parametrize("always", [False, True])
def test_a_practices_name_is_at_the_head_where_it_is_asked_for(tmp_path, cover, always):
    """On every page when asked; else on the first one of a file without a cover."""
    practice = tmp_path / "practice.yaml"
    practice.write_text(f"name: {'MAMMOTH WOMEN ' * 4}\nheader: {always}\n")
    sheet = {"id": "one", "title": "T", "blocks": [{"prompt": "Q", "lines": 60}]}
    front = {"id": "f", "title": "F", "heading": False, "blocks": [{"cover": "C"}]}
    book = one_part(*([front] if cover else []), sheet)
    layout = lay_out(book, practice=practice, paper="a5")
    heads = {
        page.number: [p for p in page.placed if p.within == Artifact("Header")]
        for page in layout.pages
    }
    pages = [page.number for page in layout.pages if not page.section.bare]
    asked = pages if always else [] if cover else [1]
    assert [number for number, head in heads.items() if head] == asked
    for head in heads.values():
        for placed in head:
            assert isinstance(placed.box, Paragraph)
            assert len(placed.box.lines(placed.area.width, layout.faces)) == 1
            assert placed.box.plain.endswith("…")
    assert not any(isinstance(s.box, Cell) for s in whole(layout).sightings)
