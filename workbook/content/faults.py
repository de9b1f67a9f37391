"""From faults in values to problems with a place in their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.content.source import Source
    from workbook.errors import FieldFault, Location


def problems_of(
    faults: Iterable[FieldFault], source: Source, base: Location = ()
) -> Iterator[Problem]:
    """One problem for each fault; `base` leads to the value that the faults were found in."""
    for fault in faults:
        path = (*base, *fault.path)
        what = f"{_name(path)} {fault.what}" if fault.named else fault.what
        place = source.place(path, key=fault.key, offset=fault.line)
        yield Problem(place, what, fault.remedy)


def _name(path: Location) -> str:
    last = path[-1] if path else 0
    return f"`{last}`" if isinstance(last, str) and last.strip() else "this item"
