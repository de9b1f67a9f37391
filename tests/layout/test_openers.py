"""A letter's openers stand on lines of their own."""

from __future__ import annotations

from support.builds import DAY
from workbook.blocks.contract import Setting
from workbook.blocks.letter import Letter
from workbook.choices.choices import Choices
from workbook.choices.sheet import sheet_for
from workbook.layout.writing import WritingSpace
from workbook.pdf.faces import Faces


def _space(**values: object) -> WritingSpace:
    setting = Setting(sheet_for(Choices(date=DAY), "en"), Faces())
    boxes = Letter.from_yaml({"letter": "Dear me,", **values}).boxes(setting)
    return next(box for box in boxes if isinstance(box, WritingSpace))


def test_they_are_spread_over_the_lines():
    space = _space(lines=9, openers=["One", "Two", "Three"])
    assert [line for line, _ in space.openers] == [0, 3, 6]
    assert space.lines == 9


def test_more_openers_than_lines_get_a_line_each():
    space = _space(lines=1, openers=["One", "Two", "Three"])
    assert [line for line, _ in space.openers] == [0, 1, 2]
    assert space.lines == 3


def test_a_long_opener_keeps_the_next_off_its_lines():
    space = _space(lines=2, openers=["word " * 40, "Two"])
    assert [line for line, _ in space.openers] == [0, 3]
    assert space.lines == 4
