"""The whole book on both papers: all its words are there, and everything leads to its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import yaml

from support.builds import BOOK
from support.structure import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands in the content but is no text of its own on the page.
SILENT = {
    *("id", "role", "art", "ruling", "marks", "journal", "helplines", "contents", "break"),
    *("minutes", "sensitive", "pages", "lines", "fill", "date", "height"),
    *("days", "blank", "from", "to", "open_on", "sign"),
}
# Mappings whose keys are words on the page.
SPEAKING = {"rows", "questions", "table"}


@dataclass(frozen=True)
class Sheet:
    """A worksheet as its author wrote it."""

    title: str
    part: str
    opening: bool
    values: dict

    @property
    def headed(self) -> bool:
        return self.values.get("heading") != "false"

    @property
    def cover(self) -> bool:
        return any("cover" in block for block in self.values["blocks"])


def _load(path=BOOK) -> dict:
    # Every scalar is text, as the program reads it.
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@cache
def _titles() -> dict[str, str]:
    return {
        sheet["id"]: re.sub(r"[*\\]", "", sheet["title"])
        for part in _load()["parts"]
        for sheet in part["worksheets"]
    }


def _sheets() -> list[Sheet]:
    return [
        Sheet(bare(values["title"]), bare(part["title"]), part.get("opening") != "false", values)
        for part in _load()["parts"]
        for values in part["worksheets"]
    ]


def bare(markdown: str) -> str:
    """The words of a paragraph alone."""
    named = re.sub(r"\[\]\(#([\w-]+)\)", lambda found: f"“{_titles()[found[1]]}”", markdown)
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", named)
    return re.sub(r"\s+", " ", re.sub(r"[*\\]", "", words)).strip()


def paragraphs(markdown: str) -> list[str]:
    """Paragraphs and list items, without any space, so that line ends don't count."""
    parts = re.split(r"\n\s*\n|(?m:^)\s*(?:[-+]|\d+[.)])\s+", markdown)
    return [squeezed(bare(part)) for part in parts if part.strip()]


def squeezed(words: str) -> str:
    """The words without any space, so that line ends don't count, and without pages named."""
    return re.sub(r"\(page\d+\)", "", re.sub(r"[\s\u00a0\u00ad]+", "", words))


def _texts(value: object, key: str = "") -> Iterator[list[str]]:
    """Words that stand on the page, in groups that are read one after the other."""
    if isinstance(value, str):
        if key not in SILENT and value not in ("true", "false"):
            yield [value]
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            yield [] if key in SILENT else value
        else:
            for item in value:
                yield from _texts(item)
    elif isinstance(value, dict):
        if key in SPEAKING:
            yield list(value)
        for name, item in value.items():
            numbers = key == "table" or (name in ("rows", "columns") and isinstance(item, str))
            if not numbers:
                yield from _texts(item, name)


@pytest.fixture
def places(book) -> list[tuple[Sheet, Node]]:
    """Each worksheet with the element that holds it."""
    sections = [node for part in book.tree.kids for node in part.kids if node.tag == "Sect"]
    return list(zip(_sheets(), sections, strict=True))


def _is_listed(sheet: Sheet) -> bool:
    """Neither a cover nor the contents themselves are in the contents."""
    return not sheet.cover and not any("contents" in block for block in sheet.values["blocks"])


def _blanks(book):
    """What tells a listener that a page is blank."""
    return [node for node in book.tree.all("P") if node.actual == "This page is left blank."]


def _pages(node: Node) -> list[int]:
    return sorted({mark.page for mark in node.marks()})


def test_worksheets_stand_in_the_authors_order(places):
    assert [node.title for _, node in places] == [sheet.title for sheet, _ in places]


def test_a_listener_hears_all_words_in_order(places):
    for sheet, node in places:
        heard = squeezed(node.text)
        values = sheet.values
        if sheet.headed:
            assert squeezed(sheet.title) in heard, sheet.title
        else:
            values = {"blocks": values["blocks"]}
        for group in _texts(values):
            at = 0
            for words in group:
                for paragraph in paragraphs(words):
                    found = heard.find(paragraph, at)
                    assert found >= 0, f"{sheet.title}: {words}"
                    at = found + len(paragraph)


def test_a_search_finds_all_words(book, places):
    document = pypdfium2.PdfDocument(book.pdf)
    printed = [squeezed(page.get_textpage().get_text_range()) for page in document]
    document.close()
    for sheet, node in places:
        values = sheet.values if sheet.headed else {"blocks": sheet.values["blocks"]}
        text = "".join(printed[page] for page in _pages(node)).replace("\ufffe", "")
        for group in _texts(values):
            for words in group:
                missing = [part for part in paragraphs(words) if part not in text]
                assert not missing, sheet.title


