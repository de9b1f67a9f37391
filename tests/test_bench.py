"""The benchmark still measures what it says; how long that takes is nobody's business here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from workbook.content.files import Memory
from workbook.content.reader import read

BENCH = Path(__file__).parent.parent / "bench"
SMALL = "title: Small\nparts:\n  - title: One\n    worksheets:\n"
SMALL += "      - id: a\n        title: A\n        blocks: [prompt: What?]\n"


@pytest.fixture(autouse=True)
def _its_modules(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))


def _child(name: str, folder: Path) -> str:
    book = folder / "book.yaml"
    book.write_text(SMALL, "utf-8")
    command = [sys.executable, "-I", BENCH / name, book, "-o", folder / "book.pdf"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_each_phase_is_met_in_a_build(tmp_path):
    said = [line.split("\t") for line in _child("stopwatch.py", tmp_path).splitlines()]
    phases = {line[0]: float(line[1]) for line in said if len(line) == 2}
    never = {
        phase
        for phase, seconds in phases.items()
        if seconds <= 0 and not phase.startswith("imports: ")
    }
    assert len(phases) > 15
    assert not never
    assert all(phases[f"imports: {package}"] > 0 for package in ("click", "reportlab", "workbook"))


def test_the_untagged_file_has_no_marks_and_the_same_words(tmp_path):
    _child("untagged.py", tmp_path)
    with pypdfium2.PdfDocument(tmp_path / "book.pdf") as pdf:
        words = pdf[1].get_textpage().get_text_range()
        marks = [pypdfium2.raw.FPDFPageObj_CountMarks(drawn) for drawn in pdf[1].get_objects()]
    assert "What?" in words
    assert marks
    assert not any(marks)


def test_a_repeated_book_has_its_numbered_parts_over_and_over():
    from manuscript import BOOK, Manuscript

    once = Manuscript.read(BOOK)
    numbered = sum(bool(number) for number, _ in once.parts())
    book = read(once.repeated(3).text(), Memory({})).book
    assert len(book.parts) == len(once.values["parts"]) + 2 * numbered
    assert book.title.plain == once.values["title"]
    assert book.parts[-1].worksheets[-1].blocks == (
        read(BOOK.read_text("utf-8"), Memory({})).book.parts[-1].worksheets[-1].blocks
    )


def test_books_made_to_grow_are_books():
    from made_books import GROWING, one_worksheet, small_worksheets

    for what in GROWING:
        (part,) = read(one_worksheet(what, 3), Memory({})).book.parts
        assert len(part.worksheets) == 1
    (part,) = read(small_worksheets(5), Memory({})).book.parts
    assert len(part.worksheets) == 5
