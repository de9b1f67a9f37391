"""Any valid book builds with all its words; any damaged one is a book or plain faults.

The ordinary run is short and always the same; `pytest -m campaign` tries far more.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from workbook.blocks import KINDS
from workbook.build import build, lay_out
from workbook.editions.edition import Edition
from workbook.errors import ContentError, FileError
from workbook.shipped import shipped

if TYPE_CHECKING:
    Value = Any

DAY = date(2026, 11, 23)
LETTERS = "abcdefghijklmnoprstuvwxyzABCDEFGÄßéñøŁαβγδΩжщяЖ"
ENDINGS = ("", "", "", ",", ".", "?", "!", "…", ":", "’s", "}}", "/x", " &", " <", " =", " 7", "%")
LINK = "https://example.org/a_b"

word = st.builds(str.__add__, st.text(LETTERS, min_size=1, max_size=10), st.sampled_from(ENDINGS))
plain = st.lists(word, min_size=1, max_size=7).map(" ".join)
short = st.text(LETTERS, min_size=1, max_size=8)
marked = st.builds(
    lambda before, words, signs, after: f"{before} {signs[0]}{words}{signs[1]} {after}",
    short,
    short,
    st.sampled_from([("*", "*"), ("**", "**"), ("***", "***"), ("[", f"]({LINK})")]),
    plain,
)
words = plain | marked
listing = st.lists(words, min_size=1, max_size=4).map(lambda items: "- " + "\n- ".join(items))
prose = words | st.lists(words | listing, min_size=1, max_size=3).map("\n\n".join)
flag = st.booleans()
flag_or_words = st.booleans() | plain
ruling = st.sampled_from(["ruled", "dots", "grid", "blank"])
height = st.integers(5, 60) | st.floats(5, 60).map(lambda number: round(number, 1))


def many(item: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(item, min_size=least, max_size=most)


def block(
    kind: str, value: st.SearchStrategy[Value], **options: st.SearchStrategy[Value]
) -> st.SearchStrategy[dict[str, Value]]:
    """A block of a kind with some of its options."""
    named = {name.rstrip("_"): option for name, option in options.items()}
    return st.builds(
        lambda first, rest: {kind: first, **rest},
        value,
        st.fixed_dictionaries({}, optional=named),
    )


@st.composite
def comparison(draw: st.DrawFn) -> dict[str, Value]:
    mine = draw(flag_or_words)
    columns = draw(st.integers(1 if mine else 2, 3 if mine else 4))
    cells = many(prose, columns, columns)
    made: dict[str, Value] = {"comparison": draw(many(words, columns, columns))}
    if draw(flag):
        made["rows"] = draw(st.dictionaries(plain, cells, min_size=1, max_size=4))
        made |= draw(st.fixed_dictionaries({}, optional={"corner": words}))
    else:
        made["rows"] = draw(st.lists(cells, min_size=1, max_size=4))
    made |= draw(st.fixed_dictionaries({}, optional={"height": height}))
    return made | {"mine": mine}


@st.composite
def table(draw: st.DrawFn) -> dict[str, Value]:
    columns = draw(st.integers(1, 8))
    heads = draw(st.lists(plain, min_size=columns, max_size=columns, unique=True))
    shares = st.floats(0.5, 4).map(lambda number: round(number, 2))
    weighted = draw(flag)
    made: dict[str, Value] = {"table": {h: draw(shares) for h in heads} if weighted else heads}
    if draw(flag):
        made["rows"] = draw(st.integers(1, 30))
    else:
        made["labels"] = draw(many(words, 1, 8))
    options = {
        "example": many(plain, columns, columns),
        "height": height,
        "fill": flag,
        "marks": st.sampled_from(["box", "circle"]),
    }
    return made | draw(st.fixed_dictionaries({}, optional=options))


@st.composite
def scale(draw: st.DrawFn) -> dict[str, Value]:
    made = {"scale": draw(words), "low": draw(short), "high": draw(short)}
    if draw(flag):
        first = draw(st.integers(0, 80))
        made |= {"from": first, "to": first + draw(st.integers(1, 11))}
    return made


def ended(kind: str, **options: st.SearchStrategy[Value]) -> st.SearchStrategy[dict[str, Value]]:
    """A block of a kind with words for both of its ends, which it needs."""
    return st.builds(
        lambda made, low, high: made | {"low": low, "high": high},
        block(kind, words, **options),
        short,
        short,
    )


lines = st.integers(1, 60)
BLOCKS: dict[str, st.SearchStrategy[dict[str, Value]]] = {
    "text": block("text", prose),
    "heading": block("heading", words),
    "callout": block(
        "callout",
        prose,
        role=st.sampled_from(["key-points", "reminder", "note", "example", "safety"]),
    ),
    "prompt": block("prompt", words, lines=lines, fill=flag, ruling=ruling, hint=words),
    "journal": block("journal", ruling, pages=st.integers(1, 3), date=flag, heading=words),
    "checklist": block(
        "checklist",
        many(words, 1, 12),
        lead=words,
        columns=st.sampled_from([1, 2]),
        notes=flag_or_words,
    ),
    "selfcheck": st.builds(
        lambda made, columns: made | {"columns": columns},
        block("selfcheck", many(words, 1, 6), lead=words),
        many(short, 2, 5),
    ),
    "scale": scale(),
    "comparison": comparison(),
    "table": table(),
    "steps": block("steps", many(words, 1, 6), lines=st.integers(1, 8), fill=flag),
    "boxes": block("boxes", many(words, 4, 4), lines=st.integers(1, 9), fill=flag),
    "rings": block("rings", many(short, 2, 4)),
    "chart": ended("chart", days=st.integers(2, 31), height=st.integers(40, 150)),
    "letter": block(
        "letter",
        words,
        lines=lines,
        fill=flag,
        openers=many(words, 0, 4),
        open_on=flag,
        sign=flag,
    ),
    "cards": block("cards", many(words, 1, 9)),
    "questions": block("questions", st.dictionaries(plain, prose, min_size=1, max_size=3)),
    "helplines": block(
        "helplines", st.sampled_from(["region", "us", "world"]), blank=st.integers(0, 3)
    ),
    "sources": block("sources", many(words, 1, 4)),
    "signature": block("signature", many(short, 1, 4)),
    "cover": block("cover", words, subtitle=words, art=st.sampled_from(["waves", "none"])),
    "contents": block("contents", st.sampled_from(["worksheets", "parts"])),
    "break": block("break", st.just("page")),
}
# Values of options that are names, not words to print.
NAMES = {
    *("ruled", "dots", "grid", "blank", "waves", "none", "box", "circle", "page", "region"),
    *("key-points", "reminder", "note", "example", "safety", "us", "world", "worksheets", "parts"),
}

any_block = st.one_of([BLOCKS[kind] for kind in KINDS if kind in BLOCKS])


@st.composite
def books(draw: st.DrawFn) -> dict[str, Value]:
    """A book of one or two parts, with all that a book, a part and a worksheet may say."""
    number = 0

    def worksheet() -> dict[str, Value]:
        nonlocal number
        number += 1
        options = {
            "aim": words,
            "stop": words,
            "minutes": st.integers(1, 600),
            "sensitive": flag,
            "heading": flag,
        }
        blocks = draw(st.lists(any_block, min_size=1, max_size=3))
        made = {"id": f"sheet-{number}", "title": draw(words), "blocks": blocks}
        return made | draw(st.fixed_dictionaries({}, optional=options))

    def part() -> dict[str, Value]:
        made = {"title": draw(words)}
        made |= draw(st.fixed_dictionaries({}, optional={"intro": prose, "opening": flag}))
        return made | {"worksheets": [worksheet() for _ in range(draw(st.integers(1, 2)))]}

    options = {"subtitle": words, "short_title": words, "author": plain}
    made = {"title": draw(words), "region": "us", "helplines": "helplines.yaml"}
    made |= draw(st.fixed_dictionaries({}, optional=options))
    return made | {"parts": [part() for _ in range(draw(st.integers(1, 2)))]}


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
    return [line for line in bare[1:] if line and line not in NAMES]


def texts_of(one: dict[str, Value]) -> list[str]:
    found: list[str] = []
    for key, value in one.items():
        if key == "columns" and isinstance(value, int):
            continue
        found += nested_texts(value)
    return found


def nested_texts(value: Value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in nested_texts(item)]
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in [key, *nested_texts(item)]]
    return []


def squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return squashed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def written(book: dict[str, Value]) -> str:
    return yaml.safe_dump(book, allow_unicode=True, sort_keys=False, width=1000)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where content files are written, with helplines beside them."""
    folder = tmp_path_factory.mktemp("books")
    helplines = shipped("helplines.yaml").read_bytes()
    (folder / "helplines.yaml").write_bytes(helplines)
    return folder / "content.yaml"


