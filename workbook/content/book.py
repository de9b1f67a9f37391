"""The book as a checked, frozen model: what stands in the YAML, and nothing more."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    InstanceOf,
    StringConstraints,
    Tag,
    create_model,
)

from workbook.blocks.contract import Block
from workbook.blocks.fields import BY_SHAPE
from workbook.choices.choice import EDITION, Names, OneOf, Switch
from workbook.choices.choices import DECLARED, Choices
from workbook.choices.paper import PaperName
from workbook.content.names import FILE_NAME, IDENTIFIER, REGION
from workbook.schema.model import Model
from workbook.text.markdown import has_no_shape
from workbook.text.prose import Prose, Words

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]


def _printable(text: str) -> str:
    for character in text:
        if has_no_shape(character) or character == "\n":
            raise ValueError(
                f"the character U+{ord(character):04X} has no shape to print → delete it"
            )
    return text


def _title_sized(words: Words) -> Words:
    if len(words.plain) > LONGEST_TITLE:
        raise ValueError(f"this title is too long → {LONGEST_TITLE} characters at most")
    return words


LONGEST_TITLE = 200
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_printable)]
Title = Annotated[Words, AfterValidator(_title_sized)]
Pages = Annotated[int, Field(ge=1, le=100)]
Code = Annotated[str, StringConstraints(pattern=REGION)]
FileName = Annotated[str, StringConstraints(pattern=FILE_NAME, max_length=100)]
_LONGEST_SLUG = 60


class Worksheet(Model):
    """One self-contained exercise, usually a page; `minutes` is how long it takes.

    `pages` is how many it may take, on every paper or by paper.
    """

    id: Identifier
    title: Title
    aim: Words | None = None
    stop: Words | None = None
    minutes: int | None = Field(None, ge=1, le=600)
    sensitive: bool = False
    pages: (
        Annotated[
            Annotated[Pages, Tag("list")] | Annotated[dict[PaperName, Pages], Tag("mapping")],
            BY_SHAPE,
        ]
        | None
    ) = None
    heading: bool = True
    blocks: tuple[InstanceOf[Block], ...] = Field(min_length=1)

    def has(self, kind: str) -> bool:
        """Whether a block of that kind is on it."""
        return any(block.kind == kind for block in self.blocks)

    def most_pages(self, paper: str) -> int | None:
        """How many pages it may take on a paper; None when nothing is said."""
        if isinstance(self.pages, dict):
            return self.pages.get(cast("PaperName", paper))
        return self.pages


def _opening(value: Any) -> Any:
    if isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    return {"true": "page", "yes": "page", "false": "none", "no": "none"}.get(word, word)


# Where a part says what it is for: on a page of its own, in the contents, or nowhere.
Opening = Annotated[Literal["page", "contents", "none"], BeforeValidator(_opening)]


class Part(Model):
    """Worksheets under one title; one that opens anywhere has a number."""

    title: Title
    intro: Prose | None = None
    opening: Opening = "page"
    worksheets: tuple[Worksheet, ...] = Field(min_length=1)

    @property
    def numbered(self) -> bool:
        """Whether it and its worksheets have numbers."""
        return self.opening != "none"


class _Entry(Model):
    """A named choice: some of the book's worksheets, or those of another `content` file.

    Its other keys are the choices that may stand in an edition, each None where it says nothing.
    """

    title: Title
    content: FileName | None = None

    @property
    def choices(self) -> Choices:
        """What it says, which holds where a command says nothing else."""
        return Choices(**{name: getattr(self, name) for name in _IN_EDITIONS})


def _key_of(choice: Any) -> Any:
    """The type of the key by which an edition makes a choice."""
    if isinstance(choice, Switch):
        return bool
    if isinstance(choice, OneOf):
        return Literal[choice.values]
    assert isinstance(choice, Names)
    least = 0 if choice.adds_up else 1
    return Annotated[tuple[Identifier, ...], Field(min_length=least)]


_IN_EDITIONS = [name for name, choice in DECLARED.items() if EDITION in choice.stands]
if TYPE_CHECKING:
    EditionEntry = _Entry
else:
    _KEYS = {name: (_key_of(DECLARED[name]) | None, None) for name in _IN_EDITIONS}
    EditionEntry = create_model("EditionEntry", __base__=_Entry, **_KEYS)


class Book(Model):
    """A whole workbook. `short_title` is printed at the foot and names the file.

    `licence` is a short line between short title and page number.
    """

    title: Title
    subtitle: Words | None = None
    short_title: Title | None = None
    author: Line | None = None
    licence: Words | None = None
    language: Line = "en"
    audience: Literal["client", "clinician"] = "client"
    region: Code | None = None
    helplines: FileName | None = None
    links: tuple[Line, ...] = ()
    editions: dict[Identifier, EditionEntry] = Field(default_factory=dict)
    parts: tuple[Part, ...] = Field(min_length=1)

    @property
    def worksheets(self) -> list[Worksheet]:
        """Those of all parts, in order."""
        return [worksheet for part in self.parts for worksheet in part.worksheets]

    @property
    def foot_title(self) -> Words:
        """The neutral title at the foot of a page: the short one, else the whole."""
        return self.short_title or self.title

    @property
    def slug(self) -> str:
        """The file's name without paper and ending: lower case, ASCII, hyphens."""
        plain = unicodedata.normalize("NFKD", self.foot_title.plain)
        ascii_only = plain.encode("ascii", "ignore").decode("ascii").lower()
        words = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
        return words[:_LONGEST_SLUG].strip("-") or "workbook"
