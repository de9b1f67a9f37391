"""The contract of a block: its fields above, its layout below, in one file.

A new kind is a class like this one in a file `workbook/blocks/toast.py`::

    class Toast(Block):
        kind = "toast"

        toast: Words
        times: int = Field(default=1, ge=1, le=9)

        def boxes(self, setting: Setting) -> Iterator[Box]:
            style = setting.sheet.style(BODY)
            for _ in range(self.times):
                yield Paragraph(self.toast, style, below=setting.sheet.space.small)

In YAML it is `- toast: To the kettle.` with `times: 2` below it: the field with the kind's
own name takes what stands behind the first key. `docs/adding-a-block.md` goes through it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Self

from workbook.schema.model import Model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbook.blocks.regions import Region
    from workbook.choices.sheet import Sheet
    from workbook.errors import FieldFault
    from workbook.layout.box import Box
    from workbook.matter.outline import PartEntry
    from workbook.pdf.faces import Faces
    from workbook.text.prose import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block may know: its sheet and faces, the book's outline, its headings' level.

    `regions` are the helplines by region, and `region` is the one to print. `letterhead` makes
    what a practice puts on a cover, so many points below what is over it. `height_above` is what
    stands above the block on its page, in points.
    """

    sheet: Sheet
    faces: Faces
    outline: tuple[PartEntry, ...] = ()
    level: int = 2
    regions: Mapping[str, Region] = field(default_factory=dict)
    region: str = ""
    letterhead: Callable[[float], Box] | None = None
    height_above: float = 0.0


class Block(Model):
    """One thing on a worksheet. `kind` is its first key in YAML.

    What a whole worksheet is because of a block that it has, the block's kind says:
    """

    kind: ClassVar[str]
    # Whether the contents list a worksheet with it, and it makes sense when handed out alone.
    listed: ClassVar[bool] = True
    # Whether the worksheet is a cover: without running head and foot.
    is_cover: ClassVar[bool] = False
    # Whether the worksheet needs a leaf of its own where paper is printed on both sides.
    own_leaf: ClassVar[bool] = False
    # Whether its texts are prose, so that `check` measures how they read.
    is_prose: ClassVar[bool] = True
    # Whether it tells the reader whom to call.
    has_helplines: ClassVar[bool] = False

    @property
    def opens_parts(self) -> bool:
        """Whether parts that open in the contents open here."""
        return False

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """Its boxes from top to bottom, each with its structure elements in reading order."""
        raise NotImplementedError

    def quiet(self, title: Words) -> Self:  # noqa: ARG002
        """Itself in a discreet copy, which says `title` outside its pages and on its cover."""
        return self

    def repeats(self, others: Sequence[Block], region: str) -> bool:  # noqa: ARG002
        """Whether it prints what one of `others` prints already, in a copy for `region`."""
        return False

    def unmet(self, regions: Mapping[str, Region], region: str | None) -> Iterator[FieldFault]:  # noqa: ARG002
        """What it asks of the book's helplines that `regions` don't have.

        `region` is the one that the book names.
        """
        yield from ()
