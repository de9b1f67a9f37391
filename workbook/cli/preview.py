"""`workbook preview`: pages as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.choices.clashes import check_choices
from workbook.cli.options import CONTENT, with_choices
from workbook.cli.terminal import chosen, progress_of

if TYPE_CHECKING:
    from workbook.choices.choices import Choices


@click.command()
@CONTENT
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    default="output/preview/",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where the pictures go.",
)
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=80, show_default=True, help="Dots per inch."
)
@with_choices()
def preview(content: Path | None, output: Path, dpi: int, choices: Choices) -> None:
    """Write each page as a PNG, and one contact sheet of them all."""
    from workbook.pictures.installed import require_pictures

    require_pictures("preview")
    from workbook.content.reader import read_file
    from workbook.finishing.preview import contact_sheet, page_pictures, png, thumbnail
    from workbook.finishing.whole import write_whole
    from workbook.making.pipeline import practice_of
    from workbook.making.products import products

    check_choices(choices)
    book = read_file(chosen(content))
    # Of a booklet the sheets as they are printed.
    product = next(products(book, choices, practice_of(choices)))
    name = product.name
    small = []
    with progress_of("Rendering pages") as progress:
        for number, picture in enumerate(page_pictures(product.pdf, dpi), start=1):
            write_whole(output / f"{name}-{number:03d}.png", png(picture))
            small.append(thumbnail(picture))
            progress(number, product.sides)
    sheet = output / f"{name}-contact-sheet.png"
    write_whole(sheet, png(contact_sheet(small)))
    click.echo(f"{output / name}-001.png to -{product.sides:03d}.png, and {sheet}")
