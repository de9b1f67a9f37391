"""Pages as they were drawn, before they are put into a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.pdf.fonts import Fonts
from workbook.pdf.reportlab import (
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
)

if TYPE_CHECKING:
    from workbook.pdf.document import Document
    from workbook.pdf.metadata import Description
    from workbook.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's operators, deflated, and the resource names of the pictures on it."""

    content: bytes
    pictures: tuple[str, ...]

    def stream(self) -> PDFStream:
        """The operators as a stream of a document's own."""
        return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), self.content)


@dataclass(slots=True)
class DrawnPages:
    """All pages of a file, of one size in points, with the fonts and pictures that they share.

    They go into the plain file with all that they mean, and into an imposed one without it.
    """

    size: tuple[float, float]
    description: Description
    pages: list[DrawnPage] = field(default_factory=list)
    fonts: Fonts = field(default_factory=Fonts)
    _pictures: dict[Picture, str] = field(default_factory=dict, init=False)

    def picture_name(self, picture: Picture) -> str:
        """The resource name of a picture, of which a document holds one copy."""
        return self._pictures.setdefault(picture, f"Im{len(self._pictures) + 1}")

    def resources(self, document: Document) -> list[PDFObjectReference]:
        """Put fonts and pictures into a document; gives what each page has of them."""
        self.fonts.write(document)
        images = {
            name: document.Reference(_image(picture)) for picture, name in self._pictures.items()
        }
        # Pages with the same pictures share a dictionary.
        known: dict[tuple[str, ...], PDFObjectReference] = {}
        for page in self.pages:
            if page.pictures not in known:
                shown = {name: images[name] for name in page.pictures}
                resources = PDFResourceDictionary(XObject=shown)
                resources.basicFonts()
                known[page.pictures] = document.Reference(resources)
        return [known[page.pictures] for page in self.pages]


def _image(picture: Picture) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": PDFName("DeviceRGB" if picture.mode == "RGB" else "DeviceGray"),
        "BitsPerComponent": 1 if picture.mode == "1" else 8,
        "Interpolate": "false",
    }
    return PDFStream(PDFDictionary(entries), picture.data, [PDFZCompress])
