"""One YAML file read into plain values, each with the place where it stands.

Scalars stay text: the field they are read into decides what they mean, so `No` can be
a title and `lines: 8` a number. This is the only place that reads YAML.
"""

from __future__ import annotations

from functools import partial
from stat import S_ISREG
from typing import TYPE_CHECKING

from workbook.content.composer import Composer, Node, YamlFault
from workbook.errors import ContentError, FileError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

MOST_BYTES = 4 * 1024 * 1024


class Source:
    """A content file: its values, and the way from a value back to its place."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._lines = text.splitlines()
        try:
            self.root = Composer(text).compose()
        except YamlFault as fault:
            place = self.place_at(fault.line, fault.column)
            raise ContentError([Problem(place, fault.what, fault.remedy)]) from None

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read `path`; raises FileError when it can't be read, ContentError when it is no YAML."""
        try:
            if path.is_dir():
                raise FileError(path, "this is a folder", "Name the YAML file inside it.")
            status = path.stat()
            if not S_ISREG(status.st_mode):
                raise FileError(path, "this is no ordinary file", "Name a YAML file.")
            if status.st_size > MOST_BYTES:
                raise FileError(path, "the file is over 4 MB", "A workbook's text is far smaller.")
            data = path.read_bytes()
        except FileNotFoundError:
            raise FileError(path, "there is no such file", "Check the name.") from None
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "it can't be read"
            raise FileError(path, why, "Check the name and the rights.") from None
        return cls(str(path), _decode(str(path), data))

    def place(self, path: Sequence[str | int], *, key: bool = False, offset: int = 0) -> Place:
        """Where the value at `path` stands, or its nearest known parent.

        With `key` the place of its key; `offset` is a line inside a literal block.
        """
        node, at = self.root, (self.root.line, self.root.column)
        for number, step in enumerate(path):
            child = node.children.get(step)
            last = number == len(path) - 1
            if ((key and last) or child is None) and isinstance(step, str) and step in node.keys:
                return self.place_at(*node.keys[step])
            if child is None:
                break
            node, at = child, (child.line, child.column)
        return self._inside(node, offset) if node.block else self.place_at(*at)

    def place_at(self, line: int, column: int) -> Place:
        """The place at a line and column counted from 0."""
        text = self._lines[line] if line < len(self._lines) else ""
        return Place(self.name, line + 1, column + 1, text)

    def texts(self) -> Iterator[tuple[str, Callable[[int], Place]]]:
        """Every text and key with a way to its place, given a line inside it."""
        stack = [self.root]
        while stack:
            node = stack.pop()
            if isinstance(node.value, str):
                yield node.value, partial(self._inside, node)
            for key, (line, column) in node.keys.items():
                yield key, partial(self._beside, line, column)
            stack.extend(node.children.values())

    def _beside(self, line: int, column: int, _offset: int) -> Place:
        return self.place_at(line, column)

    def _inside(self, node: Node, offset: int) -> Place:
        if node.block:
            return self.place_at(node.line + 1 + (offset if node.literal else 0), 0)
        return self.place_at(node.line, node.column)


def _decode(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        place = Place(name, line, column)
        raise ContentError(
            [Problem(place, "this byte is not UTF-8 text", "Save the file as UTF-8.")]
        ) from None
