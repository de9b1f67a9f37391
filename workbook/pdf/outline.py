"""Bookmarks: the outline of a file. ISO 32000-1 12.3.3."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbook.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.pdf.objects import Objects


class Bookmark(NamedTuple):
    """An outline entry: its words, its level from 0, and where it leads as PDF syntax."""

    title: str
    level: int
    destination: str


def write_outline(objects: Objects, bookmarks: Sequence[Bookmark]) -> int:
    """Write `bookmarks`, all of them open; gives the number of the outline's root.

    An entry hangs below the nearest one before it whose level is less. Takes one or more.
    """
    root = objects.reserve()
    numbers = [objects.reserve() for _ in bookmarks]
    kids: dict[int, list[int]] = {root: []}
    parents: dict[int, int] = {}
    above = [(-1, root)]
    for number, bookmark in zip(numbers, bookmarks, strict=True):
        while above[-1][0] >= bookmark.level:
            above.pop()
        parent = parents[number] = above[-1][1]
        kids[parent].append(number)
        kids[number] = []
        above.append((bookmark.level, number))
    # What an open entry shows below it, at any depth.
    shown = dict.fromkeys(kids, 0)
    for number in reversed(numbers):
        shown[parents[number]] += 1 + shown[number]
    previous = {two: one for own in kids.values() for one, two in pairwise(own)}
    following = {one: two for two, one in previous.items()}
    for number, (title, _, destination) in zip(numbers, bookmarks, strict=True):
        entries = f"<</Title{text_string(title)}/Parent {parents[number]} 0 R/Dest{destination}"
        if number in previous:
            entries += f"/Prev {previous[number]} 0 R"
        if number in following:
            entries += f"/Next {following[number]} 0 R"
        if kids[number]:
            entries += _below(kids[number], shown[number])
        objects.put(number, entries + ">>")
    objects.put(root, f"<</Type/Outlines{_below(kids[root], shown[root])}>>")
    return root


def _below(kids: Sequence[int], shown: int) -> str:
    return f"/First {kids[0]} 0 R/Last {kids[-1]} 0 R/Count {shown}"
