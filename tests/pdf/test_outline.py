"""Bookmarks hang as their levels say."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from support.numbered import drawn

TITLES = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
LEVELS = [0, 1, 2, 1, 0, 2, 2, 0]


def test_levels_nest():
    def draw(pen, page):
        pen.bookmark(page, [(TITLES[page - 1], LEVELS[page - 1])])

    with pikepdf.open(BytesIO(drawn(len(LEVELS), draw).finish())) as file:
        pages = {page.objgen: at for at, page in enumerate(file.pages, start=1)}

        def read(entry):
            found = []
            while entry is not None:
                assert str(entry.Dest[1]) == "/XYZ"
                page = pages[entry.Dest[0].objgen]
                found.append((str(entry.Title), page, read(entry.get("/First"))))
                assert entry.get("/Next") is not None or entry.objgen == entry.Parent.Last.objgen
                entry = entry.get("/Next")
            return found

        top = file.Root.Outlines
        assert read(top.First) == [
            ("one", 1, [("two", 2, [("three", 3, [])]), ("four", 4, [])]),
            ("five", 5, [("six", 6, []), ("seven", 7, [])]),
            ("eight", 8, []),
        ]
        assert (int(top.Count), int(top.First.Count), int(top.First.First.Count)) == (8, 3, 1)
        assert top.Last.Prev.Prev.objgen == top.First.objgen


def test_without_bookmarks_there_is_no_outline():
    with pikepdf.open(BytesIO(drawn(2, lambda _pen, _page: None).finish())) as file:
        assert "/Outlines" not in file.Root
