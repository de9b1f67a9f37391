"""Finished files: other programs read them without a complaint, and they hold nothing needless."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from support.builds import BOOK, DAY, files_of
from support.numbered import NOTE, SHEET, drawn, numbered_file, numbered_pages
from workbook.choices.choices import Choices
from workbook.finishing.imposition import booklet
from workbook.finishing.saddle_stitch import Fold
from workbook.geometry import Area
from workbook.pdf.element import Element
from workbook.pictures.picture import Picture

CHOICES = {
    "letter": {},
    "copy": {"ink": "copy"},
    "discreet": {"discreet": True},
    "large": {"type": "large"},
    "booklet": {"paper": "a4", "booklet": True},
    "2up": {"sheets": "2up"},
}
RED = Picture(1, 1, "RGB", b"\xff\0\0")
GREY = Picture(1, 1, "L", b"\x80")


def complaints(pdf: bytes) -> list[str]:
    """What qpdf has to say against a file; PDFium has to find as many pages in it."""
    with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as file:
        with pypdfium2.PdfDocument(pdf) as document:
            assert len(document) == len(file.pages)
        return [*file.check_pdf_syntax(), *map(str, file.get_warnings())]


@pytest.mark.parametrize("name", CHOICES)
def test_nobody_complains_of_a_product(name):
    made, again = (files_of(BOOK, Choices(date=DAY, **CHOICES[name])) for _ in range(2))
    assert [complaints(product.pdf) for product in made] == [[]] * len(made)
    assert [product.pdf for product in again] == [product.pdf for product in made]


def test_nobody_complains_of_a_sample(any_pdf):
    assert complaints(any_pdf.pdf) == []


def test_every_object_is_used(any_pdf):
    # A file of its own: tests that look at the shared one may add to it.
    with pikepdf.open(any_pdf.path) as file:
        seen: set[tuple[int, int]] = set()
        waiting = [file.Root, file.docinfo]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, pikepdf.Object) and thing.is_indirect:
                if thing.objgen in seen:
                    continue
                seen.add(thing.objgen)
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                waiting += [value for _, value in thing.items()]
            elif isinstance(thing, pikepdf.Array):
                waiting += list(thing)
        packing = {
            thing.objgen
            for thing in file.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Type") in ("/ObjStm", "/XRef")
        }
        numbers = {thing.objgen for thing in file.objects}
        assert numbers == {(number, 0) for number in range(1, int(file.trailer.Size))}
        assert numbers == seen | packing


def test_five_thousand_pages():
    pdf = numbered_file(5000)
    assert complaints(pdf) == []
    made = booklet(numbered_pages(5000).drawn, Fold(), sheet=SHEET, note=NOTE)
    assert complaints(made.pdf) == []
    with pikepdf.open(BytesIO(made.pdf)) as file:
        assert len(file.pages) == 2 * made.sheets == 2500
        assert file.pages[0].label.count(" · ") == 1
    with pypdfium2.PdfDocument(pdf) as document:
        assert "head 4321" in document[4320].get_textpage().get_text_range()


def test_a_page_names_only_its_own_pictures():
    shown = {1: [RED], 2: [], 3: [RED, GREY], 4: [GREY, GREY]}

    def draw(pen, page):
        for at, picture in enumerate(shown[page]):
            pen.image(Area(20 + 50 * at, 100, 40, 40), picture)

    canvas = drawn(4, draw)
    plain = canvas.finish()
    imposed = booklet(canvas.drawn, Fold(), sheet=SHEET, note=NOTE).pdf
    for pdf in (plain, imposed):
        with pikepdf.open(BytesIO(pdf)) as file:
            pictures = [
                thing
                for thing in file.objects
                if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
            ]
            assert len(pictures) == 2
    with pikepdf.open(BytesIO(plain)) as file:
        named = [len(page.Resources.get("/XObject", {})) for page in file.pages]
        assert named == [1, 0, 2, 1]
    with pikepdf.open(BytesIO(imposed)) as file:
        forms = {name: form for page in file.pages for name, form in page.Resources.XObject.items()}
        named = [len(forms[f"/P{page}"].Resources.get("/XObject", {})) for page in shown]
        assert named == [1, 0, 2, 1]


def test_what_is_drawn_must_be_in_the_tree():
    def draw(pen, _page):
        pen.canvas.structure.mark(Element("P"), pen.canvas.page)

    with pytest.raises(ValueError, match="<P> was drawn, and hangs in no tree"):
        drawn(1, draw).finish()
