"""Every text of a model, and where it stands in the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.schema.model import Model, fields_of
from workbook.text.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbook.errors import Location


class Text(NamedTuple):
    """A text of a worksheet and where it stands; a key of a mapping when `key` is set."""

    path: Location
    prose: Prose
    key: bool = False


def texts_of(
    model: Model, path: Location, *, but: Callable[[Model], bool] = lambda _: False
) -> Iterator[Text]:
    """Every text of a model in reading order, leaving out models inside that `but` is true of."""
    for field in fields_of(type(model)):
        yield from _texts(getattr(model, field.name), (*path, field.key), but)


def _texts(value: object, path: Location, but: Callable[[Model], bool]) -> Iterator[Text]:
    if isinstance(value, Prose):
        yield Text(path, value)
    elif isinstance(value, Model):
        if not but(value):
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
