"""The structure recorder: what each mark on paper is, for a listener.

Elements are made while blocks are laid out, in reading order; marks are added while pages
are drawn. So an element that is split over pages stays one element. ISO 32000-1 14.7–14.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFString

if TYPE_CHECKING:
    from workbook.geometry import Area


class Mark(NamedTuple):
    """A marked-content sequence: the page's object name and its MCID there."""

    page: str
    mcid: int


class Annotation(NamedTuple):
    """An annotation that belongs to an element: page and annotation object names."""

    page: str
    name: str


class Element(PDFObject):
    """A structure element with its kids in reading order.

    `tag` is a standard structure type (ISO 32000-1 14.8.4). `alt` describes what can't be
    read, `actual` replaces the content when read aloud, `attributes` is raw PDF syntax. `lang`
    is said where it differs from the document's.
    """

    __RefOnly__ = 1

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
        self.kids: list[Element | Mark | Annotation] = []
        self.append(*kids)

    def append(self, *kids: Element) -> None:
        """Add elements at the end."""
        for kid in kids:
            kid.parent = self
            self.kids.append(kid)

    def add(self, tag: str, **entries: Any) -> Element:
        """Make an element and append it; gives it back."""
        kid = Element(tag, **entries)
        self.append(kid)
        return kid

    def insert_after(self, kid: Element, new: Element) -> None:
        """Put `new` right after `kid`."""
        new.parent = self
        self.kids.insert(self.kids.index(kid) + 1, new)

    def format(self, document: Any) -> bytes:
        """This element as a PDF dictionary; called by ReportLab while it writes the file."""
        entries = ["<</S/", self.tag, "/P ", _ref(document, self.parent)]
        pages = {kid.page for kid in self.kids if isinstance(kid, Mark)}
        page = next(iter(pages)) if len(pages) == 1 else None
        if page:
            entries += ["/Pg ", _named(document, page)]
        if self.kids:
            kids = [self._kid(document, kid, page) for kid in self.kids]
            entries += ["/K ", kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"]
        if self.attributes:
            entries += ["/A", self.attributes]
        for key, words in (
            ("/Alt", self.alt),
            ("/ActualText", self.actual),
            ("/T", self.title),
            ("/Lang", self.lang),
        ):
            if words is not None:
                entries += [key, PDFString(words).format(document).decode("latin-1")]
        entries.append(">>")
        return "".join(entries).encode("latin-1")

    def _kid(self, document: Any, kid: Element | Mark | Annotation, page: str | None) -> str:
        if isinstance(kid, Element):
            return _ref(document, kid)
        where = _named(document, kid.page)
        if isinstance(kid, Mark):
            if kid.page == page:
                return str(kid.mcid)
            return f"<</Type/MCR/Pg {where}/MCID {kid.mcid}>>"
        return f"<</Type/OBJR/Pg {where}/Obj {_named(document, kid.name)}>>"


class StructureTree(Element):
    """The root of one document's elements; writes the parent tree."""

    def __init__(self, document: Element) -> None:
        super().__init__("StructTreeRoot", document)
        self.document = document
        self._parents: list[list[Element] | Element] = []
        self._open: list[Element] = []

    def open_page(self) -> None:
        """Start counting marks for the next page."""
        self._open = []

    def mark(self, element: Element, page: str) -> int:
        """Record a marked-content sequence of `element` on `page`; gives its MCID."""
        mcid = len(self._open)
        self._open.append(element)
        element.kids.append(Mark(page, mcid))
        return mcid

    def close_page(self) -> int | None:
        """The page's key in the parent tree, None when nothing on it is tagged."""
        return self._key(self._open) if self._open else None

    def annotation(self, element: Element, page: str, name: str) -> int:
        """Record that an annotation belongs to `element`; gives its key in the parent tree."""
        element.kids.append(Annotation(page, name))
        return self._key(element)

    def _key(self, owner: list[Element] | Element) -> int:
        self._parents.append(owner)
        return len(self._parents) - 1

    def format(self, document: Any) -> bytes:
        """The tree's root as a PDF dictionary, with its ParentTree."""
        numbers: list[Any] = []
        for key, owner in enumerate(self._parents):
            numbers += [key, PDFArray(owner) if isinstance(owner, list) else owner]
        entries: dict[str, Any] = {
            "Type": "/StructTreeRoot",
            "K": self.document,
            "ParentTree": document.Reference(PDFDictionary({"Nums": PDFArray(numbers)})),
            "ParentTreeNextKey": len(self._parents),
        }
        result: bytes = PDFDictionary(entries).format(document)
        return result


def bounding_box(area: Area) -> str:
    """A figure's layout attribute: its bounding box on its page (ISO 14289-1 7.3)."""
    return (
        f"<</O/Layout/BBox[{area.x:.1f} {area.bottom:.1f} {area.right:.1f} {area.top:.1f}]"
        "/Placement/Block>>"
    )


def _ref(document: Any, element: Element | None) -> str:
    return _named(document, document.Reference(element).name)


def _named(document: Any, name: str) -> str:
    return "{} {} R".format(*document.idToObjectNumberAndVersion[name])
