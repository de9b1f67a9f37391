"""A file reads back as the objects that were put in, however many and however large."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbook.pdf.document import Document
from workbook.pdf.packing import PER_STREAM, _cross_references, packed
from workbook.pdf.reportlab import PDFDictionary, PDFStream, PDFString, PDFZCompress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORDS = [
    *("", "plain", "a (b) \\ c)", "line\nend\r\n", "naïve – “quoted”", "𐞀 beyond"),
    # Their bytes are those of ends of lines, of a backslash and of a bracket.
    "\u0d0a\u5c28",
]
DOCUMENT = Document("en")


def stream(data: bytes, filters: Sequence[object] = (), **entries: str) -> bytes:
    """A stream as ReportLab formats it."""
    syntax: bytes = PDFStream(PDFDictionary(entries), data, filters or None).format(DOCUMENT)
    return syntax


def text(words: str) -> bytes:
    """A text string as ReportLab formats it."""
    syntax: bytes = PDFString(words).format(DOCUMENT)
    return syntax


def finished(things: Sequence[bytes], title: bytes = b"()") -> bytes:
    """A file whose catalog names all `things`, with one empty page."""
    page = len(things) + 1
    numbers = b" ".join([b"%d 0 R" % number for number in range(1, page)])
    return packed(
        [
            *things,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>>>" % (page + 1),
            b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page,
            b"<</Type/Catalog/Pages %d 0 R/All[%s]>>" % (page + 1, numbers),
            b"<</Title%s>>" % title,
        ],
        page + 2,
        page + 3,
    )


def opened(pdf: bytes) -> pikepdf.Pdf:
    """A file read by qpdf, which has nothing to say against it."""
    file = pikepdf.open(BytesIO(pdf), attempt_recovery=False)
    assert not file.check_pdf_syntax()
    assert not file.get_warnings()
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == len(file.pages)
    return file


@pytest.mark.parametrize("words", WORDS)
def test_text_strings_come_back(words):
    file = opened(finished([b"[%s]" % text(words)], text("Zoë (a title)")))
    assert str(file.Root.All[0][0]) == words
    assert str(file.docinfo.Title) == "Zoë (a title)"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_string_comes_back(words):
    # ReportLab writes these in one byte a character, and readers take them for other encodings.
    assume(not words.startswith(("þÿ", "ï»¿")))
    assert str(pikepdf.Object.parse(text(words))) == words


def test_streams_come_back():
    data = b"endstream endobj \r\n" * 50
    file = opened(finished([stream(data, [PDFZCompress]), stream(data, Kind="/Plain")]))
    deflated, plain = file.Root.All
    assert deflated.read_bytes() == plain.read_raw_bytes() == data
    assert (list(deflated.Filter), plain.Kind) == (["/FlateDecode"], "/Plain")
    assert len(deflated.read_raw_bytes()) < len(data) / 5


def test_an_end_of_line_stands_before_each_end_of_a_stream():
    pdf = finished([stream(data) for data in (b"", b"one", b"two\n")])
    assert pdf.count(b"endstream\n") == pdf.count(b"\nendstream\n") == 5
    file = opened(pdf)
    assert [thing.read_raw_bytes() for thing in file.Root.All] == [b"", b"one", b"two\n"]


@pytest.mark.parametrize(
    "count", [1, PER_STREAM - 4, PER_STREAM - 3, PER_STREAM, 3 * PER_STREAM, 300 * PER_STREAM]
)
def test_all_objects_are_in_streams(count):
    pdf = finished([b"[%d /Of %d]" % (at, count) for at in range(count)])
    file = opened(pdf)
    assert [int(thing[0]) for thing in file.Root.All] == list(range(count))
    assert pdf.count(b"/Type/ObjStm") == -(-(count + 4) // PER_STREAM)
    # A header, a comment and the cross-references are all that isn't in one of them.
    assert pdf.count(b" 0 obj") == pdf.count(b"/Type/ObjStm") + 1


@pytest.mark.parametrize(("size", "width"), [(100, 2), (70_000, 3), (17_000_000, 4)])
def test_a_file_may_be_large(size, width):
    data = Random(1).randbytes(size)
    pdf = finished([stream(data), stream(b"after")])
    file = opened(pdf)
    assert [thing.read_raw_bytes() for thing in file.Root.All] == [data, b"after"]
    assert f"/W[1 {width} 1]".encode() in pdf[-600:]


def test_an_identifier_comes_from_the_content():
    def identifiers(title: str) -> Iterator[bytes]:
        yield from map(bytes, opened(finished([], text(title))).trailer.ID)

    one, two, other = (list(identifiers(title)) for title in ("one", "one", "two"))
    assert one == two
    assert one[0] == one[1]
    assert one[0] != other[0]
    assert len(one[0]) == 16


RANGES = st.sampled_from([1, 0xFF, 0x100, 0xFFFF, 0x10000, 0xFFFFFFFF, 1 << 40])


@given(st.data())
def test_cross_references_undone_are_the_rows(data):
    most, last = data.draw(RANGES), data.draw(RANGES)
    row = st.tuples(st.integers(0, 2), st.integers(0, most), st.integers(0, last))
    rows = data.draw(st.lists(row, min_size=1, max_size=20))
    widths, table = _cross_references(rows)
    above, read = bytes(sum(widths)), []
    for at in range(0, len(table), sum(widths) + 1):
        assert table[at] == 2
        change = table[at + 1 : at + 1 + sum(widths)]
        above = bytes((one + two) % 256 for one, two in zip(above, change, strict=True))
        cuts = (slice(0, 1), slice(1, 1 + widths[1]), slice(1 + widths[1], None))
        read.append(tuple(int.from_bytes(above[cut], "big") for cut in cuts))
    assert read == rows
