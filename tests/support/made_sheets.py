"""Test sheets, each made once: what their files say, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO

import numpy
import pikepdf

from support.builds import DAY
from support.ink import grey_pages
from support.marks import PageMarks, Sequence, read_pages
from support.structure import Node, read_tree
from workbook.choices.paper import PAPERS
from workbook.testsheet.sheet import testsheet as make
from workbook.testsheet.wording import languages_of_testsheet, words_of_testsheet

SMALLEST = "130x180mm"
ALL_PAPERS = (*PAPERS, SMALLEST, "460x650mm", "300x300mm")
LANGUAGES = languages_of_testsheet()
WORDS = words_of_testsheet("en")
SIDES = ("top", "right", "bottom", "left")
DPI = 300


@dataclass(frozen=True)
class Sheet:
    pdf: bytes
    pages: list[PageMarks]
    tree: Node
    width: float
    height: float

    def figure(self, alt: str, side: int = 0) -> Sequence:
        """The one drawn sequence of the figure whose Alt is `alt`."""
        [mark] = [
            mark
            for node in self.tree.all("Figure")
            if node.alt == alt
            for mark in node.marks()
            if mark.page == side
        ]
        return self.pages[side].by_mcid()[mark.mcid]


@cache
def sheet(paper: str, language: str = "en") -> Sheet:
    pdf = make(paper, language, DAY)
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = read_pages(file)
        box = [float(edge) for edge in file.pages[0].MediaBox]
        return Sheet(pdf, pages, read_tree(file, pages), box[2], box[3])


@cache
def pixels(paper: str) -> numpy.ndarray:
    """The front of a sheet in grey, a row of pixels a row."""
    return next(grey_pages(sheet(paper).pdf, DPI))
