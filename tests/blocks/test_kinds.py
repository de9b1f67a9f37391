"""Kinds of block are known by name, imported when a book has them, and say what they are."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.builds import TESTS
from workbook.blocks import KINDS
from workbook.text.prose import Words


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_leads_to_its_class(kind):
    assert KINDS[kind].kind == kind
    assert kind in KINDS[kind].yaml_keys()
    assert KINDS[kind] is KINDS[kind]


def test_kinds_are_a_mapping():
    assert len(KINDS) == len(list(KINDS)) == len(set(KINDS.values()))
    assert "promt" not in KINDS
    assert KINDS.get("promt") is None


def test_only_kinds_of_the_book_are_imported():
    sample = TESTS / "samples" / "text.yaml"
    program = (
        "import sys\nfrom pathlib import Path\nfrom workbook.content.reader import read_file\n"
        f"book = read_file(Path({str(sample)!r})).book\n"
        "print(*sorted({block.kind for sheet in book.worksheets for block in sheet.blocks}))\n"
        "print(*sorted(name for name in sys.modules if name.startswith('workbook.blocks.')))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    kinds, modules = (line.split() for line in told.stdout.splitlines())
    homes = {KINDS[kind].__module__ for kind in kinds}
    assert homes <= set(modules)
    assert not ({KINDS[kind].__module__ for kind in KINDS} - homes) & set(modules)


def test_what_worksheets_are_is_said_by_their_kinds():
    def those(attribute, value=True):
        return {kind for kind in KINDS if getattr(KINDS[kind], attribute) is value}

    assert those("listed", False) == {"cover", "contents"}
    assert those("is_cover") == {"cover"}
    assert those("own_leaf") == {"cards"}
    assert those("is_prose", False) == {"sources"}
    assert those("has_helplines") == {"helplines"}


def test_a_cover_is_quiet_in_a_discreet_copy():
    cover = KINDS["cover"].from_yaml({"cover": "A book", "subtitle": "Of secrets", "art": "none"})
    notes = Words.parse("Notes")
    assert cover.quiet(notes) == cover.replace(cover=notes, subtitle=None)
    text = KINDS["text"].from_yaml({"text": "Words."})
    assert text.quiet(notes) is text
