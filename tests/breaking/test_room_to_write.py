"""Room to write over pages: openers with their lines, spaces that fill, pieces with names."""

from __future__ import annotations

import pytest

from support.at_each_foot import under_each_height
from support.laid_out import lay_out, one_part
from support.on_pages import SLACK, Pages, Sighting, by_section, inside
from workbook.blocks.prompt import LEAST_WHEN_FILLING
from workbook.geometry import MM
from workbook.layout.writing import WritingSpace

PAPERS = pytest.mark.parametrize("paper", ["letter", "a5"])
LETTERS = pytest.mark.parametrize("name", ["letter", "filled-letter"])
UNDER_OPENER = 3


def _spaces(pages: Pages) -> list[Sighting]:
    """The case's own, without the space above it."""
    return [
        seen
        for seen in pages.blanks
        if isinstance(seen.box, WritingSpace) and seen.box.name.split("/")[1] != "1"
    ]


def _line_of(words: Sighting, space: Sighting, pitch: float) -> float:
    """The write line on which an opener's first words stand, counted from 0."""
    baseline = words.area.top - words.box.style.leading
    return (space.area.top - baseline) / pitch - 1


@PAPERS
@LETTERS
def test_an_opener_stands_on_a_line_and_goes_on_with_its_lines(name, paper):
    moved = 0
    for lines, pages in under_each_height(name, paper).items():
        for space in _spaces(pages):
            count = pages.write_lines(space)
            goes_on = any(seen.page > space.page for seen in _spaces(pages))
            for opener in space.box.openers:
                (words,) = [s for s in pages.paragraphs if s.box.element is opener.words.element]
                line = _line_of(words, space, pages.layout.sheet.pitch)
                assert line == pytest.approx(round(line), abs=0.01)
                assert round(line) == opener.line
                assert inside(words.area, space.area._replace(top=space.area.top + 20, height=999))
                if goes_on:
                    assert count - 1 - line >= UNDER_OPENER - SLACK, f"under {lines} lines"
                    moved += 1
    assert moved > 3


@LETTERS
def test_the_space_between_openers_stays_as_it_is(name):
    """Counted over all pieces, each opener is as many lines below the first one."""
    places = set()
    for pages in under_each_height(name).values():
        at, found = 0, []
        for space in _spaces(pages):
            found += [at + opener.line for opener in space.box.openers]
            at += space.box.lines
        places.add(tuple(found))
    assert places == ({(0, 3, 7, 11)} if name == "letter" else {(0, 6)})


@PAPERS
@pytest.mark.parametrize("name", ["fill", "filled-letter", "filled-steps"])
def test_a_space_that_fills_takes_its_page_to_the_foot(name, paper):
    for lines, pages in under_each_height(name, paper).items():
        space = _spaces(pages)[0]
        end = next(seen for seen in pages.paragraphs if pages.text(seen) == "End.")
        lowest = end if end.page == space.page else pages.last_on(space.page)
        free = lowest.area.bottom - pages.frame(space.page).bottom
        assert free == pytest.approx(0, abs=0.1), f"under {lines} lines"


@pytest.mark.parametrize("name", ["fill", "filled-letter"])
def test_what_goes_on_fills_its_page_too(name):
    went_on = 0
    for pages in under_each_height(name).values():
        for space in _spaces(pages):
            if "+" in space.box.name:
                went_on += 1
                end = next(seen for seen in pages.paragraphs if pages.text(seen) == "End.")
                assert end.area.bottom == pytest.approx(pages.frame(end.page).bottom, abs=0.1)
    assert went_on > 3


@PAPERS
@pytest.mark.parametrize("name", ["prompt", "dots", "letter", "long-steps"])
def test_what_does_not_fill_has_the_lines_asked_for_after_a_cut(name, paper):
    went_on = 0
    for lines, pages in under_each_height(name, paper).items():
        for space in _spaces(pages):
            if "+" in space.box.name:
                went_on += 1
                assert space.area.height == pytest.approx(
                    space.box.lines * pages.layout.sheet.pitch
                ), f"under {lines} lines"
    assert went_on > 3


