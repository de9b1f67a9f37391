"""The kinds of block. `KINDS` is the only list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated

from workbook.blocks.contract import Block
from workbook.schema.field import FirstKey


class Kinds(Mapping[str, type[Block]]):
    """Classes of blocks by the names of their kinds; a class is imported when it is asked for."""

    def __init__(self, homes: Mapping[str, str]) -> None:
        self._homes = homes
        self._found: dict[str, type[Block]] = {}

    def __getitem__(self, kind: str) -> type[Block]:
        found = self._found.get(kind)
        if found is None:
            module, _, name = self._homes[kind].partition(":")
            found = self._found[kind] = getattr(import_module(f"{__name__}.{module}"), name)
        return found

    def __contains__(self, kind: object) -> bool:
        return kind in self._homes

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)


KINDS = Kinds(
    {
        "text": "text:Text",
        "heading": "heading:Heading",
        "callout": "callout:Callout",
        "prompt": "prompt:Prompt",
        "journal": "journal:Journal",
        "checklist": "checklist:Checklist",
        "selfcheck": "selfcheck:Selfcheck",
        "scale": "scale:Scale",
        "comparison": "comparison:Comparison",
        "table": "table:FillInTable",
        "steps": "steps:Steps",
        "boxes": "boxes:Boxes",
        "rings": "rings:Rings",
        "chart": "chart:Chart",
        "letter": "letter:Letter",
        "cards": "cards:Cards",
        "questions": "questions:Questions",
        "helplines": "helplines:Helplines",
        "sources": "sources:Sources",
        "signature": "signature:Signature",
        "cover": "cover:Cover",
        "contents": "contents:Contents",
        "break": "page_break:PageBreak",
    }
)

# A block of any kind, as a field of a worksheet.
AnyBlock = Annotated[
    Block, FirstKey(KINDS, noun="block", remedy="for words alone write `- text: …`")
]
