"""The editions that a book names: what each holds, and whether it can be built at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.clashes import faults_of
from workbook.errors import AsKeys, ChoiceError, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workbook.choices.choices import Choices
    from workbook.content.book import Book, EditionEntry, Worksheet
    from workbook.content.source import Source


def kept(worksheets: Iterable[Worksheet], choices: Choices) -> list[Worksheet]:
    """Those that `choices` leave, in the order chosen by `only`, else in their own."""
    only, without, sensitive = choices.only, choices.without, choices.sensitive
    left = [
        worksheet
        for worksheet in worksheets
        if (not only or worksheet.id in only)
        and worksheet.id not in without
        and (sensitive or not worksheet.sensitive)
    ]
    return sorted(left, key=lambda worksheet: only.index(worksheet.id)) if only else left


def edition_entry(book: Book, name: str) -> EditionEntry:
    """The book's edition of that name; raises ChoiceError when there is none."""
    if name not in book.editions:
        names = list(book.editions)
        remedy = did_you_mean(name, names) if names else "the book has no `editions:`"
        raise ChoiceError(f"there is no edition `{name}`", remedy)
    return book.editions[name]


def edition_choices(choices: Choices, name: str, entry: EditionEntry) -> Choices:
    """What a command chose, and where it chose nothing, what the edition of that name says."""
    return choices.over(entry.choices.at(f"the edition `{name}`"))


def chosen_in(book: Book, choices: Choices) -> Choices:
    """`choices` with those of the edition that they name, if any; raises ChoiceError for none."""
    if choices.edition is None:
        return choices
    return edition_choices(choices, choices.edition, edition_entry(book, choices.edition))


def edition_faults(
    book: Book, source: Source, is_there: Callable[[str], bool]
) -> Iterator[Problem]:
    """Editions whose choices exclude each other, whose file isn't there, or that hold nothing."""
    for name, entry in book.editions.items():
        for fault in faults_of(entry.choices):
            what, remedy = fault.parts(AsKeys())
            first = fault.choices[0].name if fault.choices else ""
            told = f"the edition `{name}` can't be built: {what}"
            yield Problem(source.place(("editions", name, first), key=True), told, remedy)
        if entry.content is not None:
            if not is_there(entry.content):
                place = source.place(("editions", name, "content"))
                yield Problem(place, f"there is no file `{entry.content}`", "check its name")
        elif not kept(book.worksheets, entry.choices):
            place = source.place(("editions", name))
            yield Problem(place, f"no worksheet is left in the edition `{name}`", "leave out fewer")