@pytest.mark.parametrize("name", ["prompt", "dots", "letter", "long-steps"])
def test_the_piece_before_a_cut_takes_its_page_to_the_foot(name):
    for lines, pages in under_each_height(name).items():
        spaces = _spaces(pages)
        for space in spaces:
            if any(s.page > space.page and s.box.name.startswith(space.box.name) for s in spaces):
                foot = pages.frame(space.page).bottom
                assert space.area.bottom == pytest.approx(foot, abs=0.1), f"under {lines} lines"


@pytest.mark.parametrize("name", ["prompt", "dots", "letter", "long-steps", "fill"])
def test_pieces_are_figures_that_follow_each_other(name):
    """Each is told with its own lines and place, right after the piece before it."""
    looked_at = 0
    for pages in under_each_height(name).values():
        for before, after in zip(_spaces(pages), _spaces(pages)[1:], strict=False):
            if not after.box.name.startswith(before.box.name + "+"):
                continue
            looked_at += 1
            one, other = before.box.element, after.box.element
            assert one is not other
            kids = one.parent.kids
            assert kids.index(other) == kids.index(one) + 1
    assert looked_at > 3


@pytest.mark.parametrize("name", ["prompt", "dots", "fill"])
def test_a_listener_is_told_how_much_room_there_is(name):
    for pages in under_each_height(name).values():
        for space in _spaces(pages):
            if name == "dots":
                height = round(space.area.height / MM)
                assert f"{height}" in space.box.element.alt
            else:
                lines = pages.write_lines(space)
                assert space.box.element.alt == f"Ruled space to write, {lines} lines"


def test_pieces_are_called_after_the_first():
    book = one_part({"id": "one", "title": "T", "blocks": [{"prompt": "Q", "lines": 100}]})
    pages = by_section(lay_out(book))["one"]
    assert [seen.box.name for seen in pages.blanks] == [
        "one/1/1",
        "one/1/1+2",
        "one/1/1+3",
        "one/1/1+4",
    ]
    assert {seen.box.label for seen in pages.blanks} == {"Q"}


def test_pieces_on_many_pages_are_told_in_their_order():
    book = one_part({"id": "one", "title": "T", "blocks": [{"prompt": "Q", "lines": 100}]})
    layout = lay_out(book)
    told = [element for element in _elements(layout.document) if element.tag == "Figure"]
    assert told == [seen.box.element for seen in by_section(layout)["one"].blanks]
    assert len(told) == 4


def _elements(element):
    yield element
    for kid in element.kids:
        if hasattr(kid, "kids"):
            yield from _elements(kid)


def test_a_prompt_without_lines_fills_and_has_five_at_least():
    for above in range(20, 30):
        blocks = [{"prompt": "Filler", "lines": above}, {"prompt": "Q"}]
        pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": blocks})))["one"]
        own = [s for s in pages.blanks if s.box.name.split("+")[0] == "one/2/1"]
        assert sum(pages.write_lines(space) for space in own) >= LEAST_WHEN_FILLING


@PAPERS
def test_steps_that_fill_share_alike(paper):
    """Each gets as much of what the page has left as the others on it."""
    shared = 0
    for pages in under_each_height("filled-steps", paper).values():
        for page in pages.pages:
            spaces = [s for s in _spaces(pages) if s.page == page.number]
            whole = [s.area.height for s in spaces if s.box.lines == 3]
            if len(whole) > 1:
                assert max(whole) - min(whole) < 0.02
                shared += max(whole) > 3 * pages.layout.sheet.pitch + 1
    assert shared > 3


def test_a_journal_page_is_filled_and_each_begins_a_page():
    blocks = [{"journal": "ruled", "pages": 3, "heading": "H", "date": True}]
    layout = lay_out(one_part({"id": "one", "title": "T", "blocks": blocks}))
    pages = by_section(layout)["one"]
    spaces = _spaces_of_journal(pages)
    assert [space.page for space in spaces] == [1, 2, 3]
    for space in spaces:
        assert space.area.bottom == pytest.approx(pages.frame(space.page).bottom, abs=0.1)
    assert pages.write_lines(spaces[1]) == pages.write_lines(spaces[2]) > 20


