"""How words become lines: greedy, at most 70 characters, even where a heading is set."""

from __future__ import annotations

import pytest

from workbook.layout.lines import break_lines, words_of
from workbook.layout.paragraph import Paragraph
from workbook.text.prose import Words
from workbook.text.spans import Span

WIDE = 10_000.0


def _texts(words: str, style, faces, width: float = WIDE) -> list[str]:
    found = break_lines(words_of(Words.parse(words).spans, style, faces), width, style, faces)
    return ["".join(piece.text for piece in line.items) for line in found]


def test_a_line_holds_seventy_characters(style, faces):
    full = " ".join(["abcdefghi"] * 7)
    assert len(full) == 69
    assert _texts(f"{full}", style, faces) == [full]
    assert _texts(f"x{full}", style, faces) == [f"x{full}"]
    assert _texts(f"xy{full}", style, faces) == [f"xy{full[:-9]}", "abcdefghi"]


def test_lines_are_filled_from_the_first_on(style, faces):
    lines = _texts(
        "one two three four five",
        style,
        faces,
        faces.advance(faces.face("text"), "one two three", 10) + 0.1,
    )
    assert lines == ["one two three ", "four five"]


def test_the_space_at_a_lines_end_is_kept_but_not_measured(style, faces):
    face = faces.face("text")
    width = faces.advance(face, "one", 10)
    found = break_lines(words_of([Span("one two")], style, faces), width + 1, style, faces)
    assert [piece.text for line in found for piece in line.items] == ["one ", "two"]
    assert found[0].width == pytest.approx(width)


def test_a_forced_line_end_keeps_words_apart(style, faces):
    assert _texts("one\\\ntwo", style, faces) == ["one ", "two"]


@pytest.mark.parametrize("length", [70, 71, 300])
def test_a_word_longer_than_a_line_is_cut_and_whole(style, faces, length):
    lines = _texts(f"so {'w' * length} then", style, faces)
    assert all(len(line.strip()) <= 70 for line in lines)
    assert "".join("".join(lines).split()) == f"so{'w' * length}then"


def test_a_word_wider_than_the_column_is_cut_and_whole(style, faces):
    lines = _texts("a mississippi", style, faces, 20.0)
    face = faces.face("text")
    assert all(faces.advance(face, line.strip(), 10) <= 20 for line in lines)
    assert "".join("".join(lines).split()) == "amississippi"


def test_a_column_narrower_than_a_letter_still_ends(style, faces):
    assert _texts("wow", style, faces, 1.0) == ["w", "o", "w"]


def test_faces_change_within_a_line(style, faces):
    (line,) = break_lines(
        words_of([Span("Say λόγος and слово now")], style, faces), WIDE, style, faces
    )
    assert [(piece.face.file.name.split("-")[0], piece.text) for piece in line.items] == [
        ("AtkinsonHyperlegibleNext", "Say "),
        ("NotoSans", "λόγος "),
        ("AtkinsonHyperlegibleNext", "and "),
        ("NotoSans", "слово "),
        ("AtkinsonHyperlegibleNext", "now"),
    ]


def test_words_in_two_faces_stay_together(style, faces):
    spans = Words.parse("well**known**ed things").spans
    width = faces.advance(faces.face("text"), "wellkno", 10)
    words = words_of(spans, style, faces)
    assert words.lengths == [11, 6]
    assert len(break_lines(words, width * 2, style, faces)) == 2


HEADINGS = [
    "Short",
    "A heading with a few words more than fit on one line of it",
    "Is it safe to print and write here, and to keep it in the drawer by the window at home?",
    "One wordthatisverylongandfillsawholelinebyitself and more",
]


@pytest.mark.parametrize("words", HEADINGS)
@pytest.mark.parametrize("width", [120.0, 200.0, 333.0])
def test_balanced_lines_are_never_more(style, faces, words, width):
    spans = Words.parse(words).spans
    plain = Paragraph(spans, style).lines(width, faces)
    even = Paragraph(spans, style._replace(balanced=True)).lines(width, faces)
    assert len(even) == len(plain)
    assert max(line.width for line in even) <= max(line.width for line in plain) + 0.01
    assert all(line.width <= width for line in even)


def test_balanced_lines_are_about_as_long_as_each_other(style, faces):
    spans = Words.parse("aaaa bbbb cccc dddd eeee ffff").spans
    width = faces.advance(faces.face("text"), "aaaa bbbb cccc dddd eeee", 10) + 1
    plain = break_lines(words_of(spans, style, faces), width, style, faces)
    even = Paragraph(spans, style._replace(balanced=True)).lines(width, faces)
    assert [len(line.items[0].text.split()) for line in plain] == [5, 1]
    assert [len(line.items[0].text.split()) for line in even] == [3, 3]


def test_no_short_word_is_left_alone_where_no_line_more_is_needed(style, faces):
    spans = Words.parse("aaaa bbbb cccc dddd eeee it").spans
    width = faces.advance(faces.face("text"), "aaaa bbbb cccc dddd eeee", 10) + 1
    greedy = break_lines(words_of(spans, style, faces), width, style, faces)
    kept = Paragraph(spans, style).lines(width, faces)
    assert [line.items[0].text for line in greedy] == ["aaaa bbbb cccc dddd eeee ", "it"]
    assert [line.items[0].text for line in kept] == ["aaaa bbbb cccc dddd ", "eeee it"]


def test_a_short_word_stays_alone_where_keeping_it_would_cost_a_line(style, faces):
    spans = Words.parse("nnnnnnnn nnnnnnnn nnnnnnnn nnnnnnnn it").spans
    width = faces.advance(faces.face("text"), "nnnnnnnn nnnnnnnn", 10) + 1
    kept = Paragraph(spans, style).lines(width, faces)
    assert [len(line.items[0].text.split()) for line in kept] == [2, 2, 1]


def test_a_piece_of_a_word_that_is_cut_begins_a_line(style, faces):
    """Though the word before it would leave it just enough of the line."""
    face = faces.face("text")
    width = 3.9 * faces.advance(face, "m", 10)
    assert faces.advance(face, "i mmm", 10) < width
    assert _texts("i mmmmmm", style, faces, width) == ["i ", "mmm", "mmm"]
