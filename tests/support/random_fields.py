"""Any value that a field may have, drawn by Hypothesis from how the field is declared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from support.random_words import flag, plain, prose, words
from workbook.errors import FieldFault
from workbook.schema.compounds import Checked, Either, Limited, ListOf, MappingOf, Own
from workbook.schema.model import Model, fields_of
from workbook.schema.scalars import Day, Decimal, Flag, Integer, OneOf, Text
from workbook.schema.values import ModelError
from workbook.text.prose import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.schema.values import Value

    Strategy = st.SearchStrategy[Any]

# So many more than the least: more items or lines say nothing new, and take time.
MORE = 15
MORE_ITEMS = 6


def mappings_of(
    model: type[Model], instead: Mapping[str, Strategy], *, first: str = ""
) -> Strategy:
    """Mappings that `model` reads, `first` their first key; `instead` are values of some keys.

    Rules over several fields are kept by drawing again: where they refuse most of what is drawn,
    say with `instead` what goes together.
    """
    values = {
        field.key: instead.get(field.key, _values(field.value, {})) for field in fields_of(model)
    }
    needed = {first} | {field.key for field in fields_of(model) if field.required}
    given = {key: value for key, value in values.items() if key in needed}
    other = {key: value for key, value in values.items() if key not in needed}
    drawn = st.fixed_dictionaries(given, optional=other)
    if first:
        drawn = drawn.map(lambda made: {first: made[first]} | made)
    return drawn.filter(lambda made: _is_read(model, made))


def _values(declared: Value, limits: Mapping[str, Any]) -> Strategy:
    simple = _scalars(declared, limits)
    if simple is not None:
        return simple
    if isinstance(declared, Limited):
        return _values(declared.inner, {**limits, **declared.limits})
    if isinstance(declared, Checked):
        return _values(declared.inner, limits).filter(lambda made: _is_read(declared, made))
    if isinstance(declared, Either):
        kinds = [_values(kind, limits) for kind in declared.kinds.values()]
        return st.one_of(*kinds, *([flag] if declared.flag else []))
    least = limits.get("min_length", 0)
    most = min(limits.get("max_length", least + MORE_ITEMS), least + MORE_ITEMS)
    if isinstance(declared, ListOf):
        return st.lists(_values(declared.item, {}), min_size=least, max_size=most)
    if isinstance(declared, MappingOf):
        keys, items = _values(declared.key, {}), _values(declared.item, {})
        return st.dictionaries(keys, items, min_size=least, max_size=most)
    if isinstance(declared, Own):
        if issubclass(declared.kind, Model):
            return mappings_of(declared.kind, {})
        return words if declared.kind is Words else prose
    raise TypeError(f"nothing is drawn for {declared!r}")


def _scalars(declared: Value, limits: Mapping[str, Any]) -> Strategy | None:
    if isinstance(declared, Integer):
        least = limits.get("ge", 0)
        return st.integers(least, min(limits.get("le", least + MORE), least + MORE))
    if isinstance(declared, Decimal):
        least = limits.get("ge", limits.get("gt", 0))
        most = min(limits.get("le", least + MORE), least + MORE)
        return st.integers(least * 10 + ("gt" in limits), most * 10).map(lambda tenths: tenths / 10)
    if isinstance(declared, OneOf):
        return st.sampled_from(declared.options)
    return {Text: plain, Flag: flag, Day: st.dates(date(1900, 1, 1))}.get(type(declared))


def _is_read(declared: Value | type[Model], value: Any) -> bool:
    try:
        if isinstance(declared, type):
            declared.from_yaml(value)
        else:
            declared.read(value, {})
    except (FieldFault, ModelError):
        return False
    return True
