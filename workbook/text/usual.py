"""The usual Markdown, read without a Markdown parser.

Most texts are words and lines of words, a list, a word in bold or a reference. Those are read
here; whatever is less plain is left to the parser, whose reading this equals (CommonMark 0.31).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.text.spans import Listing, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.text.spans import Quotes

_SIGNS = r"\\*_\[\]<>#|~`\"'\n"
_WORDS = rf"[¿¡]?[^\W_](?:[^{_SIGNS}!]*[^\W_])?[.,:;?!]?"
_BEFORE, _AFTER = r"(?<![^\s(])", r"(?![^\s.,;:!?)])"
_PIECE = re.compile(
    rf"(?P<plain>(?:[^{_SIGNS}!]|!(?!\[)|\n)+)"
    rf"|(?P<link>{_BEFORE}\[(?P<words>{_WORDS})?\]"
    rf"\((?:\#(?P<target>[a-z0-9-]+)|(?P<href>https?://[a-zA-Z0-9./-]+))\){_AFTER})"
    rf"|{_BEFORE}\*\*(?P<strong>{_WORDS})\*\*{_AFTER}"
    rf"|{_BEFORE}\*(?P<emphasis>{_WORDS})\*{_AFTER}"
)
_MARKER = re.compile(r"(?:[-+*]|(?P<number>[0-9]{1,9})[.)])(?: (?=\S)|$)")
# Lines that are a rule, a heading, code, a quotation, or begin with more than a list's sign.
_UNUSUAL_LINE = re.compile(r"[-*_ ]+$|[#>~`<]|(?:[-+*]|[0-9]{1,9}[.)])(?:\s\s|\t|$)")
_APOSTROPHE = re.compile(r"(?<=[^\W_])'(?=[^\W_])")
_QUOTED = re.compile(rf'{_BEFORE}"([^\W_](?:[^"]*[^\W_])?[.,!?]?)"{_AFTER}')
_SPACES = re.compile(r" {2,}")


def usual(source: str, quotes: Quotes) -> tuple[Passage | Listing, ...] | None:
    """Paragraphs and lists of `source`; None where it needs a Markdown parser.

    Straight quotation marks become `quotes`, as the parser would have them.
    """
    parts: list[Passage | Listing] = []
    for chunk in source.split("\n\n"):
        lines = chunk.split("\n")
        is_list = _MARKER.match(lines[0]) is not None
        if is_list and parts and isinstance(parts[-1], Listing):
            return None  # a list with room between its items
        part = _listing(lines, quotes) if is_list else _passage(lines, quotes)
        if part is None:
            return None
        parts.append(part)
    return tuple(parts)


def _listing(lines: Iterable[str], quotes: Quotes) -> Listing | None:
    items: list[list[str]] = []
    sign, start, indent = "", "", ""
    for line in lines:
        marker = _MARKER.match(line)
        if marker is not None:
            if not items:
                sign, start = marker[0].strip()[-1], marker["number"] or ""
            if marker[0].strip()[-1] != sign:
                return None
            indent = " " * marker.end()
            items.append([line[marker.end() :]])
        elif line.startswith(indent):
            items[-1].append(line[len(indent) :])
        else:
            return None
    passages: list[Passage] = []
    for item in items:
        passage = _passage(item, quotes)
        if passage is None:
            return None
        passages.append(passage)
    return Listing(tuple(passages), int(start) if start else None)


def _passage(lines: list[str], quotes: Quotes) -> Passage | None:
    """One paragraph; a line that ends in a backslash ends there on the page too."""
    text = ""
    for line in lines:
        words = line.removesuffix("\\")
        if (
            words != words.strip()
            or not words
            or _MARKER.match(words)
            or _UNUSUAL_LINE.match(words)
        ):
            return None
        text += words + (" " if words == line else "\n")
    return _inline(text[:-1], quotes) if text[-1] == " " else None


def _inline(text: str, quotes: Quotes) -> Passage | None:
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if '"' in text and not set("*[") & set(text):
        text = _QUOTED.sub(lambda found: f"{quotes[0]}{found[1]}{quotes[1]}", text)
    spans: list[Span] = []
    at = 0
    text = _SPACES.sub(" ", text)
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            return None
        at = found.end()
        if found["link"]:
            spans.append(Span(found["words"] or "", href=found["href"], target=found["target"]))
            if not spans[-1].text and found["href"]:
                return None  # it is refused in words
        elif found["plain"]:
            spans.append(Span(found["plain"]))
        else:
            strong = found["strong"]
            spans.append(Span(strong or found["emphasis"], bool(strong), not strong))
    return Passage(tuple(spans))
