"""Running matter: what stands at the foot and at the head of pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbook.choices.paper import HEAD_HEIGHT, HEAD_TOP
from workbook.choices.type import FOOT
from workbook.geometry import Area
from workbook.layout.box import Artifact
from workbook.layout.paragraph import Paragraph
from workbook.matter.letterhead import running_head
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Align, Placing
    from workbook.layout.pages import Furnish, Page
    from workbook.pictures.picture import Picture
    from workbook.text.prose import Words
    from workbook.text.spans import Inline


@dataclass(frozen=True, slots=True)
class RunningHead:
    """A practice's name and logo at the head of pages, or of the first one only."""

    name: Sequence[Inline]
    logo: Picture | None = None
    first_only: bool = False


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """What stands at the foot of each page beside its number, and at its head."""

    title: Words
    licence: Words | None = None
    head: RunningHead | None = None

    def furnish(self, sheet: Sheet) -> Furnish:
        """What places the foot of a page below its frame, and its head above where it has one."""
        return partial(self._place, sheet)

    def _place(self, sheet: Sheet, page: Page, frame: Area, placing: Placing) -> None:
        with placing.within(Artifact("Footer")):
            self._place_foot(page.number, frame, placing, sheet)
        head = self.head
        if head is not None and (page.number == 1 or not head.first_only):
            edge = sheet.paper.height - HEAD_TOP
            area = Area(frame.x, edge, frame.width, HEAD_HEIGHT)
            with placing.within(Artifact("Header")):
                for box, part in running_head(area, head.name, head.logo, sheet, placing.faces):
                    box.place(part, placing)

    def _place_foot(self, page: int, frame: Area, placing: Placing, sheet: Sheet) -> None:
        style, faces = sheet.style(FOOT), placing.faces
        top = sheet.margins.foot + style.leading
        area = Area(frame.x, top, frame.width, style.leading)
        # The folio is at the outside, away from the binding.
        inside: Align = "left" if sheet.binds_left(page) else "right"
        outside: Align = "right" if inside == "left" else "left"
        title = Paragraph(self.title, style, align=inside)
        title.place(area, placing)
        if self.licence is not None:
            licence = Paragraph(self.licence, style, align="center")
            beside = frame.width / 2 - title.natural_width(faces) - style.size
            high, above = licence.height(frame.width, faces), 0.0
            if licence.natural_width(faces) / 2 > beside:
                # Too long to stand between title and folio: above them.
                licence.align, above = inside, high
            licence.place(area._replace(top=top + above, height=high), placing)
        Paragraph([Span(str(page))], style, align=outside).place(area, placing)
