"""Blocks under a space of every height, so that a page's foot falls at each place of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from support.builds import blocks_of_sample
from support.laid_out import lay_out, one_part
from support.on_pages import Pages, by_section
from workbook.blocks import KINDS

if TYPE_CHECKING:
    from pathlib import Path


# Blocks begin with this word where something has to follow it on its page.
LEAD = "LEAD"
# So many write lines stand above the block; the frame of Letter has 28.
FILLERS = range(1, 24)
_AROUND = {"region": "us", "helplines": "numbers.yaml", "links": ["example.org"]}
_NUMBERS = """\
regions:
  us:
    name: Here
    lines:
"""


def _several(number: int, prefix: str) -> str:
    """So many different words."""
    return " ".join(f"{prefix}{n}" for n in range(number))


def _each(number: int, prefix: str, words: int = 2) -> list[str]:
    return [_several(words, f"{prefix}{n}x") for n in range(number)]


# Kinds that have no foot to meet: they take pages of their own, or hold no words.
ELSEWHERE = {"journal", "break", "cover", "contents"}
MADE: dict[str, list[dict[str, Any]]] = {
    "text": [{"text": f"{_several(130, 'a')}\n\n{_several(40, 'b')}\n\n{_several(66, 'c')}"}],
    "heading": [{"heading": f"{LEAD} here"}, {"text": _several(150, "a")}],
    "heading-table": [{"heading": f"{LEAD} here"}, {"table": ["A", "B"], "rows": 9}],
    "list": [{"text": "- " + "\n- ".join(_each(8, "a", 24))}],
    "long-list": [{"text": "- " + "\n- ".join(_each(5, "a", 75))}],
    "numbers": [{"text": "1. " + "\n1. ".join(_each(12, "a", 3))}],
    "callout": [{"callout": _several(110, "a"), "role": "reminder"}],
    "high-callout": [{"callout": _several(400, "a"), "role": "reminder"}],
    "prompt": [{"prompt": f"{LEAD} a", "hint": f"{LEAD} b", "lines": 11}],
    "short-prompt": [{"prompt": f"{LEAD} a", "lines": 5}],
    "dots": [{"prompt": f"{LEAD} a", "lines": 9, "ruling": "dots"}],
    "fill": [{"prompt": f"{LEAD} a", "lines": 9, "fill": True}],
    "letter": [
        {
            "letter": f"{LEAD} a",
            "lines": 15,
            "openers": ["o1 o2", "o3 o4", "o5 o6", "o7 o8"],
            "sign": True,
        }
    ],
    "filled-letter": [
        {"letter": f"{LEAD} a", "lines": 12, "openers": ["o1 o2", "o3 o4"], "fill": True}
    ],
    "cards": [{"cards": _each(5, "a")}],
    "many-cards": [{"cards": _each(13, "a")}],
    "table": [{"table": ["h0", "h1"], "rows": 9}],
    "labels": [{"table": ["h0", "h1"], "labels": _each(6, "a", 30), "example": ["e0", "e1"]}],
    "few-rows": [{"table": ["h0", "h1"], "rows": 3}],
    "filled-table": [{"table": ["h0", "h1"], "labels": ["a0", "a1 " * 30, *"bcdef"], "fill": True}],
    "lines-table": [{"table": ["h0", "h1"], "rows": 6, "lines": 2}],
    "filled-lines": [{"table": ["h0", "h1"], "labels": _each(5, "a"), "lines": 2, "fill": True}],
    "marks": [{"table": ["h0", "h1", "h2"], "labels": _each(9, "a"), "marks": "circle"}],
    "comparison": [
        {
            "comparison": ["h0", "h1"],
            "rows": {f"n{n}": [_several(20, f"a{n}x"), f"b{n}"] for n in range(6)},
            "mine": True,
        }
    ],
    "high-row": [
        {
            "comparison": ["h0", "h1"],
            "rows": {"n0": [_several(260, "a"), "b0"], "n1": ["c0", "c1"]},
        }
    ],
    "checklist": [{"checklist": _each(9, "a", 20), "lead": f"{LEAD} a"}],
    "two-columns": [{"checklist": _each(11, "a", 2), "columns": 2, "lead": f"{LEAD} a"}],
    "notes": [{"checklist": _each(7, "a", 9), "notes": True}],
    "steps": [{"steps": _each(4, LEAD + "z", 2), "lines": 4}],
    "filled-steps": [{"steps": _each(4, LEAD + "z", 2), "lines": 3, "fill": True}],
    "long-steps": [{"steps": _each(2, LEAD + "z", 2), "lines": 9}],
    "selfcheck": [{"selfcheck": _each(9, "a"), "columns": ["no", "yes"], "lead": "lead"}],
    "scale": [{"scale": f"{LEAD} a", "low": "low", "high": "high"}],
    "chart": [{"chart": f"{LEAD} a", "low": "low", "high": "high"}],
    "rings": [{"rings": ["ra", "rb", "rc"]}],
    "boxes": [{"boxes": [f"{LEAD} {n}" for n in range(4)], "lines": 4}],
    "signature": [{"signature": ["sa", "sb"]}],
    "questions": [
        {"questions": {f"{LEAD}z{n} q": _several(75, f"a{n}x") for n in range(3)}},
    ],
    "helplines": [{"helplines": "region", "blank": 4}],
    "sources": [{"sources": _each(9, "a", 24)}],
    "links": [{"text": f"[{_several(90, 'a')}](https://example.org) {_several(30, 'b')}"}],
}
TRIED = {next(iter(block)) for blocks in MADE.values() for block in blocks}
# Of a kind without a case of its own, the first block of its sample.
SAMPLED = {kind: blocks_of_sample(kind)[:1] for kind in KINDS if kind not in TRIED | ELSEWHERE}
CASES = MADE | SAMPLED


def _helplines(number: int) -> str:
    lines = [
        f"      - {{name: l{n}, contact: ['c{n}', 'd{n}'], verified: 2026-01-01, source: s.org}}"
        for n in range(number)
    ]
    return _NUMBERS + "\n".join(lines) + "\n"


def write_broken(folder: Path) -> Path:
    """A book of all cases, each once where the foot falls into it; tells where it is."""
    worksheets = [_worksheet(name, lines) for name in CASES for lines in (9, 16)]
    book = one_part(*worksheets, **_AROUND)
    (folder / "numbers.yaml").write_text(_helplines(5), "utf-8")
    path = folder / "broken.yaml"
    path.write_text(yaml.safe_dump(book, sort_keys=False), "utf-8")
    return path


def _worksheet(name: str, lines: int) -> dict[str, Any]:
    return {
        "id": f"{name}-{lines}",
        "title": "T",
        # Every second one begins half a line lower.
        **({"aim": "A"} if lines % 2 else {}),
        "blocks": [{"prompt": "Filler", "lines": lines}, *CASES[name], {"text": "End."}],
    }


@cache
def under_each_height(name: str, paper: str = "letter") -> dict[int, Pages]:
    """The pages of a case's worksheets, by how many write lines stand above the case."""
    book = one_part(*(_worksheet(name, lines) for lines in FILLERS), **_AROUND)
    layout = lay_out(book, beside={"numbers.yaml": _helplines(5)}, paper=paper)
    return dict(zip(FILLERS, by_section(layout).values(), strict=True))
