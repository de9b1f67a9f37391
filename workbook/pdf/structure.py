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
        """Write all elements, in reading order, and the parent tree; gives the root's number.

        Raises ValueError when an element that was drawn isn't below the document.
        """
        root = objects.reserve()
        # In reading order, neighbours in an object stream are alike and pack well.
        waiting, elements = [(self.document, root)], []
        while waiting:
            element, parent = waiting.pop()
            number = element.number = objects.reserve()
            elements.append((element, parent))
            waiting += [(kid, number) for kid in reversed(element.kids) if isinstance(kid, Element)]
        for element, parent in elements:
            objects.put(element.number, _written(element, parent))
        owners = [
            f"{key} {_number(owner)} 0 R"
            if isinstance(owner, Element)
            else f"{key}{references([_number(element) for element in owner])}"
            for key, owner in enumerate(self._parents)
        ]
        parents = objects.add(f"<</Nums[{' '.join(owners)}]>>")
        objects.put(
            root,
            f"<</Type/StructTreeRoot/K {self.document.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(owners)}>>",
        )
        return root


def _number(element: Element) -> int:
    if not element.number:
        raise ValueError(f"<{element.tag}> was drawn, and hangs in no tree")
    return element.number


def _written(element: Element, parent: int) -> str:
    """An element as a dictionary, once all elements have numbers."""
    entries = f"<</S/{element.tag}/P {parent} 0 R"
    # Marks on the page of the first are told by number alone.
    page = 0
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotation):
            kids.append(f"<</Type/OBJR/Pg {kid.page} 0 R/Obj {kid.number} 0 R>>")
        elif page in (0, kid.page):
            page = kid.page
            kids.append(str(kid.mcid))
        else:
            kids.append(f"<</Type/MCR/Pg {kid.page} 0 R/MCID {kid.mcid}>>")
    if page:
        entries += f"/Pg {page} 0 R"
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
