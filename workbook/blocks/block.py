"""The contract of a block: its fields above, its layout below, in one file.

A new kind is a class like this one, and a line in `workbook.blocks.KINDS`::

    class Toast(Block):
        kind = "toast"

        toast: Words
        times: int = Field(1, ge=1, le=9)

        def boxes(self, setting: Setting) -> Iterator[Box]:
            style = setting.sheet.style("body")
            for _ in range(self.times):
                yield Paragraph(self.toast, style, below=setting.sheet.space.small)

In YAML it is `- toast: To the kettle.` with `times: 2` below it: the field with the kind's
own name takes what stands behind the first key. `docs/adding-a-block.md` goes through it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)

from workbook.layout.markup import Words
from workbook.layout.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbook.blocks.helplines import Region
    from workbook.editions.sheet import Sheet
    from workbook.layout.flow import Box
    from workbook.layout.fonts import Faces
    from workbook.layout.outline import PartEntry

LONGEST_LABEL = 40


class Model(BaseModel):
    """Base of everything that is read from YAML: frozen, and it refuses unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block may know: its sheet and faces, the book's outline, its headings' level.

    `regions` are the helplines by region, and `region` is the one to print. `letterhead` makes
    what a practice puts on a cover. `taken` is what stands above it on its page, in points.
    """

    sheet: Sheet
    faces: Faces
    outline: tuple[PartEntry, ...] = ()
    level: int = 2
    regions: Mapping[str, Region] = field(default_factory=dict)
    region: str = ""
    letterhead: Callable[[], Box] | None = None
    taken: float = 0.0


class Block(Model):
    """One thing on a worksheet. `kind` is its first key in YAML."""

    kind: ClassVar[str]

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """Its boxes from top to bottom, each with its structure elements in reading order."""
        raise NotImplementedError


def _flag_or_words(value: Any) -> Any:
    word = value.strip().lower() if isinstance(value, str) else value
    if word in ("true", "yes", "on"):
        return True
    return False if word in (None, "false", "no", "off") else value


# `true` for the sheet's own word, or words of the author's own.
FlagOrWords = Annotated[
    Annotated[bool, Tag("flag")] | Annotated[Words, Tag("words")],
    Discriminator(lambda value: "flag" if isinstance(value, bool) else "words"),
    BeforeValidator(_flag_or_words),
]
# Tells a mapping from a list, so that a fault is told once and in its own words.
BY_SHAPE = Discriminator(lambda value: "mapping" if isinstance(value, dict) else "list")


def _short(words: Words) -> Words:
    if len(words.plain) > LONGEST_LABEL:
        raise ValueError(
            f"“{words.plain[:20]}…” is too long for a label → {LONGEST_LABEL} characters at most"
        )
    return words


# Words for a small place, such as the end of an axis.
Label = Annotated[Words, AfterValidator(_short)]
Lines = Annotated[int, Field(ge=1, le=500)]
Height = Annotated[float, Field(ge=5, le=200)]


def words_or(value: bool | Words, word: str) -> Sequence[Span]:
    """The author's own words where a FlagOrWords has them, else `word`."""
    return value.spans if isinstance(value, Words) else [Span(word)]
