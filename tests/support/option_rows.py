"""The options of an edition, the pairs that are refused, and rows that hold every other pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.builds import SHARED
from support.pairwise import covering_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = ("a5", "half-letter", "170x240mm", "130x180mm")
# What each value sets in `Choices`; the first of each option goes with all others. What
# depends on the book is left to who builds it.
OPTIONS: dict[str, dict[str, dict[str, object]]] = {
    "paper": {name: {"paper": name} for name in ("letter", "a4", "legal", *SMALL)},
    "type": {"standard": {}, "large": {"type": "large"}},
    "ruling": {
        "own": {},
        **{name: {"ruling": name} for name in ("compact", "standard", "large")},
    },
    "hand": {"right": {}, "left": {"hand": "left"}},
    "ink": {name: {"ink": name} for name in ("colour", "grey", "copy")},
    "sides": {"one": {}, "two": {"two_sided": True}},
    "holes": {"no": {}, "yes": {"holes": True}},
    "imposition": SHARED,
    "discreet": {"no": {}, "yes": {"discreet": True}},
    "client block": {"no": {}, "yes": {"client_block": True}},
    "language": {"en": {}, "es": {}},
    "worksheets": {"all": {}, "only": {}, "edition": {}, "no sensitive": {"sensitive": False}},
    "more": {
        "none": {},
        "repeats": {},
        "extras": {"extra_pages": (("ruled", 2), ("dots", 1))},
    },
    "region": {"own": {}, "uk": {"region": "uk"}},
    "practice": {"no": {}, "yes": {}},
}


def _refused() -> Iterator[frozenset[tuple[str, str]]]:
    for paper in SMALL:
        for other in (("type", "large"), ("imposition", "booklet"), ("imposition", "2up")):
            yield frozenset({("paper", paper), other})
    for pair in (
        (("type", "large"), ("ruling", "compact")),
        (("type", "large"), ("ruling", "standard")),
        (("type", "large"), ("imposition", "booklet")),
        (("type", "large"), ("imposition", "2up")),
        (("holes", "yes"), ("imposition", "booklet")),
        (("holes", "yes"), ("imposition", "2up")),
        (("sides", "two"), ("imposition", "2up")),
        (("discreet", "yes"), ("client block", "yes")),
        (("discreet", "yes"), ("practice", "yes")),
        (("paper", "130x180mm"), ("holes", "yes")),
    ):
        yield frozenset(pair)


REFUSED = set(_refused())
ROWS = list(covering_rows({name: list(values) for name, values in OPTIONS.items()}, REFUSED))
