"""Content files as an author would write them, and what their PDFs say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import yaml

if TYPE_CHECKING:
    from pathlib import Path

BEFORE_BLOCKS = """\
title: A book
parts:
  - title: A part
    worksheets:
      - id: one
        title: One
        blocks:
"""
# A block's first line is this line of the file, and its `- ` stands in column 11.
FIRST_LINE = BEFORE_BLOCKS.count("\n") + 1


def book_text(block: str, indent: int = 10) -> str:
    """A whole book around one block, which is written as YAML without its `- `."""
    first, *rest = block.split("\n")
    lines = [" " * indent + "- " + first, *(" " * (indent + 2) + line for line in rest)]
    return BEFORE_BLOCKS + "\n".join(lines) + "\n"


def write_book(path: Path, *blocks: dict[str, Any], **more: Any) -> Path:
    """Write a book with `blocks` on its one worksheet; `more` are keys of the worksheet."""
    worksheet = {"id": "one", "title": "One", **more, "blocks": list(blocks)}
    book = {"title": "A book", "parts": [{"title": "A part", "worksheets": [worksheet]}]}
    path.write_text(yaml.safe_dump(book, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def squashed(text: str) -> str:
    """`text` without white space, and without the mark pdfium puts for a hyphen at a line's end."""
    return re.sub(r"[\s\ufffe\u00ad-]+", "", text)


@dataclass(frozen=True)
class Printed:
    """A finished PDF as a reader finds it."""

    pages: list[str]
    off_the_paper: int

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    def missing(self, text: str) -> list[str]:
        """Words of `text` that are on no page."""
        found = squashed(self.text)
        return [word[:40] for word in text.split() if squashed(word) not in found]


def printed(pdf: bytes) -> Printed:
    """Read the PDF's text, and count characters that lie beyond its paper's edge."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages, outside = [], 0
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            pages.append(text.get_text_range())
            boxes = (text.get_charbox(at) for at in range(text.count_chars()))
            outside += sum(
                right > left and not (left >= 0 and right <= width and low >= 0 and top <= height)
                for left, low, right, top in boxes
            )
        return Printed(pages, outside)
    finally:
        document.close()
