"""What a command, an edition of the book and a practice may choose, each choice declared once."""

from __future__ import annotations

import datetime as dt
from os import environ
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, dataclass_transform

from workbook.choices.choice import (
    COMMAND,
    EDITION,
    PRACTICE,
    Amount,
    Choice,
    Copies,
    Day,
    File,
    Names,
    OneOf,
    Switch,
    Text,
)
from workbook.choices.ink import InkName
from workbook.choices.paper import PAPERS, Paper, paper_named
from workbook.choices.rulings import PITCHES, RULINGS, Ruling, RulingName
from workbook.errors import ChoiceError, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

C = TypeVar("C")
Imposition = Literal["none", "booklet", "2up"]
_ANYWHERE = (COMMAND, EDITION)


@dataclass_transform(kw_only_default=True)
def _choices(kind: type[C]) -> type[C]:
    """Tells type checkers that each declaration is a keyword to make `Choices` with."""
    return kind


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}"


@_choices
class Choices:
    """What was chosen, frozen; as an attribute each choice has its value or its default.

    Made with keywords, of which None says nothing. `over` lays what one place says over what
    another does: a command over an edition of the book, that over a practice. What excludes each
    other is in `clashes.py`. Lengths are millimetres.
    """

    edition: Choice[str | None] = Text(None, "One of the book's own editions.", metavar="NAME")
    paper: Choice[str] = Text(
        "letter", f"{', '.join(PAPERS)}, or a size such as 170x240mm.", metavar="PAPER"
    )
    type: Choice[Literal["standard", "large"]] = OneOf[Literal["standard", "large"]](
        "standard",
        f"Large print: 18 pt type, write lines {PITCHES['large']:.0f} mm apart.",
        marks={"standard": "standard-type", "large": "large"},
        stands=_ANYWHERE,
    )
    ruling: Choice[RulingName] = OneOf[RulingName](
        "standard",
        f"Write lines {_listed(f'{pitch:.0f}' for pitch in PITCHES.values())} mm apart; "
        f"in large print always {PITCHES['large']:.0f}.",
        marks={name: f"{name}-ruling" for name in PITCHES},
        stands=_ANYWHERE,
    )
    ink: Choice[InkName] = OneOf[InkName](
        "colour",
        "In colour, in grey, or in black lines only, for photocopying.",
        marks={"colour": "colour", "grey": "grey", "copy": "copy"},
        stands=_ANYWHERE,
    )
    hand: Choice[Literal["right", "left"]] = OneOf[Literal["right", "left"]](
        "right",
        "The hand that writes: for the left, bound and ticked at the right.",
        marks={"right": "right", "left": "left"},
    )
    two_sided: Choice[bool] = Switch(
        False,
        "For printing on both sides: numbered parts start on the right, margins are mirrored.",
        on="two-sided",
        off="one-sided",
        marks={True: "two-sided", False: "one-sided"},
        stands=_ANYWHERE,
    )
    holes: Choice[bool] = Switch(
        False,
        "Keep 25 mm free at the binding side for holes.",
        on="holes",
        off="no-holes",
        marks={True: "holes", False: "no-holes"},
        stands=_ANYWHERE,
    )
    region: Choice[str | None] = Text(
        None,
        "Whose helplines to print: us, ca, uk … as the book's file of helplines has them.",
        metavar="CODE",
        mark="{}",
    )
    only: Choice[tuple[str, ...]] = Names(
        (),
        "Only these worksheets, without part openings.",
        metavar="ID,…",
        mark="some",
        stands=_ANYWHERE,
    )
    without: Choice[tuple[str, ...]] = Names(
        (),
        "All worksheets but these.",
        metavar="ID,…",
        mark="some",
        adds_up=True,
        stands=_ANYWHERE,
    )
    sensitive: Choice[bool] = Switch(
        True,
        "With the worksheets marked as sensitive, or without them.",
        on="sensitive",
        off="no-sensitive",
        marks={True: "all", False: "some"},
        stands=_ANYWHERE,
    )
    repeat: Choice[tuple[tuple[str, int], ...]] = Copies[str](
        "A worksheet so many times, such as urge-log=3; may be given again.",
        example="urge-log",
        metavar="ID=COUNT",
        mark="more",
    )
    extra_pages: Choice[tuple[tuple[Ruling, int], ...]] = Copies[Ruling](
        f"Pages to write on at the end, such as ruled=10; {_listed(RULINGS)}.",
        example="ruled",
        kinds=RULINGS,
        metavar="RULING=COUNT",
        mark="more",
    )
    client_block: Choice[bool] = Switch(
        False,
        "Room for initials or code, date and session on the first page.",
        on="client-block",
        off="no-client-block",
        marks={True: "client", False: "no-client"},
        stands=(COMMAND, EDITION, PRACTICE),
    )
    practice: Choice[Path | None] = File(
        None,
        "A practice's name, logo and licence line, from a YAML file.",
        metavar="FILE",
        mark="practice",
    )
    discreet: Choice[bool] = Switch(
        False,
        "A neutral file, notes.pdf: nothing outside the pages tells what they are about.",
        on="discreet",
    )
    booklet: Choice[bool] = Switch(
        False,
        "Two pages a side, to fold in the middle; the pages are laid out for half a sheet.",
        on="booklet",
    )
    sheets: Choice[Literal["1up", "2up"]] = OneOf[Literal["1up", "2up"]](
        "1up",
        "2up saves paper: two pages a side, side by side, not to be folded.",
        marks={"1up": "", "2up": ""},
    )
    signature: Choice[int] = Amount[int](
        0,
        "Sheets that a booklet folds together; chosen by its length when left out.",
        least=1,
        most=40,
        metavar="SHEETS",
        mark="{}-sheets",
    )
    thickness: Choice[float] = Amount[float](
        0.1,
        "Of one sheet: a booklet's inner pages move to the fold by so much a sheet.",
        least=0.0,
        most=0.5,
        metavar="MM",
    )
    flip: Choice[Literal["short", "long"]] = OneOf[Literal["short", "long"]](
        "short",
        "The edge on which the printer turns a booklet's sheets.",
        marks={"short": "short-edge", "long": "long-edge"},
    )
    date: Choice[dt.date | None] = Day(
        None,
        "The build's date, as 2026-11-23; today when left out. Same date, same bytes.",
        metavar="DATE",
    )

    def __init__(self, **chosen: Any) -> None:
        unknown = chosen.keys() - DECLARED.keys()
        if unknown:
            raise TypeError(f"there is no choice {', '.join(sorted(unknown))}")
        self._values = {name: value for name, value in chosen.items() if value is not None}
        self._places: dict[str, str] = {}

    def value(self, choice: Choice[Any]) -> Any:
        """What was chosen, or the default."""
        return self._values.get(choice.name, choice.default)

    def says(self, name: str) -> bool:
        """Whether anyone chose it, be it the default."""
        return name in self._values

    def at(self, place: str) -> Self:
        """The same, chosen in a place such as "the edition `x`", which errors then name."""
        return self._with(self._values, dict.fromkeys(self._values, place))

    def over(self, lower: Choices) -> Self:
        """These, and where they say nothing what `lower` says."""
        values, places = {**lower._values, **self._values}, {**lower._places, **self._places}
        for name in self._values.keys() & lower._values.keys():
            places[name] = self._places.get(name, "")
            if DECLARED[name].adds_up:
                values[name] = tuple(dict.fromkeys(self._values[name] + lower._values[name]))
        return self._with(values, places)

    def replace(self, **changes: Any) -> Self:
        """The same with other choices; None takes one back."""
        changed = {**self._values, **changes}
        values = {name: value for name, value in changed.items() if value is not None}
        return self._with(values, self._places)

    @classmethod
    def _with(cls, values: dict[str, Any], places: dict[str, str]) -> Self:
        made = cls(**values)
        made._places = {name: place for name, place in places.items() if name in values}
        return made

    def mention(self, name: str) -> Mention:
        """A choice as an error speaks of it; a switch that nobody chose as if it were on."""
        value = self._values.get(name, True)
        return Mention(name, value, self._places.get(name, ""), given=name in self._values)

    @property
    def imposition(self) -> Imposition:
        """How pages share a sheet."""
        return "booklet" if self.booklet else "2up" if self.sheets == "2up" else "none"

    @property
    def page(self) -> Paper:
        """The paper that a page is laid out for: half a sheet when two share one.

        Raises ChoiceError when there is no such paper.
        """
        paper = paper_named(self.paper)
        return paper if self.imposition == "none" else paper.halved()

    @property
    def mirrored(self) -> bool:
        """Whether pages are laid out for two sides, with a binding between them."""
        return self.two_sided or self.booklet

    @property
    def marks(self) -> tuple[str, ...]:
        """Words that tell its file from that of other choices, in a fixed order.

        A default has one only where it takes back what an edition or a practice may say.
        """
        words: list[str] = []
        for name, choice in DECLARED.items():
            if name not in self._values:
                continue
            value = self._values[name]
            taken_back = (self.edition is not None and EDITION in choice.stands) or (
                self.practice is not None and PRACTICE in choice.stands
            )
            if value != choice.default or taken_back:
                words.append(choice.mark(value))
        return tuple(word for word in dict.fromkeys(words) if word)

    @property
    def day(self) -> dt.date:
        """The build's date: chosen, else SOURCE_DATE_EPOCH's, else today's (UTC).

        Raises ChoiceError when SOURCE_DATE_EPOCH is no number of seconds.
        """
        epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
        try:
            # ReportLab reads it too, and would fail, so a wrong one is told in any case.
            given = dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else None
        except (ValueError, OverflowError, OSError):
            raise ChoiceError(
                f"SOURCE_DATE_EPOCH is `{epoch[:40]}`", "set it to seconds since 1970, or unset it"
            ) from None
        return self.date or given or dt.datetime.now(dt.UTC).date()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Choices) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._values.items(), key=lambda item: item[0])))

    def __repr__(self) -> str:
        return f"Choices({', '.join(f'{name}={value!r}' for name, value in self._values.items())})"


# Every choice by its name.
DECLARED: dict[str, Choice[Any]] = {
    name: choice for name, choice in vars(Choices).items() if isinstance(choice, Choice)
}
