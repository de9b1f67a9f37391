"""Any valid block of each kind, as Hypothesis draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from support.random_words import (
    flag,
    flag_or_words,
    height,
    many,
    plain,
    prose,
    ruling,
    short,
    words,
)
from workbook.blocks import KINDS

if TYPE_CHECKING:
    Value = Any


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


any_block = st.one_of([BLOCKS[kind] for kind in KINDS if kind in BLOCKS])