def builds_with_all_its_words(content: Path, book: dict[str, Value], paper: str) -> None:
    content.write_text(written(book), "utf-8")
    text = pdf_text(build(content, Edition(paper, DAY)).pdf)
    for line in printed_texts(book):
        if squashed(line) not in text:
            # A page may end inside it.
            assert [word for word in line.split() if word not in text] == []


def a_book_or_faults(content: Path, text: str) -> None:
    content.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(ContentError, FileError):
        lay_out(content, Edition(on=DAY))


SIGNS = (
    " \n\t:-[]{}\"'#&*!|>%@`,?~<=\\_()/.0123456789aé😀"  # what YAML and Markdown look at
    "\u202e\x00\x07\x85\ufeff"
)


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """A book's YAML with some characters taken out and others put in."""
    text = written(draw(books()))
    signs = st.sampled_from(
        " \n\t:-[]{}\"'#&*!|>%@`,?~<=\\_()/.0123456789aé😀\u202e\x00\x07\x85\ufeff"
    )
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 1, 1, 2, 10, 100]))
        text = text[:at] + draw(st.text(signs, max_size=4)) + text[at + cut :]
    return text


strange = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 1200),
    st.sampled_from([float("nan"), float("inf"), -0.0, 1e300, 10**40, DAY]),
    st.text(max_size=8),
    st.lists(st.none() | plain, max_size=3),
    st.dictionaries(st.text(max_size=5) | st.integers(), st.none() | plain, max_size=2),
    st.recursive(st.just("a"), lambda inner: st.lists(inner, min_size=1, max_size=2)),
)


