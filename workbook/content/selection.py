"""Part of a book: some worksheets, all but some, or those without the sensitive ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workbook.blocks.helplines import Helplines
from workbook.content.book import Part
from workbook.content.problems import did_you_mean
from workbook.errors import ChoiceError

if TYPE_CHECKING:
    from collections.abc import Collection

    from workbook.content.book import Book, EditionEntry
    from workbook.layout.markup import Words


class Choice(Protocol):
    """What chooses worksheets: an edition from the command line, or one of the book's own."""

    @property
    def only(self) -> Collection[str] | None: ...  # noqa: D102
    @property
    def without(self) -> Collection[str]: ...  # noqa: D102
    @property
    def sensitive(self) -> bool: ...  # noqa: D102


def select(book: Book, choice: Choice, title: Words | None = None) -> Book:
    """`book` with the chosen worksheets; raises ChoiceError for unknown ids and for none left.

    Chosen by `only`, worksheets stand alone, in the order chosen and without part openings,
    under `title` or the book's neutral one.
    """
    worksheets = {sheet.id: sheet for part in book.parts for sheet in part.worksheets}
    for chosen in (*(choice.only or ()), *choice.without):
        if chosen not in worksheets:
            raise ChoiceError(
                f"there is no worksheet `{chosen}`", did_you_mean(chosen, list(worksheets))
            )
    kept = {
        name
        for name, sheet in worksheets.items()
        if name not in choice.without and (choice.sensitive or not sheet.sensitive)
    }
    if choice.only:
        alone = tuple(worksheets[name] for name in dict.fromkeys(choice.only) if name in kept)
        parts = [
            Part.model_construct(
                title=title or book.foot_title, intro=None, opening=False, worksheets=alone
            )
        ]
    else:
        parts = [
            part.model_copy(
                update={"worksheets": tuple(sheet for sheet in part.worksheets if sheet.id in kept)}
            )
            for part in book.parts
        ]
    parts = [part for part in parts if part.worksheets]
    if not parts:
        raise ChoiceError("no worksheet is left", "choose fewer to leave out")
    return book.model_copy(update={"parts": tuple(parts)})


def with_numbers(book: Book) -> Book:
    """`book` with the first helplines named in small print at its end, unless it has them."""
    worksheets = [worksheet for part in book.parts for worksheet in part.worksheets]
    if any(isinstance(block, Helplines) for sheet in worksheets for block in sheet.blocks):
        return book
    *others, part = book.parts
    *before, last = part.worksheets
    numbers = Helplines(brief=True)
    ended = last.model_copy(update={"blocks": (*last.blocks, numbers)})
    part = part.model_copy(update={"worksheets": (*before, ended)})
    return book.model_copy(update={"parts": (*others, part)})


def edition_entry(book: Book, name: str) -> EditionEntry:
    """The book's edition of that name; raises ChoiceError when there is none."""
    if name not in book.editions:
        names = list(book.editions)
        remedy = did_you_mean(name, names) if names else "the book has no `editions:`"
        raise ChoiceError(f"there is no edition `{name}`", remedy)
    return book.editions[name]
