"""One YAML file read into plain values, each with the place where it stands.

Scalars stay text: the field they are read into decides what they mean, so `No` can be
a title and `lines: 8` a number. This is the only place that reads YAML.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbook.content.composer import Composer, Node, YamlFault
from workbook.errors import ContentError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


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


def decoded(name: str, data: bytes) -> str:
    """The text of a file; raises ContentError where it isn't UTF-8."""
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
