"""Kinds of block are known by name, imported when a book has them, and say what they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import workbook.blocks
from support.builds import TESTS
from workbook.blocks import KINDS, SHARED, Kinds
from workbook.blocks.contract import Block
from workbook.text.prose import Words

FOLDER = Path(workbook.blocks.__file__).parent


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_leads_to_its_class(kind):
    assert KINDS[kind].kind == kind
    assert kind in KINDS[kind].yaml_keys()
    assert KINDS[kind] is KINDS[kind]


def test_every_file_is_a_kind_or_what_kinds_share():
    files = {path.stem for path in FOLDER.glob("*.py")}
    assert {KINDS[kind].__module__.rpartition(".")[2] for kind in KINDS} == files - SHARED
    assert files > SHARED


MODULE = "from workbook.blocks.contract import Block\nclass Any(Block):\n    kind = {!r}\n"


def test_a_kind_is_its_file(tmp_path, monkeypatch):
    """A file more is a kind more; its underscores are hyphens, and one at its end is none."""
    modules = {"fill_in": "fill-in", "import_": "import", "other": "another"}
    for name, kind in modules.items():
        (tmp_path / f"{name}.py").write_text(MODULE.format(kind), "utf-8")
    for name in ("contract.py", ".#scale.py", "notes.txt"):
        (tmp_path / name).touch()
    monkeypatch.setattr(workbook.blocks, "__path__", [str(tmp_path)])
    kinds = Kinds(str(tmp_path))
    try:
        assert list(kinds) == ["fill-in", "import", "other"]
        assert kinds["fill-in"].__module__ == "workbook.blocks.fill_in"
        assert kinds["import"].kind == "import"
        with pytest.raises(ImportError, match=r'other has no Block with `kind = "other"`'):
            kinds["other"]
    finally:
        for name in modules:
            sys.modules.pop(f"workbook.blocks.{name}", None)


def test_kinds_are_a_mapping():
    assert list(KINDS) == sorted(KINDS)
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


# What kinds say of the whole worksheet, where they say it; all others say the usual.
SAID = {
    ("cover", "listed"): False,
    ("contents", "listed"): False,
    ("cover", "is_cover"): True,
    ("cards", "own_leaf"): True,
    ("sources", "is_prose"): False,
    ("helplines", "has_helplines"): True,
}


def test_what_worksheets_are_is_said_by_their_kinds():
    usual = [name for name, value in vars(Block).items() if isinstance(value, bool)]
    assert {name for _, name in SAID} == set(usual)
    for (kind, name), said in SAID.items():
        assert getattr(Block, name) is not said
        assert getattr(KINDS[kind], name) is said
    for kind in ("text", "prompt", "table", "journal"):
        assert not set(usual) & vars(KINDS[kind]).keys()


def test_a_cover_is_quiet_in_a_discreet_copy():
    cover = KINDS["cover"].from_yaml({"cover": "A book", "subtitle": "Of secrets", "art": "none"})
    notes = Words.parse("Notes")
    assert cover.quiet(notes) == cover.replace(cover=notes, subtitle=None)
    text = KINDS["text"].from_yaml({"text": "Words."})
    assert text.quiet(notes) is text
