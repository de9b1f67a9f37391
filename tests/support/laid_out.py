"""A book written in a test, laid out and drawn: the one place that knows how that is asked for."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml

from support.builds import DAY
from workbook.choices.choices import Choices
from workbook.content.reader import read_file
from workbook.making import pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.making.pipeline import Layout

Book = dict[str, Any]


def lay_out(
    book: Book | str, *, beside: Mapping[str, str] | None = None, **choices: object
) -> Layout:
    """`book` on placed pages; `beside` are texts of files by their names, `choices` its options."""
    with TemporaryDirectory() as folder:
        return lay_out_file(_written(Path(folder), book, beside), **choices)


def pdf_of(
    book: Book | str, *, beside: Mapping[str, str] | None = None, **choices: object
) -> bytes:
    """`book` as a PDF."""
    with TemporaryDirectory() as folder:
        return pipeline.build(_written(Path(folder), book, beside), _chosen(choices)).pdf


def lay_out_file(path: Path, **choices: object) -> Layout:
    """The book in a file on placed pages."""
    chosen = _chosen(choices)
    return pipeline.lay_out(read_file(path), chosen, pipeline.practice_of(chosen))


def pdf_of_file(path: Path, **choices: object) -> bytes:
    """The book in a file as a PDF."""
    return pipeline.build(path, _chosen(choices)).pdf


def one_part(*worksheets: Book, **more: Any) -> Book:
    """A book of one part that has no opening; `more` are keys of the book."""
    part = {"title": "A part", "opening": False, "worksheets": list(worksheets)}
    return {"title": "A book", **more, "parts": [part]}


def _chosen(choices: Mapping[str, Any]) -> Choices:
    return Choices(**{"date": DAY, **choices})


def _written(folder: Path, book: Book | str, beside: Mapping[str, str] | None) -> Path:
    for name, text in (beside or {}).items():
        (folder / name).write_text(text, "utf-8")
    path = folder / "book.yaml"
    text = book if isinstance(book, str) else yaml.safe_dump(book, sort_keys=False, width=10_000)
    path.write_text(text, "utf-8")
    return path
