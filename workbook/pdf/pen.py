"""Drawing on a page: every stroke is part of a structure element or an artifact.

Coordinates are PDF's: points, y upwards. Ink outside `tag` and `artifact` is refused, so
nothing can reach paper without saying what it is (ISO 14289-1 7.1).
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from workbook.choices.ink import Ink
    from workbook.choices.sheet import Sheet
    from workbook.geometry import Area
    from workbook.pdf.canvas import TaggedCanvas
    from workbook.pdf.element import Element
    from workbook.pdf.faces import Face, Faces
    from workbook.pictures.picture import Picture

# Four Bézier arcs make a circle to within 0.03% with this handle length.
_ARC = 0.5523
# Ink inside an artifact, or an artifact inside an element, begins no sequence of its own.
_INSIDE = nullcontext()


class UntaggedInkError(AssertionError):
    """Something was drawn that is neither tagged nor an artifact: a fault in a block's code."""


class _Sequence:
    """A marked-content sequence that ends when its block is left."""

    __slots__ = ("_pen",)

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._pen._end()


class Pen:
    """Draws on one canvas; `places` tells pages by key once all pages are laid out."""

    def __init__(
        self, canvas: TaggedCanvas, faces: Faces, sheet: Sheet, places: dict[str, int]
    ) -> None:
        self.canvas, self.faces, self.sheet, self.places = canvas, faces, sheet, places
        self._put = canvas.code.append
        self._inside: Element | str = ""
        self._state: dict[str, object] = {}
        self._sequence = _Sequence(self)

    def new_page(self) -> None:
        """Finish the page and start the next."""
        self.canvas.finish_page()
        self._state = {}

    # -- what the ink is --------------------------------------------------------------

    def tag(self, element: Element) -> AbstractContextManager[None]:
        """Ink inside belongs to `element`, open already or not; an artifact stays one."""
        outer = self._inside
        if outer == "artifact" or outer is element:
            return _INSIDE
        if outer:
            raise UntaggedInkError(f"<{element.tag}> is drawn inside an open element")
        canvas = self.canvas
        mcid = canvas.structure.mark(element, canvas.page)
        self._put(f"/{element.tag} <</MCID {mcid}>> BDC")
        self._inside = element
        return self._sequence

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """Ink inside is decoration; `kind` is `Header` or `Footer` for running matter."""
        if self._inside:
            return _INSIDE
        properties = f"<</Type/Pagination/Subtype/{kind}>> BDC" if kind else "BMC"
        self._put(f"/Artifact {properties}")
        self._inside = "artifact"
        return self._sequence

    def _end(self) -> None:
        self._put("EMC")
        self._inside = ""

    @property
    def in_artifact(self) -> bool:
        """Whether the ink being drawn is an artifact."""
        return self._inside == "artifact"

    def _changes(self, operator: str, value: object) -> bool:
        """Whether what an operator sets isn't set already; refuses ink that says nothing."""
        if not self._inside:
            raise UntaggedInkError("ink outside a structure element and outside an artifact")
        if self._state.get(operator) == value:
            return False
        self._state[operator] = value
        return True

    def _stroke(self, ink: Ink, weight: float) -> None:
        if self._changes("RG", ink):
            self._put(f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f} RG")
        if self._changes("w", weight):
            self._put(f"{weight:.2f} w")

    def _fill(self, ink: Ink) -> None:
        if self._changes("rg", ink):
            self._put(f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f} rg")

    # -- strokes ----------------------------------------------------------------------

    def lines(
        self,
        segments: Iterable[tuple[float, float, float, float]],
        ink: Ink,
        weight: float,
        dash: str = "",
    ) -> None:
        """Straight lines `(x1, y1, x2, y2)`, `weight` points wide; `dash` as in `4 3`."""
        self._stroke(ink, weight)
        path = [f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in segments]
        if path:
            code = "\n".join(path) + "\nS"
            self._put(f"[{dash}] 0 d {code} [] 0 d" if dash else code)

    def write_lines(self, segments: Iterable[tuple[float, float, float, float]]) -> None:
        """Lines to write on, in the sheet's ink, weight and dash."""
        sheet = self.sheet
        self.lines(segments, sheet.inks.rule, sheet.strokes.write_line, sheet.strokes.write_dash)

    def dotted(
        self,
        rows: Iterable[tuple[float, float, float, float]],
        pitch: float,
        ink: Ink,
        diameter: float,
    ) -> None:
        """Rows of round dots: dashes of no length with round caps (ISO 32000-1 8.4.3.6)."""
        self._put(f"1 J [0 {pitch:.4f}] 0 d")
        self.lines(rows, ink, diameter)
        self._put("0 J [] 0 d")

    def rectangle(self, area: Area, ink: Ink, weight: float) -> None:
        """The outline of `area`."""
        self._stroke(ink, weight)
        self._put(f"{area.x:.2f} {area.bottom:.2f} {area.width:.2f} {area.height:.2f} re S")

    def fill(self, area: Area, ink: Ink) -> None:
        """`area` filled with ink."""
        self._fill(ink)
        self._put(f"{area.x:.2f} {area.bottom:.2f} {area.width:.2f} {area.height:.2f} re f")

    def circle(self, x: float, y: float, radius: float, ink: Ink, weight: float) -> None:
        """The outline of a circle around `(x, y)`."""
        k = _ARC * radius
        arcs = [
            (x + radius, y + k, x + k, y + radius, x, y + radius),
            (x - k, y + radius, x - radius, y + k, x - radius, y),
            (x - radius, y - k, x - k, y - radius, x, y - radius),
            (x + k, y - radius, x + radius, y - k, x + radius, y),
        ]
        self.curve((x + radius, y), arcs, ink, weight)

    def curve(
        self,
        start: tuple[float, float],
        arcs: Iterable[tuple[float, float, float, float, float, float]],
        ink: Ink,
        weight: float,
    ) -> None:
        """A line of Bézier arcs from `start`; each arc is two handles and an end."""
        self._stroke(ink, weight)
        path = [f"{start[0]:.2f} {start[1]:.2f} m"]
        path += [
            f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {x3:.2f} {y3:.2f} c"
            for x1, y1, x2, y2, x3, y3 in arcs
        ]
        self._put("\n".join(path) + " S")

    # -- pictures ---------------------------------------------------------------------

    def image(self, area: Area, picture: Picture) -> None:
        """`picture` stretched over `area`."""
        name = self.canvas.picture_name(picture)
        # The same picture in the same place again would change nothing.
        if self._changes("Do", (name, area)):
            matrix = f"{area.width:.2f} 0 0 {area.height:.2f} {area.x:.2f} {area.bottom:.2f}"
            self._put(f"q {matrix} cm /{name} Do Q")

    # -- words ------------------------------------------------------------------------

    def text(
        self, x: float, baseline: float, runs: Sequence[tuple[Face, str]], size: float, ink: Ink
    ) -> None:
        """One line of text from `x`, on `baseline`."""
        self._fill(ink)
        state, encode = self._state, self.canvas.encode
        code = f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"
        for face, text in runs:
            for name, written in encode(face, text):
                if state.get("Tf") != (name, size):
                    state["Tf"] = name, size
                    code += f" /{name} {size:g} Tf"
                code += f" ({written}) Tj"
        self._put(f"{code} ET")

    # -- navigation -------------------------------------------------------------------

    def bookmark(self, page: int, titles: Sequence[tuple[str, int]]) -> None:
        """Outline entries (title, level) for the top of this page."""
        for title, level in titles:
            self.canvas.bookmark(title, level, page)

    def link(
        self,
        element: Element,
        rectangle: tuple[float, float, float, float],
        words: str,
        key: str,
    ) -> None:
        """Make `rectangle` a link of `element` to the page of `key`; `words` say what is there.

        A discreet file says only which page it is.
        """
        page = self.places[key]
        told = self.sheet.word("page", page=page)
        if not self.sheet.discreet:
            told = f"{words}, {told}"
        self.canvas.link(element, rectangle, told, page=page)
