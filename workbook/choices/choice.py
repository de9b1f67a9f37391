"""What there is to know of one choice: its values, its default, where it may stand, its words.

Options of commands, keys of an edition, file names and refusals are all made from these.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
Number = TypeVar("Number", bound=float)
# Where a choice may stand.
COMMAND, EDITION, PRACTICE = "command", "edition", "practice"
MOST_COPIES = 100


class Choice(Generic[T]):
    """A choice as an attribute of `Choices`: there it is its value, or else its default.

    `help` says what it does, and `metavar` stands for its value. `mark` is what it adds to a
    file's name, with `{}` for the value. With `adds_up` what two places say holds together.
    """

    name = ""

    def __init__(
        self,
        default: T,
        help: str,  # noqa: A002 (its name wherever there are options)
        *,
        metavar: str = "",
        stands: Sequence[str] = (COMMAND,),
        mark: str = "",
        adds_up: bool = False,
    ) -> None:
        self.default, self.help, self.metavar = default, help, metavar
        self.stands, self.adds_up = stands, adds_up
        self._mark = mark

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, choices: None, kind: type) -> Self: ...
    @overload
    def __get__(self, choices: object, kind: type) -> T: ...
    def __get__(self, choices: Any, kind: type) -> Any:
        return self if choices is None else choices.value(self)

    def __set__(self, choices: object, value: T | None) -> None:
        raise AttributeError(f"choices are frozen: `{self.name}` can't be set")

    def mark(self, value: T) -> str:
        """The word by which a file with this value is told from others; empty for none."""
        return self._mark.format(value)

    def read(self, text: str) -> T:
        """The value that a text means; raises ValueError, which says what to write instead."""
        raise NotImplementedError

    def fault(self, value: T) -> tuple[str, str] | None:  # noqa: ARG002
        """What is wrong with a value, and what to choose instead."""
        return None


class OneOf(Choice[T]):
    """One of a few values, each with the word that it adds to a file's name."""

    def __init__(self, default: T, help: str, *, marks: dict[T, str], **more: Any) -> None:  # noqa: A002
        super().__init__(default, help, **more)
        self.values = tuple(marks)
        self._marks = marks

    def mark(self, value: T) -> str:
        """The word of this value."""
        return self._marks[value]

    def fault(self, value: T) -> tuple[str, str] | None:
        """Any value but those declared."""
        if value in self.values:
            return None
        known = ", ".join(f"`{one}`" for one in self.values)
        return f"`{self.name}` can't be `{value}`", f"one of: {known}"

    def read(self, text: str) -> T:
        """The value that is written so."""
        for value in self.values:
            if value == text:
                return value
        raise ValueError(f"`{text[:40]}` is none of {', '.join(map(str, self.values))}.")


class Switch(OneOf[bool]):
    """Yes or no; `on` and `off` are the flags that say so, the second only where it is needed."""

    def __init__(self, default: bool, help: str, *, on: str, off: str = "", **more: Any) -> None:  # noqa: A002
        more.setdefault("marks", {True: "", False: ""})
        super().__init__(default, help, **more)
        self.on, self.off = on, off


class Text(Choice[T]):
    """A name: of a paper, an edition, a region."""

    def read(self, text: str) -> Any:
        """The name itself."""
        return text


class Names(Choice[tuple[str, ...]]):
    """Ids of worksheets, parted by commas."""

    def read(self, text: str) -> tuple[str, ...]:
        """The ids; a list without any chooses nothing, and is refused."""
        found = tuple(part.strip() for part in text.split(",") if part.strip())
        if not found:
            raise ValueError("it names no worksheet: write one, or leave the option out.")
        return found


class Copies(Choice[tuple[tuple[T, int], ...]]):
    """How many of what, as `what=3`, parted by commas; `kinds` are all that there are of it."""

    def __init__(self, help: str, *, example: str, kinds: Sequence[T] = (), **more: Any) -> None:  # noqa: A002
        super().__init__((), help, **more)
        self._example, self._kinds = example, kinds

    def read(self, text: str) -> tuple[tuple[T, int], ...]:
        """The pairs; a worksheet's id may be among them only once."""
        pairs: list[tuple[Any, int]] = []
        for part in text.split(","):
            name, _, count = (piece.strip() for piece in part.partition("="))
            if self._kinds and name not in self._kinds:
                raise ValueError(f"`{name}` is none of {', '.join(map(str, self._kinds))}.")
            if not name or not count.isdecimal() or not 1 <= int(count) <= MOST_COPIES:
                shown = f"{name or self._example}=3"
                raise ValueError(f"write it as `{shown}`, from 1 to {MOST_COPIES}.")
            if not self._kinds and name in dict(pairs):
                raise ValueError(f"`{name}` is there twice: keep one of them.")
            pairs.append((name, int(count)))
        return tuple(pairs)


class Amount(Choice[Number]):
    """A number from `least` to `most`."""

    def __init__(
        self,
        default: Number,
        help: str,  # noqa: A002
        *,
        least: Number,
        most: Number,
        **more: Any,
    ) -> None:
        super().__init__(default, help, **more)
        self.least, self.most = least, most

    def fault(self, value: Number) -> tuple[str, str] | None:
        """What is out of bounds; the default may be, and then stands for no number at all."""
        if value == self.default or self.least <= value <= self.most:
            return None
        return f"`{self.name}` can't be {value}", f"from {self.least} to {self.most}"

    def read(self, text: str) -> Number:
        """The number that is written so, within its bounds."""
        value: Any = None
        with suppress(ValueError):
            value = type(self.least)(text)
        if value is None or not self.least <= value <= self.most:
            raise ValueError(f"`{text[:40]}` is no number from {self.least} to {self.most}.")
        return value  # type: ignore[no-any-return]


class File(Choice[Path | None]):
    """A file beside the content's."""

    def read(self, text: str) -> Path:
        """The path."""
        return Path(text)


class Day(Choice[date | None]):
    """A date."""

    def read(self, text: str) -> date:
        """The date, written as ISO 8601 has it."""
        # ISO 8601 has other ways to write a date, which nobody means here.
        if len(text) == len("2026-11-23") and text[4] == text[7] == "-":
            with suppress(ValueError):
                return date.fromisoformat(text)
        raise ValueError(f"`{text[:40]}` is no date: write it as 2026-11-23.")
