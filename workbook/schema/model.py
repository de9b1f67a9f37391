"""What is read from YAML: frozen mappings with fields of their own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, dataclass_transform

from workbook.errors import FieldFault, did_you_mean
from workbook.schema.annotations import value_of
from workbook.schema.compounds import Limited
from workbook.schema.field import REQUIRED, Field, FieldInfo
from workbook.schema.values import ModelError, faults_of, must_hold_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from workbook.schema.values import Shape, Value

_NO_CONTEXT: Mapping[str, Any] = {}


class ModelField(NamedTuple):
    """A field of a model: its name, its key in a file, and what it reads."""

    name: str
    key: str
    value: Value
    default: Any
    default_factory: Callable[[], Any] | None

    @property
    def required(self) -> bool:
        """Whether a file must give it."""
        return self.default is REQUIRED and self.default_factory is None

    def otherwise(self) -> Any:
        """Its value where a file doesn't give it."""
        return self.default if self.default_factory is None else self.default_factory()


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Model:
    """Base of everything that is read from YAML: frozen, and it refuses unknown keys.

    A field is an annotated name of its class; what its annotation means is found out when the
    class is first used. Made in the program, by keywords, its values are taken as they are.
    """

    yaml_shape: ClassVar[Shape] = "mapping"
    # Fields whose annotations are made in the program; each is None where a file gives none.
    further: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, **values: Any) -> None:
        filled = self.__dict__
        for field in fields_of(type(self)):
            if field.name in values:
                filled[field.name] = values.pop(field.name)
            elif field.required:
                raise TypeError(f"{type(self).__name__} needs `{field.name}`")
            else:
                filled[field.name] = field.otherwise()
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    @classmethod
    def from_yaml(cls, value: object, context: Mapping[str, Any] = _NO_CONTEXT) -> Self:
        """Read a mapping; `context` is handed to types that read themselves.

        Raises FieldFault where it is no mapping, and ModelError with every fault in it.
        """
        if not isinstance(value, dict):
            raise must_hold_keys(value)
        instance = cls.__new__(cls)
        filled = instance.__dict__
        faults: list[FieldFault] = []
        known = 0
        for field in fields_of(cls):
            key = field.key
            if key in value:
                known += 1
                try:
                    filled[field.name] = field.value.read(value[key], context)
                except (FieldFault, ModelError) as error:
                    faults += faults_of(error, key)
            elif field.required:
                faults.append(FieldFault(f"`{key}` is missing here", f"add `{key}: …`"))
            else:
                filled[field.name] = field.otherwise()
        if known < len(value):
            faults += cls._unknown(value)
        if not faults:
            faults += instance.faults()
        if faults:
            raise ModelError(faults)
        return instance

    @classmethod
    def _unknown(cls, value: Mapping[str, object]) -> Iterator[FieldFault]:
        keys = cls.yaml_keys()
        for key in value:
            if key not in keys:
                remedy = did_you_mean(str(key), keys)
                yield FieldFault("is not known here", remedy, path=(key,), named=True, key=True)

    @classmethod
    def yaml_keys(cls) -> tuple[str, ...]:
        """The keys that a mapping may have."""
        return tuple(field.key for field in fields_of(cls))

    def faults(self) -> Iterator[FieldFault]:
        """What is wrong although each field by itself is right; looked at when it is read."""
        yield from ()

    def replace(self, **changes: Any) -> Self:
        """A copy with other values in some fields; they are taken as they are."""
        instance = object.__new__(type(self))
        instance.__dict__.update(self.__dict__)
        if not changes.keys() <= self.__dict__.keys():
            raise TypeError(f"{type(self).__name__} lacks one of {', '.join(changes)}")
        instance.__dict__.update(changes)
        return instance

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` can't be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` can't be deleted")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({values})"


_FIELDS: dict[type[Model], tuple[ModelField, ...]] = {}


def fields_of(model: type[Model]) -> tuple[ModelField, ...]:
    """The fields of `model` in the order of their declaration, those of its bases first."""
    found = _FIELDS.get(model)
    if found is None:
        named = {
            name: _field(base, name, annotation)
            for base in reversed(model.__mro__)
            if issubclass(base, Model)
            for name, annotation in base.__annotations__.items()
            if not annotation.startswith("ClassVar")
        }
        for name, annotation in model.further.items():
            named[name] = ModelField(name, name, value_of(annotation), None, None)
        found = _FIELDS[model] = tuple(named.values())
    return found


def _field(model: type[Model], name: str, annotation: str) -> ModelField:
    value = value_of(eval(annotation, vars(sys.modules[model.__module__])))
    declared = vars(model).get(name, REQUIRED)
    if not isinstance(declared, FieldInfo):
        return ModelField(name, name, value, declared, None)
    if declared.limits:
        value = Limited(value, declared.limits)
    return ModelField(name, declared.key or name, value, declared.default, declared.default_factory)
