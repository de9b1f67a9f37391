"""Whether PDF files hold the same book, read back with PDFium."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
from typesetters import UNTAGGED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from manuscript import Manuscript
    from processes import Contestant

SENTENCES = 150
# Pages by the pages of the first: spaces may differ, words and lines may not.
_MOST_APART = 1.15


def same_pages(manuscript: Manuscript, contestants: Sequence[Contestant]) -> dict[str, int]:
    """How many pages each file has.

    Stops the program when one lacks words, is tagged against its name, or has far more or fewer
    pages than the first.
    """
    expected = Counter(bare(sentence) for sentence in manuscript.sentences())
    sample = list(expected)[:: max(1, len(expected) // SENTENCES)]
    pages: dict[str, int] = {}
    for made in contestants:
        with pypdfium2.PdfDocument(made.output) as pdf:
            pages[made.name] = len(pdf)
            if pypdfium2.raw.FPDFCatalog_IsTagged(pdf) == (UNTAGGED in made.name):
                raise SystemExit(f"{made.name} is tagged, or is not, against its name")
        words = "".join(words_of_pages(made.output))
        for sentence in sample:
            if words.count(sentence) < expected[sentence]:
                raise SystemExit(f"{made.name} lacks a sentence: {sentence}")
    first = next(iter(pages.values()))
    for name, count in pages.items():
        if not 1 / _MOST_APART < count / first < _MOST_APART:
            raise SystemExit(f"{name} makes {count} pages, and the first {first}")
    print(
        f"{len(sample)} of {len(expected)} sentences looked for, and found in each file", end="; "
    )
    print("tags as named")
    return pages


def words_of_pages(path: Path) -> list[str]:
    """The words of each page, bare."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [bare(page.get_textpage().get_text_range()) for page in pdf]


def bare(text: str) -> str:
    """`text` without white space and line-end hyphens, as PDF readers differ in both."""
    return re.sub(r"[\s\u00ad\u0002\ufffe]+", "", text)
