"""The contract of a block: its fields above, its layout below, in one file.

A new kind is a class like this one, and a line in `workbook.blocks.KINDS`::

    class Toast(Block):
        kind = "toast"

        toast: Words
        times: int = Field(1, ge=1, le=9)

        def boxes(self, setting: Setting) -> Iterator[Box]:
            style = setting.sheet.style("body")
            for _ in range(self.times):
                yield Paragraph(self.toast, style, below=setting.sheet.space.small)

In YAML it is `- toast: To the kettle.` with `times: 2` below it: the field with the kind's
own name takes what stands behind the first key. `docs/adding-a-block.md` goes through it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from workbook.schema.model import Model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from workbook.blocks.regions import Region
    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Box
    from workbook.matter.outline import PartEntry
    from workbook.pdf.faces import Faces


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block may know: its sheet and faces, the book's outline, its headings' level.

    `regions` are the helplines by region, and `region` is the one to print. `letterhead` makes
    what a practice puts on a cover, so many points below what is over it. `taken` is what
    stands above the block on its page, in points.
    """

    sheet: Sheet
    faces: Faces
    outline: tuple[PartEntry, ...] = ()
    level: int = 2
    regions: Mapping[str, Region] = field(default_factory=dict)
    region: str = ""
    letterhead: Callable[[float], Box] | None = None
    taken: float = 0.0


class Block(Model):
    """One thing on a worksheet. `kind` is its first key in YAML."""

    kind: ClassVar[str]

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """Its boxes from top to bottom, each with its structure elements in reading order."""
        raise NotImplementedError
