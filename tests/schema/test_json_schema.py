"""The JSON Schema of a book says of a file what reading it says, as far as it can."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from support.builds import BOOK, TESTS
from support.random_books import books, written
from support.trials import ordinary
from workbook.blocks import KINDS
from workbook.content.book import Book
from workbook.content.practice import Practice
from workbook.schema.json_schema import json_schema

SCHEMA = json_schema(Book)
VALIDATOR = Draft202012Validator(SCHEMA)
SAMPLES = [TESTS / "samples" / f"{kind}.yaml" for kind in KINDS]
BOOKS = [
    BOOK,
    *(BOOK.with_name(f"{name}.yaml") for name in ("content.es", "clinician", "clinician.es")),
]


class PlainTypes(yaml.SafeLoader):
    """YAML as most programs type it: JSON's types, so a date is a text."""


PlainTypes.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    return yaml.load(text, PlainTypes)


def faults(value: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(value)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(json_schema(Practice))


@pytest.mark.parametrize("path", [*BOOKS, *SAMPLES], ids=lambda path: path.name)
def test_books_are_valid(path: Path) -> None:
    assert faults(loaded(path.read_text("utf-8"))) == []


@ordinary(max_examples=40)
@given(books())
def test_any_book_is_valid(book: dict[str, Any]) -> None:
    assert faults(loaded(written(book))) == []


def test_every_kind_is_a_branch_that_needs_its_key() -> None:
    (blocks,) = (
        field
        for name, field in SCHEMA["$defs"]["Worksheet"]["properties"].items()
        if name == "blocks"
    )
    branches = [branch["$ref"].rpartition("/")[2] for branch in blocks["items"]["oneOf"]]
    assert branches == [f"block-{kind}" for kind in KINDS]
    for kind in KINDS:
        branch = SCHEMA["$defs"][f"block-{kind}"]
        assert kind in branch["required"]
        assert branch["additionalProperties"] is False
        assert branch["description"]
        assert set(branch["properties"]) == set(KINDS[kind].yaml_keys())


GOOD = {
    "title": "A book",
    "parts": [
        {
            "title": "A part",
            "opening": True,
            "worksheets": [
                {"id": "one", "title": 1984, "pages": {"a4": 2}, "blocks": [{"text": "Words."}]}
            ],
        }
    ],
}
BLOCKS: list[dict[str, Any]] = [
    {"prompt": "What?", "line": 3},
    {"promt": "What?"},
    {"prompt": "What?", "text": "b"},
    {"prompt": "What?", "lines": 501},
    {"prompt": "What?", "lines": 0},
    {"prompt": "What?", "lines": 2.5},
    {"prompt": "What?", "lines": "many"},
    {"prompt": ["What?"]},
    {"prompt": None},
    {"prompt": " "},
    {"prompt": "What?", "fill": "perhaps"},
    {"prompt": "What?", "ruling": "lined"},
    {"checklist": []},
    {"checklist": ["a"], "columns": 3},
    {"boxes": ["a"] * 5},
    {"scale": "How?", "low": "a"},
    {"table": {"a": 0}, "rows": 1},
    {"comparison": ["A", "B"], "rows": "words"},
    {"comparison": ["A", "B"], "rows": [], "mine": True},
    {"helplines": "", "blank": 1},
    {"brief": True},
    {},
]


def with_block(block: dict[str, Any]) -> dict[str, Any]:
    book = copy.deepcopy(GOOD)
    book["parts"][0]["worksheets"][0]["blocks"] = [block]
    return book


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_a_wrong_block_is_not_valid(block: dict[str, Any]) -> None:
    assert faults(GOOD) == []
    assert faults(with_block(block))


@pytest.mark.parametrize(
    "change",
    [
        {"tilte": "A"},
        {"title": None},
        {"parts": []},
        {"parts": {}},
        {"helplines": "../others.yaml"},
        {"author": "a" * 301},
        {"editions": {"Big One": {"title": "A"}}},
        {"audience": "everybody"},
    ],
    ids=str,
)
def test_a_wrong_book_is_not_valid(change: dict[str, Any]) -> None:
    assert faults(GOOD | change)


@pytest.mark.parametrize("pages", [{"a3": 1}, {"a4": 0}, 101, "two", [1]], ids=str)
def test_limits_hold_in_each_shape_of_a_field(pages: object) -> None:
    book = copy.deepcopy(GOOD)
    book["parts"][0]["worksheets"][0]["pages"] = pages
    assert faults(book)
