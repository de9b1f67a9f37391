"""ReportLab's canvas with what a tagged, archivable file needs and it lacks."""

from __future__ import annotations

from datetime import UTC, datetime, time
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from workbook.pdf.structure import StructureTree

if TYPE_CHECKING:
    from datetime import date

    from workbook.choices.paper import Paper
    from workbook.pdf.structure import Element
    from workbook.pictures.picture import Picture


class TaggedCanvas(Canvas):
    """A canvas whose pages know their structure, and which embeds no standard font."""

    def __init__(self, paper: Paper, language: str, day: date, document: Element) -> None:
        self._buffer = BytesIO()
        self.structure = StructureTree(document)
        super().__init__(
            self._buffer,
            pagesize=(paper.width, paper.height),
            pdfVersion=(1, 7),
            lang=language,
            invariant=1,
            pageCompression=0,  # qpdf compresses all streams when it packs the file
        )
        self._doc._timeStamp = _Midnight(day)
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = self.structure
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")
        self.addPageLabel(0, "ARABIC", 1)

    @property
    def page_name(self) -> str:
        """The object name of the page being drawn."""
        name: str = self._doc.thisPageName()
        return name

    def put(self, code: str) -> None:
        """Append content-stream operators to the page."""
        self._code.append(code)

    def font_name(self, face: Any, subset: int) -> str:
        """The resource name of one subset of a face."""
        name: str = face.getSubsetInternalName(subset, self._doc)
        return name

    def encode(self, face: Any, text: str) -> list[tuple[int, bytes]]:
        """`text` as the codes of a face's subsets."""
        pieces: list[tuple[int, bytes]] = face.splitString(text, self._doc)
        return pieces

    def picture_name(self, picture: Picture) -> str:
        """The resource name of a picture, of which the file holds one copy."""
        digest = sha256(f"{picture.width} {picture.mode} ".encode() + picture.data)
        key = digest.hexdigest()[:16]
        name: str = self._doc.getXObjectName(key)
        if name not in self._doc.idToObject:
            entries = {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Image"),
                "Width": picture.width,
                "Height": picture.height,
                "ColorSpace": PDFName("DeviceRGB" if picture.mode == "RGB" else "DeviceGray"),
                "BitsPerComponent": 1 if picture.mode == "1" else 8,
                "Interpolate": "false",
            }
            self._doc.addForm(key, PDFStream(PDFDictionary(entries), picture.data))
        if key not in self._formsinuse:
            self._formsinuse.append(key)
        return name

    def link(
        self,
        element: Element,
        rectangle: tuple[float, float, float, float],
        words: str,
        *,
        key: str | None = None,
        href: str | None = None,
    ) -> None:
        """Make `rectangle` a link of `element`, to a bookmark's `key` or to an address.

        `words` says where it leads (ISO 14289-1 7.18.5 asks for Contents).
        """
        name = f"Link{self._annotationCount}"
        entries: dict[str, Any] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(edge, 2) for edge in rectangle]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(words),
            "StructParent": self.structure.annotation(
                element, self.page_name, self._doc.annotationName(name)
            ),
        }
        if key is not None:
            entries["Dest"] = self._bookmarkReference(key)
        else:
            action = {"S": PDFName("URI"), "URI": PDFString(href)}
            entries["A"] = PDFDictionary(action)
        self._addAnnotation(PDFDictionary(entries), name)

    def describe(self, title: str, author: str) -> None:
        """Say in plain words what the document is, and nothing of its subject."""
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject("")  # ReportLab would write "unspecified"
        self.setCreator("workbook")
        self.setProducer("workbook")

    def ask_for_sides(self, *, two: bool) -> None:
        """What the print dialog should start with: pages unscaled, on one side or on two."""
        self.setViewerPreference("PrintScaling", "None")
        self.setViewerPreference("Duplex", "DuplexFlipLongEdge" if two else "Simplex")

    def finish(self) -> bytes:
        """Write the file; gives its bytes."""
        data: bytes = self.getpdfdata()
        return data

    # -- ReportLab's own hooks --------------------------------------------------------

    def _make_preamble(self) -> None:
        # ReportLab selects Helvetica here, which would have to be embedded.
        self._preamble = ""

    def showPage(self) -> None:  # noqa: N802
        """Finish the page; its content goes into the file's identifier."""
        self._doc.updateSignature("\n".join(self._code))
        super().showPage()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        page.StructParents = self.structure.close_page()
        self.structure.open_page()


class _Midnight:
    """ReportLab's time stamp for the start of a day, in UTC."""

    def __init__(self, day: date) -> None:
        moment = datetime.combine(day, time(), UTC)
        self.t = moment.timestamp()
        self.lt = moment.utctimetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"
        self.datetime = moment
        self.asctime = moment.isoformat()
