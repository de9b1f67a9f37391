"""Text as it is set: spans, paragraphs of them, and lists."""

from __future__ import annotations

from typing import NamedTuple

from workbook.errors import FieldFault

# A line may end here, and nothing is printed (U+200B). Authors' texts can't hold it.
SOFT_BREAK = "\u200b"
# Outer and inner quotation marks, each opening and closing.
Quotes = tuple[str, ...]


class Span(NamedTuple):
    """A stretch of words set in one way; `\\n` in `text` is a forced line end.

    `lang` is a language code (RFC 5646) where it differs from the book's. `target` is the id of
    a worksheet that the words refer to.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    lang: str | None = None
    target: str | None = None

    @property
    def leads(self) -> tuple[str | None, str | None, str | None]:
        """What its words lead to or are in: address, language, worksheet."""
        return self.href, self.lang, self.target

    @property
    def is_plain(self) -> bool:
        """Whether it leads nowhere and lines end in it only where they are full."""
        plain = self.href is None and self.lang is None and self.target is None
        return plain and "\n" not in self.text and SOFT_BREAK not in self.text


class PageReference(NamedTuple):
    """The page of the worksheet `target`, between the words `before` and `after` it."""

    target: str
    before: str
    after: str
    strong: bool = False
    emphasis: bool = False

    @property
    def leads(self) -> tuple[None, None, str]:
        """As of a span: to a worksheet."""
        return None, None, self.target

    def words(self, text: str) -> Span:
        """A span that is set and leads as it does."""
        return Span(text, self.strong, self.emphasis, target=self.target)


# What a paragraph is made of.
Inline = Span | PageReference


class Passage(NamedTuple):
    """One paragraph."""

    spans: tuple[Inline, ...]

    @property
    def plain(self) -> str:
        """The words alone, without pages referred to."""
        return "".join([span.text for span in self.spans if isinstance(span, Span)])


class Listing(NamedTuple):
    """A list whose items are paragraphs; `start` is None for bullets."""

    items: tuple[Passage, ...]
    start: int | None = None


class MarkupError(FieldFault):
    """Text that a page can't show; `line` is the line inside the text, from 0."""

    def __init__(self, what: str, remedy: str, line: int = 0) -> None:
        super().__init__(what, remedy, line=line)
