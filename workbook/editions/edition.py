"""What may be chosen for a build, and which choices exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import environ

from workbook.errors import ChoiceError


@dataclass(frozen=True, slots=True)
class Edition:
    """One set of choices; `on` is the build's date, the only clock a build reads.

    `name` is one of the book's own editions. `only` and `without` are worksheets' ids;
    without `sensitive` the worksheets marked so are left out. `region` chooses helplines,
    `large` is large print.
    """

    paper: str = "letter"
    on: date | None = None
    name: str | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    sensitive: bool = True
    region: str | None = None
    two_sided: bool = False
    large: bool = False

    def __post_init__(self) -> None:
        if self.name is not None and (self.only or self.without or not self.sensitive):
            raise ChoiceError(
                "an edition of the book says itself which worksheets it has",
                "leave out --only, --without and --no-sensitive, or --edition",
            )
        both = sorted(set(self.only) & set(self.without))
        if both:
            raise ChoiceError(f"`{both[0]}` is in --only and in --without", "keep it in one")

    @property
    def day(self) -> date:
        """The build's date: chosen, else SOURCE_DATE_EPOCH's, else today's (UTC)."""
        if self.on is not None:
            return self.on
        epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
        if not epoch:
            return datetime.now(UTC).date()
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise ChoiceError(
                f"SOURCE_DATE_EPOCH is `{epoch[:40]}`", "set it to seconds since 1970, or unset it"
            ) from None
