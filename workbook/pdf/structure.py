"""The structure tree of one file: counts marks while pages are drawn, and writes the elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.pdf.element import Annotation, Element, Mark
from workbook.pdf.objects import references, text_string

if TYPE_CHECKING:
    from workbook.pdf.objects import Objects


class StructureTree:
    """The elements of one document, and to which of them each page's marks belong."""

    def __init__(self, document: Element) -> None:
        self.document = document
        self._parents: list[list[Element] | Element] = []
        self._open: list[Element] = []

    def mark(self, element: Element, page: int) -> int:
        """Record a marked-content sequence of `element` on the page of this object number.

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
        """Record that an annotation belongs to `element`; gives its key in the parent tree."""
        element.kids.append(Annotation(page, number))
        return self._key(element)

    def _key(self, owner: list[Element] | Element) -> int:
        self._parents.append(owner)
        return len(self._parents) - 1

    def write(self, objects: Objects) -> int:
        """Write all elements, in reading order, and the parent tree; gives the root's number."""
        root = objects.reserve()
        # In reading order, neighbours in an object stream are alike and pack well.
        waiting, elements = [self.document], []
        while waiting:
            element = waiting.pop()
            element.number = objects.reserve()
            elements.append(element)
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
        for element in elements:
            parent = root if element is self.document else _parent(element).number
            objects.put(element.number, _written(element, parent))
        owners = [
            f"{key} {owner.number} 0 R"
            if isinstance(owner, Element)
            else f"{key}{references([element.number for element in owner])}"
            for key, owner in enumerate(self._parents)
        ]
        parents = objects.add(f"<</Nums[{' '.join(owners)}]>>")
        objects.put(
            root,
            f"<</Type/StructTreeRoot/K {self.document.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(owners)}>>",
        )
        return root


def _parent(element: Element) -> Element:
    if element.parent is None:
        raise ValueError(f"<{element.tag}> hangs in no tree")
    return element.parent


def _written(element: Element, parent: int) -> str:
    """An element as a dictionary, once all elements have numbers."""
    entries = f"<</S/{element.tag}/P {parent} 0 R"
    pages = {kid.page for kid in element.kids if isinstance(kid, Mark)}
    page = pages.pop() if len(pages) == 1 else 0
    if page:
        entries += f"/Pg {page} 0 R"
    kids = [_kid(kid, page) for kid in element.kids]
    if kids:
        entries += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
    if element.attributes:
        entries += f"/A{element.attributes}"
    if element.alt is not None:
        entries += f"/Alt{text_string(element.alt)}"
    if element.actual is not None:
        entries += f"/ActualText{text_string(element.actual)}"
    if element.title is not None:
        entries += f"/T{text_string(element.title)}"
    if element.lang is not None:
        entries += f"/Lang{text_string(element.lang)}"
    return entries + ">>"


def _kid(kid: Element | Mark | Annotation, page: int) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Pg {kid.page} 0 R/Obj {kid.number} 0 R>>"
    if kid.page == page:
        return str(kid.mcid)
    return f"<</Type/MCR/Pg {kid.page} 0 R/MCID {kid.mcid}>>"
