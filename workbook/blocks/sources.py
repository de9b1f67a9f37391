"""Where the exercises come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from workbook.blocks.contract import Block, Setting
from workbook.choices.type import Role
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element
from workbook.schema.field import Field
from workbook.text.prose import Words

SOURCE = Role(10.5, 14)
INDENT = 14.0


class Sources(Block):
    """Authors, years and titles, in small print."""

    kind: ClassVar[str] = "sources"
    # What sources are called is no prose.
    is_prose: ClassVar[bool] = False

    sources: tuple[Words, ...] = Field(min_length=1)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """An L of BibEntry items."""
        sheet = setting.sheet
        style = sheet.style(SOURCE)
        element = Element("L", attributes="<</O/List/ListNumbering/None>>")
        items: list[Box] = []
        for words in self.sources:
            entry = Paragraph(words, style, tag="BibEntry", below=style.leading / 8)
            element.append(Element("LI", Element("LBody", entry.element)))
            items.append(entry)
        yield Stack(items, element=element, above=sheet.space.small, below=sheet.space.small)
