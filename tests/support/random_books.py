"""Any valid book, as Hypothesis draws it, and how it is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import strategies as st

from support.random_blocks import any_block
from support.random_words import flag, plain, prose, words

if TYPE_CHECKING:
    Value = Any


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


def written(book: dict[str, Value]) -> str:
    return yaml.safe_dump(book, allow_unicode=True, sort_keys=False, width=1000)
