"""A tagged, archivable file page by page: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import compress

from workbook.pdf.document import Document, Page
from workbook.pdf.drawn import DrawnPage, DrawnPages
from workbook.pdf.metadata import Description
from workbook.pdf.reportlab import (
    PDFDestinationXYZ,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPageLabel,
    PDFPageLabels,
    PDFString,
)
from workbook.pdf.structure import StructureTree

if TYPE_CHECKING:
    from datetime import date

    from workbook.choices.paper import Paper
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Face
    from workbook.pictures.picture import Picture


class TaggedCanvas:
    """Takes operators for one page after the other, with what they mean, and writes the file.

    `code` has the operators of the page being drawn, and `drawn` the pages that are finished.
    """

    def __init__(self, paper: Paper, language: str, day: date, document: Element) -> None:
        self.structure = StructureTree(document)
        self.drawn = DrawnPages((paper.width, paper.height), Description("", "", language, day))
        self.code: list[str] = []
        self._document = Document(language)
        self._pictures: dict[str, None] = {}
        self._annotations: list[PDFObjectReference] = []
        # Where bookmarks lead, and the levels of the last of them and of those above it.
        self._bookmarked: dict[str, int] = {}
        self._levels: list[int] = []

    @property
    def page(self) -> int:
        """The page being drawn, counted from 1."""
        return len(self.drawn.pages) + 1

    def encode(self, face: Face, text: str) -> list[tuple[str, str]]:
        """`text` as resource names of fonts and the insides of strings in them."""
        return self.drawn.fonts.encode(face, text)

    def picture_name(self, picture: Picture) -> str:
        """The resource name of a picture on this page; the file holds one copy of it."""
        name = self.drawn.picture_name(picture)
        self._pictures[name] = None
        return name

    def link(
        self,
        element: Element,
        rectangle: tuple[float, float, float, float],
        words: str,
        *,
        page: int | None = None,
        href: str | None = None,
    ) -> None:
        """Make `rectangle` a link of `element`, to a page counted from 1 or else to an address.

        `words` says where it leads (ISO 14289-1 7.18.5 asks for Contents).
        """
        edges = " ".join([f"{edge:.2f}" for edge in rectangle])
        # ReportLab's LinkAnnotation allows no StructParent.
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": f"[{edges}]",
                "Border": "[0 0 0]",
                "F": 4,
                "Contents": PDFString(words),
            }
        )
        if page is not None:
            annotation["Dest"] = self._top_of(page)
        else:
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(href)})
        number = self._document.number(annotation)
        annotation["StructParent"] = self.structure.annotation(element, self.page, number)
        self._annotations.append(self._document.Reference(annotation))

    def bookmark(self, title: str, level: int, page: int) -> None:
        """An outline entry for the top of a page, counted from 1.

        It hangs below the nearest one before it whose level is less.
        """
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        name = str(len(self._bookmarked))
        self._bookmarked[name] = page
        self._document.outline.addOutlineEntry(name, len(self._levels), title)
        self._levels.append(level)

    def describe(self, title: str, author: str) -> None:
        """Say in plain words what the document is, and nothing of its subject."""
        self.drawn.description = replace(self.drawn.description, title=title, author=author)

    def ask_for_sides(self, *, two: bool) -> None:
        """What the print dialog should start with: pages unscaled, on one side or on two."""
        self._document.ask_for_sides("DuplexFlipLongEdge" if two else "Simplex")

    def finish_page(self) -> None:
        """Finish the page and start the next."""
        content = compress("\n".join(self.code).encode("latin-1"))
        drawn = DrawnPage(content, tuple(self._pictures))
        page = Page(self.drawn.size, drawn.stream())
        page.Annots, page.Tabs = self._annotations, PDFName("S")
        page.StructParents = self.structure.close_page()
        self._document.addPage(page)
        self.drawn.pages.append(drawn)
        self.code.clear()
        self._pictures, self._annotations = {}, []

    def finish(self) -> bytes:
        """Write the file; gives its bytes."""
        document = self._document
        resources = self.drawn.resources(document)
        for page, its_own in zip(document.Pages.pages, resources, strict=True):
            page.Resources = its_own
        labels = PDFPageLabels()
        labels.addPageLabel(0, PDFPageLabel("ARABIC", 1))
        document.Catalog.PageLabels = labels
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        document.Catalog.StructTreeRoot = self.structure
        document.describe(self.drawn.description, archival=True)
        data: bytes = document.GetPDFData(self)
        return data

    def _bookmarkReference(self, name: str) -> PDFDestinationXYZ:  # noqa: N802 (ReportLab's name)
        """Where a bookmark leads; asked by ReportLab's outline."""
        return self._top_of(self._bookmarked[name])

    def _top_of(self, page: int) -> PDFDestinationXYZ:
        reference = self._document.page_reference(page)
        return PDFDestinationXYZ(reference, 0, self.drawn.size[1], 0)
