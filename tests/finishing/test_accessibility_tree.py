"""What Chromium hands to a screen reader of three pages of the book that pdf.js shows in it.

pdf.js, the reader in Firefox, turns a page's structure tree into ARIA roles that own the words in
its text layer; Chromium makes its accessibility tree of them. Headings keep their level and words,
figures their description, table headers their words. What pdf.js doesn't hand on can't be seen
here: the scope of a table header (all are column headers to it), contents lists (TOC), links'
places in the reading order, and anything that goes on on the next page.

Nothing is downloaded. `WORKBOOK_PDFJS` has to name an unpacked npm package `pdfjs-dist` (`npm pack
pdfjs-dist`, then `tar xf` it: the folder `package`); without it, or without Chromium, this is
skipped.
"""

from __future__ import annotations

import os
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pytest

from support import chromium
from support.builds import BOOK
from support.chromium import Chromium, Told
from support.structure import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.builds import Built
    from support.structure import Node

ASKED = {"headings": HEADINGS, "table headers": {"TH"}, "figures": {"Figure"}}
ROLES = {"columnheader": "TH", "rowheader": "TH", "image": "Figure", "figure": "Figure"}
PAGE = Path(__file__).with_name("reader.html")


class Served(SimpleHTTPRequestHandler):
    """Serves the page, pdf.js and one PDF, and nothing else."""

    extensions_map: ClassVar = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
    }

    def __init__(self, *request: object, pdf: Path, **options: object) -> None:
        self.files = {"/": PAGE, "/shown.pdf": pdf}
        super().__init__(*request, **options)

    def translate_path(self, path: str) -> str:
        if path in self.files:
            return str(self.files[path])
        inside = path.removeprefix("/pdfjs")
        return super().translate_path(inside) if inside != path else f"{PAGE}/"

    def log_message(self, *_said: object) -> None:
        pass


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
def address(book_on_letter) -> Iterator[str]:
    """Where the page with pdf.js and the book is served, on this machine alone."""
    folder = os.environ.get("WORKBOOK_PDFJS")
    if not folder:
        pytest.skip("WORKBOOK_PDFJS names no folder of the npm package pdfjs-dist")
    if not Path(folder, "legacy", "web", "pdf_viewer.mjs").is_file():
        pytest.skip("the folder that WORKBOOK_PDFJS names holds no legacy/web/pdf_viewer.mjs")
    serve = partial(Served, pdf=book_on_letter.path, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        serving = Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        serving.join()


@pytest.fixture(scope="module")
def told_by_chromium(address, page_numbers, tmp_path_factory) -> dict[str, list[Told]]:
    """What Chromium tells of each of the pages, in its order."""
    program = chromium.program()
    if program is None:
        pytest.skip("there is no Chromium to show a page in")
    told = {}
    with Chromium(program, tmp_path_factory.mktemp("profile")) as browser:
        browser.open(address)
        for asked, number in page_numbers.items():
            browser.run(f"show({number + 1})")
            told[asked] = [_plain(one) for one in browser.tree()]
    return told


@pytest.mark.parametrize("asked", ASKED)
def test_a_page_is_told_as_it_was_meant(asked, told_by_chromium, book_on_letter, page_numbers):
    number = page_numbers[asked]
    tags = set().union(*ASKED.values())
    meant = [
        _meant(node, number)
        for node in book_on_letter.tree.all(*tags)
        if any(mark.page == number for mark in node.marks())
    ]
    told = [one for one in told_by_chromium[asked] if one.role in tags and one.name]
    assert any(one.role in ASKED[asked] for one in meant)
    assert told == meant


def _meant(node: Node, number: int) -> Told:
    if node.tag == "Figure":
        return Told(node.tag, _bare(node.alt or ""), 0)
    here = "".join(mark.text for mark in node.marks() if mark.page == number)
    return Told(node.tag, _bare(here), int(node.tag[1]) if node.tag in HEADINGS else 0)


def _plain(told: Told) -> Told:
    """With a PDF's tag for a role; a figure of pdf.js has no name, an image in it has."""
    tag = f"H{told.level}" if told.role == "heading" else ROLES.get(told.role, "")
    return Told(tag, _bare(told.name), told.level)


def _bare(text: str) -> str:
    """Without spaces: pdf.js breaks words into lines, and a browser joins them as it likes."""
    return "".join(text.split())
