"""Items to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from workbook.blocks.contract import Block, Setting
from workbook.blocks.fields import FlagOrWords, words_or
from workbook.choices.sheet import Sheet
from workbook.choices.type import BODY, QUESTION, TABLE_STRONG
from workbook.geometry import MM
from workbook.layout.beside import Beside
from workbook.layout.box import Box
from workbook.layout.lists import Labelled, list_stack
from workbook.layout.marks import TickBox
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.layout.table import Cell, Row, Table
from workbook.pdf.element import Element
from workbook.schema.field import Field
from workbook.text.prose import Words

GUTTER = 6 * MM
LEFT_GAP = 2 * MM
BOX_GAP = 3 * MM
ITEM_GAP = 3 * MM
# A column of items needs this many ems, whatever its author asked for.
LEAST_COLUMN = 13.0


class Checklist(Block):
    """Items with a box to tick; in two columns when all of them are short."""

    kind: ClassVar[str] = "checklist"

    checklist: tuple[Words, ...] = Field(min_length=1)
    lead: Words | None = None
    columns: Literal[1, 2] | None = None
    notes: FlagOrWords = False

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """An L with an LI for each item, its Lbl read as a box to tick; a Table with notes."""
        sheet = setting.sheet
        if self.lead is not None:
            yield Paragraph(
                self.lead,
                sheet.style(QUESTION),
                above=sheet.space.small,
                below=ITEM_GAP,
                keep=True,
            )
        if self.notes:
            yield self._with_notes(setting)
            return
        reach = self._reach(setting)
        items: list[Box] = [_item(words, sheet, reach) for words in self.checklist]
        if self._in_two(setting):
            items = [
                Beside(items[at : at + 2], (1, 1), gap=GUTTER, upright="fill")
                for at in range(0, len(items), 2)
            ]
        yield list_stack(items, "None", above=sheet.space.small, below=sheet.space.middle)

    def _reach(self, setting: Setting) -> float | None:
        """For a left hand, how far the boxes stand from the left: just past the widest item."""
        sheet = setting.sheet
        if not sheet.left_handed:
            return None
        style = sheet.style(BODY)
        widths = (Paragraph(words, style).natural_width(setting.faces) for words in self.checklist)
        return max(widths) + LEFT_GAP

    def _in_two(self, setting: Setting) -> bool:
        """As chosen, else when each item fits on one line of a column."""
        sheet = setting.sheet
        width = (sheet.width - GUTTER) / 2 - sheet.tick_box - BOX_GAP
        if self.columns == 1 or width < LEAST_COLUMN * sheet.style(BODY).size:
            return False
        if self.columns == 2:
            return True
        widths = (
            Paragraph(words, sheet.style(BODY)).natural_width(setting.faces)
            for words in self.checklist
        )
        return len(self.checklist) > 3 and all(natural <= width for natural in widths)

    def _with_notes(self, setting: Setting) -> Box:
        sheet = setting.sheet
        heading = words_or(self.notes, sheet.word("notes"))
        head = Row(
            [
                Cell(header="column"),
                Cell(Paragraph(heading, sheet.style(TABLE_STRONG)), header="column"),
            ],
            (3, 2),
            sheet,
            head=True,
        )
        rows = [
            Row(
                [Cell(_alone(words, sheet, self._reach(setting))), Cell.empty(words.plain)],
                (3, 2),
                sheet,
                least=sheet.least_row,
            )
            for words in self.checklist
        ]
        return Table(rows, sheet, setting.faces, header=head)


def _item(words: Words, sheet: Sheet, reach: float | None) -> Labelled:
    style = sheet.style(BODY)
    body = Paragraph(words, style, above=ITEM_GAP, below=ITEM_GAP)
    tick = TickBox(sheet, style.leading, Element("Lbl"), words.plain)
    return Labelled(tick, body, sheet.tick_box + BOX_GAP, reach=reach)


def _alone(words: Words, sheet: Sheet, reach: float | None) -> Stack:
    return list_stack([_item(words, sheet, reach)], "None", above=0.0, below=0.0)
