"""A box that stays on one page as long as it is no large part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.layout.inset import Inset

if TYPE_CHECKING:
    from workbook.layout.box import Box
    from workbook.pdf.faces import Faces


class Unbroken(Inset):
    """A box that is cut only where it is at least `from_height` points high."""

    def __init__(
        self,
        inner: Box,
        from_height: float,
        *,
        left: float = 0.0,
        right: float = 0.0,
        top: float = 0.0,
        bottom: float = 0.0,
    ) -> None:
        super().__init__(inner, left=left, right=right, top=top, bottom=bottom)
        self.from_height = from_height

    def split(self, width: float, available: float, faces: Faces) -> tuple[Box, Box] | None:
        """None for a low one, else as what is in it."""
        if self.height(width, faces) < self.from_height:
            return None
        return super().split(width, available, faces)

    def least(self, width: float, faces: Faces) -> float:
        """All of a low one, else as what is in it."""
        whole = self.height(width, faces)
        return whole if whole < self.from_height else super().least(width, faces)
