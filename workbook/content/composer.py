"""YAML text composed into nodes, with limits on depth, count and repeats.

Made from libyaml's events instead of PyYAML's own nodes: its composer recurses, so deep
nesting could exhaust the stack, and it turns scalars into types before their field is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    Value = dict[str, Any] | list[Any] | str | None

DEEPEST = 32
MOST_VALUES = 200_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlFault(Exception):  # noqa: N818 (a fault is what the author made)
    """A fault at `line` and `column`, counted from 0."""

    def __init__(self, line: int, column: int, what: str, remedy: str) -> None:
        self.line, self.column, self.what, self.remedy = line, column, what, remedy
        super().__init__(what)


class Node:
    """A value and where it begins; `line` and `column` count from 0.

    A `block` scalar begins on the next line; a `literal` one keeps the lines as they stand.
    """

    __slots__ = ("block", "children", "column", "keys", "line", "literal", "value")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.value: Value = None
        self.block = self.literal = False
        self.children: dict[str | int, Node] = {}
        self.keys: dict[str, tuple[int, int]] = {}


class Composer:
    """Builds the nodes of one text; `compose` raises YamlFault at the first fault."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def compose(self) -> Node:
        """The root of the only document."""
        events = self._events()
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    line = event.start_mark.line if event.start_mark else 0
                    raise YamlFault(
                        line, 0, "a second document starts here", "Remove the `---` line."
                    )
                root = self._node(next(events), events, 0)
        if root is None or (root.value is None and not root.children):
            raise YamlFault(
                0,
                0,
                "the file is empty",
                "A book starts with `title: …`, a practice with `name: …`.",
            )
        return root

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if "end of stream" in str(error.problem) or "<stream end>" in str(error.problem):
                mark = error.context_mark or mark  # where it was opened, not where it ran out
            line, column = (mark.line, mark.column) if mark else (0, 0)
            rows = self.text.splitlines()
            hint = _hint(error, rows[line][column : column + 1] if line < len(rows) else "")
            what = f"not valid YAML: {error.problem or error.context}"
            raise YamlFault(line, column, what, hint) from None
        except yaml.reader.ReaderError as error:
            # libyaml counts bytes, the Python reader characters.
            before = self.text.encode()[: error.position].decode(errors="ignore")
            line = before.count("\n")
            raise YamlFault(
                line,
                len(before) - before.rfind("\n") - 1,
                f"a control character (U+{_code(error.character):04X}) can't be printed",
                "Delete it and type the word again.",
            ) from None

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        mark = event.start_mark
        if depth > DEEPEST:
            raise YamlFault(
                mark.line, mark.column, f"nested more than {DEEPEST} deep", "Check the indentation."
            )
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before, anchor = self.count, event.anchor
        self._counted(mark, 1)
        if event.tag is not None:
            raise YamlFault(mark.line, mark.column, "a YAML tag (`!…`) is not read", "Remove it.")
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
                raise YamlFault(
                    mark.line, mark.column, "a key must be plain words", "Write `key: value`."
                )
            key = event.value
            if key in values:
                first = node.keys[key][0] + 1
                raise YamlFault(
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
            raise YamlFault(
                mark.line,
                mark.column,
                f"`*{event.anchor}` names nothing",
                "put the text in quotes if it begins with `*`, or define the anchor before.",
            )
        node, size = self.anchors[event.anchor]
        self._counted(mark, size)
        return node

    def _counted(self, mark: Any, size: int) -> None:
        self.count += size
        if self.count > MOST_VALUES:
            raise YamlFault(
                mark.line,
                mark.column,
                f"more than {MOST_VALUES:,} values, repeats included",
                "Look for an alias (`*name`) that repeats too much.",
            )


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
