"""A PDF's structure tree read back, and written as indented text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.marks import PageMarks

HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}


@dataclass
class Mark:
    """Marked content of an element: the page (from 0), the MCID and what it says."""

    page: int
    mcid: int
    text: str


@dataclass
class Target:
    """An annotation of an element: where a link leads, and its own words."""

    page: int
    objgen: tuple[int, int]
    leads_to: str
    contents: str
    rectangle: tuple[float, ...]
    struct_parent: int


@dataclass
class Node:
    """A structure element."""

    tag: str
    objgen: tuple[int, int]
    alt: str | None = None
    actual: str | None = None
    title: str | None = None
    attributes: dict[str, object] = field(default_factory=dict)
    kids: list[Node | Mark | Target] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def marks(self) -> Iterator[Mark]:
        """Marked content of it and of everything below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.marks()

    def targets(self) -> Iterator[Target]:
        for node in self.walk():
            yield from (kid for kid in node.kids if isinstance(kid, Target))

    def all(self, *tags: str) -> list[Node]:
        return [node for node in self.walk() if node.tag in tags]

    @property
    def text(self) -> str:
        return "".join(mark.text for mark in self.marks())


def read_tree(file: pikepdf.Pdf, pages: list[PageMarks]) -> Node:
    """The Document element of `file`, whose pages are read already."""
    numbers = {page.objgen: number for number, page in enumerate(file.pages)}
    return _Reader(numbers, [page.by_mcid() for page in pages]).node(file.Root.StructTreeRoot.K)


class _Reader:
    def __init__(self, numbers: dict, sequences: list[dict]) -> None:
        self.numbers, self.sequences = numbers, sequences

    def node(self, element: pikepdf.Object) -> Node:
        node = Node(str(element.S)[1:], element.objgen)
        node.alt, node.actual, node.title = (
            str(element[key]) if key in element else None for key in ("/Alt", "/ActualText", "/T")
        )
        attributes = element.get("/A", {})
        for key, value in attributes.items():
            if key not in ("/O", "/Placement"):
                node.attributes[key[1:]] = _plain(value)
        page = self._page(element)
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            node.kids.append(self._kid(kid, page))
        return node

    def _page(self, element: pikepdf.Object) -> int | None:
        return self.numbers[element.Pg.objgen] if "/Pg" in element else None

    def _kid(self, kid: object, page: int | None) -> Node | Mark | Target:
        if not isinstance(kid, pikepdf.Object):
            return self._mark(page, int(kid))
        if "/S" in kid:
            return self.node(kid)
        page = self._page(kid)
        return self._mark(page, int(kid.MCID)) if "/MCID" in kid else self._target(page, kid.Obj)

    def _mark(self, page: int | None, mcid: int) -> Mark:
        assert page is not None, f"MCID {mcid} has no page"
        assert mcid in self.sequences[page], f"page {page + 1} has no MCID {mcid}"
        return Mark(page, mcid, self.sequences[page][mcid].text)

    def _target(self, page: int | None, annotation: pikepdf.Object) -> Target:
        assert page is not None
        if "/Dest" in annotation:
            leads_to = f"page {self.numbers[annotation.Dest[0].objgen] + 1}"
        else:
            leads_to = str(annotation.A.URI)
        return Target(
            page,
            annotation.objgen,
            leads_to,
            str(annotation.get("/Contents", "")),
            tuple(float(edge) for edge in annotation.Rect),
            int(annotation.StructParent),
        )


def _plain(value: object) -> object:
    if isinstance(value, pikepdf.Array):
        return [float(number) for number in value]
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    return value


def written(node: Node, depth: int = 0) -> str:
    """The tree as text, an element a line; a figure's place on paper is left out."""
    return "\n".join(_lines(node, depth)) + "\n"


def _lines(node: Node, depth: int) -> Iterator[str]:
    about = [node.tag]
    about += [f"{key}={value}" for key, value in node.attributes.items() if key != "BBox"]
    about += [
        f"{key}={words!r}"
        for key, words in (("T", node.title), ("Alt", node.alt), ("ActualText", node.actual))
        if words is not None
    ]
    if node.kids and all(isinstance(kid, Mark) for kid in node.kids):
        about.append(_said([kid for kid in node.kids if isinstance(kid, Mark)]))
        yield "  " * depth + " ".join(filter(None, about))
        return
    yield "  " * depth + " ".join(about)
    inner = "  " * (depth + 1)
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _lines(kid, depth + 1)
        elif isinstance(kid, Mark):
            yield inner + _said([kid])
        else:
            yield f"{inner}→ {kid.leads_to} ({kid.contents})"


def _said(marks: list[Mark]) -> str:
    """The words of marks, with a sign where they go on on another page."""
    parts: list[str] = []
    for number, mark in enumerate(marks):
        if number and marks[number - 1].page != mark.page:
            parts.append(f" ⟨page {mark.page + 1}⟩ ")
        parts.append(mark.text)
    said = "".join(parts)
    return f"“{said}”" if said else ""
