"""The kinds of block. `KINDS` is the only list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.blocks.boxes import Boxes
from workbook.blocks.callout import Callout
from workbook.blocks.cards import Cards
from workbook.blocks.chart import Chart
from workbook.blocks.checklist import Checklist
from workbook.blocks.comparison import Comparison
from workbook.blocks.contents import Contents
from workbook.blocks.cover import Cover
from workbook.blocks.heading import Heading
from workbook.blocks.helplines import Helplines
from workbook.blocks.journal import Journal
from workbook.blocks.letter import Letter
from workbook.blocks.page_break import PageBreak
from workbook.blocks.prompt import Prompt
from workbook.blocks.questions import Questions
from workbook.blocks.rings import Rings
from workbook.blocks.scale import Scale
from workbook.blocks.selfcheck import Selfcheck
from workbook.blocks.signature import Signature
from workbook.blocks.sources import Sources
from workbook.blocks.steps import Steps
from workbook.blocks.table import FillInTable
from workbook.blocks.text import Text

if TYPE_CHECKING:
    from workbook.blocks.contract import Block

KINDS: dict[str, type[Block]] = {
    kind.kind: kind
    for kind in (
        Text,
        Heading,
        Callout,
        Prompt,
        Journal,
        Checklist,
        Selfcheck,
        Scale,
        Comparison,
        FillInTable,
        Steps,
        Boxes,
        Rings,
        Chart,
        Letter,
        Cards,
        Questions,
        Helplines,
        Sources,
        Signature,
        Cover,
        Contents,
        PageBreak,
    )
}
