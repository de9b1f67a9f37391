"""Running text as boxes: paragraphs, and lists with their labels."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from workbook.geometry import Area
from workbook.layout.box import Box
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element
from workbook.text.spans import Listing, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.type import TypeStyle
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen
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

    def split(self, width: float, room: float, faces: Faces) -> tuple[Box, Box] | None:
        """The label stays with the body's first piece."""
        pieces = self.body.split(width - self.indent, room, faces)
        if pieces is None:
            return None
        return self._piece(self.label, pieces[0]), self._piece(None, pieces[1])

    def _piece(self, label: Box | None, body: Box) -> Labelled:
        piece = copy(self)
        piece.label, piece.body = label or _Nothing(), body
        piece.above, piece.below, piece.stretch = body.above, body.below, body.stretch
        return piece

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw label and body side by side."""
        room = area.width - self.indent
        label, body = 0.0, self.indent
        if self.reach is not None:
            label, body = min(self.reach, room), 0.0
        self.label.draw(pen, area._replace(x=area.x + label, width=self.indent))
        self.body.draw(pen, area._replace(x=area.x + body, width=room))


class _Nothing(Box):
    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return 0.0

    def draw(self, pen: Pen, area: Area) -> None:
        pass


def prose(text: Prose, style: TypeStyle) -> Iterator[Box]:
    """The boxes of running text, with a small space after each."""
    gap = style.leading * ITEM_GAP * 2
    for part in text.parts:
        if isinstance(part, Listing):
            yield listing(part, style)
        else:
            yield Paragraph(part.spans, style, above=gap, below=gap)


def listing(part: Listing, style: TypeStyle) -> Stack:
    """A list as an L element with bullets or numbers."""
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
    return list_stack(items, numbering, above=gap * 2, below=gap * 2)


def list_stack(items: list[Box], numbering: str, *, above: float, below: float) -> Stack:
    """List items as one L element; two of them at least on either side of a cut."""

    element = Element("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")
    few = 2 if len(items) > 3 else 1
    stack = Stack(items, element=element, above=above, below=below, orphans=few, widows=few)
    for item in items:
        element.append(*item.elements())
    return stack
