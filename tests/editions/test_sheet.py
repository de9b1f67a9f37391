"""What a sheet measures, the same on both papers where a hand has to fit."""

from __future__ import annotations

from datetime import date

import pytest

from support.builds import DAY, PAPERS
from support.roles import every_role
from workbook.blocks.sources import SOURCE
from workbook.choices.choices import Choices
from workbook.choices.ink import INKS
from workbook.choices.paper import paper_named
from workbook.choices.sheet import Sheet, sheet_for
from workbook.choices.type import AIM, BODY, HINT, SMALL, TABLE
from workbook.errors import ChoiceError

MM = 72 / 25.4


@pytest.fixture(params=PAPERS)
def sheet(request) -> Sheet:
    return sheet_for(Choices(paper=request.param, date=DAY), "en")


def test_room_to_write_is_in_millimetres(sheet):
    assert sheet.pitch == pytest.approx(25.512, abs=0.001)
    assert sheet.dot_pitch == pytest.approx(14.173, abs=0.001)
    assert sheet.tick_box == pytest.approx(14.173, abs=0.001)
    assert sheet.strokes.write_line == 0.5


def test_printed_words_are_large_enough(sheet):
    styles = [sheet.style(role) for role in every_role()]
    assert len(styles) >= 20
    assert sheet.style(BODY).size >= 13
    assert min(style.size for style in styles) >= 9.5
    assert all(style.leading > style.size for style in styles)
    assert all(style.characters <= 70 for style in styles)


@pytest.mark.parametrize("ink", INKS)
def test_soft_words_are_told_from_others_in_every_ink(ink):
    sheet = sheet_for(Choices(paper="a4", date=DAY, ink=ink), "en")
    for soft, other in [(AIM, BODY), (HINT, TABLE), (SMALL, SOURCE)]:
        one, two = sheet.style(soft), sheet.style(other)
        assert (one.ink, one.face) != (two.ink, two.face)


@pytest.mark.parametrize("ink", INKS)
def test_large_print_has_no_word_in_a_light_face_or_in_grey(ink):
    sheet = sheet_for(Choices(paper="a4", date=DAY, ink=ink, type="large"), "en")
    styles = [sheet.style(role) for role in every_role()]
    assert {style.face for style in styles} == {"text", "heading"}
    assert {style.ink for style in styles} <= {sheet.inks.text, sheet.inks.accent}


@pytest.mark.parametrize(("paper", "width", "height"), [("letter", 175.9, 236.4), ("a4", 170, 254)])
def test_the_frame(paper, width, height):
    sheet = sheet_for(Choices(paper=paper, date=DAY), "en")
    assert (sheet.width / MM, sheet.height / MM) == pytest.approx((width, height), abs=0.05)


def test_the_guide_tells_the_room_on_a_page():
    sheet = sheet_for(Choices(paper="letter", date=DAY), "en")
    assert round(sheet.width / MM) == 176
    assert round(sheet.height / MM) in range(234, 238)


def test_dates_and_words_are_in_the_books_language(sheet):
    assert sheet.date(date(2026, 11, 3)) == "3 November 2026"
    assert sheet.word("page", page=7) == "page 7"


def test_unknown_papers_and_languages_are_refused():
    with pytest.raises(ChoiceError, match="no paper `ledger`"):
        paper_named("ledger")
    with pytest.raises(KeyError):
        sheet_for(Choices(paper="letter", date=DAY), "xx")
