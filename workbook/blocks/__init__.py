"""The kinds of block. `KINDS` is the only list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.blocks.callout import Callout
from workbook.blocks.checklist import Checklist
from workbook.blocks.comparison import Comparison
from workbook.blocks.contents import Contents
from workbook.blocks.cover import Cover
from workbook.blocks.heading import Heading
from workbook.blocks.journal import Journal
from workbook.blocks.page_break import PageBreak
from workbook.blocks.prompt import Prompt
from workbook.blocks.questions import Questions
from workbook.blocks.text import Text

if TYPE_CHECKING:
    from workbook.blocks.block import Block

KINDS: dict[str, type[Block]] = {
    kind.kind: kind
    for kind in (
        Text,
        Heading,
        Callout,
        Prompt,
        Journal,
        Checklist,
        Comparison,
        Questions,
        Cover,
        Contents,
        PageBreak,
    )
}
