"""From a chosen book to sections: each worksheet and opening with its boxes and its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbook.blocks.contract import Setting
from workbook.content.numbering import numbered, numbered_parts
from workbook.layout.blank import name_blanks
from workbook.layout.blank_row import BlankRow
from workbook.layout.pages import Section
from workbook.matter.openings import part_opening, worksheet_heading
from workbook.matter.outline import Entry, PartEntry
from workbook.pdf.element import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.content.book import Book, Part, Worksheet
    from workbook.content.reader import Content
    from workbook.layout.box import Box
    from workbook.pdf.faces import Faces

Bookmarks = tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Sections:
    """Makes the sections of `book`, whose blocks are read from `content`.

    `tear_outs` says whether sensitive worksheets have a leaf of their own; `client_block`
    asks for initials, date and session at the top of the first page, and `letterhead` makes
    what a practice puts on a cover. What each section means is added to `document`.
    """

    content: Content
    book: Book
    sheet: Sheet
    faces: Faces
    document: Element
    tear_outs: bool = True
    client_block: bool = False
    letterhead: Callable[[float], Box] | None = None
    setting: Setting = field(init=False)
    positions: dict[str, tuple[str | int, ...]] = field(init=False)
    copies: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.positions = self.content.positions()
        self.setting = Setting(
            self.sheet,
            self.faces,
            tuple(_outline(self.book)),
            regions=self.content.regions,
            region=self.content.region,
            letterhead=self.letterhead,
        )

    def __iter__(self) -> Iterator[Section]:
        asks = self.client_block
        for part, entry in zip(self.book.parts, self.setting.outline, strict=True):
            yield from self._part(part, entry, asks=asks)
            asks = False

    def _part(self, part: Part, entry: PartEntry, *, asks: bool) -> Iterator[Section]:
        title = part.title.plain
        element = self.document.add("Part", title=self._element_title(title))
        above: Bookmarks = ((title, 0),) if entry.number else ()
        starts_right = bool(entry.number)
        setting = replace(self.setting, level=2 if entry.own_page else 1)
        if entry.own_page:
            boxes = part_opening(entry, self.sheet, self.faces)
            if asks:
                boxes = [*self._client_row(), *boxes]
            yield self._section(entry.key, element, boxes, above, starts_right=True)
            above, starts_right, asks = (), False, False
        for worksheet, _, number in numbered(part, entry.number):
            label = number or title
            if entry.number and not entry.own_page:
                label += f"  {title}"
            boxes = self._client_row() if asks else []
            height_above = sum(
                box.height(self.sheet.width, self.faces) + box.below for box in boxes
            )
            boxes += self._boxes(worksheet, label, replace(setting, height_above=height_above))
            name = worksheet.title.plain
            yield self._section(
                worksheet.id,
                element.add("Sect", title=self._element_title(name)),
                boxes,
                (*above, (name, 1 if entry.number else 0)),
                bare=worksheet.is_cover,
                own_leaf=self._own_leaf(worksheet),
                starts_right=starts_right,
            )
            above, starts_right, asks = (), False, False

    def _element_title(self, title: str) -> str | None:
        return None if self.sheet.discreet else title

    def _own_leaf(self, worksheet: Worksheet) -> bool:
        if worksheet.sensitive and self.tear_outs:
            return True
        return self.sheet.two_sided and worksheet.own_leaf

    def _section(
        self,
        key: str,
        element: Element,
        boxes: Sequence[Box],
        bookmarks: Bookmarks,
        *,
        bare: bool = False,
        own_leaf: bool = False,
        starts_right: bool = False,
    ) -> Section:
        for box in boxes:
            element.append(*box.elements())
        if self.sheet.discreet:
            bookmarks = ()
        return Section(
            key,
            element,
            boxes,
            bookmarks,
            bare=bare,
            own_leaf=own_leaf,
            starts_right=starts_right and self.sheet.two_sided,
        )

    def _client_row(self) -> list[Box]:
        words = [self.sheet.word(name) for name in ("initials", "date", "session")]
        row = BlankRow(words, self.sheet)
        name_blanks([row], "client")
        return [row]

    def _boxes(self, worksheet: Worksheet, label: str, setting: Setting) -> Iterator[Box]:
        path = self.positions.get(worksheet.id, ())
        copies = self.copies[worksheet.id] = self.copies.get(worksheet.id, 0) + 1
        name = worksheet.id if copies == 1 else f"{worksheet.id}+{copies}"
        if worksheet.heading:
            yield from worksheet_heading(
                label,
                worksheet.title,
                worksheet.aim,
                worksheet.stop,
                worksheet.minutes,
                setting.level,
                setting.sheet,
            )
        for number, block in enumerate(worksheet.blocks):
            boxes = list(block.boxes(setting))
            name_blanks(boxes, f"{name}/{number + 1}")
            for box in boxes:
                box.origin = (*path, "blocks", number)
            yield from boxes


def _outline(book: Book) -> Iterator[PartEntry]:
    listed: set[str] = set()
    for at, (number, part) in enumerate(numbered_parts(book)):
        own_page = part.opening == "page"
        entries = []
        for worksheet, _, label in numbered(part, number):
            if worksheet.listed and worksheet.id not in listed:
                listed.add(worksheet.id)
                entries.append(Entry(worksheet.id, worksheet.title, label, worksheet.minutes))
        # Without a page of its own a part is where its first worksheet is.
        key = f"part {at}" if own_page else part.worksheets[0].id
        yield PartEntry(
            key,
            part.title,
            number if part.numbered else 0,
            part.intro,
            own_page,
            tuple(entries),
        )
