"""Everything that can go wrong, as a tree.

    WorkbookError
    ├── ContentError      the author's file has faults (exit 1); carries every Problem found
    ├── ChoiceError       a choice can't be met, or excludes another (exit 2)
    ├── FileError         a file could not be read or written (exit 3)
    └── MissingError      a library that is optional is not installed (exit 3)

Other wrong usage of the command line is click's to tell (exit 2 as well).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


MOST_SHOWN_PROBLEMS = 100
LONGEST_LINE_SHOWN = 100
LONGEST_VALUE_SHOWN = 60
# The way to a value in a file: keys of mappings, and numbers of items from 0.
Location = tuple[str | int, ...]
# Control characters, and marks that turn text round, would act on a terminal.
_UNPRINTABLE = dict.fromkeys(
    (
        *range(0x0A),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        0xFEFF,
    ),
    "\ufffd",
)


class WorkbookError(Exception):
    """Base of every error that is shown to a person as plain words."""

    exit_code = 1


class ContentError(WorkbookError):
    """The content has faults; `problems` holds all of them, in the file's order.

    Its words tell the first hundred.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:MOST_SHOWN_PROBLEMS]]
        more = len(self.problems) - len(shown)
        if more:
            shown.append(f"… and {more} more: mend these first")
        super().__init__("\n".join(shown))


class Mention(NamedTuple):
    """A choice that an error speaks of: its name, its value, and where it was made.

    `place` is empty for whoever asks for a build, else words such as "the edition `x`".
    `given` is False where nobody chose it and the error only proposes it.
    """

    name: str
    value: object
    place: str = ""
    given: bool = True


class Wording(Protocol):
    """How a front end calls choices: options, keys of a file, fields of a form."""

    def name(self, choice: Mention) -> str:
        """What the choice is called there, with its value where that helps."""
        ...

    def undoing(self, choice: Mention) -> tuple[str, str]:
        """A verb and its object that take the choice back, such as "leave out", "--holes"."""
        ...


class AsKeys:
    """Choices as they stand in a file: `ruling: compact`."""

    def name(self, choice: Mention) -> str:
        """Key and value, and the place where it isn't clear."""
        value = choice.value
        shown = str(value).lower() if isinstance(value, bool) else value
        plain = isinstance(value, bool | int | float | str) and len(str(value)) <= _LONGEST_SHOWN
        words = f"`{choice.name}: {shown}`" if plain else f"`{choice.name}`"
        return f"{words} in {choice.place}" if choice.place else words

    def undoing(self, choice: Mention) -> tuple[str, str]:
        """Whoever reads this can leave the key out."""
        return "leave out", self.name(choice)


_LONGEST_SHOWN = 30


class ChoiceError(WorkbookError):
    """A choice can't be met, or excludes another; says what to choose instead.

    `what` and `remedy` may name the `choices` by `{name}`; `{undo}` in a remedy is how to take
    back those that were made. A front end asks for `worded` with its own words for them.
    """

    exit_code = 2

    def __init__(self, what: str, remedy: str, choices: Sequence[Mention] = ()) -> None:
        self.what, self.remedy, self.choices = what, remedy, tuple(choices)
        super().__init__(self.worded(AsKeys()))

    def worded(self, wording: Wording) -> str:
        """The whole message in the words of a front end."""
        what, remedy = self.parts(wording)
        return f"{what}\n  → {remedy}"

    def parts(self, wording: Wording) -> tuple[str, str]:
        """What is wrong and what to do, each in the words of a front end."""
        what, remedy = self.what, self.remedy
        undo = _joined(wording.undoing(choice) for choice in self.choices if choice.given)
        for choice in self.choices:
            name = wording.name(choice)
            what = what.replace(f"{{{choice.name}}}", name)
            remedy = remedy.replace(f"{{{choice.name}}}", name)
        return what, remedy.replace("{undo}", undo)


def _joined(undoings: Iterable[tuple[str, str]]) -> str:
    """Ways out, one of which is enough; a verb is said once where the next has the same."""
    words: list[str] = []
    before = ""
    for verb, thing in undoings:
        words.append(thing if verb == before else f"{verb} {thing}")
        before = verb
    return ", or ".join(words)


class FileError(WorkbookError):
    """A file could not be read or written; says which, why, and what to do."""

    exit_code = 3

    def __init__(self, path: Path | str, why: str, remedy: str = "") -> None:
        super().__init__(f"{path}: {why}" + (f". {remedy}" if remedy else ""))


class MissingError(WorkbookError):
    """A library that only some commands need is not installed."""

    exit_code = 3


class FieldFault(ValueError):  # noqa: N818 (a fault is what the author made)
    """A value that can't stand where it does: what is wrong, and what to write instead.

    `path` leads to it from the value that was read. With `named`, `what` goes on after the
    value's name. With `key` it is the key that is wrong, not the value; `line` is a line inside
    a text, from 0.
    """

    def __init__(
        self,
        what: str,
        remedy: str,
        *,
        path: Location = (),
        named: bool = False,
        key: bool = False,
        line: int = 0,
    ) -> None:
        super().__init__(what)
        self.what, self.remedy, self.path = what, remedy, path
        self.named, self.key, self.line = named, key, line


class Place(NamedTuple):
    """A point in a file; line and column count from 1, as editors do."""

    file: str
    line: int
    column: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One fault, or one warning when `warning` is true."""

    place: Place
    what: str
    remedy: str = ""
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        lines = [f"{self.place}: {kind}{self.what}"]
        shown = self.place.text.strip()
        if shown:
            lines.append(f"    {_shorten(shown)}")
        if self.remedy:
            lines.append(f"  → {self.remedy}")
        return "\n".join(lines).translate(_UNPRINTABLE)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown word: its nearest neighbour, else all that may stand there."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    return "one of: " + ", ".join(f"`{name}`" for name in names)


def in_words(value: object) -> str:
    """How a fault names a value: a short one as it stands, else what it is."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping (`key: value`)"
    if isinstance(value, list | tuple):
        return "a list"
    shown = str(value)
    return f"`{shown}`" if len(shown) < LONGEST_VALUE_SHOWN else "that"


def _shorten(line: str) -> str:
    return line if len(line) <= LONGEST_LINE_SHOWN else line[: LONGEST_LINE_SHOWN - 1] + "…"
