"""Books made in code: one worksheet that grows, and many small worksheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = """title: Made to be measured
short_title: Measured
parts:
  - title: The only part
    worksheets:
"""
_LONG = """      - id: long
        title: A long worksheet
        blocks:
"""


def _prompts(count: int) -> str:
    return "".join(
        f"          - prompt: What comes to mind at number {number}?\n            lines: 3\n"
        for number in range(count)
    )


def _comparison(count: int) -> str:
    rows = "".join(
        f"              - [Number {number} as it was before, Number {number} as it is today]\n"
        for number in range(count)
    )
    return f"          - comparison: [Before, Today]\n            rows:\n{rows}"


def _table(count: int) -> str:
    return f"          - table: [Label, Notes]\n            labels:\n{_items(count)}"


def _checklist(count: int) -> str:
    return f"          - checklist:\n{_items(count)}"


def _items(count: int) -> str:
    return "".join(
        f"              - The thing that has number {number} here\n" for number in range(count)
    )


_BLOCKS: dict[str, Callable[[int], str]] = {
    "prompts": _prompts,
    "rows of a comparison": _comparison,
    "labels of a table": _table,
    "items of a checklist": _checklist,
}
GROWING = tuple(_BLOCKS)


def one_worksheet(what: str, count: int) -> str:
    """A book of a single worksheet that holds so many of one of `GROWING`."""
    return _HEAD + _LONG + _BLOCKS[what](count)


def small_worksheets(count: int) -> str:
    """A book of so many worksheets, of a page each, that refer to each other."""
    sheets = [
        f"""      - id: sheet-{number}
        title: Sheet number {number}
        aim: To try one thing.
        blocks:
          - text: Some words for you. See [](#sheet-{7 * number % count}).
          - prompt: What do you miss when you are apart?
            lines: 8
          - checklist: [one thing, two things, three things]
          - table: [Time, Trigger, What I did]
            rows: 5
"""
        for number in range(count)
    ]
    return _HEAD + "".join(sheets)
