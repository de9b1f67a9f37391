"""A practice's own head: whole on the cover, and modest at the head of every page."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from workbook.choices.type import FOOT, SMALL, TABLE_STRONG
from workbook.geometry import MM, Area
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.picture_box import PictureBox
from workbook.layout.stack import Stack
from workbook.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.choices.type import TypeStyle
    from workbook.pdf.faces import Faces
    from workbook.pictures.picture import Picture
    from workbook.text.spans import Inline

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
        name: Sequence[Inline],
        sheet: Sheet,
        *,
        address: Sequence[Sequence[Inline]] = (),
        phone: Sequence[Inline] = (),
        web: Sequence[Inline] = (),
        logo: Picture | None = None,
        above: float | None = None,
    ) -> None:
        small, strong = sheet.style(SMALL), sheet.style(TABLE_STRONG)
        postal = [span for line in address for span in (*line, Span("\n"))][:-1]
        lines = [spans for spans in (postal, phone, web) if spans]
        title = Paragraph(name, strong, keep=bool(lines))
        boxes: list[Box] = [title]
        for number, spans in enumerate(lines, start=1):
            boxes.append(Paragraph(spans, small, keep=number < len(lines)))
        if logo is not None:
            alt = sheet.word("logo", practice=title.plain)
            picture = PictureBox(logo, *LOGO, alt, below=sheet.space.small, keep=True)
            boxes.insert(0, picture)
        super().__init__(boxes, above=above)


def running_head(
    area: Area, name: Sequence[Inline], logo: Picture | None, sheet: Sheet, faces: Faces
) -> Iterator[tuple[Box, Area]]:
    """A name at the left of `area` and a logo, no higher than it, at its right.

    It is in the foot's type. A name that has no room on one line is shortened.
    """
    style = sheet.style(FOOT)
    middle, width = area.top - area.height / 2, area.width
    if logo is not None:
        across, height = logo.fitted(min(SMALL_LOGO, area.width / 3), area.height)
        width -= across + GAP
        place = Area(area.right - across, middle + height / 2, across, height)
        yield PictureBox(logo, across, height, ""), place
    line = _on_one_line(name, style, width, faces)
    yield line, area._replace(top=middle + style.leading / 2, width=width)


def _on_one_line(name: Sequence[Inline], style: TypeStyle, width: float, faces: Faces) -> Paragraph:
    line = Paragraph([_unbroken(span) for span in name], style)
    text = line.plain
    most = len(text)
    while len(line.lines(width, faces)) > 1 and most > 1:
        most -= 1
        line = Paragraph([Span(shorten(text, most, placeholder="…"))], style)
    return line


def _unbroken(span: Inline) -> Inline:
    if not isinstance(span, Span):
        return span
    return Span(span.text.replace("\n", " "), span.strong, span.emphasis, lang=span.lang)
