"""What printing a book takes: pages, sheets and ink, as lines for a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from workbook.choices.ink import InkName
from workbook.finishing.ink import page_inks
from workbook.finishing.saddle_stitch import signatures
from workbook.making.drawing import quiet
from workbook.making.pipeline import build, lay_out
from workbook.making.products import signatures_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbook.choices.choices import Edition
    from workbook.making.drawing import Progress


def info(path: Path, edition: Edition, progress: Progress = quiet) -> Iterator[str]:
    """Pages and sheets, the ink of each page and of all, and the ink that takes least.

    Coverage is how much of the paper is black, a grey counting for its darkness.
    """
    layout = lay_out(path, edition)
    count = len(layout.pages)
    inks: dict[InkName, list[float]] = {}
    names: tuple[InkName, ...] = get_args(InkName)
    for place, name in enumerate(names):
        pdf = build(path, replace(edition, ink=name)).pdf
        inks[name] = []
        for measured in page_inks(pdf):
            inks[name].append(measured.coverage)
            progress(place * count + len(inks[name]), len(names) * count)
    yield f"{layout.book.title.plain}: {count} pages of {_size(edition)}"
    yield f"sheets: {_sheets(count, edition)}"
    yield f"ink: {layout.ink}, {_percent(sum(inks[layout.ink]) / count)} of a page on average"
    for page, share in zip(layout.pages, inks[layout.ink], strict=True):
        what = "blank" if page.blank else page.section.key
        yield f"  {page.number:>4}  {_percent(share):>6}  {what}"
    yield "in all (full black pages)"
    for name, shares in inks.items():
        yield f"  {name:<6}  {sum(shares):.3f}"
    lightest = min(inks, key=lambda name: sum(inks[name]))
    yield f"lightest: --ink {lightest}"


def _size(edition: Edition) -> str:
    page = edition.page
    return edition.paper if page.name == edition.paper else f"{page.name}, two on {edition.paper}"


def _sheets(pages: int, edition: Edition) -> str:
    if edition.imposition == "booklet":
        sizes = signatures(pages, edition.folding.signature)
        return f"{sum(sizes)} two-sided, folded {signatures_of(sizes)}"
    shared = -(-pages // 2) if edition.imposition == "2up" else pages
    return f"{shared} one-sided, {-(-shared // 2)} two-sided"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
