"""YAML text composed into nodes, with limits on depth, count and repeats.

Made from the events of a reader instead of PyYAML's own nodes: its composer recurses, so deep
nesting could exhaust the stack, and it turns scalars into types before their field is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from workbook.content.events import Loader, events

if TYPE_CHECKING:
    from collections.abc import Iterator

    Value = dict[str, Any] | list[Any] | str | None

DEEPEST = 32
MOST_VALUES = 200_000


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

    def __init__(self, text: str, loader: Any = Loader) -> None:
        self.text = text
        self.loader = loader
        self.end = len(text.rstrip())
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def compose(self) -> Node:
        """The root of the only document."""
        stream = self._events()
        root: Node | None = None
        for event in stream:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    line = event.start_mark.line if event.start_mark else 0
                    raise YamlFault(
                        line, 0, "a second document starts here", "Remove the `---` line."
                    )
                root = self._node(next(stream), stream, 0)
        if root is None or (root.value is None and not root.children):
            raise YamlFault(
                0,
                0,
                "the file is empty",
                "A book starts with `title: …`, a practice with `name: …`.",
            )
        return root

    def _events(self) -> Iterator[Any]:
        self._refuse_controls()
        try:
            yield from events(self.text, self.loader)
        except yaml.MarkedYAMLError as error:
            raise self._fault(error) from None

    def _refuse_controls(self) -> None:
        """YAML 1.2, 5.1: no control characters but tabs and line breaks, and no surrogates."""
        wrong = {character for character in set(self.text) if _is_control(character)}
        if wrong:
            at = min(self.text.index(character) for character in wrong)
            line, column = self._position(at)
            raise YamlFault(
                line,
                column,
                f"a control character (U+{ord(self.text[at]):04X}) can't be printed",
                "Delete it and type the word again.",
            )

    def _fault(self, error: yaml.MarkedYAMLError) -> YamlFault:
        """What is told of an error: of what is never closed where it opens, else where it is met.

        The two readers word their errors differently, so only their common terms count.
        """
        doing = error.context or ""
        if "tag" in doing and error.context_mark is not None:
            return YamlFault(*self._point(error.context_mark), *_TAG)
        mark = error.problem_mark or error.context_mark
        opens = error.context_mark or mark
        if mark is None or opens is None:
            return YamlFault(0, 0, "not valid YAML", _ALIGN[1])
        if mark.index >= self.end and ("flow" in doing or "quoted" in doing):
            what, remedy = "this is never closed", "close the quote or the bracket that opens here."
            return YamlFault(*self._point(opens), f"not valid YAML: {what}", remedy)
        if "simple key" in doing:
            what, remedy = "a colon is missing", "write `key: value`, or check the quotes before."
            return YamlFault(*self._point(opens), f"not valid YAML: {what}", remedy)
        character = self.text[mark.index : mark.index + 1]
        what, remedy = _in_words(doing, error.problem or "", character)
        return YamlFault(*self._point(mark), f"not valid YAML: {what}", remedy)

    def _point(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark; one at the text's end is after its last words."""
        if mark.index >= self.end:
            return self._position(self.end)
        return mark.line, mark.column

    def _position(self, at: int) -> tuple[int, int]:
        """Line and column of a character."""
        lines = (self.text[:at] + "x").splitlines()
        return len(lines) - 1, len(lines[-1]) - 1

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
            raise YamlFault(mark.line, mark.column, *_TAG)
        node = Node(*self._point(mark))
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
            if event.tag is not None:
                raise YamlFault(mark.line, mark.column, *_TAG)
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
            node.keys[key] = self._point(mark)
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


def _is_control(character: str) -> bool:
    code = ord(character)
    return (
        (code < 0x20 and character not in "\t\n\r")
        or (0x7F <= code <= 0x9F and character != "\x85")
        or 0xD800 <= code <= 0xDFFF
        or code in (0xFEFF, 0xFFFE, 0xFFFF)
    )


_TAG = ("a YAML tag (`!…`) is not read", "Remove it.")
_ALIGN = ("lines don't fit", "check the indentation and the quotes on this line and the one above.")


def _in_words(doing: str, problem: str, character: str) -> tuple[str, str]:
    """What is wrong, and the remedy; `doing` is what was read when the `problem` was met."""
    if character == "\t":
        return "a tab can't stand here", "indent with spaces, not tabs."
    if "mapping values are not allowed" in problem:
        what = "a key can't begin here"
        return what, "put the text in quotes: it has a colon and a space in it."
    if "alias" in doing or "anchor" in doing:
        what = "a name can't go on like this"
        return what, "put the text in quotes: it begins with `*` or `&`."
    if "cannot start any token" in problem:
        what = "a text can't begin with this sign"
        return what, "put the text in quotes: it begins with a sign that YAML keeps for itself."
    if "quoted" in doing:
        return "this escape is none", "write `\\\\` for a backslash in double quotes."
    if "flow" in doing:
        return "a comma or a bracket is missing", "check the commas and the closing bracket."
    return _ALIGN
