"""The structure tree of one file: counts marks while pages are drawn, and writes the elements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from workbook.pdf.element import Annotation, Element, Mark
from workbook.pdf.reportlab import PDFObject, PDFString

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook.pdf.document import Document


class StructureTree(PDFObject):
    """The elements of one document, and to which of them each page's marks belong.

    ReportLab's document holds the root. Elements are most of a file's objects, and go into it as
    PDF syntax: ReportLab's own dictionaries take ten times as long.
    """

    __RefOnly__ = 1

    def __init__(self, document: Element) -> None:
        self.document = document
        self._parents: list[list[Element] | Element] = []
        self._open: list[Element] = []

    def mark(self, element: Element, page: int) -> int:
        """Record a marked-content sequence of `element` on a page, counted from 1.

        Gives its MCID, which counts from 0 on each page.
        """
        mcid = len(self._open)
        self._open.append(element)
        element.kids.append(Mark(page, mcid))
        return mcid

    def close_page(self) -> int | None:
        """The page's key in the parent tree, None when nothing on it is tagged."""
        marked, self._open = self._open, []
        return self._key(marked) if marked else None

    def annotation(self, element: Element, page: int, number: int) -> int:
        """Record that an annotation on a page belongs to `element`.

        `number` is the annotation's object number. Gives its key in the parent tree.
        """
        element.kids.append(Annotation(page, number))
        return self._key(element)

    def _key(self, owner: list[Element] | Element) -> int:
        self._parents.append(owner)
        return len(self._parents) - 1

    def format(self, document: Document) -> bytes:
        """The root as PDF syntax; puts all elements, in reading order, and the parent tree.

        Called by ReportLab while it writes the file. Raises ValueError when an element that was
        drawn isn't below the document.
        """
        root = document.number(self)
        # In reading order, neighbours in an object stream are alike and pack well.
        waiting, elements = [(self.document, root)], []
        while waiting:
            element, parent = waiting.pop()
            number = element.number = document.reserve()
            elements.append((element, parent))
            waiting += [(kid, number) for kid in reversed(element.kids) if isinstance(kid, Element)]
        pages = document.page_numbers()

        @cache
        def text(words: str) -> str:
            written: bytes = PDFString(words).format(document)
            return written.decode("latin-1")

        for element, parent in elements:
            document.put(element.number, _written(element, parent, pages, text))
        owners = [
            f"{key} {_number(owner)} 0 R"
            if isinstance(owner, Element)
            else f"{key}[{' '.join([f'{_number(element)} 0 R' for element in owner])}]"
            for key, owner in enumerate(self._parents)
        ]
        parents = document.reserve()
        document.put(parents, f"<</Nums[{' '.join(owners)}]>>")
        return (
            f"<</Type/StructTreeRoot/K {self.document.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(owners)}>>"
        ).encode("ascii")


def _number(element: Element) -> int:
    if not element.number:
        raise ValueError(f"<{element.tag}> was drawn, and hangs in no tree")
    return element.number


def _written(
    element: Element, parent: int, pages: Sequence[int], text: Callable[[str], str]
) -> str:
    """An element as a dictionary, once all elements have numbers.

    `pages` has the numbers of pages, and `text` writes text strings.
    """
    entries = f"<</S/{element.tag}/P {parent} 0 R"
    # Marks on the page of the first are told by number alone.
    page = 0
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotation):
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page - 1]} 0 R/Obj {kid.number} 0 R>>")
        elif page in (0, kid.page):
            page = kid.page
            kids.append(str(kid.mcid))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[kid.page - 1]} 0 R/MCID {kid.mcid}>>")
    if page:
        entries += f"/Pg {pages[page - 1]} 0 R"
    if kids:
        entries += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
    if element.attributes:
        entries += f"/A{element.attributes}"
    if element.alt is not None:
        entries += f"/Alt{text(element.alt)}"
    if element.actual is not None:
        entries += f"/ActualText{text(element.actual)}"
    if element.title is not None:
        entries += f"/T{text(element.title)}"
    if element.lang is not None:
        entries += f"/Lang{text(element.lang)}"
    return entries + ">>"
