"""Ink that doesn't say what it is gets refused."""

from __future__ import annotations

from datetime import date

import pytest

from workbook.choices.choices import Choices
from workbook.choices.ink import Ink
from workbook.choices.sheet import sheet_for
from workbook.geometry import Area
from workbook.pdf.canvas import TaggedCanvas
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen, UntaggedInkError

BLACK = Ink(0, 0, 0)
AREA = Area(100, 700, 50, 20)


@pytest.fixture
def document():
    return Element("Document")


@pytest.fixture
def pen(document):
    day = date(2026, 11, 23)
    sheet = sheet_for(Choices(date=day), "en")
    return Pen(TaggedCanvas(sheet.paper, "en", day, document), Faces(), sheet, {})


INK = {
    "lines": lambda pen: pen.lines([(0, 0, 9, 9)], BLACK, 1),
    "dotted": lambda pen: pen.dotted([(0, 0, 9, 0)], 3, BLACK, 1),
    "dashed": lambda pen: pen.lines([(0, 0, 9, 0)], BLACK, 1, dash="4 3"),
    "write lines": lambda pen: pen.write_lines([(0, 0, 9, 0)]),
    "rectangle": lambda pen: pen.rectangle(AREA, BLACK, 1),
    "fill": lambda pen: pen.fill(AREA, BLACK),
    "circle": lambda pen: pen.circle(9, 9, 5, BLACK, 1),
    "curve": lambda pen: pen.curve((0, 0), [(1, 1, 2, 2, 3, 3)], BLACK, 1),
    "text": lambda pen: pen.text(9, 9, [(pen.faces.face("text"), "a")], 12, BLACK),
}


@pytest.mark.parametrize("draw", INK.values(), ids=INK)
def test_ink_outside_is_refused(pen, draw):
    with pytest.raises(UntaggedInkError):
        draw(pen)


@pytest.mark.parametrize("draw", INK.values(), ids=INK)
def test_ink_after_an_element_is_refused(pen, document, draw):
    with pen.tag(document.add("P")):
        draw(pen)
    with pytest.raises(UntaggedInkError):
        draw(pen)


@pytest.mark.parametrize("draw", INK.values(), ids=INK)
def test_ink_in_an_artifact_is_fine(pen, document, draw):
    with pen.artifact():
        draw(pen)
    assert not document.kids


def test_an_element_inside_an_open_one_is_refused(pen, document):
    paragraph, figure = document.add("P"), document.add("Figure")
    with pen.tag(paragraph), pytest.raises(UntaggedInkError), pen.tag(figure):
        pass


def test_an_element_inside_an_artifact_leaves_no_mark(pen, document):
    paragraph = document.add("P")
    with pen.artifact(), pen.tag(paragraph):
        pen.fill(AREA, BLACK)
    assert not paragraph.kids


def test_sequences_are_closed_when_drawing_fails(pen, document):
    with pytest.raises(ZeroDivisionError), pen.tag(document.add("P")):
        _ = 1 / 0
    with pytest.raises(UntaggedInkError):
        pen.fill(AREA, BLACK)
