"""Structure elements: what each mark on paper is, for a listener. ISO 32000-1 14.7–14.8.

Elements are made while blocks are laid out, in reading order; marks are added while pages
are drawn. So an element that is split over pages stays one element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from workbook.geometry import Area


class Mark(NamedTuple):
    """A marked-content sequence: its page, counted from 1, and its MCID there."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """An annotation that belongs to an element: its page, counted from 1, and its object number."""

    page: int
    number: int


class Element:
    """A structure element with its kids in reading order.

    `tag` is a standard structure type (ISO 32000-1 14.8.4). `alt` describes what can't be
    read, `actual` replaces the content when read aloud, `attributes` is raw PDF syntax. `lang`
    is said where it differs from the document's. `number` is its object's, once it is written.
    """

    __slots__ = (
        "actual",
        "alt",
        "attributes",
        "kids",
        "lang",
        "number",
        "parent",
        "tag",
        "title",
    )

    def __init__(
        self,
        tag: str,
        *kids: Element,
        alt: str | None = None,
        actual: str | None = None,
        title: str | None = None,
        attributes: str = "",
        lang: str | None = None,
    ) -> None:
        self.tag = tag
        self.alt, self.actual, self.title = alt, actual, title
        self.attributes, self.lang = attributes, lang
        self.parent: Element | None = None
        self.number = 0
        self.kids: list[Element | Mark | Annotation] = []
        self.append(*kids)

    def append(self, *kids: Element) -> None:
        """Add elements at the end."""
        for kid in kids:
            kid.parent = self
        self.kids += kids

    def add(self, tag: str, **entries: Any) -> Element:
        """Make an element and append it; gives it back."""
        kid = Element(tag, **entries)
        self.append(kid)
        return kid

    def insert_after(self, kid: Element, new: Element) -> None:
        """Put `new` right after `kid`."""
        new.parent = self
        self.kids.insert(self.kids.index(kid) + 1, new)


def bounding_box(area: Area) -> str:
    """A figure's layout attribute: its bounding box on its page (ISO 14289-1 7.3)."""
    return (
        f"<</O/Layout/BBox[{area.x:.1f} {area.bottom:.1f} {area.right:.1f} {area.top:.1f}]"
        "/Placement/Block>>"
    )
