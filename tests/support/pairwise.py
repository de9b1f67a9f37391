"""Rows of options in which every two values meet that may meet."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

    Value = tuple[str, Hashable]
    Pair = frozenset[Value]
    Row = dict[str, Hashable]


def pairs(options: Mapping[str, Sequence[Hashable]]) -> Iterator[Pair]:
    """Every two values of two options."""
    for (first, values), (second, others) in combinations(options.items(), 2):
        for value in values:
            yield from (frozenset({(first, value), (second, other)}) for other in others)


def pairs_of(row: Row) -> Iterator[Pair]:
    """The pairs that a row has."""
    yield from map(frozenset, combinations(row.items(), 2))


def covering_rows(
    options: Mapping[str, Sequence[Hashable]], refused: Collection[Pair]
) -> Iterator[Row]:
    """Rows without a `refused` pair that have every other one, found greedily.

    The first value of each option has to go with everything, so that each row can be ended.
    """
    left = dict.fromkeys(pair for pair in pairs(options) if pair not in refused)
    while left:
        row = dict(next(iter(left)))
        for name in sorted(options.keys() - row.keys(), key=list(options).index):
            row[name] = max(
                (value for value in options[name] if not _clashes(row, (name, value), refused)),
                key=lambda value: len(left.keys() & _met(row, (name, value))),
            )
        for pair in pairs_of(row):
            left.pop(pair, None)
        yield {name: row[name] for name in options}


def _met(row: Row, value: Value) -> set[Pair]:
    return {frozenset({value, other}) for other in row.items()}


def _clashes(row: Row, value: Value, refused: Collection[Pair]) -> bool:
    return any(pair in refused for pair in _met(row, value))
