"""What may be chosen for a build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import environ


@dataclass(frozen=True, slots=True)
class Edition:
    """One set of choices; `on` is the build's date, the only clock a build reads."""

    paper: str = "letter"
    on: date | None = None

    @property
    def day(self) -> date:
        """The build's date: chosen, else SOURCE_DATE_EPOCH's, else today's (UTC)."""
        if self.on is not None:
            return self.on
        epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
        if epoch.isdigit():
            return datetime.fromtimestamp(int(epoch), UTC).date()
        return datetime.now(UTC).date()
