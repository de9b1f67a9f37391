"""A small book for the command line, with parts, sensitive worksheets and editions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from click.testing import Result

DAY = ("--date", "2026-11-23")
BOOK = """\
title: The whole title
short_title: Slow pages
parts:
  - title: In front
    opening: false
    worksheets:
      - id: cover
        title: Slow pages
        heading: false
        blocks: [cover: Slow pages]
      - id: ways-out
        title: Ways out
        sensitive: true
        blocks: [checklist: [One door, Another door]]
      - id: finding
        title: Finding a page
        blocks: [{contents: parts}, {contents: openings}]
  - title: Days
    opening: contents
    worksheets:
      - id: urge-log
        title: Urge log
        minutes: 5
        blocks: [{table: [When, What], rows: 3}]
      - id: morning
        title: Morning
        minutes: 15
        blocks: [prompt: What is there?]
      - id: far-away
        title: Far away
        sensitive: true
        blocks: [text: Words, break: page, text: More words]
  - title: Nights
    worksheets:
      - id: lamp
        title: Lamp
        blocks: [text: Light it.]
  - title: At the back
    opening: false
    worksheets:
      - id: asked
        title: Asked before
        blocks: [text: Yes.]
editions:
  calm:
    title: A calm day
    only: [morning, urge-log]
  quiet:
    title: The quiet ones
    sensitive: false
"""
TITLES = {
    "ways-out": "Ways out",
    "urge-log": "Urge log",
    "morning": "Morning",
    "far-away": "Far away",
    "lamp": "Lamp",
    "asked": "Asked before",
}


def write_slow(text: str = BOOK) -> Path:
    """Write it, or other words in its place, into the present folder."""
    path = Path("slow.yaml")
    path.write_text(text, "utf-8")
    return path


def pages_of(path: Path) -> list[str]:
    """The text of each page, spaces made single."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def told(result: Result) -> dict[Path, int]:
    """The files that a command says it wrote, and their pages."""
    assert result.exit_code == 0, result.stderr
    found = re.findall(r"^(.+?\.pdf): (\d+) pages?\b", result.stdout, re.MULTILINE)
    assert len(found) == len(result.stdout.splitlines())
    return {Path(path): int(pages) for path, pages in found}
