"""The test sheet's rulers are true on paper."""

from __future__ import annotations

import numpy
import pytest

from support.made_sheets import ALL_PAPERS, DPI, SIDES, SMALLEST, WORDS, pixels, sheet
from workbook.geometry import MM


def runs(line: numpy.ndarray) -> list[tuple[float, float]]:
    """Where a row of pixels is dark: middle and width of each stretch, in millimetres."""
    dark = numpy.concatenate(([0], (line < 160).astype(int), [0]))
    turns = numpy.flatnonzero(numpy.diff(dark))
    return [
        ((start + end) / 2 * 25.4 / DPI, (end - start) * 25.4 / DPI)
        for start, end in zip(turns[::2], turns[1::2], strict=True)
    ]


@pytest.mark.parametrize("paper", ["letter", "a4", SMALLEST])
def test_the_ruler_measures_50_mm_on_paper(paper: str) -> None:
    made = sheet(paper)
    [node] = [node for node in made.tree.all("Figure") if node.alt == WORDS["ruler"]]
    left, bottom, right, top = (edge / 72 * DPI for edge in node.attributes["BBox"])
    height = pixels(paper).shape[0]
    crop = pixels(paper)[round(height - top) : round(height - bottom), round(left) : round(right)]
    dark = (crop < 160).sum(axis=1)
    spine, card = numpy.flatnonzero(dark > 0.9 * 50 / 25.4 * DPI)[[0, -1]]
    # Only the ticks at both ends are as long as this.
    ends = runs(crop[spine - round(4 / 25.4 * DPI)])
    assert len(ends) == 2
    assert ends[1][0] - ends[0][0] == pytest.approx(50, abs=0.1)
    # From end to end, with half the weight of the ticks at both.
    [(_, long)] = runs(crop[card])
    assert long == pytest.approx(53.98 + 0.5 / MM, abs=0.17)


def test_ticks_lie_where_they_say_from_all_four_edges() -> None:
    """Seen on paper: a line along each ruler, just beside its spine, from the edge inward."""
    paper = pixels("letter")
    height = paper.shape[0]
    made = sheet("letter")
    spine = {}
    for edge in SIDES:
        line = made.figure(WORDS[f"edge-{edge}"]).strokes[0]
        across = line.y1 if line.y1 == line.y2 else line.x1
        spine[edge] = round(across / 72 * DPI)
    beside = round(0.8 / 25.4 * DPI)
    lines = {
        "left": paper[height - spine["left"] - beside, :],
        "right": paper[height - spine["right"] - beside, ::-1],
        "top": paper[:, spine["top"] - beside],
        "bottom": paper[::-1, spine["bottom"] - beside],
    }
    for edge, line in lines.items():
        ticks = runs(line[: round(20.5 / 25.4 * DPI)])
        assert [middle for middle, _ in ticks] == pytest.approx(range(1, 21), abs=0.1), edge
        thick = [number for number, (_, wide) in enumerate(ticks, start=1) if wide > 0.4]
        assert thick == [13], edge


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_edge_rulers_start_at_the_edge_and_count_by_fives(paper: str) -> None:
    made = sheet(paper)
    edges = {"left": 0.0, "bottom": 0.0, "right": made.width, "top": made.height}
    for edge in SIDES:
        figure = made.figure(WORDS[f"edge-{edge}"])
        level = edge in ("left", "right")
        at = [abs((s.x1 if level else s.y1) - edges[edge]) / MM for s in figure.strokes]
        assert sorted(at) == pytest.approx(range(21), abs=0.01)
        for words in figure.words:
            middle = words.x + words.width / 2 if level else words.baseline + 0.33 * words.size
            assert abs(middle - edges[edge]) / MM == pytest.approx(int(words.text), abs=0.1)
        assert sorted(int(words.text) for words in figure.words) == [5, 10, 15, 20]
