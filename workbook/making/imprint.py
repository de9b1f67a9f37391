"""A practice's name on its copies: on the cover, at the head of pages, in the foot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.matter.letterhead import Letterhead
from workbook.matter.running import RunningHead, RunningMatter

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.choices.choices import Choices
    from workbook.choices.ink import InkName
    from workbook.choices.sheet import Sheet
    from workbook.content.book import Book
    from workbook.content.practice import Imprint
    from workbook.layout.box import Box
    from workbook.pictures.picture import Picture


# Stands for a practice that was read from anywhere.
_FILE = Path("practice.yaml")


def in_ink(logo: Picture | None, ink: InkName) -> Picture | None:
    """A logo as an ink can print it."""
    if logo is None or ink == "colour":
        return logo
    return logo.in_grey() if ink == "grey" else logo.in_copy()


def has_head(book: Book, imprint: Imprint | None) -> bool:
    """Whether pages need room for a practice's name: where it asks, or without a cover."""
    return imprint is not None and (imprint.practice.header or not has_cover(book))


def wishes(imprint: Imprint) -> Choices:
    """What a practice chooses for its copies where nobody else does; that it is one among them."""
    return imprint.practice.choices.replace(practice=_FILE).at("the practice's file")


def has_cover(book: Book) -> bool:
    """Whether any worksheet of the book is a cover."""
    return any(worksheet.is_cover for worksheet in book.worksheets)


def letterhead(
    imprint: Imprint | None, logo: Picture | None, sheet: Sheet
) -> Callable[[float], Box] | None:
    """Makes what a cover bears of a practice, once for each cover."""
    if imprint is None:
        return None
    practice = imprint.practice
    return lambda above: Letterhead(
        practice.name.spans,
        sheet,
        address=[line.spans for line in practice.address],
        phone=practice.phone.spans if practice.phone else (),
        web=practice.web.spans if practice.web else (),
        logo=logo,
        above=above,
    )


def running_matter(
    book: Book, imprint: Imprint | None = None, logo: Picture | None = None
) -> RunningMatter:
    """Foot and head of the pages; a practice has its own licence line, and a head where asked.

    In a file without a cover the first page at least says whose copy it is.
    """
    if imprint is None:
        return RunningMatter(book.foot_title, book.licence)
    practice = imprint.practice
    head = None
    if has_head(book, imprint):
        head = RunningHead(practice.name.spans, logo, first_only=not practice.header)
    return RunningMatter(book.foot_title, practice.licence or book.licence, head)
