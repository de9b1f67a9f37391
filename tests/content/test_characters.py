"""Characters that no page can show are told before anything is drawn."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from support.authored import book_text, write_book
from support.ink import DPI, PAPER, grey_pages
from workbook.choices.choices import Choices
from workbook.choices.language import languages
from workbook.choices.type import Ink, TypeStyle
from workbook.content.characters import obstacle_to_setting, unprintable
from workbook.content.reader import read_file
from workbook.content.source import Source
from workbook.errors import ContentError
from workbook.making.pipeline import build
from workbook.pdf.faces import Faces
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.errors import Problem

    Faults = Callable[[str | bytes], tuple[Problem, ...]]
    OnlyFault = Callable[[str | bytes], Problem]


def test_a_character_without_a_glyph_has_its_place(only_fault: OnlyFault) -> None:
    problem = only_fault(book_text("text: a 😀 b"))
    assert str(problem.place) == "content.yaml:8:19"
    assert "U+1F600" in problem.what
    assert problem.remedy


@pytest.mark.parametrize(
    ("block", "line", "code"),
    [
        ('text: "a \\U0001F600 b"', 8, "U+1F600"),
        ('text: "a \\u2603 b"', 8, "U+2603"),
        ('questions:\n  "a \\U0001F600": b', 9, "U+1F600"),
        ("questions:\n  a 😀: b", 9, "U+1F600"),
        ("table: {☃: 1}\nrows: 2", 8, "U+2603"),
        ("comparison: [A, B]\nrows: {☃: [a, b]}", 9, "U+2603"),
        ("text: |\n  one\n  two\n  three ☃", 11, "U+2603"),
        ("text: one\n  two\n  three ☃", 8, "U+2603"),
        ("text: 漢", 8, "U+6F22"),
        ("text: ﷽", 8, "U+FDFD"),
        ('text: "\\ue000"', 8, "U+E000"),
        ('text: "\\ufffe"', 8, "U+FFFE"),
        ('text: "a\\x01b"', 8, "U+0001"),
        ('text: "a\\x00b"', 8, "U+0000"),
        ('text: "a\\eb"', 8, "U+001B"),
        ('text: "a\\x7fb"', 8, "U+007F"),
        ('text: "a\\x85b"', 8, "U+0085"),
        ('text: "a\\u202eb"', 8, "U+202E"),
    ],
)
def test_told_once_by_its_number(only_fault: OnlyFault, block: str, line: int, code: str) -> None:
    problem = only_fault(book_text(block))
    assert problem.place.line == line
    assert code in problem.what


LEFTWARD = "run right to left"
SHAPED = "need shaping"
FACELESS = "no face has them"


@pytest.mark.parametrize(
    ("text", "script", "why"),
    [
        ("مرحبا، يا عالم", "Arabic letters", f"{LEFTWARD} and {SHAPED}"),
        ("ܫܠܡܐ", "Syriac letters", f"{LEFTWARD} and {SHAPED}"),
        ("שָׁלוֹם", "Hebrew letters", f"{LEFTWARD}:"),
        ("नमस्ते", "Devanagari letters", f"which {SHAPED}"),
        ("நன்றி", "Tamil letters", f"which {SHAPED}"),
        ("สวัสดี", "Thai letters", f"which {SHAPED}"),
        ("អរគុណ", "Khmer letters", f"which {SHAPED}"),
        ("བོད་ཡིག", "Tibetan letters", f"which {SHAPED}"),
        ("ᠮᠣᠩᠭᠣᠯ", "Mongolian letters", f"which {SHAPED}"),
        ("漢字とかな、。", "Chinese, Japanese or Korean characters", FACELESS),
        ("안녕하세요", "Chinese, Japanese or Korean characters", FACELESS),
        ("Բարեւ", "Armenian letters", FACELESS),
        ("სალამი", "Georgian letters", FACELESS),
        ("ሰላም", "Ethiopic letters", FACELESS),
    ],
)
def test_a_script_is_told_once_a_text(
    only_fault: OnlyFault, text: str, script: str, why: str
) -> None:
    problem = only_fault(book_text(f"text: {text}"))
    assert str(problem.place) == "content.yaml:8:19"
    assert problem.what.startswith(f"this text has {script} (“{text[0]}”, U+")
    assert why in problem.what
    assert problem.remedy == "keep to Latin, Greek or Cyrillic letters"


def test_each_script_of_a_text_and_each_text_is_told(faults: Faults) -> None:
    problems = faults(book_text("questions:\n  م ش 漢 ☃ ☂: Ω\n  Ж: ש"))
    assert [problem.place.line for problem in problems] == [9, 9, 9, 10]
    assert [problem.what[:22] for problem in problems] == [
        "this text has Arabic l",
        "this text has Chinese,",
        "no face has the charac",
        "this text has Hebrew l",
    ]
    assert "“☃” (U+2603), “☂” (U+2602)" in problems[2].what


def test_many_signs_are_not_all_named(only_fault: OnlyFault) -> None:
    assert only_fault(book_text("text: ☀☁☂☃☄★☆")).what.endswith("“☄” (U+2604), …")


def test_a_sign_and_its_selector_are_one_fault(only_fault: OnlyFault) -> None:
    assert "U+2764" in only_fault(book_text("text: a ❤\ufe0f")).what


def test_a_selector_alone_is_to_be_deleted(only_fault: OnlyFault) -> None:
    problem = only_fault(book_text("text: a ©\ufe0f"))
    assert "U+FE0F" in problem.what
    assert problem.remedy == "delete it"


@pytest.mark.parametrize("text", ["x\u0301", "ẹ\u0301", "G\u0303", "а\u0301", "m\u0327", "ɛ\u0300"])
def test_a_mark_that_no_letter_carries_is_refused(only_fault: OnlyFault, text: str) -> None:
    problem = only_fault(book_text(f"text: one {text} two {text}"))
    assert f"the mark of “{text}” (U+03" in problem.what
    assert problem.remedy


@pytest.mark.parametrize("text", ["e\u0301", "Viê\u0323t", "ї", "и\u0306", "α\u0313\u0301"])
def test_a_mark_that_its_letter_carries_is_composed(text: str) -> None:
    assert not list(unprintable(Source("book.yaml", f"text: {text}")))


def test_a_sign_that_headings_lack_is_refused(only_fault: OnlyFault) -> None:
    assert "U+266A" in only_fault(book_text("heading: a ♪")).what


def test_the_helplines_are_looked_at_too(tmp_path: Path) -> None:
    lines = "  us:\n    name: حفلة\n    lines:\n      - {name: A ☃, contact: ['1'], source: s}\n"
    (tmp_path / "helplines.yaml").write_text(f"regions:\n{lines}", "utf-8")
    book = tmp_path / "book.yaml"
    book.write_text("helplines: helplines.yaml\n" + book_text("text: a"), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_file(book)
    told = [(problem.place.line, problem.what) for problem in caught.value.problems]
    assert [line for line, _ in told] == [3, 5, 5]
    assert "Arabic" in told[0][1]
    assert {"U+2603" in what for _, what in told[1:]} == {True, False}
    assert "`verified` is missing here" in " ".join(what for _, what in told)
    assert str(tmp_path / "helplines.yaml") in str(caught.value)


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("ar", f"Arabic letters, which {LEFTWARD} and {SHAPED}"),
        ("fa-IR", f"Arabic letters, which {LEFTWARD} and {SHAPED}"),
        ("he", f"Hebrew letters, which {LEFTWARD}"),
        ("hi", f"Devanagari letters, which {SHAPED}"),
        ("th", f"Thai letters, which {SHAPED}"),
        ("zh-Hant", f"Chinese, Japanese or Korean characters, and {FACELESS}"),
    ],
)
def test_a_language_that_cant_be_set_says_why(
    only_fault: OnlyFault, language: str, why: str
) -> None:
    problem = only_fault(f"language: {language}\n{book_text('text: a')}")
    assert problem.place.line == 1
    assert problem.what.startswith(f"`{language}` is written in {why}")
    assert problem.remedy.startswith("one of: `de`, `en`")


@pytest.mark.parametrize("language", [*languages(), "pl", "ru", "el", "vi", "sr", "zh-Latn", "x"])
def test_a_language_with_faces_has_no_such_reason(language: str) -> None:
    assert obstacle_to_setting(language) is None


def _letters(first: int, last: int) -> str:
    """The letters from `first` to `last` that Unicode has, composed as a text's are."""
    letters = (chr(code) for code in range(first, last + 1))
    whole = {unicodedata.normalize("NFC", c) for c in letters if unicodedata.category(c)[0] in "LS"}
    return "".join(sorted(character for character in whole if len(character) == 1))


