"""The types of every text field: words of one paragraph, and prose of several.

Both are made from the YAML's text, and refuse what a page can't show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from workbook.errors import FieldFault, in_words
from workbook.text.markdown import ENGLISH_QUOTES, parse
from workbook.text.spans import Listing, MarkupError, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbook.text.spans import Inline, Quotes


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text: paragraphs and lists."""

    yaml_shape: ClassVar[Literal["scalar"]] = "scalar"

    source: str
    parts: tuple[Passage | Listing, ...]

    @classmethod
    def parse(cls, source: str, quotes: Quotes = ENGLISH_QUOTES) -> Self:
        """Read Markdown; raises MarkupError where a page couldn't show it.

        Straight quotation marks become `quotes`: outer and inner, opening and closing.
        """
        return cls(source, tuple(parse(source, quotes)))

    @property
    def spans(self) -> tuple[Inline, ...]:
        """Every span in reading order."""
        return tuple(span for passage in self.passages() for span in passage.spans)

    @property
    def plain(self) -> str:
        """The words alone, without pages referred to; parts joined by a space."""
        return " ".join([passage.plain.replace("\n", " ") for passage in self.passages()])

    def passages(self) -> Iterator[Passage]:
        """Its paragraphs and list items, in order."""
        for part in self.parts:
            if isinstance(part, Passage):
                yield part
            else:
                yield from part.items

    @classmethod
    def from_yaml(cls, value: object, context: Mapping[str, Any]) -> Self:
        """Read a text, with the quotation marks that `context` has as `quotes`.

        Raises FieldFault where it is none, and MarkupError where a page couldn't show it.
        """
        if not isinstance(value, str) or not value.strip():
            what = f"needs some words, not {in_words(value)}"
            raise FieldFault(what, "write them after the colon", named=True)
        try:
            return cls.parse(value, context.get("quotes", ENGLISH_QUOTES))
        except MarkupError as error:
            above = len(value) - len(value.lstrip())
            error.line += value[:above].count("\n")
            raise

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """How JSON Schema describes it: scalars of YAML are text, so a number is one too."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


class Words(Prose):
    """Running text of one paragraph: a title, a question, a table's cell."""

    __slots__ = ()

    @classmethod
    def parse(cls, source: str, quotes: Quotes = ENGLISH_QUOTES) -> Self:
        """Read Markdown; raises MarkupError for more than one paragraph."""
        parts = tuple(parse(source, quotes))
        if len(parts) != 1 or not isinstance(parts[0], Passage):
            raise MarkupError("only one paragraph can stand here", "keep it to one paragraph")
        return cls(source, parts)
