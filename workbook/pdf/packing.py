"""A file from its objects: object streams and a cross-reference stream. ISO 32000-1 7.5.7–7.5.8."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import compress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.pdf.objects import Objects

# PDF/A-2 (ISO 19005-2 6.1.2) asks for four bytes beyond ASCII.
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Objects in an object stream: a reader unpacks a whole one to get at one object.
PER_STREAM = 200
_FREE, _IN_FILE, _IN_STREAM = range(3)


def packed(objects: Objects, catalog: int, info: int) -> bytes:
    """The file of `objects`, whose catalog and information dictionary have these numbers.

    Its identifier comes from its other bytes, so that same objects give the same file.
    """
    out = [_HEADER]
    at = len(_HEADER)
    groups = [
        objects.plain[first : first + PER_STREAM]
        for first in range(0, len(objects.plain), PER_STREAM)
    ]
    itself = objects.count + len(groups) + 1
    # The kind of each object, where it or its stream is, and its place in that stream.
    rows = [(_FREE, 0, 0)] * (itself + 1)

    def put(number: int, entries: str, data: bytes) -> None:
        nonlocal at
        rows[number] = (_IN_FILE, at, 0)
        head = f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        tail = b"\nendstream\nendobj\n"
        out.extend((head, data, tail))
        at += len(head) + len(data) + len(tail)

    for stream in objects.streams:
        put(*stream)
    for home, group in enumerate(groups, start=objects.count + 1):
        places, position = [], 0
        for index, (number, syntax) in enumerate(group):
            rows[number] = (_IN_STREAM, home, index)
            places.append(f"{number} {position}")
            position += len(syntax) + 1
        first = " ".join(places) + "\n"
        body = first + "\n".join([syntax for _, syntax in group])
        entries = f"/Type/ObjStm/N {len(group)}/First {len(first)}/Filter/FlateDecode"
        put(home, entries, compress(body.encode("latin-1")))
    digest = sha256(usedforsecurity=False)
    for piece in out:
        digest.update(piece)
    identifier = f"<{digest.hexdigest()[:32]}>"
    start = at
    rows[itself] = (_IN_FILE, at, 0)
    widths, table = _cross_references(rows)
    put(
        itself,
        f"/Type/XRef/Size {itself + 1}/W[{' '.join(map(str, widths))}]/Root {catalog} 0 R"
        f"/Info {info} 0 R/ID[{identifier}{identifier}]"
        f"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {sum(widths)}>>",
        compress(table),
    )
    out.append(f"startxref\n{start}\n%%EOF\n".encode())
    return b"".join(out)


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