# The Coptic letters in the Greek block, U+03E2 to U+03EF, are in no Greek text.
ALPHABETS = {
    "Latin": _letters(0xC0, 0xFF) + _letters(0x100, 0x17F),
    "Vietnamese": "ăâđêôơưĂÂĐÊÔƠƯ" + _letters(0x1EA0, 0x1EF9),
    "Greek": _letters(0x370, 0x377) + _letters(0x37B, 0x3E1) + _letters(0x3F0, 0x3FF),
    "polytonic Greek": _letters(0x1F00, 0x1FFF),
    "Cyrillic": _letters(0x400, 0x482) + _letters(0x48A, 0x52F),
}
ROLES = [
    (role, strong, emphasis)
    for role in ("text", "heading")
    for strong in (False, True)
    for emphasis in (False, True)
]


@cache
def _outlines(path: str) -> list[int]:
    """Where each glyph of a font file begins."""
    begins: list[int] = TTFontFile(path).glyphPos
    return begins


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize(("role", "strong", "emphasis"), ROLES)
def test_every_letter_has_a_shape_in_every_role(
    alphabet: str, role: str, strong: bool, emphasis: bool
) -> None:
    style = TypeStyle(role, 12, 16, Ink(0, 0, 0))
    letters = ALPHABETS[alphabet]
    assert len(letters) > 100
    runs = Faces().runs(Span(f"a{letters}b", strong, emphasis), style)
    assert "".join(text for _, text in runs) == f"a{letters}b"
    shapeless = []
    for face, text in runs:
        outlines = _outlines(face.path)
        for letter in text:
            glyph = face.file.glyphs.get(ord(letter), 0)
            if not glyph or outlines[glyph] == outlines[glyph + 1] or not face.advance(letter):
                shapeless.append(letter)
    assert not shapeless


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_no_letter_of_theirs_is_refused(alphabet: str) -> None:
    assert not list(unprintable(Source("book.yaml", f"text: a{ALPHABETS[alphabet]}")))


