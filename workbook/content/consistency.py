"""What no single field of a book can tell: that its parts fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.language import languages
from workbook.content.characters import obstacle_to_setting
from workbook.content.faults import problems_of
from workbook.errors import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbook.blocks.regions import Region
    from workbook.content.book import Book
    from workbook.content.source import Source


def book_problems(book: Book, source: Source) -> Iterator[Problem]:
    """A language without words, an id taken twice, an opening or an edition that has nothing."""
    if book.language not in languages():
        why = obstacle_to_setting(book.language)
        yield Problem(
            source.place(("language",)),
            why or f"there are no words for the language `{book.language}`",
            did_you_mean("" if why else book.language, languages()),
        )
    seen: dict[str, int] = {}
    has_openings = any(
        block.opens_parts for worksheet in book.worksheets for block in worksheet.blocks
    )
    for p, part in enumerate(book.parts):
        if part.opening == "contents" and not has_openings:
            yield Problem(
                source.place(("parts", p, "opening")),
                "this part opens in the contents, and the book has none for it",
                "add a worksheet with `- contents: openings`, or write `opening: page`",
            )
        for w, worksheet in enumerate(part.worksheets):
            place = source.place(("parts", p, "worksheets", w, "id"))
            if worksheet.id in seen:
                yield Problem(
                    place,
                    f"the id `{worksheet.id}` is taken (line {seen[worksheet.id]})",
                    "give each worksheet an id of its own",
                )
            seen.setdefault(worksheet.id, place.line)
    for name, entry in book.editions.items():
        for field in ("only", "without"):
            for number, chosen in enumerate(getattr(entry.choices, field)):
                if chosen not in seen and entry.content is None:
                    yield Problem(
                        source.place(("editions", name, field, number)),
                        f"there is no worksheet `{chosen}`",
                        did_you_mean(chosen, seen),
                    )


def unknown_regions(book: Book, source: Source, regions: Mapping[str, Region]) -> Iterator[Problem]:
    """Regions that a book names and its helplines don't have."""
    if book.region is not None and regions and book.region not in regions:
        what = f"there are no helplines for the region `{book.region}`"
        yield Problem(source.place(("region",)), what, did_you_mean(book.region, regions))
    for p, part in enumerate(book.parts):
        for w, worksheet in enumerate(part.worksheets):
            for b, block in enumerate(worksheet.blocks):
                base = ("parts", p, "worksheets", w, "blocks", b)
                yield from problems_of(block.unmet(regions, book.region), source, base)
