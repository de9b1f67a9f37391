"""The types of every text field: words of one paragraph, and prose of several.

Both are made from the YAML's text, and refuse what a page can't show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from pydantic_core import PydanticCustomError, core_schema

from workbook.text.markdown import ENGLISH_QUOTES, parse
from workbook.text.spans import Listing, MarkupError, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.text.markdown import Quotes
    from workbook.text.spans import Inline


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text: paragraphs and lists."""

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
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string"}

    @classmethod
    def _validate(cls, value: object, info: core_schema.ValidationInfo[Any]) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str) or not value.strip():
            raise PydanticCustomError("no_words", "some words are needed here")
        try:
            return cls.parse(value, (info.context or {}).get("quotes", ENGLISH_QUOTES))
        except MarkupError as error:
            above = len(value) - len(value.lstrip())
            line = error.line + value[:above].count("\n")
            raise PydanticCustomError(
                "markup", "{what}", {"what": error.what, "remedy": error.remedy, "line": line}
            ) from None


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