def places(value: Value, path: tuple[Value, ...] = ()) -> list[tuple[Value, ...]]:
    """The way to every value inside `value`."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[Value, ...]] = []
    for key, item in items:
        found.append((*path, key))
        if isinstance(item, dict | list):
            found += places(item, (*path, key))
    return found


@st.composite
def retyped_books(draw: st.DrawFn) -> str:
    """A book in which some values are of another type, or are missing."""
    book = yaml.safe_load(written(draw(books())))
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(places(book)))
        holder = book
        for step in path:
            holder = holder[step]
        if draw(st.integers(0, 4)):
            holder[last] = draw(strange)
        elif isinstance(holder, dict) or len(holder) > last:
            del holder[last]
        if not book:
            break
    return written(book)


def test_every_kind_has_a_strategy() -> None:
    assert sorted(BLOCKS) == sorted(KINDS)


# Shrinking a failure takes minutes; the campaign does it.
ordinary = partial(
    settings,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# The same examples each time, so that a change is told from bad luck; take `derandomize` out
# and raise the numbers to look further.
campaign = partial(
    settings,
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_of_each_kind_builds_with_all_its_words(content: Path, kind: str) -> None:
    @ordinary(max_examples=4)
    @given(BLOCKS[kind])
    def holds(one: dict[str, Value]) -> None:
        worksheet = {"id": "one", "title": "One", "blocks": [one]}
        book = {"title": "A book", "region": "us", "helplines": "helplines.yaml"}
        part = {"title": "A part", "worksheets": [worksheet]}
        builds_with_all_its_words(content, book | {"parts": [part]}, "letter")

    holds()


papers = st.sampled_from(["letter", "a4"])
whole = given(book=books(), paper=papers)
cut = given(text=damaged_texts())
changed = given(text=retyped_books())


@ordinary(max_examples=25)
@whole
def test_a_valid_book_builds_with_all_its_words(
    content: Path, book: dict[str, Value], paper: str
) -> None:
    builds_with_all_its_words(content, book, paper)


@ordinary(max_examples=60)
@cut
def test_a_damaged_text_is_a_book_or_faults(content: Path, text: str) -> None:
    a_book_or_faults(content, text)


@ordinary(max_examples=60)
@changed
def test_values_of_other_types_are_a_book_or_faults(content: Path, text: str) -> None:
    a_book_or_faults(content, text)


@pytest.mark.campaign
@campaign(max_examples=250)
@whole
def test_many_valid_books(content: Path, book: dict[str, Value], paper: str) -> None:
    builds_with_all_its_words(content, book, paper)


@pytest.mark.campaign
@campaign(max_examples=700)
@cut
def test_many_damaged_texts(content: Path, text: str) -> None:
    a_book_or_faults(content, text)


@pytest.mark.campaign
@campaign(max_examples=700)
@changed
def test_many_values_of_other_types(content: Path, text: str) -> None:
    a_book_or_faults(content, text)
