"""`workbook info`: what printing a book takes."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.choices.clashes import check_choices
from workbook.choices.ink import INKS
from workbook.cli.options import CONTENT, with_choices
from workbook.cli.terminal import chosen, progress_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.choices.choices import Choices
    from workbook.choices.ink import InkName
    from workbook.content.practice import Imprint
    from workbook.content.reader import Content
    from workbook.making.drawing import Progress


@click.command()
@CONTENT
@with_choices()
def info(content: Path | None, choices: Choices) -> None:
    """Tell what printing takes: pages, sheets on one side and on two, ink page by page.

    Ends with the ink (colour, grey or copy) that takes least. Writes nothing.
    """
    from workbook.pictures.installed import require_pictures

    require_pictures("info")
    from workbook.content.reader import read_file
    from workbook.making.pipeline import practice_of

    check_choices(choices)
    book = read_file(chosen(content))
    with progress_of("Measuring ink") as progress:
        lines = list(_lines(book, choices, practice_of(choices), progress))
    for line in lines:
        click.echo(line)


def _lines(
    content: Content, choices: Choices, practice: Imprint | None, progress: Progress
) -> Iterator[str]:
    """Pages and sheets, the ink of each page and of all, and the ink that takes least.

    Coverage is how much of the paper is black, a grey counting for its darkness.
    """
    from workbook.making.counts import counted

    measured = _Measured(content, choices, practice, progress)
    pages, inks, own = measured.pages, measured.inks, measured.own
    yield f"{measured.title}: {counted(len(pages), 'page')} of {_size(choices)}"
    yield f"sheets: {_sheets(len(pages), choices)}"
    yield f"ink: {own}, {_percent(sum(inks[own]) / len(pages))} of a page on average"
    for (number, what), share in zip(pages, inks[own], strict=True):
        yield f"  {number:>4}  {_percent(share):>6}  {what}"
    yield "in all (full black pages)"
    for name, shares in inks.items():
        yield f"  {name:<6}  {sum(shares):.3f}"
    lightest = min(inks, key=lambda name: sum(inks[name]))
    yield f"lightest: --ink {lightest}"


class _Measured:
    """A book's title, its pages and the coverage of each in each ink, and the ink that holds.

    Each ink is laid out anew, since what is soft has another face for the copier. Only one
    layout or file is in memory at a time.
    """

    def __init__(
        self, content: Content, choices: Choices, practice: Imprint | None, progress: Progress
    ) -> None:
        from workbook.content.editions import chosen_in
        from workbook.finishing.ink import page_coverages

        self.pages: list[tuple[int, str]] = []
        self.inks: dict[InkName, list[float]] = {}
        for place, ink in enumerate(INKS):
            pdf = self._drawn(content, choices.replace(ink=ink), practice)
            # Boxes and elements know each other, so that they don't go by themselves.
            gc.collect()
            self.inks[ink] = []
            for coverage in page_coverages(pdf):
                self.inks[ink].append(coverage)
                done = place * len(self.pages) + len(self.inks[ink])
                progress(done, len(INKS) * len(self.pages))
        self.own: InkName = chosen_in(content.book, choices).ink

    def _drawn(self, content: Content, choices: Choices, practice: Imprint | None) -> bytes:
        from workbook.making.pipeline import draw, lay_out

        layout = lay_out(content, choices, practice)
        self.title = layout.book.title.plain
        self.pages = [
            (page.number, "blank" if page.blank else page.section.key) for page in layout.pages
        ]
        return draw(layout)


def _size(choices: Choices) -> str:
    page, paper = choices.page, choices.paper
    return paper if page.name == paper else f"{page.name}, two on {paper}"


def _sheets(pages: int, choices: Choices) -> str:
    from workbook.finishing.saddle_stitch import signatures
    from workbook.making.products import signatures_of

    if choices.imposition == "booklet":
        sizes = signatures(pages, choices.signature)
        return f"{sum(sizes)} two-sided, folded {signatures_of(sizes)}"
    shared = -(-pages // 2) if choices.imposition == "2up" else pages
    return f"{shared} one-sided, {-(-shared // 2)} two-sided"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
