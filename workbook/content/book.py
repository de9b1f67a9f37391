"""The book as a checked, frozen model: what stands in the YAML, and nothing more."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal, cast

from workbook.blocks import AnyBlock
from workbook.choices.choice import EDITION
from workbook.choices.paper import PaperName
from workbook.content.keys import Choosing, keys_in
from workbook.content.names import Code, FileName, Identifier
from workbook.errors import FieldFault
from workbook.schema.field import Check, Field, Synonyms
from workbook.schema.model import Model
from workbook.text.markdown import has_no_shape
from workbook.text.prose import Prose, Words

LONGEST_TITLE = 200
_LONGEST_SLUG = 60


def _printable(text: str) -> None:
    for character in text:
        if has_no_shape(character) or character == "\n":
            raise FieldFault(
                f"the character U+{ord(character):04X} has no shape to print", "delete it"
            )


def _title_sized(words: Words) -> None:
    if len(words.plain) > LONGEST_TITLE:
        raise FieldFault("this title is too long", f"{LONGEST_TITLE} characters at most")


Line = Annotated[str, Field(min_length=1, max_length=300), Check(_printable)]
Title = Annotated[Words, Check(_title_sized)]
Pages = Annotated[int, Field(ge=1, le=100)]
# Where a part says what it is for: on a page of its own, in the contents, or nowhere.
Opening = Annotated[
    Literal["page", "contents", "none"],
    Synonyms({"true": "page", "yes": "page", "false": "none", "no": "none"}),
]


class Worksheet(Model):
    """One self-contained exercise, usually a page; `minutes` is how long it takes.

    `pages` is how many it may take, on every paper or by paper.
    """

    id: Identifier
    title: Title
    aim: Words | None = None
    stop: Words | None = None
    minutes: int | None = Field(default=None, ge=1, le=600)
    sensitive: bool = False
    pages: Pages | dict[PaperName, Pages] | None = None
    heading: bool = True
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)

    @property
    def listed(self) -> bool:
        """Whether the contents list it, and it makes sense when handed out alone."""
        return all(block.listed for block in self.blocks)

    @property
    def is_cover(self) -> bool:
        """Whether it is a cover: without running head and foot."""
        return any(block.is_cover for block in self.blocks)

    @property
    def own_leaf(self) -> bool:
        """Whether it needs a leaf of its own where paper is printed on both sides."""
        return self.sensitive or any(block.own_leaf for block in self.blocks)

    @property
    def has_helplines(self) -> bool:
        """Whether it tells the reader whom to call."""
        return any(block.has_helplines for block in self.blocks)

    def most_pages(self, paper: str) -> int | None:
        """How many pages it may take on a paper; None when nothing is said."""
        if isinstance(self.pages, dict):
            return self.pages.get(cast("PaperName", paper))
        return self.pages


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


class EditionEntry(Choosing):
    """A named choice: some of the book's worksheets, or those of another `content` file.

    Its other keys are the choices that may stand in an edition.
    """

    further = keys_in(EDITION)

    title: Title
    content: FileName | None = None


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
