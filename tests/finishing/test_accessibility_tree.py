"""What a browser's own PDF reader hands on to a screen reader, on three pages of the book.

This asks pdf.js, the reader in Firefox, for its structure tree and its marked text, in Node. No
browser takes part: what Chromium or Firefox make of pdf.js's tree in a window isn't looked at.

Nothing is downloaded. `WORKBOOK_PDFJS` has to name an unpacked npm package `pdfjs-dist` (`npm pack
pdfjs-dist`, then `tar xf` it: the folder `package`); without it, or without Node, this is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

import pytest
from builds import BOOK
from structure import HEADINGS

if TYPE_CHECKING:
    from builds import Built
    from structure import Node

ASKED = {"headings": HEADINGS, "table headers": {"TH"}, "figures": {"Figure"}}
SCRIPT = """
import { pathToFileURL } from "node:url";
const [folder, file, ...numbers] = process.argv.slice(1);
// Newer versions make one while they load; nothing is drawn here.
globalThis.DOMMatrix ??= class {};
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const pdf = await getDocument({ url: file, verbosity: 0 }).promise;
const pages = [];
for (const number of numbers.map(Number)) {
  const page = await pdf.getPage(number + 1);
  const { items } = await page.getTextContent({
    includeMarkedContent: true, disableNormalization: true,
  });
  const words = {};
  const open = [];
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item.id);
    else if (item.type === "endMarkedContent") open.pop();
    else if (open.at(-1)) words[open.at(-1)] = (words[open.at(-1)] ?? "") + item.str;
  }
  pages.push({ tree: await page.getStructTree(), words });
}
console.log(JSON.stringify(pages));
"""


class Told(NamedTuple):
    """What is told of one element: its role, its words without spaces, its description."""

    role: str
    words: str
    description: str


@pytest.fixture(scope="module")
def book_on_letter(built) -> Built:
    return built(BOOK, "letter")


@pytest.fixture(scope="module")
def page_numbers(book_on_letter) -> dict[str, int]:
    """The page, from 0, that has most of what is asked, by what is asked."""
    numbers = {}
    for asked, tags in ASKED.items():
        on = [mark.page for node in book_on_letter.tree.all(*tags) for mark in node.marks()]
        numbers[asked] = max(sorted(set(on) - set(numbers.values())), key=on.count)
    return numbers


@pytest.fixture(scope="module")
def told_by_reader(book_on_letter, page_numbers) -> dict[str, list[Told]]:
    """All elements that pdf.js finds on each of the pages, in its order."""
    folder = os.environ.get("WORKBOOK_PDFJS")
    if which("node") is None:
        pytest.skip("there is no node to run pdf.js")
    if not folder:
        pytest.skip("WORKBOOK_PDFJS names no folder of the npm package pdfjs-dist")
    if not Path(folder, "legacy", "build", "pdf.mjs").is_file():
        pytest.skip("the folder that WORKBOOK_PDFJS names holds no legacy/build/pdf.mjs")
    numbers = [str(number) for number in page_numbers.values()]
    command = ["node", "--input-type=module", "-e", SCRIPT, "--"]
    command += [str(Path(folder).resolve()), str(book_on_letter.path), *numbers]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    # pdf.js may say first that it can't draw here.
    pages = json.loads(said.stdout.splitlines()[-1])
    return {
        asked: _told(page["tree"], page["words"])
        for asked, page in zip(page_numbers, pages, strict=True)
    }


@pytest.mark.parametrize("asked", ASKED)
def test_a_page_is_told_as_it_was_meant(asked, told_by_reader, book_on_letter, page_numbers):
    number = page_numbers[asked]
    tags = set().union(*ASKED.values())
    meant = [
        _meant(node, number)
        for node in book_on_letter.tree.all(*tags)
        if any(mark.page == number for mark in node.marks())
    ]
    assert [told for told in told_by_reader[asked] if told.role in tags] == meant


@pytest.mark.parametrize("asked", ASKED)
def test_nothing_that_is_asked_is_mute(asked, told_by_reader):
    told = [told for told in told_by_reader[asked] if told.role in ASKED[asked]]
    assert told
    assert all(one.description if one.role == "Figure" else one.words for one in told)


def _told(element: dict, words: dict[str, str]) -> list[Told]:
    role = element.get("role", "")
    found = [Told(role, _bare(_words(element, words)), element.get("alt", ""))]
    for kid in element.get("children", ()):
        if "role" in kid:
            found += _told(kid, words)
    return found


def _words(element: dict, words: dict[str, str]) -> str:
    if element.get("type") == "content":
        return words.get(element["id"], "")
    return "".join(_words(kid, words) for kid in element.get("children", ()))


def _meant(node: Node, number: int) -> Told:
    here = "".join(mark.text for mark in node.marks() if mark.page == number)
    return Told(node.tag, _bare(here), node.alt or "")


def _bare(text: str) -> str:
    return "".join(text.split())
