"""Two pages on each side of a sheet, to print: a booklet to fold, or two up to save paper.

An imposed file is for the printer. It has no reading structure, and claims none.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from workbook.errors import ChoiceError
from workbook.finishing.saddle_stitch import Fold, Side, side_by_side, signatures, stitched
from workbook.geometry import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from workbook.finishing.saddle_stitch import Flip

    Size = tuple[float, float]

CLOSE_ENOUGH = 1.0
BLANK = "–"
_DUPLEX = {"short": "/DuplexFlipShortEdge", "long": "/DuplexFlipLongEdge", None: "/Simplex"}
# All else in the catalog is about reading, or claims what an imposed file can't keep.
_KEPT = {"/Type", "/Pages", "/Lang"}


@dataclass(frozen=True, slots=True)
class Imposed:
    """An imposed file: its bytes, its sheets of paper, and what stands on each of its sides.

    `signatures` has the sheets of each signature, and is empty when nothing is folded.
    """

    pdf: bytes
    sheets: int
    signatures: tuple[int, ...]
    sides: tuple[Side, ...]


def booklet(pdf: bytes, fold: Fold, *, sheet: Size, note: str) -> Imposed:
    """`pdf` in saddle-stitch order on sheets of `sheet` (width, height in points).

    Pages are half a sheet and are not scaled. `note` follows the title: that this file is for
    the printer and the plain one for reading. Raises ChoiceError when there are no pages, when
    they aren't half the sheet within a point, or when creep takes more than 8 mm.
    """
    with _opened(pdf) as file:
        sizes = signatures(len(file.pages), fold.signature)
        sides = tuple(stitched(len(file.pages), sizes, fold))
        data = _imposed(file, sides, sheet, note, fold.flip)
    return Imposed(data, sum(sizes), sizes, sides)


def two_up(pdf: bytes, *, sheet: Size, note: str) -> Imposed:
    """`pdf` with two pages a sheet in reading order, to print on one side.

    `sheet`, `note` and errors are as for a booklet.
    """
    with _opened(pdf) as file:
        sides = tuple(side_by_side(len(file.pages)))
        data = _imposed(file, sides, sheet, note, None)
    return Imposed(data, len(sides), (), sides)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) if pdf else pikepdf.new() as file:
        if not file.pages:
            raise ChoiceError("there are no pages to put on sheets", "choose a worksheet or more")
        yield file


def _imposed(
    file: pikepdf.Pdf, sides: Sequence[Side], sheet: Size, note: str, flip: Flip | None
) -> bytes:
    import pikepdf

    plain = list(file.pages)
    labels = [page.label for page in plain]
    forms = [_form(page, number, sheet) for number, page in enumerate(plain, start=1)]
    for side in sides:
        page = file.add_blank_page(page_size=sheet)
        page.Contents = file.make_stream("\n".join(_drawing(side, forms, sheet)).encode("ascii"))
        named = {f"/P{number}": forms[number - 1] for number in (side.left, side.right) if number}
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(named))
    del file.pages[: len(plain)]

    root = file.Root
    for key in set(root.keys()) - _KEPT:
        del root[key]
    root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(_labels(sides, labels)))
    root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True,
        PrintScaling=pikepdf.Name("/None"),
        Duplex=pikepdf.Name(_DUPLEX[flip]),
        PickTrayByPDFSize=True,
    )
    _describe(file, note)
    out = BytesIO()
    file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _form(page: pikepdf.Page, number: int, sheet: Size) -> pikepdf.Object:
    form = page.as_form_xobject()
    half = sheet[0] / 2, sheet[1]
    _, _, width, height = _shown(form)
    if max(abs(width - half[0]), abs(height - half[1])) > CLOSE_ENOUGH:
        raise ChoiceError(
            f"page {number} is {_size(width, height)}, not half of a sheet of {_size(*sheet)}",
            f"lay the book out on pages of {_size(*half)}",
        )
    return form


def _drawing(side: Side, forms: Sequence[pikepdf.Object], sheet: Size) -> Iterator[str]:
    """The operators of one side; each page ends at the fold, and creep moves it over."""
    width, height = sheet
    fold = width / 2
    if side.turned:
        yield f"-1 0 0 -1 {width:.4f} {height:.4f} cm"
    for number, half, creep in ((side.left, 0.0, side.creep), (side.right, fold, -side.creep)):
        if number is None:
            continue
        left, bottom, across, _ = _shown(forms[number - 1])
        # A page that isn't quite half a sheet keeps to the fold.
        x = creep - left + (fold if half else fold - across)
        clip = f"{half:.4f} 0 {fold:.4f} {height:.4f} re W n"
        yield f"q {clip} 1 0 0 1 {x:.4f} {0 - bottom:.4f} cm /P{number} Do Q"


def _labels(sides: Sequence[Side], labels: Sequence[str]) -> Iterator[object]:
    import pikepdf

    for index, side in enumerate(sides):
        shown = [labels[number - 1] if number else BLANK for number in (side.left, side.right)]
        yield index
        yield pikepdf.Dictionary(P=" · ".join(shown))


def _describe(file: pikepdf.Pdf, note: str) -> None:
    """Title and author stay; the note says what is missing; no standard is claimed."""
    title = f"{file.docinfo.get('/Title', '')} ({note})".strip()
    author = str(file.docinfo.get("/Author", ""))
    file.docinfo["/Title"] = title
    for told in {"/Subject", "/Keywords"} & set(file.docinfo.keys()):
        file.docinfo[told] = ""
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        if author:
            metadata["dc:creator"] = [author]
        if "/Lang" in file.Root:
            metadata["dc:language"] = {str(file.Root.Lang)}


def _shown(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of what a form shows, in points."""
    import pikepdf

    box = pikepdf.Matrix(form.Matrix).transform(pikepdf.Rectangle(*map(float, form.BBox)))
    return box.llx, box.lly, box.width, box.height


def _size(width: float, height: float) -> str:
    return f"{width / MM:.1f} × {height / MM:.1f} mm"
