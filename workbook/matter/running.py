"""Running matter: what stands at the foot and at the head of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.choices.paper import HEAD_HEIGHT, HEAD_TOP
from workbook.geometry import Area
from workbook.layout.paragraph import Paragraph
from workbook.matter.letterhead import draw_running_head
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.pdf.pen import Pen
    from workbook.pictures.picture import Picture
    from workbook.text.prose import Words


@dataclass(frozen=True, slots=True)
class RunningHead:
    """A practice's name and logo at the head of pages, or of the first one only."""

    name: Sequence[Span]
    logo: Picture | None = None
    first_only: bool = False


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """What stands at the foot of each page beside its number, and at its head."""

    title: Words
    licence: Words | None = None
    head: RunningHead | None = None


def draw_running_matter(page: int, pen: Pen, running: RunningMatter, frame: Area) -> None:
    """Draw the foot of a page, counted from 1, around `frame`, and its head where it has one."""
    _draw_foot(page, pen, running, frame)
    head = running.head
    if head is not None and (page == 1 or not head.first_only):
        edge = pen.sheet.paper.height - HEAD_TOP
        area = Area(frame.x, edge, frame.width, HEAD_HEIGHT)
        draw_running_head(pen, area, head.name, head.logo)


def _draw_foot(page: int, pen: Pen, running: RunningMatter, frame: Area) -> None:
    style = pen.sheet.style("foot")
    top = pen.sheet.margins.foot + style.leading
    area = Area(frame.x, top, frame.width, style.leading)
    with pen.artifact("Footer"):
        # The folio is at the outside, away from the binding.
        bound_left = pen.sheet.binds_left(page)
        inside, outside = ("left", "right") if bound_left else ("right", "left")
        title = Paragraph(running.title, style, align=inside)
        title.draw(pen, area)
        if running.licence is not None:
            licence = Paragraph(running.licence, style, align="center")
            beside = frame.width / 2 - title.natural_width(pen.faces) - style.size
            height = style.leading
            if licence.natural_width(pen.faces) / 2 > beside:
                # Too long to stand between title and folio: above them.
                licence.align = inside
                height += licence.height(frame.width, pen.faces)
            licence.draw(pen, area._replace(top=pen.sheet.margins.foot + height))
        Paragraph([Span(str(page))], style, align=outside).draw(pen, area)
