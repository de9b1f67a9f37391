"""What is in a laid-out book, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.making.pipeline import Layout


def contents_list(layout: Layout) -> Iterator[str]:
    """A line for each part and worksheet (page, id, minutes, title), then the editions."""
    first = {page.section.key: page.number for page in layout.pages if page.first}
    worksheets = layout.book.worksheets
    widest = max(len(worksheet.id) for worksheet in worksheets)
    yield f"{layout.book.title.plain}: {len(layout.pages)} pages, {len(worksheets)} worksheets"
    for part in layout.book.parts:
        yield ""
        yield part.title.plain
        for worksheet in part.worksheets:
            minutes = f"{worksheet.minutes} min" if worksheet.minutes else ""
            star = "*" if worksheet.sensitive else " "
            yield (
                f"  {first[worksheet.id]:>4} {star} {worksheet.id:<{widest}}  {minutes:>7}  "
                f"{worksheet.title.plain}"
            )
    editions = layout.content.book.editions
    if editions:
        yield ""
        yield "Editions (--edition NAME)"
        width = max(map(len, editions))
        for name, entry in editions.items():
            chosen = entry.content or ", ".join(entry.only or ())
            yield f"  {name:<{width}}  {entry.title.plain}: {chosen}"
