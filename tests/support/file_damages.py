"""Damages to what a file says of itself, to its fonts and colours, and to how it opens."""

from __future__ import annotations

import pikepdf

from support.damages import damage


def fonts(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(file.pages[0].Resources.Font.values())


def rewrite_packet(file: pikepdf.Pdf, old: str, new: str) -> None:
    packet = file.Root.Metadata.read_bytes()
    assert old.encode() in packet
    file.Root.Metadata.write(packet.replace(old.encode(), new.encode()))


@damage("ua1 PDFUA1-TEXT-LANGUAGE-001", "ua1 7.2-34")
def no_language(file):
    del file.Root.Lang


@damage("2a PDFA2A-TAGGED-DOCUMENT-001", "2a 6.7.2.2-1")
def no_mark_info(file):
    del file.Root.MarkInfo


@damage("ua1 PDFUA1-TAGGED-DOCUMENT-001", "ua1 6.2-1")
def marked_is_false(file):
    file.Root.MarkInfo.Marked = False


@damage("ua1 PDFUA1-PAGE-TABS-001", "ua1 7.18.3-1")
def no_tab_order(file):
    del file.pages[0].Tabs


@damage("ua1 PDFUA1-PAGE-TABS-001", "ua1 7.18.3-1")
def tab_order_by_rows(file):
    file.pages[0].Tabs = pikepdf.Name.R


@damage("2a PDFA2A-METADATA-STRUCTURE-001", "2a 6.6.2.1-1")
def no_metadata(file):
    del file.Root.Metadata


@damage("ua1 PDFUA1-ID-SCHEMA-001", "ua1 5-1")
def no_pdfua_identifier(file):
    rewrite_packet(file, "<pdfuaid:part>1</pdfuaid:part>", "")


@damage("2a PDFA2A-ID-PART-001", "2a 6.6.4-2")
def no_pdfa_identifier(file):
    rewrite_packet(file, "<pdfaid:part>2</pdfaid:part>", "")


@damage("ua1 PDFUA1-METADATA-TITLE-001", "ua1 7.1-9")
def no_title_in_metadata(file):
    packet = file.Root.Metadata.read_bytes().decode()
    start, end = packet.index("<dc:title>"), packet.index("</dc:title>") + len("</dc:title>")
    rewrite_packet(file, packet[start:end], "")


@damage("test_title_author_and_language")
def titles_that_differ(file):
    file.docinfo.Title = "Another"


@damage("ua1 PDFUA1-VIEWER-PREFERENCES-001", "ua1 7.1-10")
def window_shows_the_file_name(file):
    file.Root.ViewerPreferences.DisplayDocTitle = False


@damage("test_fonts_are_embedded_subsets", "ua1 7.21.7-1")
def no_letters_for_a_font(file):
    del fonts(file)[0].ToUnicode


@damage("test_fonts_are_embedded_subsets", "2a 6.2.11.4.1-1")
def font_not_embedded(file):
    del fonts(file)[0].FontDescriptor.FontFile2


@damage("2a PDFA2A-DEVICE-RGB-001", "2a 6.2.4.3-2")
def no_output_intent(file):
    del file.Root.OutputIntents


@damage("test_nothing_runs_or_is_attached", "2a 6.5.1-1")
def script_on_opening(file):
    file.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.beep()")
    )
