"""Every text of a block, as its author wrote it in the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.blocks import KINDS
from workbook.schema.compounds import Checked, Either, Limited, ListOf, MappingOf, Own
from workbook.schema.model import fields_of
from workbook.schema.values import shape_of

if TYPE_CHECKING:
    from workbook.schema.values import Value


def texts_of(block: dict[str, Any]) -> list[str]:
    """What is printed of a block, row headings and questions too; its fields say what is text."""
    fields = {field.key: field.value for field in fields_of(KINDS[next(iter(block))])}
    return [text for key, value in block.items() for text in _texts(fields[key], value)]


def _texts(declared: Value, value: Any) -> list[str]:
    if isinstance(declared, Limited | Checked):
        return _texts(declared.inner, value)
    if isinstance(declared, Either):
        return _texts(declared.kinds.get(shape_of(value), declared.usual), value)
    if isinstance(declared, ListOf):
        return [text for item in value for text in _texts(declared.item, item)]
    if isinstance(declared, MappingOf):
        pairs = [((declared.key, key), (declared.item, item)) for key, item in value.items()]
        return [text for pair in pairs for kind, each in pair for text in _texts(kind, each)]
    return [value] if isinstance(declared, Own) and isinstance(value, str) else []
