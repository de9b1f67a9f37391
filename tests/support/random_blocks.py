"""Any valid block of each kind, as Hypothesis draws it.

A kind's fields say what may be drawn for it. Those that only fit together, or with the book
around them, are told here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from support.random_fields import mappings_of
from support.random_words import flag, flag_or_words, height, many, plain, prose, short, words
from workbook.blocks import KINDS

if TYPE_CHECKING:
    Value = Any


def block(kind: str, **instead: st.SearchStrategy[Value]) -> st.SearchStrategy[dict[str, Value]]:
    """A block of a kind with some of its options; `instead` are values of some of its keys."""
    return mappings_of(KINDS[kind], instead, first=kind)


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
        "lines": st.integers(1, 5),
    }
    return made | draw(st.fixed_dictionaries({}, optional=options))


@st.composite
def scale(draw: st.DrawFn) -> dict[str, Value]:
    made = {"scale": draw(words), "low": draw(short), "high": draw(short)}
    if draw(flag):
        first = draw(st.integers(0, 80))
        made |= {"from": first, "to": first + draw(st.integers(1, 11))}
    return made


many_lines = st.integers(1, 60)
OWN: dict[str, st.SearchStrategy[dict[str, Value]]] = {
    "prompt": block("prompt", lines=many_lines),
    "scale": scale(),
    "comparison": comparison(),
    "table": table(),
    # Four of them are on one page.
    "boxes": block("boxes", lines=st.integers(1, 9)),
    "chart": block("chart", height=st.integers(40, 150)),
    "letter": block("letter", lines=many_lines),
    # What a random book has around it: two regions of helplines, and no part that opens here.
    "helplines": block("helplines", helplines=st.sampled_from(["region", "us", "world"])),
    "contents": block("contents", contents=st.sampled_from(["worksheets", "parts"])),
}
BLOCKS = {kind: OWN.get(kind, block(kind)) for kind in KINDS}

any_block = st.one_of([*BLOCKS.values()])