def test_each_letter_of_a_heading_leaves_ink(tmp_path: Path) -> None:
    words = "Ψυχὴ ἐν εἰρήνῃ, Жизнь їхня, Tiếng Việt, Łódź"
    path = write_book(
        tmp_path / "book.yaml", {"heading": words}, {"text": f"{words} **{words}** *{words}*"}
    )
    pdf = build(path, Choices()).pdf
    page = list(grey_pages(pdf))[-1]
    document = pypdfium2.PdfDocument(pdf)
    text = document[len(document) - 1].get_textpage()
    said = text.get_text_range()
    assert said.count("Ψυχὴ") == 4
    blank = []
    for at, letter in enumerate(said):
        if letter.isalpha():
            left, low, right, top = (edge * DPI / 72 for edge in text.get_charbox(at))
            rows = slice(int(len(page) - top), int(len(page) - low) + 1)
            if not (page[rows, int(left) : int(right) + 1] < PAPER).any():
                blank.append(letter)
    document.close()
    assert not blank


def test_a_character_in_a_comment_is_nobodys_business(only_fault: OnlyFault) -> None:
    assert only_fault("# 😀\n" + book_text("text: ☃")).what.count("U+") == 1


@pytest.mark.parametrize("key", ["author", "title", "short_title", "subtitle"])
def test_a_control_character_by_escape_in_the_books_own_words(faults: Faults, key: str) -> None:
    text = book_text("text: a").replace("title: A book\n", "" if key == "title" else "title: A\n")
    problems = faults(f'{key}: "a\\eb"\n{text}')
    assert all(problem.place.line == 1 for problem in problems)
    assert "U+001B" in problems[0].what


@pytest.mark.parametrize(
    "text", [book_text('text: "a\\e[31mb"'), book_text('text: "a\\x9b31mb"'), "title: a\x1b[31mb\n"]
)
def test_what_is_said_holds_no_control_character(faults: Faults, text: str) -> None:
    said = "".join(str(problem) for problem in faults(text))
    assert [character for character in said if not character.isprintable()] == ["\n"] * (
        said.count("\n")
    )
