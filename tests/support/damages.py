"""A damage to a file, what has to see it, and ways to the parts that are damaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType


@dataclass(frozen=True)
class Damage:
    """One way to spoil a file, and what has to tell: a check of ours and a rule of veraPDF.

    `seen_by` is a test's name, or a profile and a rule of page-validation; `vera` is a profile
    and a rule, "" where veraPDF sees nothing.
    """

    name: str
    spoil: Callable[[pikepdf.Pdf], object]
    seen_by: str
    vera: str


def damage(seen_by: str, vera: str = "") -> Callable[[Callable], Damage]:
    """Makes a damage of what a function does to a file."""

    def named(spoil: Callable[[pikepdf.Pdf], object]) -> Damage:
        return Damage(spoil.__name__.replace("_", "-"), spoil, seen_by, vera)

    return named


def damages_in(module: ModuleType) -> list[Damage]:
    """All damages of a module, in its order."""
    return [value for value in vars(module).values() if isinstance(value, Damage)]


def elements(file: pikepdf.Pdf, tag: str) -> Iterator[pikepdf.Object]:
    """Structure elements of `tag`, in reading order."""
    waiting = [file.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if not (isinstance(element, pikepdf.Dictionary) and "/S" in element):
            continue
        if str(element.S)[1:] == tag:
            yield element
        kids = element.get("/K", pikepdf.Array())
        waiting = [*(kids if isinstance(kids, pikepdf.Array) else [kids]), *waiting]


def first(file: pikepdf.Pdf, tag: str) -> pikepdf.Object:
    return next(elements(file, tag))
