"""Characters get codes as they come, and come out of the file as they went in."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from PIL import ImageFont

from support.marks import Font, read_pages
from support.numbered import NOTE, SHEET, drawn
from workbook.choices.ink import Ink
from workbook.finishing.imposition import booklet
from workbook.finishing.saddle_stitch import Fold
from workbook.pdf.faces import Faces
from workbook.pdf.fonts import Fonts

BLACK = Ink(0, 0, 0)


@pytest.fixture
def face():
    return Faces().face("fallback")


def printable(face, count: int) -> str:
    """So many characters of a face that are no spaces, from its last to its first."""
    letters = sorted(sign for sign in face.characters if not sign.isspace())
    return "".join(letters[: -count - 1 : -1])


def test_ascii_keeps_its_codes(face):
    text = "".join(map(chr, range(0x20, 0x7F)))
    ((name, written),) = Fonts().encode(face, text)
    assert name == "F1+0"
    assert re.sub(r"\\(.)", r"\1", written) == text
    assert written.count("\\") == 4


def test_a_no_break_space_is_written_as_a_space(face):
    assert Fonts().encode(face, "a\u00a0b") == [("F1+0", "a b")]


def test_what_a_face_lacks_is_shown_as_missing(face):
    assert Fonts().encode(face, "a\u4e00b") == [("F1+0", "a\\000b")]


def test_faces_have_names_of_their_own():
    faces, fonts = Faces(), Fonts()
    names = [
        fonts.encode(face, "a")[0][0]
        for face in (faces.face("text"), faces.face("fallback"), faces.face("text"))
    ]
    assert names == ["F1+0", "F2+0", "F1+0"]


@pytest.mark.parametrize(("count", "subsets"), [(1, 1), (159, 1), (160, 2), (413, 2), (700, 4)])
@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "one by one"])
def test_any_number_of_characters_comes_out_as_it_went_in(face, count, subsets, at_once):
    letters = printable(face, count)
    pieces = [f"{letters} plain (words)"] if at_once else [f"{sign} then ()" for sign in letters]

    def draw(pen, _page):
        for at, piece in enumerate(pieces):
            pen.text(10, 10 + at, [(face, piece)], 5, BLACK)

    with pikepdf.open(BytesIO(drawn(1, draw).finish())) as file:
        assert not file.check_pdf_syntax()
        (page,) = read_pages(file)
        said = "".join(words.text for words in page.words(artifacts=True))
        assert said == "".join(pieces)
        fonts = list(file.pages[0].Resources.Font.values())
        assert len(fonts) == subsets
        assert len({str(font.BaseFont) for font in fonts}) == len(fonts)
        for font in fonts:
            _is_whole(font, face)


def _is_whole(font: pikepdf.Object, face) -> None:
    """A font's widths are the face's, and its file has a glyph for each code."""
    read = Font.read(font)
    program = ImageFont.truetype(BytesIO(font.FontDescriptor.FontFile2.read_bytes()), 1000)
    plain = ImageFont.truetype(face.path, 1000)
    assert int(font.FontDescriptor.FontFile2.Length1) == len(
        font.FontDescriptor.FontFile2.read_bytes()
    )
    assert len(read.widths) == int(font.LastChar) - int(font.FirstChar) + 1
    for code, letter in read.letters.items():
        assert read.advance(bytes([code])) * 1000 == pytest.approx(face.advance(letter) * 1000)
    assert program.getname() == plain.getname()


def test_two_files_share_no_characters(face):
    one, two = Fonts(), Fonts()
    assert one.encode(face, "ą") == two.encode(face, "ő") == [("F1+0", "\x01")]


def test_a_character_that_would_end_a_line_is_escaped(face):
    # Codes that ASCII leaves come first; the tenth is a line feed's.
    ((_, written),) = Fonts().encode(face, printable(face, 13))
    assert written.startswith("\x01\x02\x03\x04\x05\x06\x07\x08\t\\n\x0b\x0c\\r")


def test_only_what_is_written_is_embedded(face):
    def size(text: str) -> int:
        """The length of a font's file."""

        def draw(pen, _page):
            pen.text(10, 10, [(face, text)], 5, BLACK)

        with pikepdf.open(BytesIO(drawn(1, draw).finish())) as file:
            (font,) = file.pages[0].Resources.Font.values()
            assert sorted(Font.read(font).letters.values()) == sorted(
                {*text.replace("\u00a0", " ")}
            )
            return len(font.FontDescriptor.FontFile2.read_bytes())

    letters = "".join(map(chr, range(0x21, 0x7F)))
    assert size("a\u00a0b") < size(letters) / 3


def test_pages_go_into_any_number_of_documents(face):
    def draw(pen, page):
        pen.text(10, 10, [(face, f"{page} {printable(face, 200)}")], 5, BLACK)

    canvas = drawn(2, draw)
    first = booklet(canvas.drawn, Fold(), sheet=SHEET, note=NOTE)
    plain = canvas.finish()
    assert booklet(canvas.drawn, Fold(), sheet=SHEET, note=NOTE) == first
    fonts = []
    for pdf in (plain, first.pdf):
        with pikepdf.open(BytesIO(pdf)) as file:
            assert not file.check_pdf_syntax()
            embedded = [thing for thing in file.objects if thing.get("/FontFile2") is not None]
            fonts.append(sorted(thing.FontFile2.read_bytes() for thing in embedded))
    assert fonts[0] == fonts[1]
    assert len(fonts[0]) == 2


def test_more_may_be_drawn_once_a_document_is_written(face):
    canvas = drawn(1, lambda pen, _page: pen.text(10, 10, [(face, "ą")], 5, BLACK))
    booklet(canvas.drawn, Fold(), sheet=SHEET, note=NOTE)
    assert canvas.encode(face, "ąő") == [("F1+0", "\x01\x02")]


def test_no_words_need_no_font(face):
    assert Fonts().encode(face, "") == []
    with pikepdf.open(BytesIO(drawn(1, lambda _pen, _page: None).finish())) as file:
        assert not file.check_pdf_syntax()
        assert list(file.pages[0].Resources.Font) == []


def test_a_font_may_hold_nothing_but_what_is_missing(face):
    def draw(pen, _page):
        pen.text(10, 10, [(face, "\u4e00")], 5, BLACK)

    with pikepdf.open(BytesIO(drawn(1, draw).finish())) as file:
        assert not file.check_pdf_syntax()
        (page,) = read_pages(file)
        assert [words.text for words in page.words(artifacts=True)] == ["\ufffd"]
