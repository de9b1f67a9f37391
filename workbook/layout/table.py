"""Tables: rows of cells, ruled between rows, with a header that is repeated when they split."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Literal, Self

from workbook.geometry import MM, Area
from workbook.layout.blank import EmptyCell
from workbook.layout.box import Artifact, Box
from workbook.layout.stack import Stack
from workbook.pdf.element import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.sheet import Sheet
    from workbook.geometry import Segment
    from workbook.layout.box import Placing
    from workbook.pdf.faces import Faces
    from workbook.pdf.pen import Pen

PADDING = 2 * MM
INSET = 1.5 * MM
GAP = 4 * MM
COLUMN_HEADER = "<</O/Table/Scope/Column>>"
ROW_HEADER = "<</O/Table/Scope/Row>>"
# A row higher than this many points may be cut; a lower one moves to the next page whole.
LONGEST_WHOLE_ROW = 110 * MM
HIGHEST_REPEATED = 60 * MM


class Cell(Box):
    """One place of a table with a box in it, or with nothing.

    `header` says what it is a header of; `middle` centres the box in the row's height.
    """

    def __init__(
        self,
        box: Box | None = None,
        *,
        header: Literal["column", "row", ""] = "",
        middle: bool = False,
    ) -> None:
        self.box, self.middle = box, middle
        # A listener hears a header with each cell of its row or column: none without words.
        header = header if box is not None else ""
        self.element: Element = Element("TH" if header else "TD")
        if header:
            self.element.attributes = COLUMN_HEADER if header == "column" else ROW_HEADER
        if box is not None:
            self.element.append(*box.elements())
            self.align = box.align

    @classmethod
    def empty(cls, label: str = "", key: str = "") -> Cell:
        """One to write in: `label` tells what, `key` names it inside its block."""
        return cls(EmptyCell(label, key))

    def inside(self) -> Sequence[Box]:
        """Its box."""
        return () if self.box is None else (self.box,)

    def height(self, width: float, faces: Faces) -> float:
        """Its box's, in a column `width` points wide."""
        return 0.0 if self.box is None else self.box.height(width - GAP, faces)

    def piece(self, box: Box | None) -> Cell:
        """The same cell with a part of its box."""
        cell = copy(self)
        cell.box = box
        return cell


class Row(Box):
    """One row; `shares` are its columns' parts of the width, `least` points its height.

    `padding` is the space above and below its cells, `free` what stays empty under them
    besides. A `gapped` row has a rule of its own under each column, which shows where to write
    without lines between columns. One that is not `ruled` has none.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        shares: Sequence[float],
        sheet: Sheet,
        *,
        least: float = 0.0,
        stretch: float = 0.0,
        head: bool = False,
        padding: float = PADDING,
        free: float = 0.0,
        gapped: bool = False,
        ruled: bool = True,
    ) -> None:
        self.cells, self.shares, self.sheet = list(cells), tuple(shares), sheet
        self.row_least, self.stretch, self.head = least, stretch, head
        self.padding, self.free = padding, free
        self.gapped, self.ruled = gapped, ruled
        self.artifact = False
        self.element: Element = Element("TR")
        self.element.append(*(cell.element for cell in cells))
        self._measured: tuple[float, float] | None = None

    def _widths(self, width: float) -> list[float]:
        total = sum(self.shares)
        return [width * share / total for share in self.shares]

    def height(self, width: float, faces: Faces) -> float:
        """The highest cell with its padding, and never less than the row's least height."""
        if self._measured is None or self._measured[0] != width:
            self._measured = (width, max(self.row_least, self._needed(width, faces)))
        return self._measured[1]

    def _needed(self, width: float, faces: Faces) -> float:
        pairs = zip(self.cells, self._widths(width), strict=True)
        highest = max(cell.height(across, faces) for cell, across in pairs)
        return highest + 2 * self.padding + self.free

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut every cell at `available`, but only in a row too high to be kept; no header.

        A row that is only high because its author asked for it has nothing to cut.
        """
        if self.head or self._needed(width, faces) < LONGEST_WHOLE_ROW:
            return None
        heads: list[Cell] = []
        tails: list[Cell] = []
        space = available - 2 * self.padding
        for cell, across in zip(self.cells, self._widths(width), strict=True):
            if cell.box is None or cell.height(across, faces) <= space:
                heads.append(cell)
                tails.append(cell.piece(None))
                continue
            pieces = cell.box.split(across - GAP, space, faces)
            if pieces is None:
                return None
            heads.append(cell.piece(pieces[0]))
            tails.append(cell.piece(pieces[1]))
        return self._piece(heads), self._piece(tails)

    def _piece(self, cells: Sequence[Cell]) -> Row:
        piece = copy(self)
        piece.cells, piece._measured, piece.row_least = list(cells), None, 0.0
        return piece

    def at_least(self, height: float) -> Row:
        """This row, at least `height` points high."""
        row = copy(self)
        row.row_least, row._measured = max(self.row_least, height), None
        return row

    @property
    def is_low(self) -> bool:
        """Whether it takes so little of a page that it may be repeated on the next."""
        return self._measured is not None and self._measured[1] <= HIGHEST_REPEATED

    def repeated(self) -> Row:
        """This row again as an artifact, for the top of a continuation."""
        row = copy(self)
        row.artifact, row.keep = True, True
        return row

    def inside(self) -> Sequence[Box]:
        """Its cells."""
        return self.cells

    def elements(self) -> list[Element]:
        """Its element; none when it only repeats a header."""
        return [] if self.artifact else [self.element]

    def place(self, area: Area, placing: Placing) -> None:
        """Place the cells; all of a repeated header is an artifact."""
        if self.artifact:
            with placing.within(Artifact()):
                self._place(area, placing)
        else:
            self._place(area, placing)

    def _place(self, area: Area, placing: Placing) -> None:
        placing.put(self, area)
        x = area.x
        for cell, across in zip(self.cells, self._widths(area.width), strict=True):
            placing.put(cell, Area(x, area.top, across, area.height))
            if cell.box is not None:
                cell.box.place(self._inner(cell, area, x, across, placing.faces), placing)
            x += across

    def _inner(self, cell: Cell, area: Area, x: float, across: float, faces: Faces) -> Area:
        """Where the box of a cell stands: its column begins at `x` and is `across` wide."""
        assert cell.box is not None
        top, height = area.top - self.padding, cell.height(across, faces)
        if cell.box.stretch:
            height = area.height - self.padding - self.free
        elif cell.middle:
            top = area.top - (area.height - height) / 2
        elif self.head:
            top = area.bottom + self.padding + height
        left = GAP / 2 if cell.align == "center" else INSET
        return Area(x + left, top, across - GAP, height)

    def draw(self, pen: Pen, area: Area) -> None:
        """Draw a header's tint, and the rule below."""
        inks = self.sheet.inks
        with pen.artifact():
            if self.head and inks.head_fill is not None:
                pen.fill(area, inks.head_fill)
            if self.ruled and self.gapped:
                pen.write_lines(self._rules(area))
            elif self.ruled:
                pen.lines(self._rules(area), inks.rule, self.sheet.strokes.hairline)

    def _rules(self, area: Area) -> Iterator[Segment]:
        """The rule below the row: whole, or one for each column with gaps between them."""
        y, x = area.bottom, area.x
        if not self.gapped:
            yield x, y, area.right, y
            return
        *others, last = self._widths(area.width)
        for across in others:
            yield x, y, x + across - GAP / 2, y
            x += across
        yield x, y, x + last, y


