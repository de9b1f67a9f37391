"""pydantic's errors in plain words: what is wrong, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from workbook.content.names import FILE_NAME, IDENTIFIER, REGION
from workbook.errors import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import ValidationError

    from workbook.content.source import Source

Path = tuple[str | int, ...]
_PATTERNS = {
    IDENTIFIER: "use lower-case letters, digits and single hyphens, such as `urge-log`",
    REGION: "use a short code in lower case, such as `us`",
    FILE_NAME: "name a .yaml file in the same folder, without a path",
}
_BOUNDS = {
    "greater_than_equal": "at least",
    "less_than_equal": "at most",
    "greater_than": "more than",
    "less_than": "less than",
}


def problems_of(
    error: ValidationError, source: Source, model: type[BaseModel], base: Path = ()
) -> Iterator[Problem]:
    """One problem for each error, at its place in `source`; `base` leads to the model."""
    for detail in error.errors(include_url=False):
        kind, context = detail["type"], detail.get("ctx", {})
        if kind == "too_short" and _given(detail) >= context["min_length"]:
            continue  # pydantic counts only the valid items: their own faults are told already
        absent = kind in ("missing", "extra_forbidden")
        path = source.known(base + detail["loc"], absent)
        named = path and isinstance(path[-1], str) and path[-1].strip()
        name = f"`{path[-1]}`" if named else "this item"
        what, remedy = _words(kind, context, detail, name)
        on_key = kind == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
        if kind == "extra_forbidden":
            known = _fields(model, detail["loc"])
            remedy = did_you_mean(str(path[-1]), known)
        offset = int(context.get("line", 0)) if kind == "markup" else 0
        where = path[:-1] if kind == "missing" else path
        yield Problem(source.place(where, key=on_key, offset=offset), what, remedy)


def _words(kind: str, context: dict[str, Any], detail: Any, name: str) -> tuple[str, str]:
    given = detail.get("input")
    shown = f"`{given}`" if isinstance(given, str) and len(given) < 60 else _sort(given)
    if kind in _BOUNDS:
        limit = next(iter(context.values()))
        return f"{name} is {given}; it must be {_BOUNDS[kind]} {limit:g}", "change the number"
    if kind in ("too_short", "string_too_short"):
        return f"{name} holds too little", f"give at least {context.get('min_length')}"
    if kind in ("too_long", "string_too_long"):
        return f"{name} holds too much", f"give at most {context.get('max_length')}"
    table: dict[str, tuple[str, str]] = {
        "missing": (f"{name} is missing here", f"add `{name.strip('`')}: …`"),
        "extra_forbidden": (f"{name} is not known here", ""),
        "no_words": (f"{name} needs some words, not {shown}", "write them after the colon"),
        "markup": (str(context.get("what")), str(context.get("remedy", ""))),
        "literal_error": (f"{name} can't be {shown}", f"one of: {context.get('expected')}"),
        "string_pattern_mismatch": (
            f"{name} can't be {shown}",
            _PATTERNS.get(str(context.get("pattern")), "use other characters"),
        ),
    }
    if kind in table:
        return table[kind]
    if kind.startswith(("int_", "float_")):
        return f"{name} must be a number, not {shown}", "write a number, such as `8`"
    if kind.startswith("bool_"):
        return f"{name} must be yes or no, not {shown}", "write `true` or `false`"
    if kind.startswith("date_"):
        return f"{name} must be a date, not {shown}", "write it as `2026-11-23`"
    if kind in ("list_type", "tuple_type"):
        return f"{name} must be a list, not {shown}", "start each line with `- `, or write [a, b]"
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return f"{name} must hold keys, not {shown}", "write `key: value` lines below it"
    if kind.startswith("string_"):
        return f"{name} must be text, not {shown}", "write it on one line"
    message, _, remedy = str(detail["msg"]).removeprefix("Value error, ").partition(" → ")
    return message, remedy


def _given(detail: Any) -> int:
    given = detail.get("input")
    return len(given) if isinstance(given, list | tuple | dict) else 0


def _sort(given: object) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "a mapping (`key: value`)"
    return "a list" if isinstance(given, list | tuple) else "that"


def _fields(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """Names of the fields that the model at `loc` has."""
    for step in loc[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            inner = next(_models(model.model_fields[step].annotation), None)
            if inner is not None:
                model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
