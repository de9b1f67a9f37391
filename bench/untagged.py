"""The child of `tags.py`: `workbook build` whose pen marks nothing, and whose structure is empty.

Elements are made all the same while the book is laid out; they are neither marked nor written.
"""

from __future__ import annotations

import gc
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import workbook.cli

# As the command line has it while it imports what follows.
gc.disable()

from workbook.pdf import canvas  # noqa: E402
from workbook.pdf.element import Element  # noqa: E402
from workbook.pdf.pen import Pen  # noqa: E402
from workbook.pdf.structure import StructureTree  # noqa: E402

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_INSIDE = nullcontext()


class Empty(StructureTree):
    """A document without content, whatever is drawn."""

    def __init__(self, _document: Element) -> None:
        super().__init__(Element("Document"))

    def mark(self, _element: Element, _page: int) -> int:
        """Nothing."""
        return 0

    def close_page(self) -> None:
        """Nothing."""

    def annotation(self, _element: Element, _page: int, _number: int) -> int:
        """Nothing."""
        return 0


class Unmarked(Pen):
    """Knows what its ink is, and writes nothing of it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._leaving = _Leaving(self)

    def tag(self, element: Element) -> AbstractContextManager[None]:
        """Ink of an element."""
        return self._entered(element)

    def artifact(self, _kind: str = "") -> AbstractContextManager[None]:
        """Ink of none."""
        return self._entered("artifact")

    def _entered(self, what: Element | str) -> AbstractContextManager[None]:
        if self._inside:
            return _INSIDE
        self._inside = what
        return self._leaving


class _Leaving:
    __slots__ = ("_pen",)

    def __init__(self, pen: Unmarked) -> None:
        self._pen = pen

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._pen._inside = ""


def main() -> None:
    """Build what the arguments say."""
    from workbook.making import drawing

    vars(canvas)["StructureTree"] = Empty
    vars(drawing)["Pen"] = Unmarked
    workbook.cli.main(["build", *sys.argv[1:]])


if __name__ == "__main__":
    main()
