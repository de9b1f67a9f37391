"""libyaml and PyYAML's own Python read a file alike: the same values, places and faults."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml

from support.builds import BOOK, TESTS
from workbook.content.composer import Composer, Node, YamlFault
from workbook.content.events import PythonLoader

libyaml = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no libyaml here")
PIECES = (
    *("a", "b", "a b", "?", "? ", "what?", "a?b", "-", "- ", "--", "[", "]", "{", "}", ",", ", "),
    *(":", ": ", "a: ", "b: ", ":a", "a:b", "#", " #c", "&x ", "*x", "*x ", "!t ", "!", "|\n"),
    *("|-\n", ">\n", "'", "''", '"', "\\n", "\\u0041", "\\ud83d", "\\U00110000", "\\x4", "\\q"),
    *("\n", "\n", "\n ", "\n  ", "\n- ", "\n  - ", "\n\n", "\t", "\n\t", "é", "😀", "\ufeff"),
    *("\u2028", "\x85", "\x01", "%", "@", "`", "~", "null", "---", "\n---\n", "\n...\n"),
    *("%YAML 1.1\n", "<<: *x", "'a b'", '"c d"', "[a, b]", "{a: b}", "[what?, b]", "{a?: b}"),
)
HOSTILE = (
    "a: [What is there?, b]\n",
    "a: {what?: b}\n",
    "a: [x, y\nb: z\n",
    "a: [x\n",
    "a: {x: y\n",
    'a: "x\n',
    "a: 'x\nb: y\n",
    "a: é é\nb: x\x01y\n",
    'a: "\\ud83d"\n',
    'a: "\\ud83d\\ude00"\n',
    'a: "\\U00110000"\n',
    'a: "\\x4"\n',
    'a: "\\q"\n',
    "a:\tb\tc\n",
    "a: x\n\ty\n",
    "a:\n\t- x\n",
    "a: x\ty\n  z\n",
    "a: x\n  \ty\n",
    "? a\n: b\n",
    "?\n",
    "a\n",
    "a: b: c\n",
    "a: @b\n",
    "a: %b\n",
    "!t a: b\n",
    "a: b\n\ufeffc: d\n",
    "a: |\n x\n\n  y\n z\nb: >-\n x\n y\n",
    "a: x # y\nb: x#y\n",
    "a: http://b.example/c?d=e\n",
    "- - a\n  - b\n- {c: [d, e: f]}\n",
    "a: x\u2028 y\n",
    "- a\n b\n",
    "a: 'it''s'\nb: \"\\\n  c \\t d\"\n",
)


def tree(node: Node) -> Any:
    children = {key: tree(child) for key, child in node.children.items()}
    return node.value, node.line, node.column, node.block, node.literal, node.keys, children


def read(text: str, loader: Any) -> tuple[str, Any]:
    try:
        return "values", tree(Composer(text, loader).compose())
    except YamlFault as fault:
        return "fault", (fault.line, fault.column, fault.what, fault.remedy)


@libyaml
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read_alike(text: str) -> None:
    assert read(text, PythonLoader) == read(text, yaml.CSafeLoader)


@libyaml
@pytest.mark.parametrize("seed", range(4))
def test_random_texts_are_read_alike(seed: int) -> None:
    chance = random.Random(seed)
    told_otherwise = read_alike = 0
    for _ in range(3000):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        text = chance.choice(("", "k: ")) + text
        by_c, by_python = read(text, yaml.CSafeLoader), read(text, PythonLoader)
        assert by_python[0] == by_c[0], repr(text)
        if by_c[0] == "values":
            assert by_python == by_c, repr(text)
            read_alike += 1
        told_otherwise += by_python != by_c
    assert read_alike > 300
    # Where several things are wrong, either may be met first.
    assert told_otherwise < 30


@libyaml
@pytest.mark.parametrize(
    "path", [BOOK, *sorted((TESTS / "samples").iterdir())], ids=lambda p: p.name
)
def test_books_are_read_alike(path) -> None:
    text = path.read_text("utf-8")
    assert read(text, PythonLoader) == read(text, yaml.CSafeLoader)
    assert read(text, PythonLoader)[0] == "values"
