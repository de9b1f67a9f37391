"""JSON Schema (draft 2020-12) of a model, for editors and other programs.

It describes the values of a file as YAML 1.2 types them, and is made from the same declarations
that read the file. What it can't say, it leaves out: that a block's kind is its first key, and
rules over several fields.
"""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from workbook.schema.compounds import (
    Checked,
    Either,
    KindByFirstKey,
    Limited,
    ListOf,
    MappingOf,
    Own,
)
from workbook.schema.model import Model, fields_of
from workbook.schema.scalars import Day, Decimal, Flag, Integer, OneOf, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.schema.model import ModelField
    from workbook.schema.values import Value

    Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Scalars of YAML are text until their field is known, so a text may look like something else.
_ANY_SCALAR = ["string", "number", "boolean"]
_SIMPLE: dict[type[Any], Schema] = {
    Text: {"type": _ANY_SCALAR},
    Integer: {"type": "integer"},
    Decimal: {"type": "number"},
    Flag: {"type": "boolean"},
    Day: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}
_OF_NUMBERS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum"}


def json_schema(model: type[Model]) -> Schema:
    """The schema of a file that `model` is read from."""
    models: dict[str, Schema] = {}
    schema = _model(model, models)
    return {"$schema": DIALECT, **schema, "$defs": models}


def _model(model: type[Model], models: dict[str, Schema], kind: str = "") -> Schema:
    """The schema of a mapping; `kind` is the key that tells it from mappings of other kinds."""
    fields = fields_of(model)
    required = [field.key for field in fields if field.required]
    if kind and kind not in required:
        required.insert(0, kind)
    schema: Schema = {
        "type": "object",
        "properties": {field.key: _property(field, models) for field in fields},
        "required": required,
        "additionalProperties": False,
    }
    return _described(model, schema)


def _described(model: type[Model], schema: Schema) -> Schema:
    return {"description": cleandoc(model.__doc__), **schema} if model.__doc__ else schema


def _property(field: ModelField, models: dict[str, Schema]) -> Schema:
    schema = _schema(field.value, models)
    plain = isinstance(field.default, bool | int | float | str)
    return {**schema, "default": field.default} if plain else schema


def _schema(value: Value, models: dict[str, Schema]) -> Schema:
    match value:
        case OneOf():
            return _one_of(value)
        case ListOf():
            return {"type": "array", "items": _schema(value.item, models)}
        case MappingOf():
            return _mapping(value, models)
        case Either():
            return _either(value, models)
        case Limited():
            return _limited(value, models)
        case Checked():
            return _schema(value.inner, models)
        case KindByFirstKey():
            return _kinds(value, models)
        case Own():
            return _own(value.kind, models)
    return dict(_SIMPLE[type(value)])


def _one_of(value: OneOf) -> Schema:
    more = [word == "true" for word in ("true", "false") if word in value.synonyms]
    return {"enum": [*value.options, *more]}


def _mapping(value: MappingOf, models: dict[str, Schema]) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": _schema(value.item, models)}
    key = value.key
    if isinstance(key, OneOf):
        schema["propertyNames"] = {"enum": list(key.options)}
    elif isinstance(key, Limited):
        schema["propertyNames"] = _of_text(key.limits)
    return schema


def _either(value: Either, models: dict[str, Schema]) -> Schema:
    options = [_schema(kind, models) for kind in value.kinds.values()]
    if value.flag and not any("boolean" in option.get("type", ()) for option in options):
        options.append({"type": "boolean"})
    if value.optional or value.flag:
        options.append({"type": "null"})
    return options[0] if len(options) == 1 else {"anyOf": options}


def _limited(value: Limited, models: dict[str, Schema]) -> Schema:
    schema = _schema(value.inner, models)
    for option in schema.get("anyOf", [schema]):
        option.update(_limits(option, value.limits))
    return schema


def _limits(schema: Schema, limits: Mapping[str, Any]) -> Schema:
    kind = schema.get("type")
    if kind in ("integer", "number"):
        return {name: limits[key] for key, name in _OF_NUMBERS.items() if key in limits}
    if kind in ("array", "object"):
        ending = "Items" if kind == "array" else "Properties"
        ends = (("min", "min_length"), ("max", "max_length"))
        return {f"{end}{ending}": limits[key] for end, key in ends if key in limits}
    return _of_text(limits) if kind == _ANY_SCALAR else {}


def _of_text(limits: Mapping[str, Any]) -> Schema:
    names = {"min_length": "minLength", "max_length": "maxLength"}
    schema = {name: limits[key] for key, name in names.items() if key in limits}
    if "pattern" in limits:
        # JSON Schema looks for a pattern anywhere in the text.
        schema["pattern"] = f"^(?:{limits['pattern']})$"
    return schema


def _kinds(value: KindByFirstKey, models: dict[str, Schema]) -> Schema:
    options = []
    for kind, model in value.kinds.items():
        name = f"{value.noun}-{kind}"
        if name not in models:
            models[name] = {}
            models[name] = _model(model, models, kind)
        options.append({"$ref": f"#/$defs/{name}"})
    return {"oneOf": options}


def _own(kind: Any, models: dict[str, Schema]) -> Schema:
    if not issubclass(kind, Model):
        schema: Schema = kind.json_schema()
        return schema
    name = kind.__name__
    if name not in models:
        models[name] = {}
        models[name] = _model(kind, models)
    return {"$ref": f"#/$defs/{name}"}
