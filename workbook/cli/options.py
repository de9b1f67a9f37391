"""Options that several commands take, and how they become an `Edition`."""

from __future__ import annotations

from functools import wraps
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from workbook.choices.ink import INKS
from workbook.choices.sheet import PITCHES, Ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook.choices.choices import Edition

PAPERS = ("letter", "a4")
RULINGS = get_args(Ruling)
MOST_PAGES = 100

CONTENT = click.argument("content", required=False, type=click.Path(readable=False, path_type=Path))
PAPER = click.option(
    "--paper",
    metavar="PAPER",
    default="letter",
    show_default=True,
    help="letter, a4, legal, a5, half-letter, or a size such as 170x240mm.",
)
DATE = click.option(
    "--date",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The build's date, as 2026-11-23; today when left out. Same date, same bytes.",
)
TYPE = click.option(
    "--type",
    "type_size",
    type=click.Choice(["standard", "large"]),
    help="Large print: 18 pt type, write lines 12 mm apart. Standard when left out.",
)


def _identifiers(_context: Any, _parameter: Any, given: Sequence[str]) -> tuple[str, ...]:
    """Worksheets' ids, parted by commas; the option may be given again."""
    found = tuple(part.strip() for value in given for part in value.split(",") if part.strip())
    if given and not found:
        raise click.BadParameter("it names no worksheet: write one, or leave the option out.")
    return found


def _counted(_context: Any, parameter: click.Parameter, given: Sequence[str]) -> Any:
    """`NAME=COUNT` pairs; the names of extra pages are rulings."""
    pairs: list[tuple[str, int]] = []
    for value in given:
        name, _, count = value.partition("=")
        if parameter.name == "extras" and name not in RULINGS:
            raise click.BadParameter(f"`{name}` is none of {', '.join(RULINGS)}.")
        if not name or not count.isdecimal() or not 1 <= int(count) <= MOST_PAGES:
            raise click.BadParameter(
                f"write it as `{name or 'urge-log'}=3`, from 1 to {MOST_PAGES}."
            )
        if parameter.name == "repeats" and name in dict(pairs):
            raise click.BadParameter(f"`{name}` is there twice: keep one of them.")
        pairs.append((name, int(count)))
    return tuple(pairs)


_WORKSHEETS = (
    click.option("--edition", "name", metavar="NAME", help="One of the book's own editions."),
    click.option(
        "--only",
        multiple=True,
        callback=_identifiers,
        metavar="ID,…",
        help="Only these worksheets, without part openings.",
    ),
    click.option(
        "--without",
        multiple=True,
        callback=_identifiers,
        metavar="ID,…",
        help="All worksheets but these.",
    ),
    click.option(
        "--no-sensitive",
        "sensitive",
        is_flag=True,
        default=True,
        flag_value=False,
        help="Leave out the worksheets marked as sensitive.",
    ),
    click.option(
        "--repeat",
        "repeats",
        callback=_counted,
        multiple=True,
        metavar="ID=COUNT",
        help="A worksheet so many times, such as urge-log=3; may be given again.",
    ),
    click.option(
        "--extra-pages",
        "extras",
        callback=_counted,
        multiple=True,
        metavar="RULING=COUNT",
        help="Pages to write on at the end, such as ruled=10; ruled, dots, grid or blank.",
    ),
    click.option(
        "--region",
        metavar="CODE",
        help="Whose helplines to print: us, ca, uk … as the book's file of helplines has them.",
    ),
)
_PAGE = (
    PAPER,
    TYPE,
    click.option(
        "--ruling",
        type=click.Choice(list(PITCHES)),
        help="Write lines 8, 9 or 12 mm apart; 9, or 12 in large print, when left out.",
    ),
    click.option(
        "--hand",
        type=click.Choice(["right", "left"]),
        default="right",
        show_default=True,
        help="The hand that writes: for the left, bound and ticked at the right.",
    ),
    click.option(
        "--ink",
        type=click.Choice(list(INKS)),
        help="In colour (when left out), in grey, or in black lines only, for photocopying.",
    ),
)
_BINDING = (
    click.option(
        "--two-sided",
        is_flag=True,
        help="For printing on both sides: numbered parts start on the right, margins are mirrored.",
    ),
    click.option("--holes", is_flag=True, help="Keep 25 mm free at the binding side for holes."),
    click.option(
        "--booklet",
        is_flag=True,
        help="Two pages a side, to fold in the middle; the pages are laid out for half a sheet.",
    ),
    click.option(
        "--sheets",
        type=click.Choice(["1up", "2up"]),
        default="1up",
        show_default=True,
        help="2up saves paper: two pages a side, side by side, not to be folded.",
    ),
    click.option(
        "--signature",
        "sheets_folded",
        type=click.IntRange(1, 40),
        metavar="SHEETS",
        help="Sheets that a booklet folds together; chosen by its length when left out.",
    ),
    click.option(
        "--thickness",
        type=click.FloatRange(0, 0.5),
        default=0.1,
        show_default=True,
        metavar="MM",
        help="Of one sheet: a booklet's inner pages move to the fold by so much a sheet.",
    ),
    click.option(
        "--flip",
        type=click.Choice(["short", "long"]),
        default="short",
        show_default=True,
        help="The edge on which the printer turns a booklet's sheets.",
    ),
)
_WHOSE = (
    click.option(
        "--discreet",
        is_flag=True,
        help="A neutral file, notes.pdf: nothing outside the pages tells what they are about.",
    ),
    click.option(
        "--practice",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A practice's name, logo and licence line, from a YAML file.",
    ),
    click.option(
        "--client-block",
        is_flag=True,
        help="Room for initials or code, date and session on the first page.",
    ),
)
_CHOICES = (*_WORKSHEETS, *_PAGE, *_BINDING, *_WHOSE, DATE)


def with_choices(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that make an edition; the command gets them as `edition`."""
    names = signature(command).parameters

    @wraps(command)
    def wrapped(**given: Any) -> None:
        own = {name: given.pop(name) for name in list(given) if name in names}
        command(edition=_edition(**given), **own)

    for option in reversed(_CHOICES):
        wrapped = option(wrapped)
    return wrapped


def _edition(
    *,
    on: Any,
    type_size: str | None,
    hand: str,
    booklet: bool,
    sheets: str,
    sheets_folded: int | None,
    thickness: float,
    flip: Any,
    **others: Any,
) -> Edition:
    from workbook.choices.choices import Edition, Folding

    if booklet and sheets == "2up":
        raise click.UsageError("--booklet and --sheets 2up both say how pages share a sheet.")
    return Edition(
        on=on.date() if on else None,
        large=None if type_size is None else type_size == "large",
        left_handed=hand == "left",
        imposition="booklet" if booklet else "2up" if sheets == "2up" else "none",
        folding=Folding(sheets_folded or 0, thickness, flip),
        **others,
    )
