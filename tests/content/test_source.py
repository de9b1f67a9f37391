"""A YAML file becomes values with places, whatever is in it, or one plain fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from workbook.content.composer import DEEPEST, Composer
from workbook.content.events import PythonLoader
from workbook.content.files import MOST_BYTES, source_at
from workbook.content.source import Source
from workbook.errors import ContentError, FileError


@pytest.fixture(autouse=True, params=["libyaml", "python"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test is run with both readers of YAML."""
    if request.param == "python":
        monkeypatch.setattr(Composer.__init__, "__defaults__", (PythonLoader,))
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML has no libyaml here")


def fault(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        Source("content.yaml", text)
    (problem,) = caught.value.problems
    return str(problem)


def place(text: str, *path: str | int, key: bool = False, offset: int = 0) -> tuple[int, int, str]:
    found = Source("content.yaml", text).place(path, key=key, offset=offset)
    return found.line, found.column, found.text


def test_scalars_stay_text() -> None:
    source = Source("content.yaml", "a: No\nb: 8\nc: 2026-11-23\nd: 'null'\ne: 1_0\nf: true\n")
    values = {"a": "No", "b": "8", "c": "2026-11-23", "d": "null", "e": "1_0", "f": "true"}
    assert source.root.value == values


@pytest.mark.parametrize("nothing", ["", "~", "null", "  # a comment"])
def test_nothing_is_none(nothing: str) -> None:
    assert Source("content.yaml", f"a: {nothing}\nb: c\n").root.value == {"a": None, "b": "c"}


TEXT = """\
title: A book
parts:
  - title: One
    notes: {first: [x, y]}
  -   title: Two
      text: |
        line one
        line two
"""


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ((), (1, 1)),
        (("title",), (1, 8)),
        (("parts",), (3, 3)),
        (("parts", 0), (3, 5)),
        (("parts", 0, "title"), (3, 12)),
        (("parts", 0, "notes", "first", 1), (4, 24)),
        (("parts", 1, "title"), (5, 14)),
        (("parts", 1, "absent"), (5, 7)),
        (("parts", 9, "title"), (3, 3)),
        (("absent", "deeper"), (1, 1)),
    ],
)
def test_a_value_has_its_place(path: tuple[str | int, ...], where: tuple[int, int]) -> None:
    assert place(TEXT, *path)[:2] == where


def test_a_key_has_a_place_of_its_own() -> None:
    assert place(TEXT, "parts", 0, "notes", key=True) == (4, 5, "    notes: {first: [x, y]}")


def test_a_line_inside_a_literal_block_has_its_place() -> None:
    assert place(TEXT, "parts", 1, "text", offset=1) == (8, 1, "        line two")


def test_columns_count_characters() -> None:
    assert place('{"é😀": x, b: y}', "b") == (1, 14, '{"é😀": x, b: y}')


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(ending: str) -> None:
    assert place(ending.join(["a: x", "b: y", "c: z"]), "c") == (3, 4, "c: z")


@pytest.mark.parametrize(
    ("text", "start", "remedy"),
    [
        ("", "content.yaml:1:1: the file is empty", "title"),
        ("\n\n", "content.yaml:1:1: the file is empty", "title"),
        ("# only words\n", "content.yaml:1:1: the file is empty", "title"),
        ("---\n", "content.yaml:1:1: the file is empty", "title"),
        ("~\n", "content.yaml:1:1: the file is empty", "title"),
        ("a: x\nb: y\na: z\n", "content.yaml:3:1: `a` stands here twice", "Keep one"),
        ("a: {b: x, b: y}\n", "content.yaml:1:11: `b` stands here twice", "Keep one"),
        ("a: x\n---\nb: y\n", "content.yaml:2:1: a second document starts here", "`---`"),
        ("a: !!str x\n", "content.yaml:1:4: a YAML tag", "Remove"),
        ("a: !!python/object/apply:os.getcwd []\n", "content.yaml:1:4: a YAML tag", "Remove"),
        ("a: !include b.yaml\n", "content.yaml:1:4: a YAML tag", "Remove"),
        ("? [a]\n: b\n", "content.yaml:1:3: a key must be plain words", "key: value"),
        ("a: *b\n", "content.yaml:1:4: `*b` names nothing", "before"),
        ("a: &a [*a]\n", "content.yaml:1:8: `*a` names nothing", "before"),
        ("a: b: c\n", "content.yaml:1:5: not valid YAML", "quotes: it has a colon"),
        ("a: @b\n", "content.yaml:1:4: not valid YAML", "quotes"),
        ("a: *b c*\n", "content.yaml:1:", "quotes"),
        ("a: [x, y\nb: z\n", "content.yaml:2:", "bracket"),
        ("a:\n  - b\n c\n", "content.yaml:3:2: not valid YAML", "indentation"),
        ("a: x\n\ty\n", "content.yaml:2:1: not valid YAML", "spaces, not tabs"),
        ("a:\n\t- x\n", "content.yaml:2:1: not valid YAML", "spaces, not tabs"),
        ("a: x\x00y\n", "content.yaml:1:5: a control character (U+0000)", "Delete"),
        ("a: é é\nb: x\x01y\n", "content.yaml:2:5: a control character (U+0001)", "Delete"),
        ('a: "\\ud83d"\n', "content.yaml:1:", ""),
    ],
)
def test_one_plain_fault(text: str, start: str, remedy: str) -> None:
    said = fault(text)
    assert said.startswith(start)
    assert remedy in said.partition("→")[2]


