"""What a file says about itself."""

from __future__ import annotations

import pikepdf
import yaml


def test_title_author_and_language(any_pdf):
    values = yaml.load(any_pdf.content.read_text("utf-8"), yaml.BaseLoader)
    file = any_pdf.file
    # The window bar and the print queue show the title: the neutral one, and no subject.
    title = values.get("short_title", values["title"])
    assert str(file.docinfo.Title) == title
    assert str(file.docinfo.Subject) == ""
    assert str(file.docinfo.Author) == values.get("author", "")
    assert str(file.Root.Lang) == values.get("language", "en")
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["xmp:CreateDate"].startswith("2026-11-23")


def test_readers_show_the_title(any_pdf):
    root = any_pdf.file.Root
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert root.MarkInfo.Marked


def test_size_of_the_paper(any_pdf):
    width, height = {"letter": (612, 792), "a4": (595.28, 841.89)}[any_pdf.paper]
    for page in any_pdf.file.pages:
        box = [float(edge) for edge in page.mediabox]
        assert box[:2] == [0, 0]
        assert abs(box[2] - width) < 0.01
        assert abs(box[3] - height) < 0.01


def test_nothing_runs_or_is_attached(any_pdf):
    root = any_pdf.file.Root
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys())
    assert "/EmbeddedFiles" not in root.get("/Names", {})


def test_fonts_are_embedded_subsets(any_pdf):
    fonts = [
        thing
        for thing in any_pdf.file.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == pikepdf.Name.Font
    ]
    assert fonts
    for font in fonts:
        prefix, plus, name = str(font.BaseFont)[1:].partition("+")
        assert plus, font.BaseFont
        assert (len(prefix), prefix.isupper()) == (6, True)
        assert name.startswith(("AtkinsonHyperlegibleNext", "Literata", "NotoSans"))
        assert "/FontFile2" in font.FontDescriptor
        assert "/ToUnicode" in font


def test_subset_names_are_unlike(any_pdf):
    names = [
        str(font.BaseFont)
        for font in any_pdf.file.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == pikepdf.Name.Font
    ]
    assert len(names) == len(set(names))
