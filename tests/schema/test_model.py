"""Fields of all sorts are read from text, and every fault in a mapping is told at its path."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

import pytest

from workbook.errors import FieldFault
from workbook.schema.annotations import value_of
from workbook.schema.field import Check, Field, FirstKey, Synonyms
from workbook.schema.model import Model, fields_of
from workbook.schema.values import ModelError
from workbook.text.prose import Words

if TYPE_CHECKING:
    from collections.abc import Iterator


def _even(number: int) -> None:
    if number % 2:
        raise FieldFault("is odd", "take another", named=True)


class Inner(Model):
    day: date
    size: float = Field(default=1.5, gt=0)


class Outer(Model):
    """All sorts of fields."""

    counted: ClassVar[int] = 0

    name: Annotated[str, Field(pattern=r"[a-z]+", hint="use letters")]
    count: Annotated[int, Field(ge=0, le=10), Check(_even)] = 2
    flag: bool = False
    either: bool | Words = False
    inners: tuple[Inner, ...] = Field(default=(), max_length=2)
    shares: dict[str, float] | tuple[str, ...] | None = Field(default=None, min_length=1)
    place: Annotated[Literal["here", "there"], Synonyms({"yes": "here"})] = "here"
    columns: Literal[1, 2] = 1
    kept: dict[str, int] = Field(default_factory=dict, key="from")

    def faults(self) -> Iterator[FieldFault]:
        if self.flag and self.count == 4:
            yield FieldFault("four is no flag", "take six", path=("count",))
        if self.flag and self.columns == 2:
            yield FieldFault("two is no flag", "take one", path=("columns",))


def told(value: object) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises((ModelError, FieldFault)) as caught:
        Outer.from_yaml(value)
    error = caught.value
    faults = error.faults if isinstance(error, ModelError) else (error,)
    assert all(fault.remedy for fault in faults)
    return [(fault.path, fault.what) for fault in faults]


def test_what_is_not_given_has_its_default() -> None:
    made = Outer.from_yaml({"name": "a"})
    assert made == Outer(name="a")
    assert (made.count, made.flag, made.either, made.inners) == (2, False, False, ())
    assert (made.shares, made.place, made.columns, made.kept) == (None, "here", 1, {})


def test_texts_become_what_their_fields_are() -> None:
    made = Outer.from_yaml(
        {
            "name": "abc",
            "count": "1_0",
            "flag": "Yes",
            "either": "on",
            "inners": [{"day": "2026-11-23", "size": "2e1"}],
            "shares": {"a": ".5"},
            "place": "Yes",
            "columns": "2",
            "from": {"a": "-3"},
        }
        | {"count": "8.0", "columns": "1"}
    )
    assert made.count == 8
    assert made.flag is True
    assert made.either is True
    assert made.inners == (Inner(day=date(2026, 11, 23), size=20.0),)
    assert made.shares == {"a": 0.5}
    assert made.place == "here"
    assert made.columns == 1
    assert made.kept == {"a": -3}


def test_a_union_is_read_by_shape() -> None:
    assert Outer.from_yaml({"name": "a", "shares": ["b"]}).shares == ("b",)
    assert Outer.from_yaml({"name": "a", "either": "1"}).either == Words.parse("1")
    assert Outer.from_yaml({"name": "a", "shares": None}).shares is None


def test_every_fault_is_told_with_its_path() -> None:
    value = {
        "count": "11",
        "flag": "perhaps",
        "either": ["a"],
        "inners": [{"day": "23 November"}, {"size": "0"}, {"day": "2026-11-23", "sise": "1"}],
        "shares": {"a": "b"},
        "place": "nowhere",
        "columns": "3",
        "from": ["a"],
        "more": "a",
    }
    assert told(value) == [
        ((), "`name` is missing here"),
        (("count",), "is 11; it must be at most 10"),
        (("flag",), "must be yes or no, not `perhaps`"),
        (("either",), "needs some words, not a list"),
        (("inners",), "holds too much"),
        (("inners", 0, "day"), "must be a date, not `23 November`"),
        (("inners", 1), "`day` is missing here"),
        (("inners", 1, "size"), "is 0; it must be more than 0"),
        (("inners", 2, "sise"), "is not known here"),
        (("shares", "a"), "must be a number, not `b`"),
        (("place",), "can't be `nowhere`"),
        (("columns",), "can't be `3`"),
        (("from",), "must hold keys, not a list"),
        (("more",), "is not known here"),
    ]


def test_what_checks_a_value_is_asked_when_it_is_read() -> None:
    assert told({"name": "a", "count": "3"}) == [(("count",), "is odd")]


def test_rules_over_several_fields_are_all_told() -> None:
    assert told({"name": "a", "flag": "true", "count": "4", "columns": "2"}) == [
        (("count",), "four is no flag"),
        (("columns",), "two is no flag"),
    ]


@pytest.mark.parametrize("value", [None, "a", ["a"], 3])
def test_a_model_is_a_mapping(value: object) -> None:
    ((path, what),) = told(value)
    assert path == ()
    assert what.startswith("must hold keys, not ")


def test_a_fault_in_a_key_is_told_of_the_key() -> None:
    kind = value_of(dict[Literal["a4", "a5"], int])
    with pytest.raises(ModelError) as caught:
        kind.read({"a3": "1", "a4": "x"}, {})
    faults = [(fault.path, fault.key, fault.what) for fault in caught.value.faults]
    assert faults == [
        (("a3",), True, "can't stand here"),
        (("a4",), False, "must be a number, not `x`"),
    ]


def test_a_model_is_frozen_and_is_what_it_holds() -> None:
    one = Outer(name="a")
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del one.name
    other = one.replace(name="b")
    assert (one.name, other.name) == ("a", "b")
    assert one != other
    assert other.replace(name="a") == one
    assert hash(Inner(day=date.min)) == hash(Inner(day=date.min))
    assert "name='a'" in repr(one)


def test_the_program_makes_models_by_name_alone() -> None:
    for values in ({}, {"name": "a", "from": {}}, {"name": "a", "more": 1}):
        with pytest.raises(TypeError):
            Outer(**values)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Outer(name="a").replace(more=1)


def test_fields_of_a_base_come_first() -> None:
    class More(Inner):
        last: str = ""

    assert [field.name for field in fields_of(More)] == ["day", "size", "last"]
    assert fields_of(Inner) is fields_of(Inner)


@pytest.mark.parametrize("kind", [object, tuple[int, str], int | str, set[int], dict | list])
def test_a_type_that_cannot_be_read_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError):
        value_of(kind)


class First(Model):
    first: str
    size: int = 1


class Second(Model):
    second: str = "a"


KIND = value_of(Annotated[Model, FirstKey({"first": First, "second": Second}, "thing", "write")])


@pytest.mark.parametrize(
    ("value", "path", "what"),
    [
        ("words", (), "a thing is a mapping whose first key names its kind"),
        ({}, (), "a thing is a mapping whose first key names its kind"),
        ({"third": "a"}, ("third",), "`third` is no kind of thing"),
        ({"size": "1", "first": "a"}, ("size",), "`first` names the thing's kind and must"),
        ({"size": "1", "second": "a"}, ("size",), "`size` is no kind of thing"),
        (
            {"first": "a", "second": "b"},
            ("second",),
            "two kinds in one thing: `first` and `second`",
        ),
    ],
)
def test_the_first_key_names_the_kind(value: Any, path: tuple[str, ...], what: str) -> None:
    with pytest.raises(FieldFault) as caught:
        KIND.read(value, {})
    assert caught.value.path == path
    assert caught.value.what.startswith(what)
    assert caught.value.key == bool(path)


def test_a_kind_is_read_by_its_own_model() -> None:
    assert KIND.read({"first": "a", "size": "2"}, {}) == First(first="a", size=2)
