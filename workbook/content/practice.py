"""A practice's own name, address and logo, read from its `practice.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from workbook.choices.choice import PRACTICE
from workbook.content.characters import unprintable
from workbook.content.faults import problems_of
from workbook.content.files import Folder, UnreadableError, source_at
from workbook.content.keys import Choosing, keys_in
from workbook.content.source import Source
from workbook.errors import ContentError, FieldFault, Place, Problem
from workbook.pictures.decode import LogoError, most_bytes, read_logo
from workbook.pictures.svg import DrawingError
from workbook.schema.field import Check, Field
from workbook.schema.values import ModelError, faults_of
from workbook.text.prose import Words

if TYPE_CHECKING:
    from workbook.content.files import Files
    from workbook.pictures.picture import Picture

LONGEST = 60
# A file beside this one: no path, so that nothing else can be reached.
_LOGO = re.compile(r"[\w-][\w .-]{0,90}\.(png|jpe?g|svg)", re.IGNORECASE)


def _one_line(words: Words) -> None:
    if len(words.plain) > LONGEST:
        raise FieldFault(
            f"“{words.plain[:20]}…” is too long for its line", f"{LONGEST} characters at most"
        )
    if any(span.leads[0] or span.leads[2] for span in words.spans):
        raise FieldFault("no link can stand here", "write the address as words")


def _beside(name: str) -> None:
    if not _LOGO.fullmatch(name):
        raise FieldFault(
            f"can't be `{name[:60]}`",
            "name a .png, .jpg or .svg file in the same folder, without a path",
            named=True,
        )


Line = Annotated[Words, Check(_one_line)]
LogoName = Annotated[str, Check(_beside)]


class Practice(Choosing):
    """Whose copy it is: a name, and how to reach who bears it.

    With `header` name and logo stand at the head of each page too. Its other keys are the
    choices that may stand in a practice's file.
    """

    further = keys_in(PRACTICE)

    name: Line
    address: tuple[Line, ...] = Field(default=(), max_length=4)
    phone: Line | None = None
    web: Line | None = None
    logo: LogoName | None = None
    licence: Line | None = None
    header: bool = False


class Imprint(NamedTuple):
    """A practice with the pixels of its logo."""

    practice: Practice
    logo: Picture | None = None


def read_practice(text: str, files: Files, name: str = "practice.yaml") -> Imprint:
    """The practice in a text, whose logo is one of `files`; `name` is how faults call it.

    Raises ContentError with every fault in both.
    """
    return _imprint(Source(name, text), files)


def read_practice_file(path: Path | str) -> Imprint:
    """The practice in the file at `path` and the logo beside it.

    Raises FileError when the file can't be read, and ContentError with every fault in both.
    """
    path = Path(path)
    return _imprint(source_at(path), Folder(path.parent))


def _imprint(source: Source, files: Files) -> Imprint:
    problems = list(unprintable(source))
    practice: Practice | None = None
    try:
        practice = Practice.from_yaml(source.root.value)
    except (FieldFault, ModelError) as error:
        problems += problems_of(faults_of(error), source)
    logo: Picture | None = None
    name = _logo_name(source)
    if name is not None:
        try:
            logo = _logo(name, files)
        except LogoError as fault:
            problems.append(Problem(source.place(("logo",)), fault.what, fault.remedy))
        except DrawingError as fault:
            place = Place(files.full_name(name), fault.line, fault.column)
            problems.append(Problem(place, fault.what, fault.remedy))
    if problems:
        problems.sort(key=lambda p: (p.place.file != source.name, p.place.line, p.place.column))
        raise ContentError(problems)
    assert practice is not None
    return Imprint(practice, logo)


def _logo_name(source: Source) -> str | None:
    """The logo's file name where it is one, whatever else is wrong."""
    root = source.root.value
    name = root.get("logo") if isinstance(root, dict) else None
    return name if isinstance(name, str) and _LOGO.fullmatch(name) else None


def _logo(name: str, files: Files) -> Picture:
    most = most_bytes(name)
    try:
        return read_logo(name, files.read(name, most))
    except UnreadableError as error:
        raise LogoError(*_not_read(name, most, error)) from None


def _not_read(name: str, most: int, error: UnreadableError) -> tuple[str, str]:
    match error.why:
        case "absent":
            remedy = "put the picture beside this file, or check its name"
            return f"there is no file `{name}` in this folder", remedy
        case "elsewhere":
            return f"`{name}` is a link to another folder", "copy the file itself here"
        case "folder":
            return f"`{name}` is a folder", "name the picture inside it, beside this file"
        case "special":
            return f"`{name}` is no ordinary file", "name a picture"
        case "large":
            size = f"{most // 1024**2} MB" if most >= 1024**2 else f"{most // 1024} KB"
            return f"`{name}` is over {size}", "save a smaller one, such as a PNG"
        case "refused":
            said = error.said or "it can't be read"
            return f"`{name}`: {said}", "check the name and the rights"
