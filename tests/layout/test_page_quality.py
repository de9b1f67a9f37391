"""What makes a page pleasant to read and to write on, measured on every sample and the book."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
import yaml

from support.ink import grey_pages, reach
from support.structure import HEADINGS, Node

MM = 72 / 25.4
# A printer's own margin, and some more for a staple or a clip.
FREE = 13.0
LONGEST_LINE = 70


# What the promises below are about; each says nothing of a sample without any.
SOUGHT = {
    "ruled space": lambda built: _figures(built, "Ruled space"),
    "dotted space": lambda built: _figures(built, "Dotted space"),
    "squared space": lambda built: _figures(built, "Squared space"),
    "boxes to tick in a list": lambda built: [n for n in built.tree.all("Lbl") if n.actual],
    "boxes to tick in a table": lambda built: [
        node for node in built.tree.all("Figure") if node.alt.endswith("box to tick")
    ],
    "headings": lambda built: built.tree.all(*HEADINGS),
    "lines over a page's width": lambda built: [
        line for node in built.tree.all("P") for line in _lines(built, node) if len(line) > 60
    ],
    "words side by side": lambda built: built.tree.all("TD"),
    "pages that follow another": lambda built: built.pages[1:],
}


@pytest.mark.parametrize("sought", SOUGHT)
def test_there_are_some(sought, every_pdf):
    found = sum(len(SOUGHT[sought](built)) for built in every_pdf)
    assert found >= 2, f"give a sample in tests/samples/ more {sought}"


def test_no_ink_near_an_edge(any_pdf):
    near = {}
    for number, pixels in enumerate(grey_pages(any_pdf.pdf), start=1):
        found = reach(pixels)
        if found is not None and min(found) < FREE:
            near[number] = found
    assert not near


def test_lines_are_short_enough_to_read(any_pdf):
    long = [
        line
        for node in any_pdf.tree.all("P", "H1", "H2", "H3", "BibEntry", "Lbl")
        for line in _lines(any_pdf, node)
        if len(line.strip()) > LONGEST_LINE
    ]
    assert not long


def test_no_heading_stands_alone_at_the_foot(any_pdf):
    alone = []
    for number, page in enumerate(any_pdf.pages, start=1):
        tagged = [sequence for sequence in page.sequences if sequence.mcid is not None]
        if tagged and tagged[-1].tag[1:] in HEADINGS:
            alone.append((number, tagged[-1].text))
    assert not alone


def test_write_lines_are_nine_millimetres_apart_and_half_a_point_wide(any_pdf):
    for figure in _figures(any_pdf, "Ruled space"):
        strokes = _sequence(any_pdf, figure).strokes
        assert figure.alt == f"Ruled space to write, {len(strokes)} lines"
        assert {stroke.weight for stroke in strokes} == {0.5}
        assert all(stroke.y1 == stroke.y2 for stroke in strokes)
        gaps = [above.y1 - below.y1 for above, below in pairwise(strokes)]
        assert gaps == pytest.approx([25.51] * len(gaps), abs=0.02)
        top = figure.attributes["BBox"][3]
        assert top - strokes[0].y1 == pytest.approx(25.51, abs=0.06)


def test_dots_and_squares_are_five_millimetres_apart(any_pdf):
    for figure in _figures(any_pdf, "Dotted space"):
        strokes = _sequence(any_pdf, figure).strokes
        assert {stroke.dash for stroke in strokes} == {(0, 14.1732)}
        gaps = [above.y1 - below.y1 for above, below in pairwise(strokes)]
        assert gaps == pytest.approx([14.17] * len(gaps), abs=0.02)
    for figure in _figures(any_pdf, "Squared space"):
        strokes = _sequence(any_pdf, figure).strokes
        level = sorted({stroke.y1 for stroke in strokes if stroke.y1 == stroke.y2})
        upright = sorted({stroke.x1 for stroke in strokes if stroke.x1 == stroke.x2})
        for places in (level, upright):
            gaps = [after - before for before, after in pairwise(places)]
            assert gaps == pytest.approx([14.17] * len(gaps), abs=0.02)


def test_tick_boxes_are_five_millimetres_wide(any_pdf):
    ticks = [node for node in any_pdf.tree.all("Lbl") if node.actual]
    ticks += [node for node in any_pdf.tree.all("Figure") if node.alt.endswith("box to tick")]
    for tick in ticks:
        (box,) = _sequence(any_pdf, tick).rectangles
        assert (box.width, box.height) == pytest.approx((14.17, 14.17), abs=0.01)
        assert box.weight == 0.9


def test_pages_are_at_least_half_used(book):
    """But for openings, covers, and the last page of what takes more than one."""
    exempt = set()
    sheets = {
        values["title"]: values
        for part in yaml.load(book.content.read_text("utf-8"), yaml.BaseLoader)["parts"]
        for values in part["worksheets"]
    }
    for part in book.tree.kids:
        for node in part.kids:
            pages = {mark.page for mark in node.marks()}
            lone = node.tag == "Sect" and sheets[node.title].get("sensitive") == "true"
            if node.tag != "Sect" or len(pages) > 1 or lone:
                exempt |= {max(pages)} if node.tag == "Sect" else pages
    exempt |= {mark.page for node in book.tree.all("P") if node.actual for mark in node.marks()}
    height = float(book.file.pages[0].mediabox[3])
    top, bottom = height - 18 * MM, 25 * MM
    thin = {}
    for number, page in enumerate(book.pages):
        ink = [s.extents for s in page.sequences if s.extents and s.subtype != "/Footer"]
        used = (top - min(extents[1] for extents in ink)) / (top - bottom) if ink else 0.0
        if used < 0.5 and number not in exempt:
            thin[number + 1] = round(used, 2)
    assert not thin


def test_nothing_reaches_below_the_frame(any_pdf):
    low = {}
    for number, page in enumerate(any_pdf.pages, start=1):
        for sequence in page.sequences:
            if sequence.extents and sequence.subtype != "/Footer":
                left, bottom, right, top = sequence.extents
                if bottom < 25 * MM - 2 or left < 20 * MM - 2:
                    low[number] = (sequence.tag, sequence.text, bottom / MM, left / MM)
                width, height = (float(n) for n in any_pdf.file.pages[number - 1].mediabox[2:])
                if right > width - 20 * MM + 2 or top > height - 18 * MM + 2:
                    low[number] = (sequence.tag, sequence.text, right / MM, top / MM)
    assert not low


def test_words_do_not_run_into_each_other(any_pdf):
    clashes = []
    for number, page in enumerate(any_pdf.pages, start=1):
        lines = defaultdict(list)
        for words in page.words():
            lines[round(words.baseline)].append(words)
        for line in lines.values():
            line.sort()
            clashes += [
                (number, before.text, after.text)
                for before, after in pairwise(line)
                if before.x + before.width > after.x + 0.5
            ]
    assert not clashes


def _figures(built, alt: str) -> list[Node]:
    return [node for node in built.tree.all("Figure") if node.alt.startswith(alt)]


def _sequence(built, node: Node):
    (mark,) = node.marks()
    return built.pages[mark.page].by_mcid()[mark.mcid]


def _lines(built, node: Node) -> list[str]:
    lines: dict[tuple[int, float], str] = defaultdict(str)
    for mark in node.marks():
        for words in built.pages[mark.page].by_mcid()[mark.mcid].words:
            lines[mark.page, words.baseline] += words.text
    return list(lines.values())
