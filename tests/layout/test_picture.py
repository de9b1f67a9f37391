"""A picture: its pixels by ink, one copy of it in the file, tagged or an artifact."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import page
import pikepdf
import pytest
from PIL import Image

from workbook.choices.ink import Ink
from workbook.geometry import MM, Area
from workbook.layout.box import Artifact, Placing, draw_placed
from workbook.layout.picture_box import PictureBox
from workbook.matter.letterhead import LOGO, Letterhead, running_head
from workbook.pdf.canvas import TaggedCanvas
from workbook.pdf.element import Element
from workbook.pdf.pen import Pen, UntaggedInkError
from workbook.pictures.picture import Picture
from workbook.text.spans import Span

DAY = date(2026, 11, 23)
NAME = [Span("Harbour Counselling")]
HEAD = Area(72, 750, 468, 7 * MM)
TEAL, PALE = (31, 90, 94), (200, 225, 240)


@pytest.fixture
def logo():
    """Forty by twenty pixels: white, teal and pale."""
    image = Image.new("RGB", (40, 20), "white")
    image.paste(TEAL, (0, 0, 10, 20))
    image.paste(PALE, (10, 0, 20, 20))
    return Picture.of(image)


def pen_for(sheet, faces, document):
    return Pen(TaggedCanvas(sheet.paper, "en", DAY, document), faces, sheet, {})


def draw_box(box, pen, area):
    """Place one box and draw it with all that is in it."""
    placing = Placing(1, {}, pen.faces)
    box.place(area, placing)
    draw_placed(placing.placed, pen)


def draw_head(pen, area, name, logo=None):
    """Place a running head as pages do, and draw it."""
    placing = Placing(1, {}, pen.faces)
    with placing.within(Artifact("Header")):
        for box, part in running_head(area, name, logo, pen.sheet, pen.faces):
            box.place(part, placing)
    draw_placed(placing.placed, pen)


def printed(sheet, faces, pages=1, *, logo=None, head=None):
    """A file whose first page has a letterhead with `logo`, and all of them a running `head`."""
    document = Element("Document")
    pen = pen_for(sheet, faces, document)
    pen.canvas.describe("A notebook", "")
    box = Letterhead(
        NAME,
        sheet,
        address=[[Span("12 Quay Street")], [Span("Galway")]],
        phone=[Span("+353 91 555 0100")],
        web=[Span("harbour.example")],
        logo=logo,
    )
    document.append(*box.elements())
    for number in range(pages):
        if number == 0:
            draw_box(box, pen, Area(72, 700, 468, box.height(468, faces)))
        draw_head(pen, HEAD, NAME, head)
        pen.new_page()
    return pen.canvas.finish()


def pictures(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            (dict(item.items()), item.read_bytes(), item.read_raw_bytes())
            for item in file.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]


def test_a_picture_without_colour_is_grey():
    assert Picture.of(Image.new("RGB", (3, 2), (7, 7, 7))).mode == "L"
    assert Picture.of(Image.new("RGB", (3, 2), (7, 7, 8))).mode == "RGB"


def test_grey_and_copy(logo):
    assert (logo.mode, len(logo.data)) == ("RGB", 40 * 20 * 3)
    grey = logo.in_grey()
    assert (grey.mode, len(grey.data)) == ("L", 40 * 20)
    assert grey.in_grey() is grey
    copy = logo.in_copy()
    assert (copy.mode, copy.in_copy()) == ("1", copy)
    # Teal is black, pale and paper are white, and nothing is a pattern of dots.
    assert copy.data == b"\x00\x3f\xff\xff\xff" * 20


def test_middle_tones_stay_in_copies():
    image = Image.new("RGB", (8, 1), "white")
    image.paste((0, 255, 255), (0, 0, 2, 1))
    image.paste("black", (2, 0, 4, 1))
    assert Picture.of(image).in_copy().data == b"\x0f"


def test_a_pale_picture_stays_visible_in_copies():
    image = Image.new("RGB", (8, 1), "white")
    image.paste(PALE, (0, 0, 4, 1))
    assert Picture.of(image).in_copy().data == b"\x0f"


def test_it_fits_its_box_and_is_never_coarse(logo):
    wide = Picture(1063, 425, "L", b"")
    assert wide.fitted(*LOGO) == pytest.approx((45 * MM, 18 * MM), rel=0.01)
    assert wide.fitted(1000, 18) == pytest.approx((18 * 1063 / 425, 18))
    assert logo.fitted(*LOGO) == pytest.approx((40 * 72 / 150, 20 * 72 / 150))


def test_one_copy_for_all_pages(sheet, faces, logo):
    pdf = printed(sheet, faces, 3, logo=logo, head=logo)
    ((entries, data, raw),) = pictures(pdf)
    assert data == logo.data
    assert raw != data
    assert entries["/ColorSpace"] == "/DeviceRGB"
    assert list(entries["/Filter"]) == ["/FlateDecode"]
    assert not entries.get("/Interpolate")
    assert "/SMask" not in entries
    assert "/Mask" not in entries
    with pikepdf.open(BytesIO(pdf)) as file:
        used = [list(sheet.Resources.XObject.values()) for sheet in file.pages]
        assert len({item.objgen for items in used for item in items}) == 1
        assert len(used) == 3


@pytest.mark.parametrize(
    ("mode", "space", "bits"), [("RGB", "RGB", 8), ("L", "Gray", 8), ("1", "Gray", 1)]
)
def test_each_ink_has_its_own_space(sheet, faces, logo, mode, space, bits):
    picture = {"RGB": logo, "L": logo.in_grey(), "1": logo.in_copy()}[mode]
    ((entries, data, _),) = pictures(printed(sheet, faces, logo=picture))
    assert entries["/ColorSpace"] == f"/Device{space}"
    assert entries["/BitsPerComponent"] == bits
    assert data == picture.data


def test_same_bytes(sheet, faces, logo):
    first, second = (printed(sheet, faces, 2, logo=logo, head=logo) for _ in range(2))
    assert first == second


def test_page_without_a_picture_names_none(sheet, faces):
    with pikepdf.open(BytesIO(printed(sheet, faces))) as file:
        assert "/XObject" not in file.pages[0].Resources


@pytest.mark.parametrize("mode", ["RGB", "1"])
def test_the_file_obeys(sheet, faces, logo, tmp_path, mode):
    logo = logo if mode == "RGB" else logo.in_copy()
    path = tmp_path / "letterhead.pdf"
    path.write_bytes(printed(sheet, faces, 2, logo=logo, head=logo))
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    assert not report.failures
    assert report.is_compliant


def test_letterhead_is_a_figure_and_paragraphs(sheet, faces, logo):
    pdf = printed(sheet, faces, logo=logo)
    with pikepdf.open(BytesIO(pdf)) as file:
        kids = list(file.Root.StructTreeRoot.K.K)
        assert [str(kid.S) for kid in kids] == ["/Figure", "/P", "/P", "/P", "/P"]
        assert kids[0].Alt == "Logo of Harbour Counselling"
        left, bottom, right, top = map(float, kids[0].A.BBox)
        assert (right - left, top - bottom) == pytest.approx(logo.fitted(*LOGO), abs=0.02)
        code = file.pages[0].Contents.read_bytes().decode("latin-1")
    figure = code[code.index("/Figure") : code.index("EMC")]
    assert f"{right - left:.2f} 0 0 {top - bottom:.2f} {left:.2f} {bottom:.2f} cm" in figure


def test_letterhead_keeps_together(sheet, logo):
    *before, last = Letterhead(NAME, sheet, phone=[Span("1")], logo=logo).children
    assert all(box.keep for box in before)
    assert not last.keep


def test_running_head_is_a_header_artifact(sheet, faces, logo):
    document = Element("Document")
    pen = pen_for(sheet, faces, document)
    draw_head(pen, HEAD, NAME, logo)
    code = "\n".join(pen.canvas.code)
    assert code.lstrip().startswith("/Artifact <</Type/Pagination/Subtype/Header>> BDC")
    assert code.count("BDC") == code.count("EMC") == 1
    assert " Do Q" in code
    assert not document.kids


def test_running_head_stays_in_its_area(sheet, faces):
    tall = Picture(1000, 1000, "L", bytes(1000 * 1000))
    pen = pen_for(sheet, faces, Element("Document"))
    draw_head(pen, HEAD._replace(height=5 * MM), NAME, tall)
    matrix = next(code for code in pen.canvas.code if code.endswith(" Do Q")).split()
    width, height, x, y = (float(matrix[at]) for at in (1, 4, 5, 6))
    assert (width, height) == pytest.approx((5 * MM, 5 * MM), abs=0.01)
    assert x + width == pytest.approx(HEAD.right, abs=0.01)
    assert y == pytest.approx(HEAD.top - 5 * MM, abs=0.01)


@pytest.mark.parametrize("name", ["A long name of many words for a practice", "W" * 60])
def test_a_name_without_room_is_shortened(sheet, faces, monkeypatch, name):
    drawn = []
    monkeypatch.setattr(Pen, "text", lambda *given: drawn.append(given[3]))
    pen = pen_for(sheet, faces, Element("Document"))
    draw_head(pen, HEAD._replace(width=100), [Span(name)])
    ((*_, (_, text)),) = drawn
    assert text.endswith("…")
    assert len(text) < len(name)


def test_a_picture_outside_is_refused(sheet, faces, logo):
    pen = pen_for(sheet, faces, Element("Document"))
    with pytest.raises(UntaggedInkError):
        pen.image(HEAD, logo)


def test_a_box_in_an_artifact_leaves_no_mark(sheet, faces, logo):
    document = Element("Document")
    pen = pen_for(sheet, faces, document)
    box = PictureBox(logo, *LOGO, "Logo")
    with pen.artifact():
        draw_box(box, pen, HEAD)
        pen.fill(HEAD, Ink(0, 0, 0))
    assert not box.element.kids
