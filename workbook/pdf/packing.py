"""A file from its objects: object streams and a cross-reference stream. ISO 32000-1 7.5.7–7.5.8."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import compress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# PDF/A-2 (ISO 19005-2 6.1.2) asks for four bytes beyond ASCII.
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# As ReportLab ends a stream; PDF/A-2 (ISO 19005-2 6.1.7.1) asks for an end of line before it.
_END = b"endstream\n"
# Objects in an object stream: a reader unpacks a whole one to get at one object.
PER_STREAM = 200
_FREE, _IN_FILE, _IN_STREAM = range(3)


def packed(objects: Iterable[bytes], catalog: int, info: int) -> bytes:
    """The file of `objects`, as ReportLab formats them, in the order of their numbers from 1.

    `catalog` and `info` are the numbers of the catalog and of the information dictionary. The
    file's identifier comes from its other bytes, so that same objects give the same file.
    """
    out = [_HEADER]
    at = len(_HEADER)
    # The kind of each object, where it or its stream is, and its place in that stream.
    rows = [(_FREE, 0, 0)]
    plain: list[tuple[int, bytes]] = []

    def put(stream: bytes) -> None:
        """Write the next object, a stream up to the end of its data."""
        nonlocal at
        head, tail = b"%d 0 obj\n" % len(rows), b"\nendstream\nendobj\n"
        rows.append((_IN_FILE, at, 0))
        out.extend((head, stream, tail))
        at += len(head) + len(stream) + len(tail)

    for syntax in objects:
        if syntax.endswith(_END):
            put(syntax.removesuffix(_END))
        else:
            plain.append((len(rows), syntax))
            rows.append((_IN_STREAM, 0, 0))
    for start in range(0, len(plain), PER_STREAM):
        group = plain[start : start + PER_STREAM]
        places, position = [], 0
        for index, (number, syntax) in enumerate(group):
            rows[number] = (_IN_STREAM, len(rows), index)
            places.append(b"%d %d" % (number, position))
            position += len(syntax) + 1
        first = b" ".join(places) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(group), len(first))
        put(_deflated(entries, first + b"\n".join([syntax for _, syntax in group])))
    digest = sha256(usedforsecurity=False)
    for piece in out:
        digest.update(piece)
    identifier = b"<%s>" % digest.hexdigest()[:32].encode()
    start = at
    itself = len(rows)
    widths, table = _cross_references([*rows, (_IN_FILE, at, 0)])
    entries = (
        b"/Type/XRef/Size %d/W[%d %d %d]/Root %d 0 R/Info %d 0 R/ID[%s%s]"
        b"/DecodeParms<</Predictor 12/Columns %d>>"
    )
    known = (itself + 1, *widths, catalog, info, identifier, identifier, sum(widths))
    put(_deflated(entries % known, table))
    out.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(out)


def _deflated(entries: bytes, data: bytes) -> bytes:
    """A stream up to the end of its data, with `entries` in its dictionary."""
    data = compress(data)
    head = b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (entries, len(data))
    return head + data


def _cross_references(rows: Sequence[tuple[int, int, int]]) -> tuple[tuple[int, int, int], bytes]:
    """Bytes in each column, and rows as differences from the row above (PNG's predictor Up).

    Neighbours in an object stream differ by one in one column, so that little is left of them.
    """
    wide, narrow = (_width(max(row[column] for row in rows)) for column in (1, 2))
    # Each row begins with a byte for the predictor's own tag.
    length = 2 + wide + narrow
    shift_kind, shift_where = 8 * (wide + narrow), 8 * narrow
    plain = b"".join(
        [
            (kind << shift_kind | where << shift_where | index).to_bytes(length, "big")
            for kind, where, index in rows
        ]
    )
    below = int.from_bytes(plain, "big")
    above = below >> 8 * length
    # All bytes at once: with the highest bit of each set, none borrows from the next.
    high = int.from_bytes(b"\x80" * len(plain), "big")
    change = ((below | high) - (above & ~high)) ^ ((below ^ ~above) & high)
    tags = int.from_bytes((b"\2" + bytes(length - 1)) * len(rows), "big")
    return (1, wide, narrow), (change | tags).to_bytes(len(plain), "big")


def _width(most: int) -> int:
    return max(1, (most.bit_length() + 7) // 8)
