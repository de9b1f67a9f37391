"""Each kind of fault is one plain sentence at the right place, with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.authored import BEFORE_BLOCKS, FIRST_LINE, book_text
from workbook.blocks import KINDS
from workbook.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    Faults = Callable[[str | bytes], tuple[Problem, ...]]
    OnlyFault = Callable[[str | bytes], Problem]
    BlockFault = Callable[[str], Problem]

TEXT = book_text("text: Words.")


def where(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


def test_the_printed_form(block_fault: BlockFault) -> None:
    assert str(block_fault("prompt: What?\nlines: many")) == (
        "content.yaml:9:20: `lines` must be a number, not `many`\n"
        "    lines: many\n"
        "  → write a number, such as `8`"
    )


def test_the_printed_form_shortens_a_long_line(block_fault: BlockFault) -> None:
    shown = str(block_fault("text: a ![a](b) " + "word " * 100)).split("\n")[1]
    assert shown.startswith("    - text: a ![a](b) word")
    assert shown.endswith("…")
    assert len(shown) < 120


# A block, the place of its fault counted from the block's first line, and what is said of it.
BLOCKS = [
    ("prompt: What?\nlines: 0", (1, 20), "`lines` is 0; it must be at least 1", "number"),
    ("prompt: What?\nlines: 100000", (1, 20), "`lines` is 100000; it must be at most 500", ""),
    ("prompt: What?\nlines: 2.5", (1, 20), "`lines` must be a number, not `2.5`", "number"),
    ("prompt: What?\nlines: [3]", (1, 20), "`lines` must be a number, not a list", "number"),
    ("prompt: What?\nlines: " + "9" * 5000, (1, 20), "`lines` must be a number", "number"),
    ("prompt: What?\nfill: maybe", (1, 19), "`fill` must be yes or no, not `maybe`", "true"),
    ("prompt: What?\nfill: [a]", (1, 19), "`fill` must be yes or no, not a list", "true"),
    ("prompt: What?\nruling: lined", (1, 21), "`ruling` can't be `lined`", "ruled"),
    ("prompt: What?\nline: 3", (1, 13), "`line` is not known here", "did you mean `lines`?"),
    ("prompt: What?\nqqqq: 3", (1, 13), "`qqqq` is not known here", "`lines`"),
    ("prompt: [a]", (0, 21), "`prompt` needs some words, not a list", "write"),
    ("prompt:", (0, 20), "`prompt` needs some words, not nothing", "write"),
    ('prompt: "  "', (0, 21), "`prompt` needs some words", "write"),
    ("prompt: |\n  One.\n\n  Two.", (1, 1), "one paragraph", "one"),
    ("text: a <b>c</b>", (0, 19), "HTML", "words only"),
    ("text: <b>c</b>\n", (0, 19), "HTML", "words only"),
    ('text: "[a](javascript:b)"', (0, 19), "javascript:b", "https://"),
    ("text: see ![a](b.png)", (0, 19), "picture", "words only"),
    ("text: |\n  One.\n\n  # Two", (3, 1), "heading", "`heading` block"),
    ("text: |\n  One.\n\n  ```\n  a\n  ```", (3, 1), "code", "plain words"),
    ("text: |\n  - One.\n    - Two.", (1, 1), "list item", "one"),
    ("text: |\n\n\n  One.\n\n  <b>Two.</b>", (5, 1), "HTML", "words only"),
    ("checklist: []", (0, 24), "`checklist`", "at least 1"),
    ("checklist: words", (0, 24), "`checklist` must be a list, not `words`", "`- `"),
    ("checklist: {a: b}", (0, 24), "`checklist` must be a list, not a mapping", "`- `"),
    ("checklist: [a, , b]", (0, 28), "", ""),
    ("checklist: [a, {b: c}]", (0, 28), "some words, not a mapping", "write"),
    ("checklist:\n  - a\n  -", (2, 16), "some words, not nothing", "write"),
    ("checklist: [a]\ncolumns: 3", (1, 22), "`columns` can't be `3`", "1"),
    ("comparison: [A, B]\nrows: words", (1, 19), "`rows` must be a list", "`- `"),
    ("comparison: [A, B]\nrows: [[a, {b: c}]]", (1, 24), "some words, not a mapping", "write"),
    ("comparison: [A, B]\nrows: {r: [a, {b: c}]}", (1, 27), "some words, not a map", "write"),
    ("comparison: [A, B]\nrows: {r: a}", (1, 23), "must be a list, not `a`", "`- `"),
    ("comparison: [A, B]\nrows: []", (1, 19), "`rows`", "1"),
    ("comparison: [A, B]\nrows: {}", (1, 19), "`rows`", "1"),
    ("comparison: [A, B]\nrows: [[a]]", None, "has 1 cells for 2 columns", ""),
    ("comparison: [A]\nrows: [[a]]", None, "two to four columns", ""),
    ("comparison: [A, B]\nrows: [[a, b]]\nmine: [c]", (2, 19), "`mine` needs some words", "write"),
    ("comparison: [A, B]\nrows: [[a, b]]\nheight: tall", (2, 21), "`height` must be a", "8"),
    ("comparison: [A, B]\nrows: [[a, b]]\nheight: 4", (2, 21), "must be at least 5", "number"),
    ("comparison: [A, B]\nrows: [[a, b]]\nheight: nan", (2, 21), "`height`", "number"),
    ("comparison: [A, B]\nrows: [[a, b]]\nheight: inf", (2, 21), "must be at most 200", ""),
    ("questions: [a]", (0, 24), "`questions` must hold keys, not a list", "key: value"),
    ("questions: {}", (0, 24), "`questions`", "at least 1"),
    ("questions: {a: }", None, "`a` needs some words, not nothing", "write"),
    ('questions:\n  "<b>a</b>": b', (1, 15), "HTML", "words only"),
    ('questions:\n  "": b', (1, 15), "words", "write"),
    ("scale: How?\nlow: a", (0, 13), "`high` is missing here", "add `high: …`"),
    ("scale: How?\nlow: a\nhigh: b\nfrom: a", (3, 19), "`from` must be a number", "number"),
    ("scale: How?\nlow: a\nhigh: b\nfrom: 5\nto: 2", None, "a scale rises", ""),
    ("table: [a, b]", None, "`rows` (how many) or `labels`", ""),
    ("table: [a, b]\nrows: 2\nlabels: [c]", None, "`rows` (how many) or `labels`", ""),
    ("table: [a, b]\nlabels: []", (1, 21), "`labels`", "at least 1"),
    ("table: {a: x}\nrows: 2", (0, 24), "`a` must be a number, not `x`", "number"),
    ("table: {a: 0}\nrows: 2", (0, 24), "`a` is 0; it must be more than 0", "number"),
    ("table: [a, b]\nrows: 2\nexample: [c]", None, "the example has 1 cells for 2", ""),
    ("table: [a, b]\nrows: 2\nmarks: star", (2, 20), "`marks` can't be `star`", "circle"),
    ("boxes: [a, b]", (0, 20), "`boxes`", "at least 4"),
    ("boxes: [a, b, c, d, e]", (0, 20), "`boxes`", "at most 4"),
    ("boxes: [a, b, c, d]\nlinse: 3", (1, 13), "`linse` is not known", "`lines`?"),
    ("rings: [a]", (0, 20), "`rings`", "at least 2"),
    ("signature: [a, b, c, d, e]", (0, 24), "`signature`", "at most 4"),
    ("cards: []", (0, 20), "`cards`", "at least 1"),
    ("chart: How?\nlow: a\nhigh: b\ndays: 99", (3, 19), "`days` is 99; it must be at most 31", ""),
    ("break: line", (0, 20), "`break` can't be `line`", "page"),
    ("break: page\nbrake: x", (1, 13), "`brake` is not known here", "did you mean `break`?"),
    ("callout: Words.\nrole: warning", (1, 19), "`role` can't be `warning`", "safety"),
    ("journal: lined", (0, 22), "`journal` can't be `lined`", "ruled"),
    ("journal: ruled\npages: 1000", (1, 20), "`pages` is 1000; it must be at most 100", ""),
    ("contents: chapters", (0, 23), "`contents` can't be `chapters`", "worksheets"),
    ("helplines: region", (0, 24), "names no file of helplines", "helplines.yaml"),
    ("promt: What?\nlines: 3", (0, 13), "`promt` is no kind of block", "did you mean `prompt`?"),
    ("qqqqqq: What?", (0, 13), "`qqqqqq` is no kind of block", "one of: `boxes`"),
    (
        "lines: 3\nprompt: What?",
        (0, 13),
        "`prompt` names the block's kind and must stand first",
        "",
    ),
    ("prompt: What?\ntext: b", (1, 13), "two kinds in one block: `prompt` and `text`", "- text"),
    ("prompt: What?\ncallout: b\nlines: 3", (1, 13), "two kinds in one block", "`- callout: …`"),
    ("Only words.", (0, 13), "a block is a mapping", "`- text: …`"),
    ("[a, b]", (0, 13), "a block is a mapping", "`- text: …`"),
    ("{}", (0, 13), "a block is a mapping", "`- text: …`"),
]


@pytest.mark.parametrize(("block", "at", "what", "remedy"), BLOCKS, ids=[b[0][:40] for b in BLOCKS])
def test_a_fault_in_a_block(
    block_fault: BlockFault, block: str, at: tuple[int, int] | None, what: str, remedy: str
) -> None:
    problem = block_fault(block)
    assert what in problem.what
    assert remedy in problem.remedy
    assert "can't be printed can't be printed" not in problem.what
    assert "`[" not in problem.what
    if at is None:
        # A fault of the block as a whole, or of a key without a value: on one of its lines.
        assert 0 <= problem.place.line - FIRST_LINE <= block.count("\n")
    else:
        assert where(problem) == (FIRST_LINE + at[0], at[1])


BOOKS = [
    ("", (1, 1), "the file is empty", "title: …"),
    ("- a\n", (1, 1), "a book is a mapping", "title: …"),
    ("words\n", (1, 1), "a book is a mapping", "title: …"),
    (TEXT.replace("title: A book\n", ""), (1, 1), "`title` is missing here", "add `title: …`"),
    ("title: A book\n", (1, 1), "`parts` is missing here", "add `parts: …`"),
    ("title: A book\nparts:\n", (2, 7), "`parts` must be a list, not nothing", "`- `"),
    ("title: A book\nparts: words\n", (2, 8), "`parts` must be a list, not `words`", "`- `"),
    ("title: A book\nparts: {a: b}\n", (2, 8), "`parts` must be a list, not a mapping", "`- `"),
    ("title: A book\nparts: []\n", (2, 8), "`parts`", "at least 1"),
    ("title: A book\nparts: [words]\n", (2, 9), "must hold keys, not `words`", "key: value"),
    ("title: A book\nparts:\n  - title: A\n", (3, 5), "`worksheets` is missing here", "add"),
    (TEXT.replace("A book", "[a]"), (1, 8), "`title` needs some words, not a list", "write"),
    (TEXT + "tilte: A\n", (9, 1), "`tilte` is not known here", "did you mean `title`?"),
    (TEXT + "zzz: A\n", (9, 1), "`zzz` is not known here", "one of: `title`, `subtitle`"),
    (TEXT + "language: xx\n", (9, 11), "no words for the language `xx`", "`en`"),
    (TEXT + "language: [a]\n", (9, 11), "`language` must be text, not a list", ""),
    (TEXT + 'author: ""\n', (9, 9), "`author`", ""),
    (TEXT + "author: " + "a" * 301 + "\n", (9, 9), "`author`", "at most 300"),
    (TEXT + "helplines: ../others.yaml\n", (9, 12), "`helplines` can't be", ""),
    (TEXT.replace("id: one", "id: One Two"), (5, 13), "`id` can't be `One Two`", "lower-case"),
    (TEXT.replace("id: one", "ids: one"), None, "", ""),
    (TEXT.replace("title: One", "title: One\n        minuts: 3"), (7, 9), "`minuts`", "`minutes`?"),
    (TEXT.replace("title: One", "title: One\n        minutes: 0"), (7, 18), "at least 1", ""),
    (TEXT.replace("title: One", "title: One\n        heading: so"), (7, 18), "yes or no", "true"),
    (TEXT.replace("A part", "A part\n    intor: b"), (4, 5), "`intor` is not", "mean `intro`?"),
    (
        TEXT.replace("A part", "A part\n    opening: contents"),
        (4, 14),
        "the book has none for it",
        "`opening: page`",
    ),
    (TEXT.replace("A part", "A part\n    opening: []"), (4, 14), "`opening` can't be", "contents"),
    (
        TEXT.replace("A part", "A part\n    opening: so"),
        (4, 14),
        "`opening` can't be `so`",
        "contents",
    ),
    (BEFORE_BLOCKS, (7, 16), "`blocks` must be a list, not nothing", "`- `"),
    (BEFORE_BLOCKS.replace("blocks:\n", "blocks: []\n"), (7, 17), "`blocks`", "at least 1"),
    (
        TEXT + "      - id: one\n        title: Two\n        blocks: [text: b]\n",
        (9, 13),
        "the id `one` is taken (line 5)",
        "an id of its own",
    ),
]


@pytest.mark.parametrize(
    ("text", "at", "what", "remedy"), [b for b in BOOKS if b[1]], ids=[b[2] for b in BOOKS if b[1]]
)
def test_a_fault_in_a_book(
    only_fault: OnlyFault, text: str, at: tuple[int, int], what: str, remedy: str
) -> None:
    problem = only_fault(text)
    assert what in problem.what
    assert remedy in problem.remedy
    assert where(problem) == at


def test_a_misspelt_key_is_told_with_the_one_that_is_missing(faults: Faults) -> None:
    problems = faults(TEXT.replace("id: one", "ids: one"))
    assert [problem.what for problem in problems] == [
        "`id` is missing here",
        "`ids` is not known here",
    ]


def test_all_faults_are_told_in_the_files_order(faults: Faults) -> None:
    text = "language: xx\nzzz: 1\n" + BEFORE_BLOCKS.replace("id: one", "id: One").replace(
        "title: One", "title: One\n        minutes: many"
    )
    text += "\n".join(
        [
            "          - promt: What?",
            "          - prompt: What?",
            "            lines: 0",
            "            fill: perhaps",
            "          - text: a <b>c</b>",
            "          - checklist: [a, ☃]",
            "          - text: a ![a](b)",
            "",
        ]
    )
    problems = faults(text)
    told = [
        "`zzz` is not",
        "`id` can't be",
        "`minutes` must be",
        "`promt` is no kind",
        "`lines` is 0",
        "`fill` must be",
        "HTML",
        "U+2603",
        "picture",
    ]
    assert [next(t for t in told if t in p.what) for p in problems] == told
    assert [where(p) for p in problems] == sorted(where(p) for p in problems)


def test_one_fault_in_a_block_is_told_once(faults: Faults) -> None:
    good = "\n          - text: b"
    for block in ("prompt: What?\n            lines: 0", "text: <b>a</b>", "promt: a", "words"):
        text = BEFORE_BLOCKS + f"          - {block}{good}\n"
        assert len(faults(text)) == 1


def test_a_bad_block_does_not_move_the_places_of_later_ones(faults: Faults) -> None:
    lines = ["- promt: a", "- text: b", "- prompt: c", "  lines: 0"]
    text = BEFORE_BLOCKS + "".join(f"          {line}\n" for line in lines)
    assert [where(problem) for problem in faults(text)] == [(8, 13), (11, 20)]


def test_a_word_with_no_neighbour_is_answered_with_all_that_may_stand_there(
    block_fault: BlockFault,
) -> None:
    remedy = block_fault("qqqqqq: a").remedy
    assert all(f"`{kind}`" in remedy for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_refuses_a_list_of_lists_with_a_place(faults: Faults, kind: str) -> None:
    for problem in faults(book_text(f"{kind}: [[[a]]]")):
        assert problem.place.line == FIRST_LINE
        assert problem.what
        assert "function" not in problem.what
        assert "pydantic" not in str(problem)
