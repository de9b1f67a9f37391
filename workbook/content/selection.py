"""Part of a book: some worksheets, all but some, or those without the sensitive ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.content.problems import did_you_mean
from workbook.errors import ChoiceError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from workbook.content.book import Book, EditionEntry, Part


def select(
    book: Book,
    *,
    only: Collection[str] = (),
    without: Collection[str] = (),
    sensitive: bool = True,
) -> Book:
    """`book` with the chosen worksheets; raises ChoiceError for unknown ids and for none left.

    Chosen by `only`, worksheets stand alone: parts lose their opening pages.
    """
    known = [worksheet.id for part in book.parts for worksheet in part.worksheets]
    for chosen in (*only, *without):
        if chosen not in known:
            raise ChoiceError(f"there is no worksheet `{chosen}`", did_you_mean(chosen, known))
    parts = []
    for part in book.parts:
        worksheets = tuple(
            worksheet
            for worksheet in part.worksheets
            if (not only or worksheet.id in only)
            and worksheet.id not in without
            and (sensitive or not worksheet.sensitive)
        )
        if worksheets:
            parts.append(_part(part, worksheets, opening=part.opening and not only))
    if not parts:
        raise ChoiceError("no worksheet is left", "choose fewer to leave out")
    return book.model_copy(update={"parts": tuple(parts)})


def _part(part: Part, worksheets: Iterable[object], *, opening: bool) -> Part:
    return part.model_copy(update={"worksheets": tuple(worksheets), "opening": opening})


def edition_entry(book: Book, name: str) -> EditionEntry:
    """The book's edition of that name; raises ChoiceError when there is none."""
    if name not in book.editions:
        names = list(book.editions)
        remedy = did_you_mean(name, names) if names else "the book has no `editions:`"
        raise ChoiceError(f"there is no edition `{name}`", remedy)
    return book.editions[name]