def test_a_quote_that_is_never_closed_is_told_where_it_opens() -> None:
    assert fault('a: x\nb: "never\nc: y\nd: z\n').startswith("content.yaml:2:4: ")


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000,
        "a: " + "[" * 10_000 + "]" * 10_000,
        "{a: " * 10_000,
        "- " * 10_000 + "x",
        "? " * 10_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(1900)),
    ],
    ids=["flow", "flow-closed", "mappings", "dashes", "keys", "indented"],
)
def test_deep_nesting_is_a_fault(text: str) -> None:
    assert fault(text).startswith("content.yaml:")


def test_ten_thousand_levels_of_indentation_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    path.write_text("\n".join(" " * depth + "a:" for depth in range(10_000)))
    with pytest.raises(FileError, match="4 MB"):
        source_at(path)


def test_nesting_up_to_the_limit_is_read() -> None:
    Source("content.yaml", "[" * DEEPEST + "x" + "]" * DEEPEST)
    assert "deep" in fault("[" * (DEEPEST + 1) + "x" + "]" * (DEEPEST + 1))


def test_an_alias_repeats_a_value() -> None:
    source = Source("content.yaml", "a: &lines [x, y]\nb: *lines\n")
    assert source.root.value == {"a": ["x", "y"], "b": ["x", "y"]}


def test_an_alias_bomb_is_a_fault() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    said = fault("\n".join(levels))
    assert "more than 200,000 values" in said
    assert "alias" in said


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    path.write_bytes("\ufefftitle: Ä\n".encode())
    source = source_at(path)
    assert source.root.value == {"title": "Ä"}
    assert source.place(("title",)).column == 8


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"title: caf\xe9\n", "1:11"),
        (b"title: x\nauthor: \xff\n", "2:9"),
        ("title: x\n".encode("utf-16"), "1:1"),
        (b"title: \xed\xa0\x80\n", "1:8"),
    ],
    ids=["latin-1", "second-line", "utf-16", "surrogate"],
)
def test_a_byte_that_is_not_utf8_has_its_place(tmp_path: Path, data: bytes, where: str) -> None:
    path = tmp_path / "content.yaml"
    path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        source_at(path)
    said = str(caught.value)
    assert said.startswith(f"{path}:{where}: this byte is not UTF-8 text")
    assert "→ Save the file as UTF-8." in said


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    path.write_bytes(b"# " + b"x" * (5 * 1024 * 1024 - 2))
    assert path.stat().st_size > MOST_BYTES
    with pytest.raises(FileError, match="over 4 MB"):
        source_at(path)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="this is a folder"):
        source_at(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no such file"):
        source_at(tmp_path / "absent.yaml")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        source_at(tmp_path / ("x" * 300))


def test_every_text_and_key_is_told_with_its_place() -> None:
    source = Source("content.yaml", "a: b\nc: [d, {e: f}]\ng: 'h'\n")
    found = {text: (place(0).line, place(0).column) for text, place in source.texts()}
    expected = {"a": 1, "b": 4, "c": 1, "d": 5, "e": 9, "f": 12, "g": 1, "h": 4}
    assert {text: column for text, (_, column) in found.items()} == expected
