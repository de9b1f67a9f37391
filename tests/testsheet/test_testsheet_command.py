"""The command writes the test sheet that is asked for, and one that there isn't is refused."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from support.builds import DAY
from support.made_sheets import sheet
from workbook.cli import main
from workbook.errors import ChoiceError
from workbook.testsheet.sheet import testsheet as make


def test_what_there_isnt_is_refused() -> None:
    with pytest.raises(ChoiceError, match="no test sheet in `tlh`"):
        make("letter", "tlh", DAY)
    with pytest.raises(ChoiceError, match="no paper"):
        make("foolscap", "en", DAY)


def test_the_command_writes_it(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> int:
        return CliRunner().invoke(main, ["testsheet", "--date", str(DAY), *arguments]).exit_code

    assert run() == 0
    assert (tmp_path / "output/testsheet-letter.pdf").read_bytes() == sheet("letter").pdf
    assert run("--paper", "a5", "--language", "de", "-o", "here/") == 0
    assert (tmp_path / "here/testsheet-a5.pdf").read_bytes() == sheet("a5", "de").pdf
    assert run("--language", "tlh", "-o", "not.pdf") == 2
    assert run("--paper", "a9", "-o", "not.pdf") == 2
    assert not (tmp_path / "not.pdf").exists()
