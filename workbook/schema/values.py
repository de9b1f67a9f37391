"""Values of a file: how a kind of value is read, and what is told when it can't be.

`read` raises FieldFault for one fault and ModelError for several, with paths from the value
that it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

from workbook.errors import FieldFault, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Context = Mapping[str, Any]

Shape = Literal["mapping", "list", "scalar"]


class ModelError(ValueError):
    """A value isn't what its model asks for; `faults` are all that is wrong."""

    def __init__(self, faults: Iterable[FieldFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.what for fault in self.faults))


def faults_of(error: FieldFault | ModelError, *path: str | int) -> Iterator[FieldFault]:
    """The faults in `error`, their paths counted from where `path` starts."""
    for fault in error.faults if isinstance(error, ModelError) else (error,):
        fault.path = (*path, *fault.path)
        yield fault


class Value(Protocol):
    """A kind of value; `shape` is how it stands in a file."""

    @property
    def shape(self) -> Shape: ...  # noqa: D102
    def read(self, value: object, context: Context) -> Any: ...  # noqa: D102


class ReadByItself(Protocol):
    """A type with a way of its own to be read, such as a model or running text."""

    yaml_shape: Shape

    @classmethod
    def from_yaml(cls, value: object, context: Context) -> Any: ...  # noqa: D102


def shape_of(value: object) -> Shape:
    """How a value stands in a file."""
    if isinstance(value, dict):
        return "mapping"
    return "list" if isinstance(value, list | tuple) else "scalar"


def must_hold_keys(value: object) -> FieldFault:
    """What is said of a value that should be a mapping."""
    return FieldFault(
        f"must hold keys, not {in_words(value)}", "write `key: value` lines below it", named=True
    )


def must_be(what: str, value: object, remedy: str) -> FieldFault:
    """What is said of a value of another type than its field's."""
    return FieldFault(f"must be {what}, not {in_words(value)}", remedy, named=True)
