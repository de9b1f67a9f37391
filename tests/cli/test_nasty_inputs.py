"""Whatever stands in the file: plain words and an exit code, never a traceback."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from workbook.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

HEAD = (
    "title: A book\nparts:\n- title: P\n  worksheets:\n  - id: one\n    title: One\n    blocks:\n"
)


def book(block: str) -> bytes:
    return (HEAD + "    - " + block.replace("\n", "\n      ") + "\n").encode()


NASTY: dict[str, bytes] = {
    "empty": b"",
    "spaces": b"   \n\n",
    "nothing-but-nul": b"\0" * 100,
    "a-pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "a-zip": b"PK\x03\x04\x14\x00\x08\x00",
    "utf-16": HEAD.encode("utf-16"),
    "latin-1": "title: café\n".encode("latin-1"),
    "lone-surrogate": b"title: \xed\xa0\x80\n",
    "carriage-returns": book("text: Words.").replace(b"\n", b"\r"),
    "line-separators": "title: a\u2028b\nparts: \u2029\n".encode(),
    "bom-twice": b"\xef\xbb\xbf\xef\xbb\xbftitle: A\n",
    "only-a-tag": b"!!python/object/apply:os.system [echo]",
    "binary-tag": b"title: !!binary aGVsbG8=\n",
    "merge-keys": b"a: &a {title: A}\n<<: *a\n",
    "self-reference": b"parts: &a [*a]\n",
    "billion-laughs": b"a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 10)) for n in range(9)
    ),
    "deep": b"title: " + b"[" * 20_000,
    "escape-codes": b'title: "\\e[31mred\\e]0;owned\\a"\n',
    "raw-escape-codes": b"title: \x1b[31mred\n",
    "yaml-directive": b"%YAML 9.9\n---\ntitle: A\n",
    "json": b'{"title": "A", "parts": [{"title": "P", "worksheets": null}]}',
    "number": b"42\n",
    "python": b"import os\nos.system('ls')\n",
    "html": b"<html><body>title: A</body></html>\n",
    "jinja": b"title: {{ book }}\nparts: {% for p in parts %}\n",
    "parts-of-numbers": b"title: A\nparts: [1, 2, 3]\n",
    "parts-is-nan": b"title: A\nparts: .nan\n",
    "no-kind": book("{}"),
    "kind-is-a-dunder": book("__class__: a"),
    "kind-key-empty": book('"": a'),
    "prompt-of-lists": book("prompt: [[[a]]]"),
    "lines-of-digits": book("prompt: a\nlines: " + "9" * 10_000),
    "lines-negative": book("prompt: a\nlines: -1"),
    "lines-infinite": book("prompt: a\nlines: .inf"),
    "height-nan": book("comparison: [A, B]\nrows: [[a, b]]\nheight: nan"),
    "shares-nan": book("table: {a: nan, b: 1}\nrows: 1"),
    "format-string": book("text: '{0.__class__} %s %(a)s {minutes}'"),
    "format-string-in-labels": book("selfcheck: ['{0}']\ncolumns: ['{count}', '{names}']"),
    "format-string-in-ends": book("scale: '{x}'\nlow: '{low}'\nhigh: '{0!r}'"),
    "pdf-syntax": book("text: ')Tj ET Q endstream endobj ( \\ <</S/JavaScript>>'"),
    "xml-in-the-title": b"author: ']]>&lt;x/>'\n"
    + HEAD.replace("A book", "a < b & c").encode()
    + b"    - text: a\n",
    "html-in-text": book("text: <img src=http://example.org/a.png onerror=alert(1)>"),
    "script-link": book('text: "[a](javascript:alert(1))"'),
    "link-with-parentheses": book('text: "[a](<https://example.org/\\\\(a)b>)"'),
    "links-within-links": book('text: "[a [b](https://b.org) c](https://c.org)"'),
    "endless-brackets": book("text: '" + "[" * 3000 + "'"),
    "endless-stars": book("text: '" + "*a **b " * 1000 + "'"),
    "combining-marks": book("text: 'a" + "\u0301" * 500 + "'"),
    "astral-letters": book("text: '𝔘𝔫𝔦'"),
    "long-word": book("checklist: [" + "a" * 5000 + "]\ncolumns: 2"),
    "heading-of-many-words": book("heading: " + "a " * 10_000),
    "same-page-break": book("break: page\n"),
    "id-with-newline": HEAD.replace("id: one", 'id: "one\\n"').encode() + b"    - text: a\n",
    "helplines-elsewhere": b"helplines: ../../etc/passwd.yaml\n" + book("helplines: us"),
    "helplines-absent": b"helplines: absent.yaml\n" + book("helplines: us"),
    "helplines-is-the-book": b"helplines: book.yaml\n" + book("helplines: us"),
    "editions-of-nothing": book("text: a") + b"editions: {a: }\n",
    "edition-of-absent": book("text: a") + b"editions: {a: {title: A, only: [absent]}}\n",
}
# Some of these are books after all, or name a file that can't be read.
FAULTS_ARE_ELSEWHERE = re.compile(r"^(absent\.yaml|book\.yaml): ")


def test_of_countless_faults_the_first_hundred_are_told(run: Run, folder: Path) -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(3000))
    (folder / "many.yaml").write_text(f"title: A\n{keys}parts: []\n", "utf-8")
    result = run("build", "many.yaml")
    assert result.exit_code == 1
    assert result.stderr.count("many.yaml:") == 100
    assert "more: mend these first" in result.stderr


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("name", NASTY)
def test_plain_words_and_an_exit_code(
    folder: Path, run: Callable[..., object], name: str, command: str
) -> None:
    (folder / "book.yaml").write_bytes(NASTY[name])
    run(command, "book.yaml")  # raises what would be a traceback
    result = CliRunner().invoke(main, [command, "book.yaml"])
    assert result.exit_code in (0, 1, 3)
    assert "Traceback" not in result.output
    assert all(line.isprintable() for line in result.stderr.split("\n"))
    if result.exit_code == 1:
        assert re.search(r"^book\.yaml:\d+:\d+: \S", result.stderr, re.MULTILINE)
        assert "  → " in result.stderr
        assert result.stdout == ""
    if result.exit_code == 3:
        assert FAULTS_ARE_ELSEWHERE.match(result.stderr)


def test_most_of_them_are_faults(folder: Path) -> None:
    codes = []
    for content in NASTY.values():
        (folder / "book.yaml").write_bytes(content)
        codes.append(CliRunner().invoke(main, ["list", "book.yaml"]).exit_code)
    assert codes.count(1) >= 35