def _spaces_of_journal(pages: Pages) -> list[Sighting]:
    return [seen for seen in pages.blanks if isinstance(seen.box, WritingSpace)]


def test_the_heading_of_a_journal_and_its_date_share_a_baseline():
    blocks = [{"journal": "ruled", "heading": "Heading", "date": True}]
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": blocks})))["one"]
    head = next(seen for seen in pages.paragraphs if pages.text(seen) == "Heading")
    date = next(seen for seen in pages.paragraphs if pages.text(seen) == "Date")
    assert head.area.bottom == pytest.approx(date.area.bottom, abs=0.1)
    line = next(seen for seen in pages.blanks if seen.box.purpose == "line")
    assert line.area.right == pytest.approx(pages.frame(1).right)
    assert line.area.x > date.area.x


def test_short_blanks_share_a_row_only_where_each_has_a_line_to_write_on():
    for words, paper, rows in [
        (["Name", "Date"], "letter", 1),
        (["Name", "Date", "Place", "Time"], "letter", 1),
        (["A rather long word here", "And another such one", "Third"], "a5", 3),
    ]:
        blocks = [{"signature": words}]
        layout = lay_out(one_part({"id": "one", "title": "T", "blocks": blocks}), paper=paper)
        pages = by_section(layout)["one"]
        lines = [seen.area for seen in pages.blanks]
        assert len({round(line.bottom) for line in lines}) == rows
        assert min(line.width for line in lines) >= 18 * MM - SLACK
        for word, line in zip(pages.paragraphs[-len(words) :], lines, strict=True):
            assert word.area.right <= line.x + SLACK
            assert word.area.bottom < line.bottom < word.area.top
        ends = {round(line.right, 1) for line in lines}
        assert max(ends) == pytest.approx(pages.frame(1).right, abs=0.1)
        if rows == 1:
            widths = [b.x - a.x for a, b in zip(pages.paragraphs[-2:], [], strict=False)]
            assert not widths
            gaps = [
                b.area.x - a.right
                for a, b in zip(lines, pages.paragraphs[-len(words) + 1 :], strict=False)
            ]
            assert gaps == pytest.approx([6 * MM] * (len(words) - 1))


def test_a_line_to_sign_on_is_never_too_short():
    """However long the words before two of them are; both kinds of row come up."""
    sheets = [
        {"id": f"s{n}", "title": "T", "blocks": [{"signature": ["x" * n, "y" * n]}]}
        for n in range(3, 26)
    ]
    rows = set()
    for pages in by_section(lay_out(one_part(*sheets), paper="a5")).values():
        lines = [seen.area for seen in pages.blanks]
        assert min(line.width for line in lines) >= 18 * MM - SLACK
        rows.add(len({round(line.bottom) for line in lines}))
    assert rows == {1, 2}


def test_each_space_that_fills_has_the_same_share_of_a_page():
    """Four in one block and one in another: five shares."""
    blocks = [
        {"steps": list("abcd"), "lines": 2, "fill": True},
        {"prompt": "Q", "lines": 2, "fill": True},
    ]
    pages = by_section(lay_out(one_part({"id": "one", "title": "T", "blocks": blocks})))["one"]
    heights = [seen.area.height for seen in pages.blanks]
    assert len(heights) == 5
    assert max(heights) - min(heights) < 0.02
    assert min(heights) > 3 * pages.layout.sheet.pitch
    assert pages.blanks[-1].area.bottom == pytest.approx(pages.frame(1).bottom)


def test_a_stack_that_fills_counts_each_that_fills():
    from workbook.layout.box import Space
    from workbook.layout.stack import Stack

    assert Stack([Space(1, stretch=1.0), Space(1), Space(1, stretch=2.0)]).stretch == 3
