"""Where lines, squares and dots go."""

from __future__ import annotations

import pytest

from workbook.geometry import Area
from workbook.layout.rulings import dot_rows, grid, line_count, ruled, squares

AREA = Area(100, 700, 205, 105)


@pytest.mark.parametrize(
    ("height", "count"), [(0, 0), (9.9, 0), (10, 1), (29.995, 3), (29.98, 2), (105, 10)]
)
def test_lines_that_fit(height, count):
    assert line_count(height, 10) == count


def test_the_first_line_is_a_full_pitch_below_the_top():
    lines = list(ruled(AREA, 10))
    assert lines[0] == (100, 690, 305, 690)
    assert lines[-1] == (100, 600, 305, 600)
    assert len(lines) == 10


def test_whole_squares_only():
    assert squares(AREA, 10) == (20, 10)
    assert squares(AREA._replace(width=9), 10) == (0, 10)


def test_grid_is_set_from_the_top_left():
    lines = list(grid(AREA, 50))
    upright = [line for line in lines if line[0] == line[2]]
    level = [line for line in lines if line[1] == line[3]]
    assert upright == [(x, 700, x, 600) for x in (100, 150, 200, 250, 300)]
    assert level == [(100, y, 300, y) for y in (700, 650, 600)]


def test_rows_of_dots_end_just_after_the_last_dot():
    rows = list(dot_rows(AREA, 50))
    assert [row[1] for row in rows] == [700, 650, 600]
    for x1, y1, x2, y2 in rows:
        assert (x1, y1) == (100, y2)
        assert 300 < x2 < 300.1
