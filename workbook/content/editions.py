"""The editions that a book names: what each holds, and whether it can be built at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.clashes import faults_of
from workbook.content.files import UnreadableError
from workbook.errors import AsKeys, ChoiceError, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.choices.choices import Choices
    from workbook.content.book import Book, EditionEntry, Worksheet
    from workbook.content.files import Files
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


def edition_faults(book: Book, source: Source, files: Files) -> Iterator[Problem]:
    """Editions whose choices exclude each other, whose file can't be read, or that hold nothing."""
    for name, entry in book.editions.items():
        for fault in faults_of(entry.choices):
            what, remedy = fault.parts(AsKeys())
            first = fault.choices[0].name if fault.choices else ""
            told = f"the edition `{name}` can't be built: {what}"
            yield Problem(source.place(("editions", name, first), key=True), told, remedy)
        if entry.content is not None:
            try:
                files.look(entry.content)
            except UnreadableError as error:
                place = source.place(("editions", name, "content"))
                yield Problem(place, *_not_read(entry.content, error))
        elif not kept(book.worksheets, entry.choices):
            place = source.place(("editions", name))
            yield Problem(place, f"no worksheet is left in the edition `{name}`", "leave out fewer")


def _not_read(name: str, error: UnreadableError) -> tuple[str, str]:
    match error.why:
        case "absent":
            return f"there is no file `{name}`", "check its name"
        case "elsewhere":
            return f"`{name}` is a link to another folder", "copy the file itself here"
        case "folder":
            return f"`{name}` is a folder", "name the YAML file inside it, beside this file"
        case _:
            said = error.said or "it is no ordinary file"
            return f"`{name}` can't be read: {said}", "check the name and the rights"
