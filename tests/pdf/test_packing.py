"""A file reads back as the objects that were put in, however many and however large."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.builds import DAY
from workbook.pdf.metadata import Description
from workbook.pdf.objects import Objects, number, references, text_string
from workbook.pdf.packing import PER_STREAM, _cross_references, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = [
    *("", "plain", "a (b) \\ c)", "line\nend\r\n", "naïve – “quoted”", "𐞀 beyond"),
    # Their bytes are those of ends of lines, of a backslash and of a bracket.
    "\u0d0a\u5c28",
]


def finished(objects: Objects, entries: str = "") -> bytes:
    """A file of `objects`, with one empty page and `entries` in its catalog."""
    pages = objects.reserve()
    page = objects.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 9 9]/Resources<<>>>>")
    objects.put(pages, f"<</Type/Pages/Count 1/Kids{references([page])}>>")
    catalog = objects.add(f"<</Type/Catalog/Pages {pages} 0 R{entries}>>")
    return packed(objects, catalog, Description("A (title)", "Zoë", "en", DAY).write(objects))


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
    objects = Objects()
    file = opened(finished(objects, f"/Words {objects.add(f'[{text_string(words)}]')} 0 R"))
    assert str(file.Root.Words[0]) == words
    assert (str(file.docinfo.Title), str(file.docinfo.Author)) == ("A (title)", "Zoë")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_string_comes_back(words):
    syntax = text_string(words).encode("latin-1")
    read = bytes(pikepdf.Object.parse(syntax))
    assert read.decode("utf-16" if read.startswith(b"\xfe\xff") else "ascii") == words


@pytest.mark.parametrize(
    ("value", "written"), [(612.0, "612"), (595.275591, "595.2756"), (0.0, "0"), (10.5, "10.5")]
)
def test_lengths_are_short(value, written):
    assert number(value) == written


def test_streams_come_back():
    objects, data = Objects(), b"endstream endobj \r\n" * 50
    numbers = [objects.add_stream(data), objects.add_readable(data, "/Kind/Plain")]
    file = opened(finished(objects, f"/Streams{references(numbers)}"))
    deflated, plain = file.Root.Streams
    assert deflated.read_bytes() == plain.read_raw_bytes() == data
    assert (deflated.Filter, plain.Kind) == ("/FlateDecode", "/Plain")
    assert len(deflated.read_raw_bytes()) < len(data) / 5


@pytest.mark.parametrize(
    "count", [1, PER_STREAM - 4, PER_STREAM - 3, PER_STREAM, 3 * PER_STREAM, 300 * PER_STREAM]
)
def test_all_objects_are_in_streams(count):
    objects = Objects()
    numbers = [objects.add(f"[{at} /Of {count}]") for at in range(count)]
    pdf = finished(objects, f"/All{references(numbers)}")
    file = opened(pdf)
    assert [int(thing[0]) for thing in file.Root.All] == list(range(count))
    assert pdf.count(b"/Type/ObjStm") == -(-(count + 4) // PER_STREAM)
    # A header, a comment and the cross-references are all that isn't in one of them.
    assert pdf.count(b" 0 obj") == pdf.count(b"/Type/ObjStm") + 1


@pytest.mark.parametrize(("size", "width"), [(100, 2), (70_000, 3), (17_000_000, 4)])
def test_a_file_may_be_large(size, width):
    data = Random(1).randbytes(size)
    objects = Objects()
    large, after = objects.add_readable(data), objects.add_readable(b"after")
    pdf = finished(objects, f"/Both{references([large, after])}")
    file = opened(pdf)
    assert [thing.read_raw_bytes() for thing in file.Root.Both] == [data, b"after"]
    assert f"/W[1 {width} 1]".encode() in pdf[-600:]


def test_an_identifier_comes_from_the_content():
    def identifiers(title: str) -> Iterator[bytes]:
        objects = Objects()
        title = objects.add(f"[{text_string(title)}]")
        yield from map(bytes, opened(finished(objects, f"/Words {title} 0 R")).trailer.ID)

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
