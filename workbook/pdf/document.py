"""A file to come: ReportLab's document, packed by our own writer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.pdf.metadata import output_intent
from workbook.pdf.packing import packed
from workbook.pdf.reportlab import (
    XMP,
    PDFArray,
    PDFDocument,
    PDFObjectReference,
    PDFPage,
    ViewerPreferencesPDFDictionary,
    checkPDFBoolean,
    format_object,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from workbook.pdf.metadata import Description

    Duplex = Literal["Simplex", "DuplexFlipShortEdge", "DuplexFlipLongEdge"]

_PICK_TRAY = {"PickTrayByPDFSize": checkPDFBoolean}


class Document(PDFDocument):
    """ReportLab's objects, numbered as they are named, and others that are PDF syntax already.

    `GetPDFData` gives the bytes.
    """

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self._syntax: dict[int, str] = {}
        # ReportLab knows all preferences of PDF 1.7 but one.
        allowed = ViewerPreferencesPDFDictionary.validate | _PICK_TRAY
        preferences = ViewerPreferencesPDFDictionary(validate=allowed)
        preferences["DisplayDocTitle"] = preferences["PickTrayByPDFSize"] = "true"
        self.Catalog.ViewerPreferences = preferences

    def describe(self, description: Description, *, archival: bool) -> None:
        """Say what the file is; an `archival` one claims PDF/UA-1 and PDF/A-2a."""
        self.setTitle(description.title)
        self.setAuthor(description.author)
        self.setSubject("")  # ReportLab would write "unspecified"
        self.setCreator("workbook")
        self.setProducer("workbook")
        self.setDateFormatter(lambda *_: description.stamp)
        packet = description.packet(archival=archival)
        self.Catalog.Metadata = XMP(creator=lambda _: packet)
        if archival:
            # ReportLab writes those entries of a catalog that this list names.
            self.Catalog.__NoDefault__ = [*self.Catalog.__NoDefault__, "OutputIntents"]
            self.Catalog.OutputIntents = PDFArray([output_intent()])

    def ask_for_sides(self, duplex: Duplex) -> None:
        """What the print dialog should start with: pages unscaled, on these sides of a sheet."""
        self.Catalog.ViewerPreferences["PrintScaling"] = "None"
        self.Catalog.ViewerPreferences["Duplex"] = duplex

    def page_reference(self, page: int) -> PDFObjectReference:
        """A reference to a page, counted from 1, which may be added later."""
        return PDFObjectReference(f"Page{page}")

    def page_numbers(self) -> list[int]:
        """The object numbers of all pages."""
        return [self.number(page) for page in self.Pages.pages]

    def number(self, thing: Any) -> int:
        """The number of an object of ReportLab's, or of a reference to it."""
        name = self.Reference(thing).name
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def reserve(self) -> int:
        """A number for an object to come that is PDF syntax."""
        self.objectcounter: int = self.objectcounter + 1
        return self.objectcounter

    def put(self, number: int, syntax: str) -> None:
        """The object of a number that was reserved; not a stream."""
        self._syntax[number] = syntax

    def format(self) -> bytes:
        """The whole file; called by ReportLab when all that it knows of is prepared."""
        # ReportLab counts an entry that has others below it twice.
        self.outline.count = len(self.outline.destinationnamestotitles)
        return packed(self._objects(), self.number(self.Catalog), self.number(self.info))

    def _objects(self) -> Iterator[bytes]:
        number = 0
        # Writing one gives numbers to those that it names.
        while number < self.objectcounter:
            number += 1
            name = self.numberToId.get(number)
            if name is None:
                yield self._syntax[number].encode("latin-1")
            else:
                yield format_object(self.idToObject[name], self, toplevel=1)


class Page(PDFPage):
    """A page of ReportLab's that may belong to a structure tree."""

    __NoDefault__ = (*PDFPage.__NoDefault__, "StructParents", "Tabs")

    def __init__(self, size: tuple[float, float], content: Any, resources: Any = None) -> None:
        super().__init__()
        self.MediaBox = PDFArray([0, 0, *size])
        self.Contents = content
        self.Resources = resources
