"""A book that holds every kind of block, made of the kinds' samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from builds import sample_path

from workbook.blocks import KINDS

if TYPE_CHECKING:
    from pathlib import Path

SENSITIVE = ("callout-roles", "checklist-ticks")
ONLY = ("table-rows", "checklist-ticks", "cover-cover", "helplines-numbers", "text-words")
# The regions of the samples' invented helplines, under codes that an option may name.
REGIONS = {"here": "us", "there": "uk"}


def write_book(folder: Path, language: str, *, worksheets: int | None = None) -> Path:
    """Write the book, its other edition's content and its helplines; tells where it is.

    Each sample is a part with so many of its worksheets, all when left out. Words of the
    interface are in `language`, the samples' own stay as they are.
    """
    parts = [part for kind in KINDS for part in _parts(kind, worksheets)]
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


def _parts(kind: str, worksheets: int | None) -> list[dict]:
    sample = yaml.load(sample_path(kind).read_text("utf-8"), yaml.BaseLoader)
    parts = sample["parts"]
    for part in parts:
        part["worksheets"] = part["worksheets"][:worksheets]
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
