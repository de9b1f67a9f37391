"""Scalars come as text, and each kind decides what a text means."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from workbook.errors import FieldFault, in_words
from workbook.schema.values import must_be

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.schema.values import Context, Shape

_INTEGER = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.0+)?")
_DECIMAL = re.compile(
    r"[+-]?(?:(?:[0-9]+(?:_[0-9]+)*)?\.?[0-9]+(?:_[0-9]+)*(?:[eE][+-]?[0-9]+)?|[0-9]+\."
    r"|nan|inf(?:inity)?)",
    re.IGNORECASE,
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What is longer is no number of a page's, and would take time that grows with its square.
_LONGEST = 40
_YES = frozenset(("true", "yes", "on", "y", "t", "1"))
_NO = frozenset(("false", "no", "off", "n", "f", "0"))


class Text:
    """Text as it stands."""

    shape: Shape = "scalar"

    def read(self, value: object, context: Context) -> str:  # noqa: ARG002
        """The text itself."""
        if isinstance(value, str):
            return value
        raise must_be("text", value, "write it on one line")


class Integer:
    """A whole number."""

    shape: Shape = "scalar"

    def read(self, value: object, context: Context) -> int:  # noqa: ARG002
        """The number that a text is written for."""
        if isinstance(value, str):
            text = value.strip()
            if len(text) <= _LONGEST and _INTEGER.fullmatch(text):
                return int(text.partition(".")[0])
        elif isinstance(value, int) and not isinstance(value, bool):
            return value
        raise must_be("a number", value, "write a number, such as `8`")


class Decimal:
    """A number with or without a decimal point."""

    shape: Shape = "scalar"

    def read(self, value: object, context: Context) -> float:  # noqa: ARG002
        """The number that a text is written for."""
        if isinstance(value, str):
            text = value.strip()
            if len(text) <= _LONGEST and _DECIMAL.fullmatch(text):
                return float(text)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        raise must_be("a number", value, "write a number, such as `8`")


class Flag:
    """Yes or no."""

    shape: Shape = "scalar"

    def read(self, value: object, context: Context) -> bool:  # noqa: ARG002
        """Whether a text means yes."""
        if isinstance(value, str):
            word = value.lower()
            if word in _YES:
                return True
            if word in _NO:
                return False
        elif isinstance(value, bool):
            return value
        raise must_be("yes or no", value, "write `true` or `false`")


class Day:
    """A date, written as ISO 8601 has it."""

    shape: Shape = "scalar"

    def read(self, value: object, context: Context) -> date:  # noqa: ARG002
        """The date that a text is written for."""
        if isinstance(value, date):
            return value
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise must_be("a date", value, "write it as `2026-11-23`")


class OneOf:
    """One of a few words or whole numbers; `synonyms` are other words for them."""

    shape: Shape = "scalar"

    def __init__(self, options: tuple[str | int, ...], synonyms: Mapping[str, str]) -> None:
        self.options, self.synonyms = options, synonyms
        self._found: dict[str, str | int] = {str(option): option for option in options}
        self._numbers = all(isinstance(option, int) for option in options)

    def read(self, value: object, context: Context) -> str | int:  # noqa: ARG002
        """The option that is meant."""
        text = value if isinstance(value, str) else ""
        if isinstance(value, bool) or (isinstance(value, int) and self._numbers):
            text = str(value)
        found = self._found.get(text)
        if found is None and self.synonyms:
            word = text.strip().lower()
            found = self._found.get(self.synonyms.get(word, word))
        if found is None:
            options = ", ".join(f"`{option}`" for option in self.options)
            raise FieldFault(f"can't be {in_words(value)}", f"one of: {options}", named=True)
        return found
