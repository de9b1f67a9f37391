"""What our reader takes and refuses is what pydantic does, for the same declarations."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

import pydantic
from hypothesis import given
from hypothesis import strategies as st

from support.trials import ordinary
from workbook.errors import FieldFault
from workbook.schema.field import Field
from workbook.schema.model import Model
from workbook.schema.values import ModelError


class OurItem(Model):
    id: Annotated[str, Field(pattern=r"[a-z0-9]+(-[a-z0-9]+)*")]
    lines: Annotated[int, Field(ge=1, le=500)] = 7
    height: Annotated[float, Field(ge=5, le=200)] | None = None
    fill: bool = False


class OurList(Model):
    items: tuple[OurItem, ...] = Field(min_length=1, max_length=3)
    ruling: Literal["ruled", "dots"] = "ruled"
    shares: dict[str, Annotated[float, Field(gt=0)]] | None = Field(default=None, min_length=1)
    names: tuple[Annotated[str, Field(min_length=1, max_length=3)], ...] = ()


STRICT = pydantic.ConfigDict(frozen=True, extra="forbid")


class TheirItem(pydantic.BaseModel):
    model_config = STRICT

    id: Annotated[str, pydantic.StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    lines: Annotated[int, pydantic.Field(ge=1, le=500)] = 7
    height: Annotated[float, pydantic.Field(ge=5, le=200)] | None = None
    fill: bool = False


class TheirList(pydantic.BaseModel):
    model_config = STRICT

    items: tuple[TheirItem, ...] = pydantic.Field(min_length=1, max_length=3)
    ruling: Literal["ruled", "dots"] = "ruled"
    shares: dict[str, Annotated[float, pydantic.Field(gt=0)]] | None = pydantic.Field(
        None, min_length=1
    )
    names: tuple[Annotated[str, pydantic.StringConstraints(min_length=1, max_length=3)], ...] = ()


numbers = st.one_of(
    st.integers(-3, 600).map(str),
    st.floats(-10, 300).map(lambda number: f"{number:.3g}"),
    st.text("0123456789+-.eE xnaif", max_size=6),
    st.sampled_from(
        ["nan", "inf", "Infinity", "1_000", "1__0", "_1", "8.0", "8.", ".5", "-0", "٣"]
    ),
)
words = st.text("ab-1 \n", max_size=4)
flags = st.sampled_from(["true", "Yes", "on", "0", "t", "N", "perhaps", "", "yes ", "TRUE"])
anything = st.one_of(
    st.none(),
    words,
    numbers,
    st.lists(words, max_size=2),
    st.dictionaries(words, words, max_size=2),
)


def most(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """`usual` values, and now and then one of another type."""
    return st.integers(0, 9).flatmap(lambda number: usual if number else anything)


item = st.fixed_dictionaries(
    {"id": most(st.sampled_from(["a", "a-1", "A", "a-", "a\n", ""]))},
    optional={"lines": most(numbers), "height": most(numbers), "fill": most(flags)},
)
lists = st.fixed_dictionaries(
    {"items": most(st.lists(most(item), max_size=4))},
    optional={
        "ruling": most(st.sampled_from(["ruled", "dots", "Dots"])),
        "shares": most(st.dictionaries(words, numbers, max_size=2)),
        "names": most(st.lists(words, max_size=3)),
        "other": words,
    },
)


def ours(value: Any) -> tuple[Any, set[tuple[Any, ...]]]:
    try:
        made = OurList.from_yaml(value)
    except ModelError as error:
        return None, {_of(fault) for fault in error.faults}
    return _plain(made), set()


def _of(fault: FieldFault) -> tuple[Any, ...]:
    missing = re.fullmatch(r"`(\w+)` is missing here", fault.what)
    return (*fault.path, missing[1]) if missing else fault.path


def theirs(value: Any) -> tuple[Any, set[tuple[Any, ...]]]:
    try:
        made = TheirList.model_validate(value)
    except pydantic.ValidationError as error:
        return None, {detail["loc"] for detail in error.errors() if not _counts_twice(detail)}
    return made.model_dump(), set()


def _counts_twice(detail: Any) -> bool:
    # pydantic counts only the items that are right.
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return {name: _plain(inner) for name, inner in vars(value).items()}
    return tuple(_plain(inner) for inner in value) if isinstance(value, tuple) else value


@ordinary(max_examples=400)
@given(lists)
def test_the_same_values_are_taken_and_the_same_paths_refused(value: dict[str, Any]) -> None:
    mine, my_faults = ours(value)
    other, their_faults = theirs(value)
    assert mine == other
    items = value["items"]
    if isinstance(items, list) and len(items) > 3:
        # pydantic stops in the midst of a list that is too long.
        my_faults, their_faults = _by_field(my_faults), _by_field(their_faults)
    assert my_faults == their_faults


def _by_field(faults: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    return {path[:1] if path[0] == "items" else path for path in faults}
