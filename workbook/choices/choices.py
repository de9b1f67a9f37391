"""What may be chosen for a build, and which choices exclude each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from os import environ
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbook.choices.paper import NARROW, NARROWEST_WITH_HOLES, SMALLEST, Paper, paper_named
from workbook.choices.sheet import sheet_for
from workbook.errors import ChoiceError
from workbook.geometry import MM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.choices.ink import InkName
    from workbook.choices.sheet import Ruling, RulingName, Sheet

Imposition = Literal["none", "booklet", "2up"]


@dataclass(frozen=True, slots=True)
class Folding:
    """How a booklet is folded: sheets a signature, paper's thickness in mm, duplex edge.

    A `signature` of 0 leaves the number of sheets to the program; `thickness` is 0.1 mm for
    ordinary paper of 80 g.
    """

    signature: int = 0
    thickness: float = 0.1
    flip: Literal["short", "long"] = "short"


@dataclass(frozen=True, slots=True)
class Edition:
    """One set of choices; `on` is the build's date, the only clock a build reads.

    `name` is one of the book's own editions. `only` and `without` are worksheets' ids;
    without `sensitive` the worksheets marked so are left out. `region` chooses helplines,
    `large` is large print; `large`, `ink` and `ruling` are None where nothing was said.
    `repeats` are (id, copies), `extras` (ruling, pages) at the end. Raises ChoiceError when
    there is no such paper, or when choices exclude each other.
    """

    paper: str = "letter"
    on: date | None = None
    name: str | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    sensitive: bool = True
    region: str | None = None
    two_sided: bool = False
    large: bool | None = None
    ruling: RulingName | None = None
    ink: InkName | None = None
    holes: bool = False
    left_handed: bool = False
    imposition: Imposition = "none"
    folding: Folding = field(default_factory=Folding)
    discreet: bool = False
    practice: Path | None = None
    client_block: bool = False
    repeats: tuple[tuple[str, int], ...] = ()
    extras: tuple[tuple[Ruling, int], ...] = ()

    def __post_init__(self) -> None:
        for clash in _CLASHES:
            if clash.found(self):
                raise ChoiceError(clash.what, clash.remedy)
        both = sorted(set(self.only) & set(self.without))
        if both:
            raise ChoiceError(f"`{both[0]}` is in --only and in --without", "keep it in one")
        page = self.page
        shown = f"{page.width / MM:.0f} × {page.height / MM:.0f} mm"
        if page.width < SMALLEST[0] * MM or page.height < SMALLEST[1] * MM:
            raise ChoiceError(
                f"half of {self.paper} is {shown}, too small to write on",
                "fold or share sheets of letter, a4 or legal",
            )
        if self.holes and page.width < NARROWEST_WITH_HOLES:
            raise ChoiceError(
                f"holes leave too little to write on pages of {shown}",
                "leave out --holes, or choose half-letter, a5 or larger",
            )
        if self.large and page.width < NARROW:
            raise ChoiceError(
                f"large print doesn't fit on pages of {shown}",
                "choose whole sheets of letter, a4 or legal, or leave out --type large",
            )

    @property
    def page(self) -> Paper:
        """The paper that a page is laid out for: half a sheet when two share one."""
        paper = paper_named(self.paper)
        return paper if self.imposition == "none" else paper.halved()

    def sheet(self, language: str, *, head: bool = False) -> Sheet:
        """The sheet that it is laid out on; raises KeyError for a language without words."""
        return sheet_for(
            self.page,
            language,
            self.day,
            ruling=self.ruling or "standard",
            ink=self.ink or "colour",
            two_sided=self.mirrored,
            holes=self.holes,
            left_handed=self.left_handed,
            discreet=self.discreet,
            head=head,
            large=bool(self.large),
        )

    @property
    def mirrored(self) -> bool:
        """Whether pages are laid out for two sides, with a binding between them."""
        return self.two_sided or self.imposition == "booklet"

    @property
    def marks(self) -> tuple[str, ...]:
        """Words that tell its file from that of another edition, in a fixed order."""
        chosen = {
            "large": bool(self.large),
            f"{self.ruling}-ruling": self.ruling is not None,
            # An edition of the book may have another ink by itself.
            f"{self.ink}": self.ink not in (None, "colour" if self.name is None else None),
            "left": self.left_handed,
            "two-sided": self.two_sided,
            "holes": self.holes,
            f"{self.region}": self.region is not None,
            "some": bool(self.only or self.without or not self.sensitive),
            "more": bool(self.repeats or self.extras),
            "client": self.client_block,
            "practice": self.practice is not None,
            f"{self.folding.signature}-sheets": self.folding.signature > 0,
            "long-edge": self.folding.flip == "long",
        }
        return tuple(word for word, is_chosen in chosen.items() if is_chosen)

    @property
    def day(self) -> date:
        """The build's date: chosen, else SOURCE_DATE_EPOCH's, else today's (UTC).

        Raises ChoiceError when SOURCE_DATE_EPOCH is no number of seconds.
        """
        epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
        try:
            # ReportLab reads it too, and would fail, so a wrong one is told in any case.
            given = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
        except (ValueError, OverflowError, OSError):
            raise ChoiceError(
                f"SOURCE_DATE_EPOCH is `{epoch[:40]}`", "set it to seconds since 1970, or unset it"
            ) from None
        return self.on or given or datetime.now(UTC).date()


class _Clash(NamedTuple):
    """Choices that can't be met together, and which to leave out."""

    found: Callable[[Edition], bool]
    what: str
    remedy: str


_CLASHES = (
    _Clash(
        lambda e: e.name is not None and bool(e.only),
        "an edition of the book says itself which worksheets it has",
        "leave out --only, or --edition",
    ),
    _Clash(
        lambda e: bool(e.large) and e.ruling not in (None, "large"),
        "large print has its write lines 12 mm apart",
        "leave out --ruling, or --type large",
    ),
    _Clash(
        lambda e: e.imposition != "none" and e.holes,
        "pages that share a sheet have no edge for holes",
        "leave out --holes, or print one page a side",
    ),
    _Clash(
        lambda e: e.imposition == "2up" and e.two_sided,
        "two pages a side have no leaf of their own to turn",
        "leave out --two-sided, or --sheets 2up",
    ),
    _Clash(
        lambda e: e.imposition != "booklet" and e.folding != Folding(),
        "--signature, --thickness and --flip say how a booklet is folded",
        "add --booklet, or leave them out",
    ),
    _Clash(
        lambda e: not e.folding.thickness >= 0,
        "a sheet's thickness is a number of millimetres",
        "give --thickness 0 or more; plain office paper is 0.1",
    ),
    _Clash(
        lambda e: e.discreet and e.practice is not None,
        "a practice's name would tell what a discreet file keeps quiet",
        "leave out --practice, or --discreet",
    ),
    _Clash(
        lambda e: e.discreet and e.client_block,
        "a client block would tell what a discreet file keeps quiet",
        "leave out --client-block, or --discreet",
    ),
)
