"""Numbers of parts and worksheets, the same wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.content.book import Book, Part, Worksheet


class Numbered(NamedTuple):
    """A worksheet with its place in its part, from 1, and its label, such as 2.1, if it has one."""

    worksheet: Worksheet
    place: int
    label: str


def numbered_parts(book: Book) -> Iterator[tuple[int, Part]]:
    """Each part with its number; one that opens nowhere has that of the part before, or 0."""
    number = 0
    for part in book.parts:
        number += part.numbered
        yield number, part


def numbered(part: Part, number: int) -> Iterator[Numbered]:
    """The worksheets of the part of that number; copies of one share place and label."""
    places: dict[str, int] = {}
    for worksheet in part.worksheets:
        place = places.setdefault(worksheet.id, len(places) + 1)
        yield Numbered(worksheet, place, f"{number}.{place}" if part.numbered else "")
