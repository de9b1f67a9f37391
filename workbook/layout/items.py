"""What can stand in a line of words.

An item knows its width in points, how many characters it counts as, where it may be cut when it
alone is wider than a line, and what is printed for it once all pages are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbook.pdf.faces import Face, Faces
    from workbook.text.spans import Inline

    # What began the link or the stretch of another language that an item is in.
    Strand = Inline

# A page number takes the width of three digits until its page is known.
_DIGITS = "888"


class Item(Protocol):
    """One thing in a line; `strand` is the link or the stretch of another language it is in."""

    @property
    def width(self) -> float: ...  # noqa: D102
    @property
    def length(self) -> int: ...  # noqa: D102
    @property
    def strand(self) -> Strand | None: ...  # noqa: D102

    def cut(self, size: float, faces: Faces) -> Iterator[Item]:
        """The smallest items that it can be cut into, in order; itself when it can't be."""

    def joined(self, other: Item) -> Item | None:
        """It and the item right after it as one; None when they stay two."""

    def printed(self, pages: Mapping[str, int], size: float, faces: Faces) -> GlyphRun:
        """The glyphs that are drawn for it; `pages` has the page of each section by its key."""


class GlyphRun(NamedTuple):
    """Text in one face, and its width in points."""

    face: Face
    text: str
    width: float
    strand: Strand | None = None

    @property
    def length(self) -> int:
        """Its characters."""
        return len(self.text)

    def cut(self, size: float, faces: Faces) -> Iterator[Item]:
        """Its characters one by one."""
        for character in self.text:
            width = faces.advance(self.face, character, size)
            yield GlyphRun(self.face, character, width, self.strand)

    def joined(self, other: Item) -> Item | None:
        """Two runs in one face and of one strand are one run."""
        if isinstance(other, GlyphRun) and self.face is other.face and self.strand is other.strand:
            return GlyphRun(
                self.face, self.text + other.text, self.width + other.width, self.strand
            )
        return None

    def printed(self, pages: Mapping[str, int], size: float, faces: Faces) -> GlyphRun:  # noqa: ARG002
        """Itself."""
        return self


class PageNumber(NamedTuple):
    """The page of the section `key`, known when all pages are; it is never cut in two."""

    face: Face
    key: str
    width: float
    strand: Strand | None = None

    @classmethod
    def of(
        cls, key: str, face: Face, size: float, faces: Faces, strand: Strand | None
    ) -> PageNumber:
        """The number in a face and a size in points."""
        return cls(face, key, faces.advance(face, _DIGITS, size), strand)

    @property
    def length(self) -> int:
        """The characters that it is measured as."""
        return len(_DIGITS)

    def cut(self, size: float, faces: Faces) -> Iterator[Item]:  # noqa: ARG002
        """Itself: half a number says another page."""
        yield self

    def joined(self, other: Item) -> Item | None:  # noqa: ARG002
        """It stays by itself until it is printed."""
        return None

    def printed(self, pages: Mapping[str, int], size: float, faces: Faces) -> GlyphRun:
        """Its digits."""
        text = str(pages[self.key])
        return GlyphRun(self.face, text, faces.advance(self.face, text, size), self.strand)
