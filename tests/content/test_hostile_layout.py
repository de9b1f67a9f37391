"""Content of a size that nobody plans for is laid out whole, or refused in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.authored import squashed
from support.written_texts import texts_of
from workbook.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.authored import Printed

    PrintOf = Callable[..., Printed]


def words(count: int, stem: str = "word") -> str:
    return " ".join(f"{stem}{number}" for number in range(count))


LONG = "a" * 2000

WHOLE: dict[str, list[dict[str, Any]]] = {
    "word-wider-than-the-page": [{"text": LONG}],
    "word-wider-than-the-page-in-a-list": [{"text": f"- {LONG}"}],
    "word-wider-than-the-page-as-a-link": [{"text": f"See [{LONG}](https://example.org)."}],
    "word-wider-than-a-heading": [{"heading": LONG[:300]}, {"text": "b"}],
    "word-wider-than-a-card": [{"cards": [LONG[:150], "b"]}],
    "cell-of-several-pages": [{"comparison": ["A", "B"], "rows": [[words(1500), "b"]]}],
    "cell-of-several-pages-in-a-named-row": [
        {"comparison": ["A", "B"], "rows": {"name": ["a", words(800)]}}
    ],
    "row-heading-of-several-pages": [{"comparison": ["A", "B"], "rows": {words(600): ["a", "b"]}}],
    "two-hundred-rows": [
        {
            "comparison": ["A", "B"],
            "rows": {f"name{n}": ["a", words(n % 30 + 1)] for n in range(200)},
        }
    ],
    "rows-as-high-as-they-may-be": [
        {"comparison": ["A", "B"], "rows": [["a", "b"]] * 4, "height": 200, "mine": True}
    ],
    "five-hundred-lines": [{"prompt": "What?", "lines": 500}],
    "prompt-of-2000-words": [{"prompt": words(2000), "lines": 5}],
    "hint-of-2000-words": [{"prompt": "What?", "hint": words(2000), "lines": 5}],
    "checklist-of-300": [{"checklist": [f"item number {n}" for n in range(300)]}],
    "checklist-of-300-in-one-column": [
        {"checklist": [f"item number {n}" for n in range(300)], "columns": 1}
    ],
    "checklist-of-300-with-notes": [
        {"checklist": [f"item number {n}" for n in range(300)], "notes": True}
    ],
    "checklist-item-of-2000-words": [{"checklist": [words(2000), "b"]}],
    "checklist-lead-of-2000-words": [{"checklist": ["a"], "lead": words(2000)}],
    "heading-of-2000-words": [{"heading": words(2000)}, {"text": "b"}],
    "callout-of-3000-words": [{"callout": words(3000)}],
    "answer-of-5000-words": [{"questions": {"What?": words(5000)}}],
    "question-of-2000-words": [{"questions": {words(150): words(50), words(2000, "w"): "b"}}],
    "keep-chain-longer-than-a-page": [{"heading": f"Heading {n}"} for n in range(60)],
    "keep-chain-and-text": [*({"heading": f"Heading {n}"} for n in range(60)), {"text": "b"}],
    "steps-of-2000-words": [{"steps": [words(2000), "b"], "lines": 500}],
    "three-hundred-steps": [{"steps": [f"step number {n}" for n in range(300)]}],
    "selfcheck-of-300": [{"selfcheck": [f"sign {n}" for n in range(300)], "columns": ["a", "b"]}],
    "selfcheck-sign-of-2000-words": [{"selfcheck": [words(2000)], "columns": ["a", "b"]}],
    "table-of-200-rows": [{"table": ["a", "b"], "rows": 200, "height": 50}],
    "table-label-of-1500-words": [{"table": ["a", "b"], "labels": [words(1500), "b"]}],
    "letter-of-2000-words": [{"letter": words(2000), "lines": 500, "sign": True}],
    "letter-with-a-hundred-openers": [
        {"letter": "Dear me,", "openers": [f"opener {n}" for n in range(100)], "open_on": True}
    ],
    "list-of-300": [{"text": "\n".join(f"{n}. item{n}" for n in range(1, 301))}],
    "list-item-of-3000-words": [{"text": f"- {words(3000)}"}],
    "sources-of-500-words": [{"sources": [words(500)] * 5}],
    "cards-of-300": [{"cards": [f"card {n}" for n in range(300)]}],
    "cover-of-300-words": [{"cover": words(300), "subtitle": words(300)}],
    "scale-question-of-2000-words": [{"scale": words(2000), "low": "a", "high": "b"}],
    "a-thousand-links": [{"text": "[a](https://example.org) " * 1000}],
}
# In a written book the worksheet begins on the line after this one.
FIRST_OF_WORKSHEET = 4


@pytest.mark.parametrize("name", WHOLE)
def test_every_word_is_on_the_paper(print_of: PrintOf, name: str) -> None:
    blocks = WHOLE[name]
    found = print_of(*blocks)
    for block in blocks:
        for text in texts_of(block):
            bare = text.removeprefix("- ").replace("[", " ").replace("]", " ")
            assert found.missing(bare.replace("(https://example.org)", "")) == []
    assert found.off_the_paper == 0


def test_a_word_wider_than_a_cell_loses_no_letter(print_of: PrintOf) -> None:
    found = print_of({"comparison": ["A", "B"], "rows": [["z" * 2000, "b"]]})
    assert squashed(found.text).count("z") == 2000


# These may be refused or laid out; what is laid out is whole, on the paper.
WHOLE_OR_REFUSED: dict[str, list[dict[str, Any]]] = {
    "table-heading-of-800-words": [{"table": [words(800), "b"], "rows": 3}],
    "comparison-heading-of-800-words": [
        {"comparison": [words(800), "B"], "rows": [["a", "b"]] * 3}
    ],
    "comparison-heading-of-60-words": [
        {"comparison": [words(60), "B", "C", "D"], "rows": [[words(90), "b", "c", "d"]] * 5}
    ],
    "eight-headings-of-20-words": [{"table": [words(20, "longish")] * 8, "rows": 3}],
    "selfcheck-lead-of-2000-words": [
        {"selfcheck": ["a"], "columns": ["b", "c"], "lead": words(2000)}
    ],
    "selfcheck-column-of-300-words": [{"selfcheck": ["a"], "columns": [words(300), "c"]}],
    "example-of-1500-words": [{"table": ["a", "b"], "rows": 3, "example": [words(1500), "b"]}],
    "pair-of-items-of-2000-words": [{"checklist": [words(2000), "b"], "columns": 2}],
    "journal-heading-of-2000-words": [{"journal": "ruled", "heading": words(2000)}],
    "scale-end-of-500-words": [{"scale": "How?", "low": words(500), "high": "b"}],
    "box-title-of-2000-words": [{"boxes": [words(2000), "b", "c", "d"]}],
    "boxes-of-500-lines": [{"boxes": ["a", "b", "c", "d"], "lines": 500}],
    "rings-of-40-words": [{"rings": [words(40), "b", "c"]}],
    "chart-ends-of-200-words": [{"chart": "How?", "low": words(200), "high": words(200, "w")}],
    "chart-question-of-200-words": [{"chart": words(200), "low": "a", "high": "b", "height": 200}],
    "card-of-2000-words": [{"cards": [words(2000), "b"]}],
    "signature-of-30-words": [{"signature": [words(30), words(30, "w"), "c", "d"]}],
}


def whole_or_refused(print_of: PrintOf, *blocks: dict[str, Any], **more: Any) -> Printed | None:
    """The print, or None when the content is refused at a line of its worksheet."""
    try:
        found = print_of(*blocks, **more)
    except ContentError as error:
        places = [problem.place.line for problem in error.problems if problem.remedy]
        if len(places) < len(error.problems) or min(places) <= FIRST_OF_WORKSHEET:
            raise
        return None
    assert found.off_the_paper == 0
    return found


@pytest.mark.parametrize("name", WHOLE_OR_REFUSED)
def test_whole_or_refused_at_its_line(print_of: PrintOf, name: str) -> None:
    blocks = WHOLE_OR_REFUSED[name]
    found = whole_or_refused(print_of, *blocks)
    if found is None:
        return
    for block in blocks:
        for text in texts_of(block):
            assert found.missing(text) == []


def test_an_unsplittable_thing_taller_than_a_page_is_told_at_its_block(print_of: PrintOf) -> None:
    with pytest.raises(ContentError) as caught:
        print_of({"text": "Before."}, {"boxes": ["a", "b", "c", "d"], "lines": 500})
    (problem,) = caught.value.problems
    assert problem.place.text.strip().startswith("- boxes:")
    assert "too tall" in problem.what


def test_what_a_worksheet_says_of_itself_may_be_long(print_of: PrintOf) -> None:
    title, aim, stop = words(20, "title"), words(1500, "aim"), words(300, "stop")
    found = print_of({"text": "Words."}, title=title, aim=aim, stop=stop)
    for text in (title, aim, stop):
        assert found.missing(text) == []
    assert found.off_the_paper == 0


def test_a_title_of_a_page_is_whole_or_refused_at_its_line(print_of: PrintOf) -> None:
    title = words(400, "title")
    found = whole_or_refused(print_of, {"contents": "worksheets"}, title=title)
    assert found is None or found.missing(title) == []


def test_a_lists_number_stays_on_one_line(print_of: PrintOf) -> None:
    found = print_of({"text": "\n".join(f"{n}. item" for n in (998, 999, 1000, 1001))})
    for number in (998, 999, 1000, 1001):
        assert f"{number}." in found.text


@pytest.mark.parametrize(
    "blocks",
    [
        [{"break": "page"}],
        [{"break": "page"}, {"break": "page"}, {"text": "Words."}, {"break": "page"}],
        [{"contents": "parts"}],
        [{"heading": "Last"}],
    ],
    ids=["only-a-break", "many-breaks", "contents-of-nothing", "heading-at-the-end"],
)
@pytest.mark.parametrize("heading", [True, False])
def test_almost_nothing_on_a_worksheet(
    print_of: PrintOf, blocks: list[dict[str, Any]], heading: bool
) -> None:
    found = print_of(*blocks, heading=heading)
    assert found.pages
    for block in blocks:
        if "text" in block or "heading" in block:
            assert found.missing(next(iter(block.values()))) == []
