"""Text as it is set: spans, paragraphs of them, and lists."""

from __future__ import annotations

from typing import NamedTuple

from workbook.errors import FieldFault

# Stands for a page number until pages are known, and is as wide as one of three digits.
FOLIO = "888"
# A line may end here, and nothing is printed (U+200B). Authors' texts can't hold it.
SOFT_BREAK = "\u200b"
# Outer and inner quotation marks, each opening and closing.
Quotes = tuple[str, ...]


class Span(NamedTuple):
    """A stretch of words set in one way; `\\n` in `text` is a forced line end.

    `lang` is a language code (RFC 5646) where it differs from the book's. `target` is the id of
    a worksheet that the words refer to; in a `folio` span FOLIO stands for its page.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    lang: str | None = None
    target: str | None = None
    folio: bool = False


class Passage(NamedTuple):
    """One paragraph."""

    spans: tuple[Span, ...]


class Listing(NamedTuple):
    """A list whose items are paragraphs; `start` is None for bullets."""

    items: tuple[Passage, ...]
    start: int | None = None


class MarkupError(FieldFault):
    """Text that a page can't show; `line` is the line inside the text, from 0."""

    def __init__(self, what: str, remedy: str, line: int = 0) -> None:
        super().__init__(what, remedy, line=line)
