"""One YAML file read into plain values, each with the place where it stands.

Scalars stay text: the field they are read into decides what they mean, so `No` can be
a title and `lines: 8` a number. This is the only place that reads YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

from workbook.content.problems import Place, Problem
from workbook.errors import ContentError, FileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Value = dict[str, Any] | list[Any] | str | None

MOST_BYTES = 4 * 1024 * 1024
DEEPEST = 32
MOST_VALUES = 200_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A value and where it begins; `line` and `column` count from 0.

    A `block` scalar begins on the next line; a `literal` one keeps the lines as they stand.
    """

    line: int
    column: int
    value: Value = None
    block: bool = False
    literal: bool = False
    children: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)


class Source:
    """A content file: its values, and the way from a value back to its place."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._lines = text.splitlines()
        self.root = _Composer(self).compose()

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read `path`; raises FileError when it can't be read, ContentError when it is no YAML."""
        try:
            if path.is_dir():
                raise FileError(path, "this is a folder", "Name the YAML file inside it.")
            if path.stat().st_size > MOST_BYTES:
                raise FileError(path, "the file is over 4 MB", "A workbook's text is far smaller.")
            data = path.read_bytes()
        except FileNotFoundError:
            raise FileError(path, "there is no such file", "Check the name.") from None
        except OSError as error:
            raise FileError(path, error.strerror or "it can't be read") from None
        return cls(str(path), _decode(str(path), data))

    def place(self, path: Sequence[str | int], key: bool = False, offset: int = 0) -> Place:
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

    def known(self, path: Sequence[str | int], absent: bool = False) -> tuple[str | int, ...]:
        """`path` without the steps that a validator added; an `absent` last step stays."""
        node: Node | None = self.root
        steps: list[str | int] = []
        for number, step in enumerate(path):
            child = node.children.get(step) if node is not None else None
            if child is not None or (absent and number == len(path) - 1):
                steps.append(step)
                node = child
        return tuple(steps)

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

    def fault(self, line: int, column: int, what: str, remedy: str = "") -> ContentError:
        """A ContentError with one problem at `line` and `column`, counted from 0."""
        return ContentError([Problem(self.place_at(line, column), what, remedy)])


class _Composer:
    """Builds nodes from libyaml's events, with limits on depth, count and aliases.

    Events instead of PyYAML's own composer: that one recurses, so deep nesting could
    exhaust the stack, and it turns scalars into types before their field is known.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def compose(self) -> Node:
        events = self._events()
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    line = event.start_mark.line if event.start_mark else 0
                    raise self.source.fault(
                        line, 0, "a second document starts here", "Remove the `---` line."
                    )
                root = self._node(next(events), events, 0)
        if root is None or (root.value is None and not root.children):
            raise self.source.fault(0, 0, "the file is empty", "Start with `title: …`.")
        return root

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.source.text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if "end of stream" in str(error.problem) or "<stream end>" in str(error.problem):
                mark = error.context_mark or mark  # where it was opened, not where it ran out
            line, column = (mark.line, mark.column) if mark else (0, 0)
            hint = _hint(error, self.source.place_at(line, column).text[column : column + 1])
            what = f"not valid YAML: {error.problem or error.context}"
            raise self.source.fault(line, column, what, hint) from None
        except yaml.reader.ReaderError as error:
            before = self.source.text[: error.position]
            line = before.count("\n")
            raise self.source.fault(
                line,
                len(before) - before.rfind("\n") - 1,
                f"a control character (U+{_code(error.character):04X}) can't be printed",
                "Delete it and type the word again.",
            ) from None

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        mark = event.start_mark
        if depth > DEEPEST:
            raise self.source.fault(
                mark.line, mark.column, f"nested more than {DEEPEST} deep", "Check the indentation."
            )
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before, anchor = self.count, event.anchor
        self._counted(mark, 1)
        if event.tag is not None:
            raise self.source.fault(
                mark.line, mark.column, "a YAML tag (`!…`) is not read", "Remove it."
            )
        node = Node(mark.line, mark.column)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            node.literal = event.style == "|"
            node.block = event.style in ("|", ">")
            node.value = None if plain and event.value in ("", "~", "null") else event.value
        elif isinstance(event, yaml.SequenceStartEvent):
            self._sequence(node, events, depth)
        else:
            self._mapping(node, events, depth)
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - before)
        return node

    def _sequence(self, node: Node, events: Iterator[Any], depth: int) -> None:
        values: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            child = self._node(event, events, depth + 1)
            node.children[len(values)] = child
            values.append(child.value)
        node.value = values

    def _mapping(self, node: Node, events: Iterator[Any], depth: int) -> None:
        values: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            mark = event.start_mark
            if not isinstance(event, yaml.ScalarEvent):
                raise self.source.fault(
                    mark.line, mark.column, "a key must be plain words", "Write `key: value`."
                )
            key = event.value
            if key in values:
                first = node.keys[key][0] + 1
                raise self.source.fault(
                    mark.line,
                    mark.column,
                    f"`{key}` stands here twice (first on line {first})",
                    "Keep one of them.",
                )
            child = self._node(next(events), events, depth + 1)
            node.keys[key] = (mark.line, mark.column)
            node.children[key] = child
            values[key] = child.value
        node.value = values

    def _alias(self, event: Any) -> Node:
        mark = event.start_mark
        if event.anchor not in self.anchors:
            raise self.source.fault(
                mark.line, mark.column, f"`*{event.anchor}` names nothing", "Define it before."
            )
        node, size = self.anchors[event.anchor]
        self._counted(mark, size)
        return node

    def _counted(self, mark: Any, size: int) -> None:
        self.count += size
        if self.count > MOST_VALUES:
            raise self.source.fault(
                mark.line,
                mark.column,
                f"more than {MOST_VALUES:,} values, repeats included",
                "Look for an alias (`*name`) that repeats too much.",
            )


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


def _code(character: str | int | bytes) -> int:
    if isinstance(character, int):
        return character
    return character[0] if isinstance(character, bytes) else ord(character[0])


def _hint(error: yaml.MarkedYAMLError, character: str) -> str:
    said = f"{error.problem} {error.context}"
    if "mapping values are not allowed" in said:
        return "put the text in quotes: it has a colon and a space in it."
    if "end of stream" in said or "stream end" in said:
        return "close the quote or the bracket that opens here."
    if character == "\t" or "\\t" in said:
        return "indent with spaces, not tabs."
    if "alias" in said or "anchor" in said:
        return "put the text in quotes: it begins with `*` or `&`."
    if "cannot start any token" in said:
        return "put the text in quotes: it begins with a sign that YAML keeps for itself."
    if "flow sequence" in said or "flow mapping" in said:
        return "check the commas and the closing bracket."
    return "check the indentation and the quotes on this line and the one above."
