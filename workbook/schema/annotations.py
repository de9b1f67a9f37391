"""From a field's annotation to the kind of value that it reads."""

from __future__ import annotations

from datetime import date
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from workbook.schema.compounds import (
    Checked,
    Either,
    KindByFirstKey,
    Limited,
    ListOf,
    MappingOf,
    Own,
)
from workbook.schema.field import Check, FieldInfo, FirstKey, Synonyms
from workbook.schema.scalars import Day, Decimal, Flag, Integer, OneOf, Text

if TYPE_CHECKING:
    from workbook.schema.values import Shape, Value

_SIMPLE: dict[Any, Value] = {
    str: Text(),
    int: Integer(),
    float: Decimal(),
    bool: Flag(),
    date: Day(),
}


def value_of(annotation: Any) -> Value:
    """What `annotation` reads; raises TypeError for one that no value can be read into."""
    simple = _SIMPLE.get(annotation)
    if simple is not None:
        return simple
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin is Literal:
        return OneOf(arguments, {})
    if origin is Union or origin is UnionType:
        return _either(arguments, annotation)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return ListOf(value_of(arguments[0]))
    if origin is dict:
        return MappingOf(value_of(arguments[0]), value_of(arguments[1]))
    if hasattr(annotation, "from_yaml"):
        return Own(annotation)
    raise TypeError(f"nothing is read into {annotation!r}")


def _annotated(kind: Any, marks: tuple[Any, ...]) -> Value:
    value: Value | None = None
    for mark in marks:
        if isinstance(mark, FirstKey):
            value = KindByFirstKey(mark.kinds, mark.noun, mark.remedy)
        elif isinstance(mark, Synonyms):
            value = OneOf(get_args(kind), mark.words)
        elif isinstance(mark, FieldInfo) and mark.limits:
            value = Limited(value or value_of(kind), mark.limits)
        elif isinstance(mark, Check):
            value = Checked(value or value_of(kind), mark.function)
    return value or value_of(kind)


def _either(arguments: tuple[Any, ...], annotation: Any) -> Value:
    """Kinds that differ in shape; beside a flag there may be one more scalar."""
    others = [kind for kind in arguments if kind is not NoneType]
    optional = len(others) < len(arguments)
    values = [value_of(kind) for kind in others if kind is not bool or len(others) == 1]
    kinds: dict[Shape, Value] = {value.shape: value for value in values}
    if len(kinds) < len(values):
        raise TypeError(f"the kinds of {annotation!r} can't be told apart by their shape")
    return Either(kinds, flag=len(values) < len(others), optional=optional)