def test_parts_open_in_the_contents_with_their_words_and_worksheets(book):
    opened = 0
    (contents,) = (node for node in book.tree.all("Sect") if node.title == "What is in each part")
    heard = squeezed(contents.text)
    for values, node in zip(_load()["parts"], book.tree.kids, strict=True):
        assert node.title == bare(values["title"])
        if values.get("opening") == "false":
            continue
        opened += 1
        for words in (f"Part {opened} – {values['title']}", values["intro"]):
            assert squeezed(bare(words)) in heard
        for number, sheet in enumerate(values["worksheets"], start=1):
            line = f"{opened}.{number} {bare(sheet['title'])} {sheet['minutes']} min"
            assert squeezed(line) in heard
    assert opened == 6


def test_helplines_of_the_region_are_printed(places):
    values = _load()
    regions = _load(BOOK.with_name(values["helplines"]))["regions"]
    for sheet, node in places:
        for block in sheet.values["blocks"]:
            if "helplines" not in block:
                continue
            code = values["region"] if block["helplines"] == "region" else block["helplines"]
            heard = squeezed(node.text)
            for line in regions[code]["lines"]:
                words = [line["name"], *line["contact"], line["for"], line.get("hours", "")]
                assert all(squeezed(word) in heard for word in words), line["name"]


def test_worksheets_keep_to_their_pages(book, places):
    blank = {mark.page for node in _blanks(book) for mark in node.marks()}
    over = {
        sheet.title: len(set(_pages(node)) - blank)
        for sheet, node in places
        if len(set(_pages(node)) - blank) > int(sheet.values.get("pages", 100))
    }
    assert not over


def test_worksheets_begin_on_pages_of_their_own(places):
    begun = [page for _, node in places for page in _pages(node)]
    assert len(begun) == len(set(begun))


def test_book_has_thirty_pages_or_more(book):
    assert len(book.pages) >= 30


def test_bookmarks_lead_to_parts_and_worksheets(book, places):
    expected = []
    starts = {node.title: _pages(node)[0] for _, node in places}
    numbered = [int(values.get("opening") != "false") for values in _load()["parts"]]
    for part, level in zip(book.tree.kids, numbered, strict=True):
        if level:
            expected.append((0, part.title, starts[part.kids[0].title]))
        expected += [
            (level, kid.title, starts[kid.title]) for kid in part.kids if kid.tag == "Sect"
        ]
    document = pypdfium2.PdfDocument(book.pdf)
    found = [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]
    document.close()
    assert found == expected


def test_contents_lines_lead_to_their_titles(book, places):
    lines = book.tree.all("TOCI")
    assert len(lines) >= len([1 for sheet, _ in places if _is_listed(sheet)])
    headings = [
        (heading.text.strip(), mark.page)
        for heading in book.tree.all("H1", "H2")
        for mark in heading.marks()
    ]
    starts = {node.title: _pages(node)[0] for _, node in places}
    # A part without a page of its own is where its first worksheet is.
    starts |= {part.title: starts[part.kids[0].title] for part in book.tree.kids}
    for line in lines:
        (target,) = line.targets()
        title = target.contents.rpartition(", page ")[0]
        page = int(target.leads_to.removeprefix("page ")) - 1
        words = [mark.text.strip() for mark in line.marks()]
        assert words[-1] == str(page + 1), title
        assert title in words
        assert (title, page) in headings or starts.get(title) == page, title


def test_every_worksheet_is_in_the_contents(book, places):
    listed = {mark.text.strip() for line in book.tree.all("TOCI") for mark in line.marks()}
    assert {sheet.title for sheet, _ in places if _is_listed(sheet)} <= listed


def test_links_cover_their_line(book):
    for line in book.tree.all("TOCI"):
        (target,) = line.targets()
        left, bottom, right, top = target.rectangle
        for mark in line.marks():
            ink = book.pages[mark.page].by_mcid()[mark.mcid].extents
            assert left <= ink[0] + 0.1
            assert ink[2] <= right + 0.1
            assert bottom <= ink[1] + 1
            assert ink[3] <= top + 1


def test_feet_bear_the_short_title_the_licence_and_the_number(book, places):
    short = squeezed(_load()["short_title"] + _load()["licence"])
    bare_pages = {_pages(node)[0] for sheet, node in places if sheet.cover}
    bare_pages |= {mark.page for node in _blanks(book) for mark in node.marks()}
    for number, page in enumerate(book.pages):
        foot = "".join(s.text for s in page.sequences if s.subtype == "/Footer")
        assert squeezed(foot) == ("" if number in bare_pages else f"{short}{number + 1}")


def test_page_labels_are_the_printed_numbers(book):
    labels = book.file.Root.get("/PageLabels")
    if labels is not None:
        assert [page.label for page in book.file.pages] == [
            str(number) for number in range(1, len(book.pages) + 1)
        ]


def test_the_subject_is_not_told_at_the_foot_or_on_the_cover(book, places):
    title = squeezed(bare(_load()["title"]))
    feet = [s.text for page in book.pages for s in page.sequences if s.artifact]
    covers = [node.text for sheet, node in places if sheet.cover]
    assert not [words for words in feet + covers if title in squeezed(words)]
