"""Words copied out of a PDF, found in it, or read by pdftotext are the words as written."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from itertools import pairwise
from shutil import which
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import yaml

from support.builds import DAY
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def letters(first: int, last: int) -> str:
    """Letters of a block of Unicode as words of nine: extractors rejoin l e t t e r s alone."""
    every = [chr(code) for code in range(first, last + 1) if chr(code).isalpha()]
    return " ".join("".join(every[at : at + 9]) + "o" for at in range(0, len(every), 9))


NO_BREAK = "\u00a0"
TEXTS = {
    # First: the 256th character of a face begins a second font, and pdfium takes a comma of the
    # first between two signs of the second for a line of its own.
    "quotation marks": "“She’s ‘fine’,” I said – «oui» „ja“ … 5′ 6″ — €20 ½ × 2",
    "ligatures": "Five offices afflict a fluffy waffle: affix, shuffle, fjord, Wifi, off-file.",
    "marks by themselves": unicodedata.normalize("NFD", "Señora Zoë à Ångström, Việt Łódź"),
    "Latin-1": letters(0xC0, 0xFF),
    "Latin Extended-A": letters(0x100, 0x17F),
    "Vietnamese": "Tôi đã viết những điều này. Ừ, ở đây: " + letters(0x1EA0, 0x1EF9),
    "Greek": "Καλημέρα, ἀγαθὴ ψυχή. " + letters(0x391, 0x3CE),
    "Cyrillic": "Съешь ещё этих булок, їжак ґанок. " + letters(0x400, 0x45F),
    "beyond the basic plane": "Raised 𐞀𐞁𐞂 and s𐞺id𐞁 letters",
    "no-break spaces": f"Wait 10{NO_BREAK}minutes, 5{NO_BREAK}% of it at 7{NO_BREAK}pm",
    "soft line ends": "One line\ngoes on here\nand ends",
    "markup": "A **strong**ly *felt*, [linked](https://example.org/) w**or**d",
}
MARKUP = re.compile(r"\*|\[(?=\w)|\]\([^)]*\)")
# Two pages of it: each word stands once, so that none can be lost, cut or glued unseen.
LONG = [f"baffi{number}ő" for number in range(1500)]


def written(text: str) -> str:
    """What has to come out: composed, without markup, words parted by one space."""
    return " ".join(MARKUP.sub("", unicodedata.normalize("NFC", text)).split())


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    blocks = [{"text": text} for text in TEXTS.values()]
    # Headings have a face of their own; a callout's are strong, and emphasis is slanted.
    blocks += [{"heading": text} for name, text in TEXTS.items() if name != "markup"]
    blocks += [{"text": f"***{words}***"} for words in TEXTS["ligatures"].split(": ")]
    blocks += [{"text": " ".join(LONG)}]
    sheet = {"id": "one", "title": "Words", "blocks": blocks}
    part = {"title": "Part", "opening": False, "worksheets": [sheet]}
    folder = tmp_path_factory.mktemp("extraction")
    content = folder / "book.yaml"
    content.write_text(
        yaml.safe_dump({"title": "A book", "parts": [part]}, allow_unicode=True), "utf-8"
    )
    made = folder / "book.pdf"
    made.write_bytes(build(content, Choices(date=DAY)).pdf)
    return made


@pytest.fixture(scope="module")
def opened(path) -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(path) as document:
        yield document


def copied(document: pypdfium2.PdfDocument) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def by_pdftotext(path: Path, *options: str) -> str:
    if which("pdftotext") is None:
        pytest.skip("there is no pdftotext (of poppler) to read it with")
    command = ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.fixture(scope="module", params=["copied", "pdftotext", "pdftotext -raw"])
def extracted(request, path, opened) -> str:
    """All words of the PDF as one of the ways gives them."""
    if request.param == "copied":
        return copied(opened)
    return by_pdftotext(path, *request.param.split()[1:])


@pytest.mark.parametrize("name", TEXTS)
def test_words_come_out_as_written(name, extracted):
    once = 1 if name == "markup" else 2
    assert " ".join(extracted.split()).count(written(TEXTS[name])) == once


def test_words_stay_whole_and_apart_where_lines_and_pages_end(extracted, opened):
    assert len(opened) > 2
    assert [word for word in extracted.split() if word.startswith("baffi")][-len(LONG) :] == LONG


def test_nothing_comes_out_that_was_not_written(extracted):
    given = "".join([*TEXTS.values(), *LONG, "Part Words A book"])
    known = set(unicodedata.normalize("NFC", given)) | set("0123456789")
    assert {sign for sign in extracted if not sign.isspace()} <= known


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_found(name, opened):
    sought = [word.strip(",.:–…") for word in written(TEXTS[name]).split()]
    # pdfium has halves of a pair apart in what it reads and together in what it looks for.
    sought = [word for word in sought if all(sign <= "\uffff" for sign in word)]
    found = {word: _found(opened, word) for word in sought if len(word) > 2}
    assert not [word for word, times in found.items() if not times]


def test_words_are_found_across_the_end_of_a_line(opened):
    lines = copied(opened).splitlines()
    first, second = next((one, two) for one, two in pairwise(lines) if one.startswith("baffi"))
    assert _found(opened, f"{first.split()[-1]} {second.split()[0]}") == 1


def _found(document: pypdfium2.PdfDocument, words: str) -> int:
    times = 0
    for page in document:
        search = page.get_textpage().search(words, match_case=True)
        while search.get_next():
            times += 1
    return times
