"""Turns a YAML file into a printable workbook.

    import workbook

    content = workbook.read_file("book.yaml")
    layout = workbook.lay_out(content, workbook.Choices(paper="a4"))
    pdf = workbook.draw(layout)

All names are looked up when they are first used, so that the import alone costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from workbook.checking.book import check
    from workbook.choices.choices import Choices
    from workbook.content.files import Memory
    from workbook.content.practice import read_practice, read_practice_file
    from workbook.content.reader import read, read_file
    from workbook.errors import ChoiceError, ContentError, FileError, WorkbookError
    from workbook.making.pipeline import build, draw, lay_out

__version__ = "0.1.0"
__all__ = [
    "ChoiceError",
    "Choices",
    "ContentError",
    "FileError",
    "Memory",
    "WorkbookError",
    "build",
    "check",
    "draw",
    "lay_out",
    "read",
    "read_file",
    "read_practice",
    "read_practice_file",
]
_HOMES = {
    "ChoiceError": "errors",
    "Choices": "choices.choices",
    "ContentError": "errors",
    "FileError": "errors",
    "Memory": "content.files",
    "WorkbookError": "errors",
    "build": "making.pipeline",
    "check": "checking.book",
    "draw": "making.pipeline",
    "lay_out": "making.pipeline",
    "read": "content.reader",
    "read_file": "content.reader",
    "read_practice": "content.practice",
    "read_practice_file": "content.practice",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module `workbook` has no attribute `{name}`")
    from importlib import import_module

    found: object = getattr(import_module(f"workbook.{home}"), name)
    globals()[name] = found
    return found
