"""Kinds of value made of others: lists, mappings, choices between kinds, and limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workbook.errors import FieldFault, did_you_mean, in_words
from workbook.schema.values import ModelError, faults_of, must_be, must_hold_keys, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from workbook.schema.values import Context, ReadByItself, Shape, Value

# Where words may stand too, a single letter or digit is one of them.
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class ListOf:
    """A list of values of one kind, read into a tuple."""

    shape: Shape = "list"

    def __init__(self, item: Value) -> None:
        self.item = item

    def read(self, value: object, context: Context) -> tuple[Any, ...]:
        """All items, or the faults of all."""
        if not isinstance(value, list | tuple):
            raise must_be("a list", value, "start each line with `- `, or write [a, b]")
        read = self.item.read
        found: list[Any] = []
        faults: list[FieldFault] = []
        for at, item in enumerate(value):
            try:
                found.append(read(item, context))
            except (FieldFault, ModelError) as error:
                faults += faults_of(error, at)
        if faults:
            raise ModelError(faults)
        return tuple(found)


class MappingOf:
    """A mapping of keys of one kind to values of one kind."""

    shape: Shape = "mapping"

    def __init__(self, key: Value, item: Value) -> None:
        self.key, self.item = key, item

    def read(self, value: object, context: Context) -> dict[Any, Any]:
        """All keys and values, or the faults of all."""
        if not isinstance(value, dict):
            raise must_hold_keys(value)
        found: dict[Any, Any] = {}
        faults: list[FieldFault] = []
        for name, item in value.items():
            key: Any = None
            try:
                key = self.key.read(name, context)
            except (FieldFault, ModelError) as error:
                for fault in faults_of(error, name):
                    if fault.what == f"can't be {in_words(name)}":
                        fault.what = "can't stand here"
                    fault.key = True
                    faults.append(fault)
            try:
                found[key] = self.item.read(item, context)
            except (FieldFault, ModelError) as error:
                faults += faults_of(error, name)
        if faults:
            raise ModelError(faults)
        return found


class Either:
    """One of several kinds, told apart by how the value stands in the file.

    With `flag`, words for yes and no, and nothing at all, are a flag; all else is read by the
    others. With `optional`, nothing at all is None.
    """

    def __init__(self, kinds: Mapping[Shape, Value], *, flag: bool, optional: bool) -> None:
        self.kinds, self.flag, self.optional = kinds, flag, optional
        # What the author of a value of no known shape is told to write.
        self.usual = next(
            (kinds[shape] for shape in ("list", "scalar") if shape in kinds),
            next(iter(kinds.values())),
        )
        self.shape = self.usual.shape

    def read(self, value: object, context: Context) -> Any:
        """What the kind of the value's shape makes of it."""
        if value is None and self.optional:
            return None
        if self.flag:
            if value is None:
                return False
            if isinstance(value, bool):
                return value
            word = value.strip().lower() if isinstance(value, str) else ""
            if word in _FLAGS:
                return _FLAGS[word]
        return self.kinds.get(shape_of(value), self.usual).read(value, context)


class Limited:
    """A value with limits to its size, its length or its characters."""

    def __init__(self, inner: Value, limits: Mapping[str, Any]) -> None:
        self.inner, self.limits, self.shape = inner, limits, inner.shape
        self._least, self._most = limits.get("min_length"), limits.get("max_length")
        self._bounds = [
            (compare, limits[name], words) for name, compare, words in _BOUNDS if name in limits
        ]
        pattern = limits.get("pattern")
        self._pattern = re.compile(pattern) if pattern is not None else None

    def read(self, value: object, context: Context) -> Any:
        """The value, or how it is beyond the limits."""
        try:
            found = self.inner.read(value, context)
        except ModelError as error:
            # Some of its items are wrong, and perhaps there are too many of them as well.
            length = self._length(value) if isinstance(value, list | tuple | dict) else None
            raise ModelError(
                (*faults_of(length), *error.faults) if length else error.faults
            ) from None
        if found is None:
            return None
        fault = self._length(found) or self._size(found, value)
        if fault is not None:
            raise fault
        if self._pattern is not None and not self._pattern.fullmatch(found):
            raise FieldFault(f"can't be {in_words(value)}", self.limits["hint"], named=True)
        return found

    def _length(self, found: Any) -> FieldFault | None:
        if self._least is not None and len(found) < self._least:
            return FieldFault("holds too little", f"give at least {self._least}", named=True)
        if self._most is not None and len(found) > self._most:
            return FieldFault("holds too much", f"give at most {self._most}", named=True)
        return None

    def _size(self, found: Any, value: object) -> FieldFault | None:
        for is_within, limit, words in self._bounds:
            if not is_within(found, limit):
                what = f"is {value}; it must be {words} {limit:g}"
                return FieldFault(what, "change the number", named=True)
        return None


_BOUNDS: tuple[tuple[str, Callable[[Any, Any], bool], str], ...] = (
    ("ge", lambda number, limit: number >= limit, "at least"),
    ("gt", lambda number, limit: number > limit, "more than"),
    ("le", lambda number, limit: number <= limit, "at most"),
)


class Checked:
    """A value that a function looks at when it was read."""

    def __init__(self, inner: Value, check: Callable[[Any], None]) -> None:
        self.inner, self.check, self.shape = inner, check, inner.shape

    def read(self, value: object, context: Context) -> Any:
        """The value, unless the function raises FieldFault."""
        found = self.inner.read(value, context)
        self.check(found)
        return found


class Own:
    """A value of a type that reads itself."""

    def __init__(self, kind: type[ReadByItself]) -> None:
        self.kind, self.shape = kind, kind.yaml_shape
        self.read = kind.from_yaml


class KindByFirstKey:
    """A mapping whose first key names the model that it is read into."""

    shape: Shape = "mapping"

    def __init__(self, kinds: Mapping[str, type[Any]], noun: str, remedy: str) -> None:
        self.kinds, self.noun, self.remedy = kinds, noun, remedy

    def read(self, value: object, context: Context) -> Any:
        """The model that the first key names, made of the whole mapping."""
        if not isinstance(value, dict) or not value:
            what = f"a {self.noun} is a mapping whose first key names its kind"
            raise FieldFault(what, self.remedy)
        first, *others = value
        model = self.kinds.get(first)
        if model is None:
            raise self._no_kind(first, others)
        keys = model.yaml_keys()
        second = next((key for key in others if key in self.kinds and key not in keys), None)
        if second is not None:
            what = f"two kinds in one {self.noun}: `{first}` and `{second}`"
            remedy = f"start a new {self.noun}: `- {second}: …`"
            raise FieldFault(what, remedy, path=(second,), key=True)
        return model.from_yaml(value, context)

    def _no_kind(self, first: str, others: Iterable[str]) -> FieldFault:
        kind = next((key for key in others if key in self.kinds), None)
        if kind is not None and first in self.kinds[kind].yaml_keys():
            what = f"`{kind}` names the {self.noun}'s kind and must stand first"
            return FieldFault(what, f"move `{first}` below it", path=(first,), key=True)
        what = f"`{first}` is no kind of {self.noun}"
        return FieldFault(what, did_you_mean(first, self.kinds), path=(first,), key=True)
