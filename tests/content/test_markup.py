"""Running text: what each sign becomes, and what is refused in plain words."""

from __future__ import annotations

from contextlib import suppress

import pytest

from workbook.text.prose import Prose, Words
from workbook.text.spans import Listing, MarkupError, Passage, Span


def spans(text: str) -> list[Span]:
    return list(Prose.parse(text).spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words", [Span("words")]),
        ("  a \n b\t c  ", [Span("a b c")]),
        ("a *b* c", [Span("a "), Span("b", emphasis=True), Span(" c")]),
        ("a _b_ c", [Span("a "), Span("b", emphasis=True), Span(" c")]),
        ("**a** b", [Span("a", strong=True), Span(" b")]),
        ("__a__", [Span("a", strong=True)]),
        ("***a***", [Span("a", strong=True, emphasis=True)]),
        ("**a *b***", [Span("a ", strong=True), Span("b", strong=True, emphasis=True)]),
        ("[a b](https://c.org)", [Span("a b", href="https://c.org")]),
        ("[a](HTTPS://c.org)", [Span("a", href="HTTPS://c.org")]),
        ("[a](mailto:b@c.org)", [Span("a", href="mailto:b@c.org")]),
        ("[a](tel:+1555)", [Span("a", href="tel:+1555")]),
        ("a  \nb", [Span("a\nb")]),
        ("a\\\nb", [Span("a\nb")]),
        ("a\u00a0b", [Span("a\u00a0b")]),
        ("e\u0301", [Span("é")]),
    ],
)
def test_spans(text: str, expected: list[Span]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }}",
        "{% if x %}",
        "a < b & c",
        "a & b",
        "R&D; x",
        "AT&amp;T",
        "A &#x1F600; b",
        "a > b",
        "2 * 3 * 4",
        "snake_case_word",
        "a ~ b ~~c~~",
        "a `b` c",
        "a [b] c",
        "a [b]",
        "[a][b]",
        "a # b",
        "a | b",
        "$x^2$",
        "C:\\new",
        "wow!",
        "-",
        "**",
        "https://example.org/a_b_c",
        "50 % off, 3.5 and 1) too",
        "“quotes” and ‘more’ … — –",
    ],
)
def test_laid_out_as_written(text: str) -> None:
    assert Prose.parse(text).plain == text


def test_a_backslash_takes_a_signs_meaning_away() -> None:
    assert Prose.parse(r"\*a\* \<b\> \[c\] \# \\").plain == r"*a* <b> [c] # \ ".strip()


def test_paragraphs_and_lists_in_order() -> None:
    prose = Prose.parse("one\n\n- two\n- three\n\nfour\n\n3. five\n4. six")
    one, bullets, four, numbers = prose.parts
    assert one == Passage((Span("one"),))
    assert bullets == Listing((Passage((Span("two"),)), Passage((Span("three"),))))
    assert four == Passage((Span("four"),))
    assert numbers == Listing((Passage((Span("five"),)), Passage((Span("six"),))), start=3)


def test_a_list_may_start_at_nought() -> None:
    (listing,) = Prose.parse("0. nought\n1. one").parts
    assert isinstance(listing, Listing)
    assert listing.start == 0


@pytest.mark.parametrize("bullet", ["-", "*", "+"])
def test_bullets(bullet: str) -> None:
    (listing,) = Prose.parse(f"{bullet} one\n{bullet} two").parts
    assert isinstance(listing, Listing)
    assert listing.start is None
    assert len(listing.items) == 2


REFUSED = [
    ("a <b>c</b>", "HTML"),
    ("a <br> c", "HTML"),
    ("<div>a</div>", "HTML"),
    ("<script>alert(1)</script>", "HTML"),
    ("<!-- a -->", "HTML"),
    ("<?php a ?>", "HTML"),
    ('a <img src="b.png">', "HTML"),
    ("![a](b.png)", "picture"),
    ("# a", "heading"),
    ("a\n\n## b", "heading"),
    ("> a", "quotation"),
    ("```\na\n```", "code"),
    ("~~~\na\n~~~", "code"),
    ("a\n\n---\n\nb", "rule"),
    ("***", "rule"),
    ("[a](javascript:alert(1))", "javascript:alert(1)"),
    ("[a](JavaScript:alert(1))", "JavaScript:alert(1)"),
    ("[a](data:text/html,b)", "data:"),
    ("[a](file:///etc/passwd)", "file:"),
    ("[a](other.pdf)", "other.pdf"),
    ("[a](//b.org)", "//b.org"),
    ("[a]()", "link"),
    ("- a\n  - b", "list"),
    ("- a\n\n  b", "paragraph"),
    ("- # a", "heading"),
    ("- > a", "quotation"),
    ("- ![a](b)", "picture"),
    ("- \n- a", "list item"),
    ("a\u202eb", "U+202E"),
]


@pytest.mark.parametrize(("text", "named"), REFUSED)
def test_refused_in_plain_words(text: str, named: str) -> None:
    with pytest.raises(MarkupError) as caught:
        Prose.parse(text)
    assert named in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\n\n<b>", 2), ("a\n\n- b\n- c\n- ![d](e)", 4), ("a\nb\n\n# c", 3), ("a\n\nb <i>c</i>", 2)],
)
def test_the_line_inside_the_text_is_told(text: str, line: int) -> None:
    with pytest.raises(MarkupError) as caught:
        Prose.parse(text)
    assert caught.value.line == line


@pytest.mark.parametrize("text", ["a\n\nb", "- a\n- b", "1. a"])
def test_words_are_one_paragraph(text: str) -> None:
    with pytest.raises(MarkupError, match="one paragraph"):
        Words.parse(text)


@pytest.mark.parametrize(
    "text",
    ["[" * 5000, "*a **b " * 1500, "![" * 2000, "(" * 5000, "_" * 5000, "<" * 5000, "\\" * 5001],
    ids=["brackets", "stars", "pictures", "parentheses", "underscores", "less-than", "backslashes"],
)
def test_piles_of_signs_are_text_or_a_fault(text: str) -> None:
    with suppress(MarkupError):
        assert Prose.parse(text).plain
