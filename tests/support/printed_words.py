"""A book's own words, looked for on the pages that are built of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pypdfium2

from support.builds import DAY
from support.random_books import written
from support.written_texts import texts_of
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

    Value = Any


def printed_texts(book: dict[str, Value]) -> list[str]:
    """The words of a book that are on its pages, without the signs that set them."""
    found = [book.get("short_title", book["title"])]
    for part in book["parts"]:
        if part.get("opening", True):
            found += [part["title"], part.get("intro", "")]
        for sheet in part["worksheets"]:
            if sheet.get("heading", True):
                found += [sheet["title"], sheet.get("aim", ""), sheet.get("stop", "")]
            found += [text for one in sheet["blocks"] for text in texts_of(one)]
    lines = [line.removeprefix("- ") for text in found for line in text.split("\n")]
    bare = [re.sub(r"\*+|\[|\]\([^)]*\)", "", line) for line in lines]
    # The one worksheet that is only a cover has no foot, so the book's title may be nowhere.
    return [line for line in bare[1:] if line]


def squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return squashed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def builds_with_all_its_words(content: Path, book: dict[str, Value], paper: str) -> None:
    content.write_text(written(book), "utf-8")
    text = pdf_text(build(content, Choices(paper=paper, date=DAY)).pdf)
    for line in printed_texts(book):
        if squashed(line) not in text:
            # A page may end inside it.
            assert [word for word in line.split() if word not in text] == []
