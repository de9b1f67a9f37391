"""A practice's own head: whole on the cover, and modest at the head of every page."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from workbook.geometry import MM
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.picture_box import PictureBox
from workbook.layout.stack import Stack
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.choices.sheet import Sheet
    from workbook.choices.type import TypeStyle
    from workbook.geometry import Area
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
    from workbook.pictures.picture import Picture

# The largest logo on the cover, and the widest in a running head.
LOGO = (45 * MM, 18 * MM)
SMALL_LOGO = 45 * MM
GAP = 4 * MM


class Letterhead(Stack):
    """A logo, a name, and where to find who bears it: a Figure, and a P for each line.

    The lines of the `address` are one P.
    """

    def __init__(
        self,
        name: Sequence[Span],
        sheet: Sheet,
        *,
        address: Sequence[Sequence[Span]] = (),
        phone: Sequence[Span] = (),
        web: Sequence[Span] = (),
        logo: Picture | None = None,
    ) -> None:
        small = sheet.style("small")
        boxes: list[Box] = []
        if logo is not None:
            alt = sheet.word("logo", practice="".join(span.text for span in name))
            boxes.append(PictureBox(logo, *LOGO, alt))
            boxes[0].below = sheet.space.small
        boxes.append(Paragraph(name, sheet.style("table-strong")))
        postal = [span for line in address for span in (*line, Span("\n"))][:-1]
        boxes += [Paragraph(spans, small) for spans in (postal, phone, web) if spans]
        for box in boxes[:-1]:
            box.keep = True
        super().__init__(boxes)


def draw_running_head(
    pen: Pen, area: Area, name: Sequence[Span], logo: Picture | None = None
) -> None:
    """Draw a name at the left of `area` and a logo, no higher than it, at its right.

    It is an artifact (ISO 32000-1 14.8.2.2), in the foot's type. A name that has no room on
    one line is shortened.
    """
    style = pen.sheet.style("foot")
    middle = area.top - area.height / 2
    with pen.artifact("Header"):
        room = area.width
        if logo is not None:
            width, height = logo.fitted(min(SMALL_LOGO, area.width / 3), area.height)
            room -= width + GAP
            x, top = area.right - width, middle + height / 2
            pen.image(area._replace(x=x, top=top, width=width, height=height), logo)
        line = _on_one_line(name, style, room, pen.faces)
        line.draw(pen, area._replace(top=middle + style.leading / 2, width=room))


def _on_one_line(name: Sequence[Span], style: TypeStyle, width: float, faces: Faces) -> Paragraph:
    line = Paragraph([_unbroken(span) for span in name], style)
    text = "".join(span.text for span in line.spans)
    most = len(text)
    while len(line.lines(width, faces)) > 1 and most > 1:
        most -= 1
        line = Paragraph([Span(shorten(text, most, placeholder="…"))], style)
    return line


def _unbroken(span: Span) -> Span:
    return Span(span.text.replace("\n", " "), span.strong, span.emphasis, lang=span.lang)
