"""Which choices exclude each other, said of the choices themselves.

A front end puts its own names for `{ruling}` and the like, and its own way out for `{undo}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.choices.choices import DECLARED
from workbook.choices.paper import NARROW, NARROWEST_WITH_HOLES, SMALLEST
from workbook.errors import ChoiceError
from workbook.geometry import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbook.choices.choices import Choices


class Clash(NamedTuple):
    """Choices that can't be met together: which to take back, when, and what to say of it."""

    choices: tuple[str, ...]
    found: Callable[[Choices], bool]
    what: str
    remedy: str = "{undo}"


CLASHES = (
    Clash(
        ("only", "edition"),
        lambda c: c.edition is not None and c.says("only") and not c.mention("only").place,
        "an edition of the book says itself which worksheets it has",
    ),
    Clash(
        ("ruling", "type"),
        lambda c: c.type == "large" and c.says("ruling") and c.ruling != "large",
        "large print has its write lines 12 mm apart",
    ),
    Clash(
        ("booklet", "sheets"),
        lambda c: c.booklet and c.sheets == "2up",
        "{booklet} and {sheets} both say how pages share a sheet",
    ),
    Clash(
        ("holes", "booklet"),
        lambda c: c.booklet and c.holes,
        "pages that share a sheet have no edge for holes",
    ),
    Clash(
        ("holes", "sheets"),
        lambda c: c.sheets == "2up" and c.holes,
        "pages that share a sheet have no edge for holes",
    ),
    Clash(
        ("two_sided", "sheets"),
        lambda c: c.sheets == "2up" and c.two_sided,
        "two pages a side have no leaf of their own to turn",
    ),
    *(
        Clash(
            (name, "booklet"),
            lambda c, name=name: not c.booklet and getattr(c, name) != DECLARED[name].default,  # type: ignore[misc]
            f"{{{name}}} says how a booklet is folded",
            "add {booklet}, or {undo}",
        )
        for name in ("signature", "thickness", "flip")
    ),
    Clash(
        ("practice", "discreet"),
        lambda c: c.discreet and c.practice is not None,
        "a practice's name would tell what a discreet file keeps quiet",
    ),
    Clash(
        ("client_block", "discreet"),
        lambda c: c.discreet and c.client_block,
        "a client block would tell what a discreet file keeps quiet",
    ),
)


def check_choices(choices: Choices) -> None:
    """Raise ChoiceError when a value can't be, or two choices exclude each other."""
    for fault in faults_of(choices):
        raise fault


def faults_of(choices: Choices) -> Iterator[ChoiceError]:
    """Every value that can't be, and every two choices that exclude each other."""
    for name, choice in DECLARED.items():
        wrong = choice.fault(getattr(choices, name)) if choices.says(name) else None
        if wrong is not None:
            yield _fault(choices, *wrong, name)
    for clash in CLASHES:
        if clash.found(choices):
            yield _fault(choices, clash.what, clash.remedy, *clash.choices)
    if choices.says("only") and not choices.mention("only").place:
        for name in choices.only:
            if name in choices.without:
                what = f"`{name}` is in {{only}} and in {{without}}"
                yield _fault(choices, what, "keep it in one", "only", "without")
    try:
        page = choices.page
    except ChoiceError as error:
        yield error
        return
    shown = f"{page.width / MM:.0f} × {page.height / MM:.0f} mm"
    if page.width < SMALLEST[0] * MM or page.height < SMALLEST[1] * MM:
        what = f"half of {choices.paper} is {shown}, too small to write on"
        yield _fault(choices, what, "fold or share sheets of letter, a4 or legal", "paper")
    elif choices.holes and page.width < NARROWEST_WITH_HOLES:
        what = f"holes leave too little to write on pages of {shown}"
        yield _fault(choices, what, "{undo}, or choose half-letter, a5 or larger", "holes")
    elif choices.type == "large" and page.width < NARROW:
        what = f"large print doesn't fit on pages of {shown}"
        remedy = "choose whole sheets of letter, a4 or legal, or {undo}"
        yield _fault(choices, what, remedy, "type")


def _fault(choices: Choices, what: str, remedy: str, *names: str) -> ChoiceError:
    return ChoiceError(what, remedy, [choices.mention(name) for name in names])
