"""Drawn pages on sheets of paper, to print: a file without structure that claims no standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.pdf.document import Document, Page
from workbook.pdf.reportlab import (
    PDFFormXObject,
    PDFPageLabel,
    PDFPageLabels,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.pdf.document import Duplex
    from workbook.pdf.drawn import DrawnPages
    from workbook.pdf.metadata import Description


class SheetCanvas:
    """Takes operators for one side of a sheet after the other, and writes the file.

    Each of the `drawn` pages is a form whose origin is the page's; `size` is a sheet's, in points.
    """

    def __init__(self, drawn: DrawnPages, size: tuple[float, float]) -> None:
        self._size = size
        self._document = document = Document(drawn.description.language)
        self._labels = document.Catalog.PageLabels = PDFPageLabels()
        self._forms = []
        for page, resources in zip(drawn.pages, drawn.resources(document), strict=True):
            form = PDFFormXObject(0, 0, *drawn.size)
            form.Contents, form.Resources = page.stream(), resources
            self._forms.append(document.Reference(form))

    def page_name(self, page: int) -> str:
        """The resource name of a page, counted from 1."""
        return f"P{page}"

    def add_side(self, code: str, pages: Sequence[int], label: str) -> None:
        """Add a side on which `code` puts `pages`; a reader calls it by its label."""
        forms = {self.page_name(page): self._forms[page - 1] for page in pages}
        content = PDFStream(content=code, filters=[PDFZCompress])
        self._labels.addPageLabel(self._document.pageCounter - 1, PDFPageLabel(prefix=label))
        self._document.addPage(Page(self._size, content, PDFResourceDictionary(XObject=forms)))

    def finish(self, description: Description, duplex: Duplex) -> bytes:
        """Write the file, which asks a printer for these sides of each sheet; gives its bytes."""
        self._document.describe(description, archival=False)
        self._document.ask_for_sides(duplex)
        data: bytes = self._document.GetPDFData(None)
        return data
