"""Every text of a block, as its author wrote it in the YAML."""

from __future__ import annotations

from typing import Any


def texts_of(value: Any) -> list[str]:
    """Every text of a block, row headings and questions too, but not its own keys."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in [key, *texts_of(item)]]
    return []
