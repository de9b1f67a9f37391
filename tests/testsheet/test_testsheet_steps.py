"""The test sheet's greys, its lines and its rooms to write are what they say."""

from __future__ import annotations

import re

import pytest

from support.made_sheets import DPI, pixels, sheet
from workbook.geometry import MM


def test_greys_are_what_they_say() -> None:
    figure = next(
        node for node in sheet("letter").tree.all("Figure") if "light grey" in (node.alt or "")
    )
    [mark] = figure.marks()
    drawn = sheet("letter").pages[0].by_mcid()[mark.mcid]
    said = [int(words.text.rstrip("%")) for words in drawn.words]
    assert said == [5, 10, 25, 50, 75, 100]
    paper = pixels("letter")
    for percent, field, words in zip(said, drawn.rectangles, drawn.words, strict=True):
        middle = field.x + field.width / 2
        assert words.x + words.width / 2 == pytest.approx(middle, abs=0.1)
        row = paper.shape[0] - round((field.y + field.height / 2) / 72 * DPI)
        tone = paper[row, round(middle / 72 * DPI)]
        assert 1 - tone / 255 == pytest.approx(percent / 100, abs=0.01)


def test_lines_are_as_heavy_as_they_say_in_black_and_in_grey() -> None:
    figure = next(node for node in sheet("a5").tree.all("Figure") if "Pairs" in (node.alt or ""))
    [mark] = figure.marks()
    drawn = sheet("a5").pages[0].by_mcid()[mark.mcid]
    said = [float(re.sub(r"[^\d.]", "", words.text)) for words in drawn.words]
    assert said == [0.25, 0.35, 0.5, 0.75, 1, 1.5]
    assert [line.weight for line in drawn.strokes] == said * 2
    black, grey = drawn.strokes[:6], drawn.strokes[6:]
    for upper, lower, words in zip(black, grey, drawn.words, strict=True):
        assert (upper.x1, upper.x2) == (lower.x1, lower.x2)
        middle = (upper.x1 + upper.x2) / 2
        assert words.x + words.width / 2 == pytest.approx(middle, abs=0.1)
    paper = pixels("a5")
    heaviest = [
        paper[
            paper.shape[0] - round((line.y1 + 3) / 72 * DPI) : paper.shape[0]
            - round((line.y1 - 3) / 72 * DPI),
            round((line.x1 + 9) / 72 * DPI),
        ].min()
        for line in (black[-1], grey[-1])
    ]
    assert heaviest == pytest.approx([0, 0x77], abs=2)


def test_rooms_to_write_have_the_three_rulings() -> None:
    rooms = [
        sequence
        for sequence in sheet("letter").pages[1].sequences
        if sequence.tag == "/Figure" and len({(s.x1, s.x2) for s in sequence.strokes}) == 1
    ]
    rooms = [room for room in rooms if len(room.strokes) > 2]
    steps = [(room.strokes[0].y1 - room.strokes[1].y1) / MM for room in rooms]
    assert steps == pytest.approx([8, 9, 12], abs=0.01)
