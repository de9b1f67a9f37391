"""What docs/python.md shows runs, and `import workbook` costs nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import workbook
from support.builds import DAY
from workbook.content import files

GUIDE = Path(__file__).parents[1] / "docs" / "python.md"
BOOK = """\
title: A book
parts:
  - title: A part
    worksheets:
      - id: one
        title: One
        blocks:
          - text: Words to read.
editions:
  short: {title: Short, only: [one], ink: copy}
"""


def test_the_guides_examples_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("book.yaml").write_text(BOOK, "utf-8")
    Path("practice.yaml").write_text("name: Harbour\n", "utf-8")
    examples = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert len(examples) >= 6
    known: dict[str, object] = {}
    for example in examples:
        exec(compile(example, str(GUIDE), "exec"), known)
    said = capsys.readouterr().out.splitlines()
    assert Path("book.pdf").read_bytes().startswith(b"%PDF-")
    assert said[0] == "2 pages"
    assert "letter 2 ['part 0', 'one']" in said
    assert "a4 False colour" in said
    assert "['ruling', 'type']" in said
    assert "  → leave out `ruling: compact`, or `type: large`" in said


@pytest.mark.parametrize("name", workbook.__all__)
def test_every_name_is_there(name):
    assert callable(getattr(workbook, name))


def test_the_check_is_no_module_whatever_was_imported_before():
    import workbook.checking.book

    assert workbook.check is workbook.checking.book.check


def test_there_is_no_other_name():
    with pytest.raises(AttributeError, match="no attribute `builds`"):
        workbook.builds  # noqa: B018


def test_the_import_loads_nothing():
    show = (
        "import sys; before = set(sys.modules); import workbook; print(*set(sys.modules) - before)"
    )
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"workbook", "__future__"}


def test_layouts_of_one_content_share_nothing():
    content = workbook.read_file(GUIDE.parents[1] / "clinician.yaml")
    choices = workbook.Choices(paper="a4", date=DAY)
    first, second = (workbook.lay_out(content, choices) for _ in range(2))
    large = workbook.lay_out(content, choices.replace(type="large"))
    assert workbook.draw(first) == workbook.draw(second)
    assert len(workbook.draw(large)) > 0
    assert workbook.draw(workbook.lay_out(content, choices)) == workbook.draw(
        workbook.lay_out(content, choices)
    )


def test_a_book_is_made_without_a_disk():
    content = workbook.read(BOOK, workbook.Memory({}))
    practice = workbook.read_practice("name: Harbour\nclient_block: true\n", workbook.Memory({}))
    layout = workbook.lay_out(content, workbook.Choices(edition="short", date=DAY), practice)
    assert layout.choices.client_block
    assert layout.choices.ink == "copy"
    assert layout.choices.practice is not None
    with pytest.raises(workbook.ChoiceError, match="in the practice's file"):
        workbook.lay_out(content, workbook.Choices(discreet=True), practice)


def test_laying_out_reads_only_an_editions_own_content(monkeypatch):
    content = workbook.read_file(GUIDE.parents[1] / "content.yaml")
    opened: list[str] = []
    bytes_at = files.bytes_at

    def watched(path: Path, most: int) -> bytes:
        opened.append(path.name)
        return bytes_at(path, most)

    monkeypatch.setattr(files, "bytes_at", watched)
    workbook.lay_out(content, workbook.Choices(region="uk"))
    workbook.lay_out(content, workbook.Choices(edition="safety-first"))
    assert opened == []
    workbook.lay_out(content, workbook.Choices(edition="clinicians-pack"))
    assert opened == ["clinician.yaml", "helplines.yaml"]


def test_a_practice_is_handed_over_with_its_file():
    content = workbook.read_file(GUIDE.parents[1] / "clinician.yaml")
    with pytest.raises(ValueError, match="hand it to `lay_out`"):
        workbook.lay_out(content, workbook.Choices(practice=Path("practice.yaml")))
