"""Type: what words are set for, and how that comes out on a sheet.

A role says what words are for and how they are set in standard type; a kind of block declares
those that only it has. A sheet makes styles of them, for its inks and its size of type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from workbook.choices.ink import Ink, Inks

if TYPE_CHECKING:
    from collections.abc import Mapping

    Size = tuple[float, float]

# Large print has no words smaller than this, and no heading: size and leading in points.
LARGE_TEXT = (18.0, 25.0)
LARGE_HEADING = (22.0, 28.0)


class Role(NamedTuple):
    """What words are for: their size and leading in points, and how they are set.

    Lines of `balanced` words come out as even as they can. On a page as narrow as A5 they have
    the size `narrow`, and in large print `large`, where one is given. `is_heading` tells large
    print of a heading that isn't in the heading's face.
    """

    size: float
    leading: float
    face: Literal["text", "heading"] = "text"
    ink: Literal["text", "accent", "soft"] = "text"
    strong: bool = False
    balanced: bool = False
    narrow: tuple[float, float] | None = None
    large: tuple[float, float] | None = None
    is_heading: bool = False


# Text is set in 13/18.5 pt, tables in 12, and nothing is smaller than 9.5.
BODY = Role(13, 18.5)
QUESTION = Role(13, 18.5, strong=True, balanced=True)
AIM = Role(13, 18.5, ink="soft")
HINT = Role(12, 16.5, ink="soft")
TABLE = Role(12, 16.5)
TABLE_STRONG = Role(12, 16.5, strong=True)
LABEL = Role(10.5, 14, ink="accent", strong=True)
SMALL = Role(10.5, 14, ink="soft")
NUMERAL = Role(10.5, 14)
FOOT = Role(9.5, 12, ink="soft")
TITLE = Role(24, 30, face="heading", balanced=True, narrow=(20, 25), large=(28, 35))
HEADING = Role(16, 21, face="heading", balanced=True)


class TypeStyle(NamedTuple):
    """How a paragraph is set: face, size and leading in points, ink, weight.

    `characters` is the most that a line may hold, spaces included.
    """

    face: str
    size: float
    leading: float
    ink: Ink
    strong: bool = False
    balanced: bool = False
    characters: int = 70


class Typography:
    """The styles of one sheet, each made of its role when it is first asked for.

    `sizes` are sizes and leadings, in points, of roles that have others than their own.
    """

    def __init__(
        self,
        inks: Inks,
        *,
        large: bool = False,
        narrow: bool = False,
        sizes: Mapping[Role, Size] | None = None,
    ) -> None:
        self.inks, self.large, self.narrow = inks, large, narrow
        self.sizes = sizes or {}
        self._styles: dict[Role, TypeStyle] = {}

    def with_sizes(self, sizes: Mapping[Role, Size]) -> Typography:
        """The same with other sizes and leadings, in points, of some roles."""
        return Typography(self.inks, large=self.large, narrow=self.narrow, sizes=sizes)

    def style(self, role: Role) -> TypeStyle:
        """How words of a role are set."""
        found = self._styles.get(role)
        if found is None:
            found = self._styles[role] = self._style_of(role)
        return found

    def _style_of(self, role: Role) -> TypeStyle:
        size, leading = self.sizes.get(role) or self._size(role)
        inks = {"text": self.inks.text, "accent": self.inks.accent, "soft": self.inks.soft}
        face: str = role.face
        ink = inks[role.ink]
        if role.ink == "soft" and self.large:
            # RNIB and the American Council of the Blind ask for black or nearly so.
            ink = self.inks.text
        elif role.ink == "soft" and self.inks.solid:
            # Where no ink is lighter than black, what is soft is set in a light face.
            face = "light"
        return TypeStyle(face, size, leading, ink, role.strong, role.balanced)

    def _size(self, role: Role) -> Size:
        own = role.size, role.leading
        if self.large:
            heading = role.is_heading or role.face == "heading"
            return role.large or max(own, LARGE_HEADING if heading else LARGE_TEXT)
        return (role.narrow or own) if self.narrow else own


class Measure(NamedTuple):
    """A length in points, in standard type and in large print."""

    standard: float
    large: float
