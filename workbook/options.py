"""Options that several commands take, and how they become an `Edition`."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

PAPERS = ("letter", "a4")
REGIONS = ("us", "ca", "uk", "ie", "au", "nz", "in", "za", "world")

CONTENT = click.argument("content", required=False, type=click.Path(path_type=Path))
_paper = click.option(
    "--paper", type=click.Choice(PAPERS), default="letter", show_default=True, help="The paper."
)
DATE = click.option(
    "--date",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The build's date, as 2026-11-23; today when left out. Same date, same bytes.",
)
_choices = (
    _paper,
    click.option("--edition", "name", metavar="NAME", help="One of the book's own editions."),
    click.option("--only", metavar="ID,…", help="Only these worksheets, without part openings."),
    click.option("--without", metavar="ID,…", help="All worksheets but these."),
    click.option(
        "--no-sensitive",
        "sensitive",
        is_flag=True,
        default=True,
        flag_value=False,
        help="Leave out the worksheets marked as sensitive.",
    ),
    click.option("--region", type=click.Choice(REGIONS), help="Whose helplines to print."),
    click.option(
        "--type",
        "type_size",
        type=click.Choice(["standard", "large"]),
        default="standard",
        show_default=True,
        help="Large print: 18 pt type, write lines 12 mm apart.",
    ),
    click.option(
        "--two-sided",
        is_flag=True,
        help="For printing on both sides: parts start on the right, tear-outs have blank backs.",
    ),
    DATE,
)


def with_choices(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that make an edition; the command gets them as `edition`."""

    @wraps(command)
    def wrapped(
        paper: str,
        name: str | None,
        only: str | None,
        without: str | None,
        sensitive: bool,
        region: str | None,
        type_size: str,
        two_sided: bool,
        on: Any,
        **others: Any,
    ) -> None:
        from workbook.editions.edition import Edition

        edition = Edition(
            paper=paper,
            on=on.date() if on else None,
            name=name,
            only=_identifiers(only),
            without=_identifiers(without),
            sensitive=sensitive,
            region=region,
            large=type_size == "large",
            two_sided=two_sided,
        )
        command(edition=edition, **others)

    for option in reversed(_choices):
        wrapped = option(wrapped)
    return wrapped


def _identifiers(given: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in given.split(",") if part.strip()) if given else ()
