"""The objects of a PDF file to come, as PDF syntax. ISO 32000-1 7.3.

Syntax is `str`, of which each character stands for the byte with its code (Latin-1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zlib import compress

if TYPE_CHECKING:
    from collections.abc import Iterable

# A carriage return that isn't escaped is read as a line feed.
_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "\n": "\\n"})
_BYTE_ORDER = b"\xfe\xff"


class Stream(NamedTuple):
    """A stream's object number, the entries of its dictionary but for Length, and its data."""

    number: int
    entries: str
    data: bytes


class Objects:
    """Objects by number; a number may be given away before its object is known."""

    def __init__(self) -> None:
        self.count = 0
        self.plain: list[tuple[int, str]] = []
        self.streams: list[Stream] = []

    def reserve(self) -> int:
        """A number for an object to come."""
        self.count += 1
        return self.count

    def put(self, number: int, syntax: str) -> None:
        """The object of a number that was reserved; not a stream."""
        self.plain.append((number, syntax))

    def add(self, syntax: str) -> int:
        """An object that isn't a stream; gives its number."""
        self.put(number := self.reserve(), syntax)
        return number

    def add_stream(self, data: bytes, entries: str = "") -> int:
        """A stream that is deflated here; gives its number."""
        return self.add_deflated(compress(data), entries)

    def add_deflated(self, data: bytes, entries: str = "") -> int:
        """A stream whose data are deflated already; gives its number."""
        return self.add_readable(data, f"{entries}/Filter/FlateDecode")

    def add_readable(self, data: bytes, entries: str = "") -> int:
        """A stream that stays as it is; gives its number."""
        self.streams.append(Stream(number := self.reserve(), entries, data))
        return number


def text_string(words: str) -> str:
    """`words` as a text string (ISO 32000-1 7.9.2.2): ASCII, or else UTF-16."""
    if not words.isascii():
        words = (_BYTE_ORDER + words.encode("utf-16-be")).decode("latin-1")
    return f"({words.translate(_ESCAPES)})"


def references(numbers: Iterable[int]) -> str:
    """An array of references."""
    return f"[{' '.join([f'{number} 0 R' for number in numbers])}]"


def number(value: float) -> str:
    """A length to a ten-thousandth, without zeros at its end."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
