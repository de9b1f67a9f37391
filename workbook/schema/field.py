"""How a field is declared: its key, its default, its limits, and what else is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REQUIRED: Any = object()


class FieldInfo:
    """What `Field` was told."""

    __slots__ = ("default", "default_factory", "key", "limits")

    def __init__(
        self,
        default: Any,
        default_factory: Callable[[], Any] | None,
        key: str,
        limits: Mapping[str, Any],
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.key, self.limits = key, limits


def Field(  # noqa: N802 (read as a type's description, as dataclass libraries have it)
    *,
    default: Any = REQUIRED,
    default_factory: Callable[[], Any] | None = None,
    key: str = "",
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
    pattern: str | None = None,
    hint: str = "",
) -> Any:
    """Describe a field: as its value in a class, or inside `Annotated`.

    `key` is what it is called in a file, where that isn't its name. `ge`, `gt` and `le` bound
    numbers, the lengths bound texts, lists and mappings. A text must match all of `pattern`;
    `hint` tells an author how to write one that does.
    """
    limits = {
        "ge": ge,
        "gt": gt,
        "le": le,
        "min_length": min_length,
        "max_length": max_length,
        "pattern": pattern,
    }
    given = {name: limit for name, limit in limits.items() if limit is not None}
    if pattern is not None:
        given["hint"] = hint or "use other characters"
    return FieldInfo(default, default_factory, key, given)


class Check:
    """In `Annotated`: `function` looks at a value that was read, and raises FieldFault."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[Any], None]) -> None:
        self.function = function


class Synonyms:
    """In `Annotated`: other words, in lower case, for the values of a `Literal`."""

    __slots__ = ("words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words


class FirstKey:
    """In `Annotated`: the first key of a mapping names the model that it is read into.

    `noun` is what is said of such a mapping in faults, and `remedy` what to write where there
    is no mapping at all.
    """

    __slots__ = ("kinds", "noun", "remedy")

    def __init__(self, kinds: Mapping[str, type[Any]], noun: str, remedy: str) -> None:
        self.kinds, self.noun, self.remedy = kinds, noun, remedy
