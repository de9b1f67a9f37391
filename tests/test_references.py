"""What names another worksheet tells the page where it really is, on paper and for a listener."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from support.builds import BOOK, DAY, PAPERS, Built, laid_out
from workbook.choices.choices import Choices
from workbook.cli import main
from workbook.content.reader import read_file
from workbook.errors import ContentError
from workbook.making.pipeline import build

TOLD = re.compile(r"\((?:page|página)\s(\d+)\)$")
BOOKS = (BOOK, BOOK.with_name("content.es.yaml"))


def _book(*blocks: object, **more: object) -> dict:
    first = {"id": "one", "title": "Number one", "blocks": list(blocks), **more}
    second = {
        "id": "two",
        "title": "The *second*",
        "sensitive": "true",
        "blocks": [{"text": "Words."}],
    }
    parts = [{"title": "A part", "opening": "none", "worksheets": [first, second]}]
    return {"title": "A book", "parts": parts}


def _written(folder: Path, book: dict, name: str = "book.yaml") -> Path:
    path = folder / name
    path.write_text(yaml.safe_dump(book, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def _read(folder: Path, book: dict, **choices: object) -> Built:
    path = _written(folder, book)
    target = folder / "out.pdf"
    target.write_bytes(build(path, Choices(paper="letter", date=DAY, **choices)).pdf)
    return Built(path, "letter", target)


def _links(built: Built) -> list[str]:
    return [" ".join(node.text.split()) for node in built.tree.all("Link")]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_books_references_tell_the_page_of_what_they_name(tmp_path, path, paper, large):
    edition = Choices(paper=paper, date=DAY, type="large" if large else None)
    target = tmp_path / "book.pdf"
    target.write_bytes(build(path, edition).pdf)
    pages = {page.section.key: page.number for page in laid_out(path, edition).pages if page.first}
    titles = {
        re.sub(r"\W+", " ", worksheet.title.plain).strip(): pages[worksheet.id]
        for worksheet in read_file(path).book.worksheets
    }
    built = Built(path, paper, target)
    links = [node for node in built.tree.all("Link") if TOLD.search(node.text.strip())]
    assert len(links) > 15
    for link in links:
        number = TOLD.search(link.text.strip())[1]
        named = re.sub(r"\W+", " ", TOLD.sub("", link.text.strip())).strip()
        assert titles[named] == int(number)
        assert {target.leads_to for target in link.targets()} == {f"page {number}"}


def test_a_title_is_taken_from_the_book(tmp_path):
    text = "Read [](#two) or [the other](#two). Or [**it**](#two)."
    built = _read(tmp_path, _book({"text": text}))
    assert _links(built) == ["“The second” (page 3)", "the other (page 3)", "it (page 3)"]
    told = [target.contents for node in built.tree.all("Link") for target in node.targets()]
    assert list(dict.fromkeys(told)) == ["“The second”, page 3", "the other, page 3", "it, page 3"]


@pytest.mark.parametrize(
    "block",
    [
        {"callout": "- [](#two)"},
        {"prompt": "What of [](#two)?"},
        {"checklist": ["[](#two)"]},
        {"comparison": ["A", "B"], "rows": {"[](#two)": ["a", "b"]}},
        {"comparison": ["A", "B"], "rows": {"C": ["a", "b [](#two)"]}},
        {"questions": {"Why [](#two)?": "Because [](#two)."}},
        {"steps": ["[](#two)"]},
        {"letter": "Dear [](#two)"},
        {"selfcheck": ["[](#two)"], "columns": ["no", "yes"]},
    ],
    ids=lambda block: next(iter(block)),
)
def test_it_may_stand_in_any_words_of_a_worksheet(tmp_path, block):
    built = _read(tmp_path, _book(block, aim="As [](#two).", stop="Not [](#two)."))
    assert len(_links(built)) >= 3
    assert set(_links(built)) == {"“The second” (page 3)"}
    assert "888" not in built.tree.text


def test_words_of_a_figure_print_it_and_lead_nowhere(tmp_path):
    """All ink of a figure is one sequence, so there is no Link inside."""
    rings = ["[](#two)", "[a log](https://example.org)", "[hola]{lang=es}"]
    built = _read(tmp_path, _book({"rings": rings}))
    assert built.tree.all("Link", "Span") == []
    (figure,) = built.tree.all("Figure")
    text = re.sub(r"\s+", "", figure.text)
    assert all(words in text for words in ("“Thesecond”(page3)", "alog", "hola"))


def test_copies_are_told_by_the_first(tmp_path):
    built = _read(tmp_path, _book({"text": "[](#two)"}), repeat=(("one", 2), ("two", 3)))
    pages = {page.strip() for page in re.findall(r"\(page\s(\d+)\)", built.tree.text)}
    first = next(
        number
        for number, page in enumerate(built.pages, start=1)
        if any("The" in words.text for words in page.words()) and number > 2
    )
    assert pages == {str(first)}


def test_what_is_left_out_is_named_in_plain_words(tmp_path):
    built = _read(tmp_path, _book({"text": "Read [](#two) or [it](#two)."}), sensitive=False)
    assert built.tree.all("Link") == []
    assert "Read “The second” or it." in built.tree.text


def test_it_says_that_pages_still_name_what_was_left_out(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _written(tmp_path, _book({"text": "Read [](#two)."}))
    for options, told in [(["--no-sensitive"], True), (["--without", "two"], False), ([], False)]:
        said = CliRunner().invoke(main, ["build", "book.yaml", *options]).stdout
        assert ("its pages still name “The second”" in said) == told


def test_a_discreet_file_tells_only_the_page_outside_its_pages(tmp_path):
    built = _read(tmp_path, _book({"text": "Read [](#two)."}), discreet=True)
    (link,) = built.tree.all("Link")
    assert [target.contents for target in link.targets()] == ["page 3"]


@pytest.mark.parametrize(
    ("book", "words"),
    [
        (_book({"text": "x [](#tow)"}), "there is no worksheet `tow` to refer to"),
        (_book({"text": "x [](https://a.org)"}), "a link needs words"),
        (_book({"text": "x [a](#)"}), "a link can't lead to `#`"),
        (_book({"text": "x"}, title="See [](#two)"), "no reference to a worksheet can stand here"),
        ({**_book({"text": "x"}), "licence": "[](#two)"}, "no reference to a worksheet can stand"),
    ],
    ids=["unknown", "no words", "nowhere", "title", "licence"],
)
def test_a_wrong_one_is_told_with_its_place(tmp_path, book, words):
    path = _written(tmp_path, book)
    with pytest.raises(ContentError) as caught:
        build(path, Choices(paper="letter", date=DAY))
    (problem,) = caught.value.problems
    line = path.read_text("utf-8").splitlines()[problem.place.line - 1]
    assert words in str(problem)
    assert "[" in line
    if "tow" in line:
        assert "did you mean `two`?" in str(problem)


def test_helplines_can_hold_none(tmp_path):
    line = {"name": "A", "contact": ["1"], "hours": "24/7", "for": "[](#two)"}
    line |= {"verified": "2026-11-23", "source": "a.org"}
    regions = {"regions": {"us": {"name": "Here", "lines": [line]}}}
    _written(tmp_path, regions, "numbers.yaml")
    book = {**_book({"helplines": "region"}), "region": "us", "helplines": "numbers.yaml"}
    with pytest.raises(ContentError, match="no reference to a worksheet can stand here"):
        build(_written(tmp_path, book), Choices(paper="letter", date=DAY))
