"""What an imposed file says of itself, what it asks of a printer, and what is refused."""

from __future__ import annotations

import time
from io import BytesIO

import pikepdf
import pytest

from support.builds import DAY, sample_path
from support.numbered import NOTE, SHEET, numbered_pages
from workbook.choices.choices import Choices
from workbook.errors import ChoiceError
from workbook.finishing.imposition import booklet, two_up
from workbook.finishing.saddle_stitch import Fold
from workbook.geometry import MM
from workbook.making.pipeline import build


@pytest.fixture(scope="module")
def both():
    return build(sample_path("contents"), Choices(paper="letter", date=DAY))


@pytest.fixture(scope="module")
def plain_build(both):
    return both.pdf


@pytest.fixture(scope="module")
def imposed_build(both):
    made = booklet(both.drawn, Fold(flip="long"), sheet=(1224, 792), note=NOTE)
    with pikepdf.open(BytesIO(made.pdf)) as file:
        yield file


def test_it_claims_no_structure(plain_build, imposed_build):
    claims = (b"/Struct", b"/MarkInfo", b"/Tabs", b"/Annot", b"/Outlines", b"pdfuaid", b"PDFA")
    told = _unpacked(plain_build)
    assert [claim for claim in claims if claim not in told] == []
    out = BytesIO()
    imposed_build.save(out)
    told = _unpacked(out.getvalue())
    assert [claim for claim in claims if claim in told] == []
    assert set(imposed_build.Root.keys()) == {
        *("/Type", "/Pages", "/Lang", "/PageLabels", "/PageMode", "/ViewerPreferences"),
        "/Metadata",
    }
    assert not imposed_build.check_pdf_syntax()


def _unpacked(pdf: bytes) -> bytes:
    """The file's objects and metadata in plain bytes; streams stay as they are."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
        return out.getvalue() + file.Root.Metadata.read_bytes()


def test_it_says_what_it_is(plain_build, imposed_build):
    with pikepdf.open(BytesIO(plain_build)) as plain:
        title, language = f"{plain.docinfo.Title} ({NOTE})", str(plain.Root.Lang)
    info = imposed_build.docinfo
    assert (str(info.Title), str(info.Subject), str(info.Keywords)) == (title, "", "")
    assert str(imposed_build.Root.Lang) == language
    with imposed_build.open_metadata() as metadata:
        assert (metadata["dc:title"], metadata["dc:language"]) == (title, {language})


@pytest.mark.parametrize(
    ("flip", "asked"),
    [("short", "/DuplexFlipShortEdge"), ("long", "/DuplexFlipLongEdge"), (None, "/Simplex")],
)
def test_what_it_asks_of_the_printer(flip, asked):
    drawn = numbered_pages(3).drawn
    made = (
        two_up(drawn, sheet=SHEET, note=NOTE)
        if flip is None
        else booklet(drawn, Fold(flip=flip), sheet=SHEET, note=NOTE)
    )
    with pikepdf.open(BytesIO(made.pdf)) as file:
        wishes = file.Root.ViewerPreferences
        assert (str(wishes.Duplex), str(wishes.PrintScaling)) == (asked, "/None")
        assert wishes.PickTrayByPDFSize
        assert wishes.DisplayDocTitle
        assert [[float(edge) for edge in page.mediabox] for page in file.pages] == [
            [0, 0, *SHEET]
        ] * 2


def test_labels_name_the_plain_files_pages():
    made = booklet(numbered_pages(6).drawn, Fold(), sheet=SHEET, note=NOTE)
    with pikepdf.open(BytesIO(made.pdf)) as file:
        assert [page.label for page in file.pages] == ["– · 1", "2 · –", "6 · 3", "4 · 5"]


def test_fonts_are_shared(plain_build, imposed_build):
    with pikepdf.open(BytesIO(plain_build)) as plain:
        assert _fonts(imposed_build) == _fonts(plain) > 0


def _fonts(file: pikepdf.Pdf) -> int:
    return sum(
        isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing for thing in file.objects
    )


def test_same_in_same_out_in_another_second():
    first = booklet(numbered_pages(5).drawn, Fold(), sheet=SHEET, note=NOTE).pdf
    # An identifier that isn't made from the file alone is made from the second.
    second = int(time.time())
    while int(time.time()) == second:
        time.sleep(0.02)
    assert booklet(numbered_pages(5).drawn, Fold(), sheet=SHEET, note=NOTE).pdf == first


def test_nothing_is_refused():
    nothing = numbered_pages(0).drawn
    with pytest.raises(ChoiceError, match="no pages"):
        booklet(nothing, Fold(), sheet=SHEET, note=NOTE)
    with pytest.raises(ChoiceError, match="no pages"):
        two_up(nothing, sheet=SHEET, note=NOTE)


@pytest.mark.parametrize("sheet", [(612, 792), (795, 612), (792, 610)])
def test_pages_that_are_not_half_a_sheet_are_refused(sheet):
    with pytest.raises(ChoiceError, match=r"pages of 139.7 × 215.9 mm.*\n.*lay the book out"):
        booklet(numbered_pages(3).drawn, Fold(), sheet=sheet, note=NOTE)


def test_too_much_creep_is_refused():
    with pytest.raises(ChoiceError, match="into the fold"):
        booklet(
            numbered_pages(66).drawn, Fold(signature=0, thickness=MM * 1.5), sheet=SHEET, note=NOTE
        )
