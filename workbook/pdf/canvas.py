"""A tagged, archivable file page by page: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import compress

from workbook.pdf.drawn import DrawnPage, DrawnPages
from workbook.pdf.metadata import Description, write_output_intent
from workbook.pdf.objects import Objects, number, references, text_string
from workbook.pdf.outline import Bookmark, write_outline
from workbook.pdf.packing import packed
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
        self._objects = Objects()
        # Object numbers of pages, counted from 1; links name some that aren't drawn yet.
        self._numbers: dict[int, int] = {}
        self._entries: list[tuple[int, str]] = []
        self._pictures: dict[str, None] = {}
        self._annotations: list[int] = []
        self._bookmarks: list[Bookmark] = []
        self._sides = ""

    @property
    def page(self) -> int:
        """The object number of the page being drawn."""
        return self._number_of(len(self._entries) + 1)

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
        annotation = self._objects.reserve()
        key = self.structure.annotation(element, self.page, annotation)
        if page is not None:
            leads = f"/Dest{self._top_of(page)}"
        else:
            leads = f"/A<</S/URI/URI{text_string(href or '')}>>"
        edges = " ".join([f"{edge:.2f}" for edge in rectangle])
        self._objects.put(
            annotation,
            f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4"
            f"/Contents{text_string(words)}/StructParent {key}{leads}>>",
        )
        self._annotations.append(annotation)

    def bookmark(self, title: str, level: int, page: int) -> None:
        """An outline entry for the top of a page, counted from 1."""
        self._bookmarks.append(Bookmark(title, level, self._top_of(page)))

    def describe(self, title: str, author: str) -> None:
        """Say in plain words what the document is, and nothing of its subject."""
        self.drawn.description = replace(self.drawn.description, title=title, author=author)

    def ask_for_sides(self, *, two: bool) -> None:
        """What the print dialog should start with: pages unscaled, on one side or on two."""
        self._sides = "/PrintScaling/None/Duplex/" + ("DuplexFlipLongEdge" if two else "Simplex")

    def finish_page(self) -> None:
        """Finish the page and start the next."""
        content = compress("\n".join(self.code).encode("latin-1"))
        self.drawn.pages.append(DrawnPage(content, tuple(self._pictures)))
        entries = f"/Contents {self._objects.add_deflated(content)} 0 R/Tabs/S"
        key = self.structure.close_page()
        if key is not None:
            entries += f"/StructParents {key}"
        if self._annotations:
            entries += f"/Annots{references(self._annotations)}"
        self._entries.append((self.page, entries))
        self.code.clear()
        self._pictures, self._annotations = {}, []

    def finish(self) -> bytes:
        """Write the file; gives its bytes."""
        objects, description = self._objects, self.drawn.description
        pages = objects.reserve()
        resources = self.drawn.write_resources(objects)
        for (page, entries), names in zip(self._entries, resources, strict=True):
            objects.put(
                page,
                f"<</Type/Page/Parent {pages} 0 R/MediaBox{self.drawn.box}/Resources{names}"
                f"{entries}>>",
            )
        kids = [page for page, _ in self._entries]
        objects.put(pages, f"<</Type/Pages/Count {len(kids)}/Kids{references(kids)}>>")
        outline = ""
        if self._bookmarks:
            outline = f"/Outlines {write_outline(objects, self._bookmarks)} 0 R/PageMode/UseNone"
        catalog = objects.add(
            f"<</Type/Catalog/Pages {pages} 0 R/Lang{text_string(description.language)}"
            f"/MarkInfo<</Marked true>>/StructTreeRoot {self.structure.write(objects)} 0 R"
            f"/Metadata {description.write_packet(objects, archival=True)} 0 R"
            f"/OutputIntents[{write_output_intent(objects)} 0 R]"
            f"/ViewerPreferences<</DisplayDocTitle true/PickTrayByPDFSize true{self._sides}>>"
            f"/PageLabels<</Nums[0<</S/D/St 1>>]>>{outline}>>"
        )
        return packed(objects, catalog, description.write(objects))

    def _number_of(self, page: int) -> int:
        known = self._numbers.get(page)
        if known is None:
            known = self._numbers[page] = self._objects.reserve()
        return known

    def _top_of(self, page: int) -> str:
        return f"[{self._number_of(page)} 0 R/XYZ 0 {number(self.drawn.size[1])} 0]"
