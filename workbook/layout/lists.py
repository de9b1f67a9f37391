"""Running text as boxes: paragraphs, and lists with their labels."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from workbook.layout.box import Box, Space
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element
from workbook.text.spans import Listing, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.type import TypeStyle
    from workbook.geometry import Area
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.text.prose import Prose

ITEM_GAP = 0.25


class Labelled(Box):
    """A list item: a label at the left, and a body `indent` points further in.

    With `reach` the label stands at the right instead, so many points from the left edge. It
    is an LI with Lbl and LBody (ISO 32000-1 14.8.4.3.3); `label` draws as Lbl.
    """

    def __init__(self, label: Box, body: Box, indent: float, *, reach: float | None = None) -> None:
        self.label, self.body, self.indent, self.reach = label, body, indent, reach
        self.above, self.below, self.keep = body.above, body.below, body.keep
        self.stretch = body.stretch
        self.element = Element("LI")
        self.element.append(*label.elements())
        self.element.append(Element("LBody", *body.elements()))

    def inside(self) -> Sequence[Box]:
        """Label and body."""
        return (self.label, self.body)

    def height(self, width: float, faces: Faces) -> float:
        """The higher of label and body."""
        return max(
            self.label.height(self.indent, faces), self.body.height(width - self.indent, faces)
        )

    def least_width(self, faces: Faces) -> float:
        """The body's beside its label."""
        return self.indent + self.body.least_width(faces)

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """The label stays with the body's first piece."""
        pieces = self.body.split(width - self.indent, available, faces)
        if pieces is None:
            return None
        return self._piece(self.label, pieces[0]), self._piece(None, pieces[1])

    def _piece(self, label: Box | None, body: Box) -> Labelled:
        piece = copy(self)
        piece.label, piece.body = label or Space(0.0), body
        piece.above, piece.below, piece.stretch = body.above, body.below, body.stretch
        return piece

    def place(self, area: Area, placing: Placing) -> None:
        """Place label and body side by side."""
        placing.put(self, area)
        width = area.width - self.indent
        label, body = 0.0, self.indent
        if self.reach is not None:
            label, body = min(self.reach, width), 0.0
        self.label.place(area._replace(x=area.x + label, width=self.indent), placing)
        self.body.place(area._replace(x=area.x + body, width=width), placing)


def prose(
    text: Prose, style: TypeStyle, *, above: float | None = None, keep: bool = False
) -> Iterator[Box]:
    """The boxes of running text, with a small space after each.

    `above` is the space over the first, in points; with `keep` each holds to what follows.
    """
    gap = style.leading * ITEM_GAP * 2
    for number, part in enumerate(text.parts):
        space = gap if number or above is None else above
        if isinstance(part, Listing):
            yield listing(part, style, above=space, keep=keep)
        else:
            yield Paragraph(part.spans, style, above=space, below=gap, keep=keep)


def listing(
    part: Listing, style: TypeStyle, *, above: float | None = None, keep: bool = False
) -> Stack:
    """A list as an L element with bullets or numbers, `above` points below what is over it."""
    bullets = part.start is None
    digits = len(str((part.start or 0) + len(part.items)))
    indent = style.size * (1.1 if bullets else 0.7 * digits + 1)
    gap = style.leading * ITEM_GAP
    items: list[Box] = []
    for number, item in enumerate(part.items, start=part.start or 0):
        label = "•" if bullets else f"{number}."
        items.append(
            Labelled(
                Paragraph([Span(label)], style, tag="Lbl"),
                Paragraph(item.spans, style, above=gap, below=gap),
                indent,
            )
        )
    numbering = "Disc" if bullets else "Decimal"
    space = gap * 2
    over = space if above is None else above
    return list_stack(items, numbering, above=over, below=space, keep=keep)


def list_stack(
    items: Sequence[Box],
    numbering: str,
    *,
    above: float,
    below: float,
    keep: bool = False,
    elements: Sequence[Element] | None = None,
) -> Stack:
    """List items as one L element; two of them at least on either side of a cut.

    `elements` are those of the items where their order differs from that of the boxes.
    """
    element = Element("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")
    if elements is None:
        elements = [element for item in items for element in item.elements()]
    element.append(*elements)
    few = 2 if len(items) > 3 else 1
    return Stack(
        items, element=element, above=above, below=below, keep=keep, orphans=few, widows=few
    )
