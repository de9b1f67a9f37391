"""The small Markdown subset of running text, read into spans: by markdown-it-py, or without it.

What a page can't show (HTML, pictures, headings, code) is refused in words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from workbook.text.spans import Listing, MarkupError, Passage, Span
from workbook.text.usual import usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from workbook.text.spans import Quotes

# Text without any of these is one plain span, and needs no Markdown parser.
_MARKED = re.compile(r"[\\*_\[\]<>#|~`!\n\"']|^\s*(?:[-+]|\d+[.)])\s")
_LANGUAGE = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\{lang=(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}"
)
_SPACES = re.compile(r"[ \t\r\n]+")
_SCHEMES = ("https://", "http://", "mailto:", "tel:")
ENGLISH_QUOTES = ("“", "”", "‘", "’")
_UNPRINTABLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_REFUSED = {
    "heading_open": ("running text can't hold a heading", "use a `heading` block"),
    "blockquote_open": ("`>` at a line's start makes a quotation", "write `\\>` for the sign"),
    "fence": ("running text can't hold code", "write plain words"),
    "hr": ("running text can't hold a rule (`---`)", "use a `break` block, or leave it out"),
    "image": ("running text can't hold a picture", "leave it out: text holds words only"),
    "html_inline": ("HTML is not read", "write the words only, or `\\<` for the sign"),
    "html_block": ("HTML is not read", "write the words only, or `\\<` for the sign"),
}


def parse(source: str, quotes: Quotes = ENGLISH_QUOTES) -> Iterator[Passage | Listing]:
    """Paragraphs and lists of `source`; raises MarkupError where a page couldn't show it.

    Straight quotation marks become `quotes`: outer and inner, opening and closing.
    """
    source = source.strip()
    if not source.isascii():
        source = unicodedata.normalize("NFC", source)
    if not source.replace("\n", " ").isprintable():
        _refuse_unprintable(source)
    if not _MARKED.search(source):
        yield Passage((Span(_SPACES.sub(" ", source)),))
        return
    parts = usual(source, quotes)
    if parts is not None:
        yield from parts
        return
    tokens = _markdown(quotes).parse(source)
    for token in tokens:
        if token.type in _REFUSED:
            what, remedy = _REFUSED[token.type]
            raise MarkupError(what, remedy, token.map[0] if token.map else 0)
    at = 0
    while at < len(tokens):
        if tokens[at].type == "paragraph_open":
            yield _passage(tokens[at + 1])
            at += 3
        else:
            listing, at = _listing(tokens, at)
            yield listing


def _listing(tokens: Sequence[Token], at: int) -> tuple[Listing, int]:
    opening = tokens[at]
    given = opening.attrGet("start")
    start = 1 if given is None else int(given)
    items: list[Passage] = []
    at += 1
    while tokens[at].type == "list_item_open":
        line = tokens[at].map[0] if tokens[at].map else 0  # type: ignore[index]
        kinds = []
        at += 1
        while tokens[at].type != "list_item_close":
            kinds.append(tokens[at])
            at += 1
        if [token.type for token in kinds] != ["paragraph_open", "inline", "paragraph_close"]:
            raise MarkupError(
                "a list item holds more than one paragraph", "keep each item to one", line
            )
        items.append(_passage(kinds[1]))
        at += 1
    bullets = opening.type == "bullet_list_open"
    return Listing(tuple(items), None if bullets else start), at + 1


def _passage(inline: Token) -> Passage:
    spans: list[Span] = []
    strong = emphasis = before = 0
    href: str | None = None
    target: str | None = None
    line = inline.map[0] if inline.map else 0
    for token in inline.children or ():
        text = ""
        match token.type:
            case "text" | "text_special":
                text = token.content
            case "softbreak":
                text = " "
            case "hardbreak":
                text = "\n"
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                href, target = _where(str(token.attrGet("href") or ""), line)
                before = len(spans)
            case "link_close":
                if len(spans) == before:
                    if target is None:
                        raise MarkupError("a link needs words", "write them in its `[]`", line)
                    # Its title is set here when the whole book is known.
                    spans.append(Span("", bool(strong), bool(emphasis), target=target))
                href = target = None
            case kind:
                what, remedy = _REFUSED[kind]
                raise MarkupError(what, remedy, line)
        for words, lang in _by_language(text):
            _append(
                spans,
                Span(
                    _SPACES.sub(" ", words) if words != "\n" else words,
                    bool(strong),
                    bool(emphasis),
                    href,
                    lang,
                    target,
                ),
            )
    if not any(span.text.strip() or span.target for span in spans):
        raise MarkupError("some words are needed here", "write them, or remove this", line)
    return Passage(tuple(spans))


def _by_language(text: str) -> Iterator[tuple[str, str | None]]:
    """`text` cut where `[words]{lang=es}` sets another language."""
    at = 0
    for found in _LANGUAGE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found["words"], found["lang"]
        at = found.end()
    if at < len(text):
        yield text[at:], None


def _append(spans: list[Span], span: Span) -> None:
    last = spans[-1] if spans else None
    if last is not None and last[1:] == span[1:]:
        spans[-1] = span._replace(text=last.text + span.text)
    else:
        spans.append(span)


def _where(address: str, line: int) -> tuple[str | None, str | None]:
    """Where a link leads: to an address, or to a worksheet's id."""
    if address.startswith("#") and len(address) > 1:
        return None, address[1:]
    if not address.lower().startswith(_SCHEMES):
        raise MarkupError(
            f"a link can't lead to `{address[:60]}`",
            "link to https://, mailto: or tel:, or to a worksheet, such as `#urge-log`",
            line,
        )
    return address, None


def has_no_shape(character: str) -> bool:
    """Whether a character is a control, a lone surrogate, private, or turns text round."""
    return character not in "\n\t" and unicodedata.category(character) in _UNPRINTABLE


def _refuse_unprintable(source: str) -> None:
    """Refuse control characters, lone surrogates, and what is invisible or turns text round."""
    for character in sorted(set(source)):
        if not has_no_shape(character):
            continue
        line = source[: source.index(character)].count("\n")
        raise MarkupError(
            f"the character U+{ord(character):04X} has no shape to print", "delete it", line
        )


@cache
def _markdown(quotes: Quotes) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"typographer": True, "quotes": list(quotes)})
    parser.enable("smartquotes").disable(
        ["autolink", "backticks", "code", "entity", "lheading", "reference"]
    )
    # Addresses come through as written, so that `_where` can refuse one in words.
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser
