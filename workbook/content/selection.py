"""What of a book is printed: some worksheets, some several times, pages more at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.content.book import Part, Worksheet
from workbook.content.editions import kept
from workbook.errors import ChoiceError, did_you_mean
from workbook.text.prose import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workbook.choices.choices import Choices
    from workbook.choices.rulings import Ruling
    from workbook.content.book import Book


def require_known(book: Book, choices: Choices) -> None:
    """Raise ChoiceError when `choices` name a worksheet that isn't in `book`."""
    asked = {choice: getattr(choices, choice) for choice in ("only", "without")}
    known = [worksheet.id for worksheet in book.worksheets] if any(asked.values()) else []
    for choice, names in asked.items():
        for name in names:
            if name not in known:
                what = f"there is no worksheet `{name}`"
                raise ChoiceError(what, did_you_mean(name, known), [choices.mention(choice)])


def select(book: Book, choices: Choices, title: Words | None = None) -> Book:
    """`book` with the chosen worksheets; raises ChoiceError when none is left.

    Chosen by `only`, worksheets stand alone, in the order chosen and without part openings,
    under `title` or the book's neutral one.
    """
    if choices.only:
        alone = tuple(kept(book.worksheets, choices))
        parts = [Part(title=title or book.foot_title, opening="none", worksheets=alone)]
    else:
        parts = [
            part.replace(worksheets=tuple(kept(part.worksheets, choices))) for part in book.parts
        ]
    parts = [part for part in parts if part.worksheets]
    if not parts:
        raise ChoiceError("no worksheet is left", "choose fewer to leave out")
    return book.replace(parts=tuple(parts))


def repeat(book: Book, repeats: Iterable[tuple[str, int]]) -> Book:
    """`book` with some worksheets several times in a row; raises ChoiceError for unknown ids."""
    counts = dict(repeats)
    known = [sheet.id for sheet in book.worksheets]
    for chosen in counts:
        if chosen not in known:
            raise ChoiceError(
                f"there is no worksheet `{chosen}` to repeat", did_you_mean(chosen, known)
            )
    return _with_worksheets(
        book, lambda sheets: (s for s in sheets for _ in range(counts.get(s.id, 1)))
    )


def with_extra_pages(book: Book, extras: Iterable[tuple[Ruling, int]], title: str) -> Book:
    """`book` with pages to write on at its end, under `title`: (ruling, how many) each."""
    from workbook.blocks.journal import Journal

    worksheets = tuple(
        Worksheet(
            id=f"extra-{ruling}",
            title=Words.parse(title),
            heading=False,
            blocks=(Journal(journal=ruling, pages=count),),
        )
        for ruling, count in extras
    )
    if not worksheets:
        return book
    part = Part(title=Words.parse(title), opening="none", worksheets=worksheets)
    return book.replace(parts=(*book.parts, part))


def discreet(book: Book, title: str) -> Book:
    """`book` with a cover, a foot and a file that say `title` and nothing else."""
    words = Words.parse(title)

    def neutral(worksheets: Iterable[Worksheet]) -> Iterator[Worksheet]:
        for worksheet in worksheets:
            yield worksheet.replace(blocks=tuple(block.quiet(words) for block in worksheet.blocks))

    book = book.replace(short_title=words, subtitle=None, author=None, licence=None)
    return _with_worksheets(book, neutral)


def _with_worksheets(
    book: Book, change: Callable[[Iterable[Worksheet]], Iterable[Worksheet]]
) -> Book:
    parts = tuple(part.replace(worksheets=tuple(change(part.worksheets))) for part in book.parts)
    return book.replace(parts=parts)


def without_repeated_helplines(book: Book, region: str) -> Book:
    """`book` without helplines of `region` by name where the chosen region's stand already."""

    def once(worksheets: Iterable[Worksheet]) -> Iterator[Worksheet]:
        for worksheet in worksheets:
            blocks = worksheet.blocks
            kept = tuple(block for block in blocks if not block.repeats(blocks, region))
            yield worksheet.replace(blocks=kept)

    return _with_worksheets(book, once)


def with_numbers(book: Book) -> Book:
    """`book` with the first helplines named in small print at its end, unless it has them."""
    from workbook.blocks.helplines import Helplines

    if any(worksheet.has_helplines for worksheet in book.worksheets):
        return book
    *others, part = book.parts
    *before, last = part.worksheets
    numbers = Helplines(brief=True)
    ended = last.replace(blocks=(*last.blocks, numbers))
    part = part.replace(worksheets=(*before, ended))
    return book.replace(parts=(*others, part))