class Table(Stack):
    """Rows of one table; a continuation on the next page repeats the header as an artifact."""

    def __init__(
        self,
        rows: Sequence[Row],
        sheet: Sheet,
        faces: Faces,
        *,
        header: Row | None = None,
        below: float | None = None,
        keep: bool = False,
    ) -> None:
        self.header = header
        self.repeated = 0 if header is None else 1
        children = [header, *rows] if header is not None else list(rows)
        if header is not None:
            header.keep = True
        shares = _fitted(children, sheet.width, faces)
        for row in children:
            row.shares = shares
        many = len(rows) > 3
        super().__init__(
            children,
            element=Element("Table"),
            above=sheet.space.small,
            below=sheet.space.middle if below is None else below,
            keep=keep,
            orphans=(3 if header is not None else 2) if many else 1,
            widows=2 if many else 1,
            # What is left over goes on as it was: two rows don't fill a page.
            fills_again=False,
        )
        assert self.element is not None
        for row in children:
            self.element.append(*row.elements())

    def shared(self, left: float, natural: Sequence[float]) -> list[float]:
        """Rows that stretch come out equally high, as far as what is `left` allows."""
        rows = sorted(
            (height, number)
            for number, height in enumerate(natural)
            if self.children[number].stretch
        )
        shares = [0.0] * len(natural)
        for count in range(len(rows), 0, -1):
            level = (left + sum(height for height, _ in rows[:count])) / count
            if level >= rows[count - 1][0]:
                for height, number in rows[:count]:
                    shares[number] = level - height
                break
        return shares

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """Cut between rows; those after the cut come out as high as those before it."""
        pieces = super().split(width, available, faces)
        if pieces is None or not self.stretch:
            return pieces
        head, tail = pieces
        assert isinstance(head, Table)
        assert isinstance(tail, Table)
        natural = [row.height(width, faces) for row in head.children]
        heights = zip(
            head.children, natural, head.shared(available - sum(natural), natural), strict=True
        )
        level = max((high + share for row, high, share in heights if row.stretch), default=0.0)
        tail.children = [
            row.at_least(level) if isinstance(row, Row) and row.stretch and row.row_least else row
            for row in tail.children
        ]
        return pieces

    def _piece(self, children: list[Box], *, first: bool) -> Self:
        if not first and self.header is not None and self.header.is_low:
            children = [self.header.repeated(), *children]
        return super()._piece(children, first=first)


def _fitted(rows: Sequence[Row], width: float, faces: Faces) -> tuple[float, ...]:
    """The rows' shares in points, columns widened to their longest words where others can give.

    Words are broken only where even that leaves too little.
    """
    shares = rows[0].shares
    wanted = [width * share / sum(shares) for share in shares]
    least = [GAP] * len(shares)
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell.box is not None:
                least[column] = max(least[column], cell.box.least_width(faces) + GAP)
    short = [max(need - have, 0.0) for need, have in zip(least, wanted, strict=True)]
    spare = [max(have - need, 0.0) for need, have in zip(least, wanted, strict=True)]
    if not any(short) or not any(spare):
        return tuple(wanted)
    given = min(sum(short), sum(spare))
    return tuple(
        have + need * given / sum(short) - rest * given / sum(spare)
        for have, need, rest in zip(wanted, short, spare, strict=True)
    )
