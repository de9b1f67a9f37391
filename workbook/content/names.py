"""How identifiers, region codes and file names are written."""

from __future__ import annotations

from typing import Annotated

from workbook.schema.field import Field

Identifier = Annotated[
    str,
    Field(
        pattern=r"[a-z0-9]+(-[a-z0-9]+)*",
        hint="use lower-case letters, digits and single hyphens, such as `urge-log`",
    ),
]
Code = Annotated[
    str, Field(pattern=r"[a-z]{2,8}", hint="use a short code in lower case, such as `us`")
]
# A file beside the book: no path, so that a book can't reach for anything else.
FileName = Annotated[
    str,
    Field(
        pattern=r"[\w-][\w .-]*\.ya?ml",
        hint="name a .yaml file in the same folder, without a path",
        max_length=100,
    ),
]
