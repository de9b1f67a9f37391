"""A book that holds every kind of block, made of the kinds' samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from support.builds import sample_path
from workbook.blocks import KINDS

if TYPE_CHECKING:
    from pathlib import Path

SENSITIVE = ("callout-roles", "checklist-ticks")
ONLY = ("table-rows", "checklist-ticks", "cover-cover", "helplines-numbers", "text-words")
# The regions of the samples' invented helplines, under codes that an option may name.
REGIONS = {"here": "us", "there": "uk"}


def write_book(folder: Path, language: str) -> Path:
    """Write the book and its helplines; tells where it is.

    Words of the interface are in `language`, the samples' own stay as they are.
    """
    parts = [part for kind in KINDS for part in _parts(kind)] + [_long()]
    book = {
        "title": "Everything that is loud",
        "short_title": "A quiet notebook",
        "author": "The makers",
        "licence": "Words that may be copied for everyone who asks",
        "language": language,
        "region": "us",
        "helplines": "numbers.yaml",
        "links": ["example.org"],
        "editions": {
            "pack": {"title": "A pack", "only": list(ONLY)},
            "quiet": {"title": "Quiet", "sensitive": "false"},
        },
        "parts": parts,
    }
    numbers = yaml.load(sample_path("numbers").read_text("utf-8"), yaml.BaseLoader)
    numbers["regions"] = {REGIONS[code]: region for code, region in numbers["regions"].items()}
    _write(folder / "numbers.yaml", numbers)
    path = folder / f"every-kind-{language}.yaml"
    _write(path, book)
    return path


def _long() -> dict:
    """What breaks over pages of any size, every word of it another."""
    blocks: list[dict] = [
        {"table": ["Name", "Room"], "labels": [f"Label{n}" for n in range(60)]},
        {"checklist": [f"Item{n}" for n in range(60)]},
        {"comparison": ["This", "That"], "rows": {f"R{n}": [f"A{n}", f"B{n}"] for n in range(60)}},
        {"selfcheck": [f"Line{n}" for n in range(60)], "columns": ["no", "yes"]},
        {"text": " ".join(f"word{n}" for n in range(1200))},
    ]
    worksheets = [
        {"id": f"long-{n}", "title": f"Long {n}", "blocks": [block]}
        for n, block in enumerate(blocks)
    ]
    return {"title": "Over pages", "opening": "false", "worksheets": worksheets}


def _parts(kind: str) -> list[dict]:
    sample = yaml.load(sample_path(kind).read_text("utf-8"), yaml.BaseLoader)
    parts = sample["parts"]
    for part in parts:
        for worksheet in part["worksheets"]:
            worksheet["id"] = f"{kind}-{worksheet['id']}"
            if worksheet["id"] in SENSITIVE:
                worksheet["sensitive"] = "true"
            for block in worksheet["blocks"]:
                if block.get("helplines") in REGIONS:
                    block["helplines"] = REGIONS[block["helplines"]]
    return parts


def _write(path: Path, value: dict) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
