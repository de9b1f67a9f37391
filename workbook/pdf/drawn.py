"""Pages as they were drawn, before they are put into a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.pdf.fonts import Fonts
from workbook.pdf.objects import number

if TYPE_CHECKING:
    from workbook.pdf.metadata import Description
    from workbook.pdf.objects import Objects
    from workbook.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's operators, deflated, and the resource names of the pictures on it."""

    content: bytes
    pictures: tuple[str, ...]


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

    @property
    def box(self) -> str:
        """The corners of each page as PDF syntax."""
        return f"[0 0 {number(self.size[0])} {number(self.size[1])}]"

    def picture_name(self, picture: Picture) -> str:
        """The resource name of a picture, of which a file holds one copy."""
        return self._pictures.setdefault(picture, f"Im{len(self._pictures) + 1}")

    def write_resources(self, objects: Objects) -> list[str]:
        """Write fonts and pictures; gives the resource dictionary of each page."""
        fonts = self.fonts.write(objects)
        named = {
            name: f"/{name} {_write_picture(picture, objects)} 0 R"
            for picture, name in self._pictures.items()
        }
        dictionaries = []
        for page in self.pages:
            pictures = "".join([named[name] for name in page.pictures])
            shown = f"/XObject<<{pictures}>>" if pictures else ""
            dictionaries.append(f"<</Font {fonts} 0 R{shown}>>")
        return dictionaries


def _write_picture(picture: Picture, objects: Objects) -> int:
    space = "DeviceRGB" if picture.mode == "RGB" else "DeviceGray"
    return objects.add_stream(
        picture.data,
        f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
        f"/ColorSpace/{space}/BitsPerComponent {1 if picture.mode == '1' else 8}"
        "/Interpolate false",
    )
