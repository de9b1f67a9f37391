"""Every text of a model, and where it stands in the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from workbook.text.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.content.faults import Path


class Text(NamedTuple):
    """A text of a worksheet and where it stands; a key of a mapping when `key` is set."""

    path: Path
    prose: Prose
    key: bool = False


def texts_of(
    model: BaseModel, path: Path, *, but: tuple[type[BaseModel], ...] = ()
) -> Iterator[Text]:
    """Every text of a model in reading order, leaving out models of the kinds in `but`."""
    for name, field in type(model).model_fields.items():
        yield from _texts(getattr(model, name), (*path, field.alias or name), but)


def _texts(value: object, path: Path, but: tuple[type[BaseModel], ...]) -> Iterator[Text]:
    if isinstance(value, Prose):
        yield Text(path, value)
    elif isinstance(value, but):
        return
    elif isinstance(value, BaseModel):
        yield from texts_of(value, path, but=but)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number), but)
    elif isinstance(value, dict):
        for key, item in value.items():
            name = key.source if isinstance(key, Prose) else key
            if isinstance(key, Prose):
                yield Text((*path, name), key, key=True)
            yield from _texts(item, (*path, name), but)
