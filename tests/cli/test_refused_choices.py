"""Choices that can't be met are refused in words, and nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--split"], ["--split", "--all"]),
        (["-o", "-"], ["-o -", "name a file"]),
        (["--all", "--discreet"], ["--discreet"]),
        (["--all", "--edition", "calm"], ["--edition", "--all"]),
        (["--all", "-o", "one.pdf"], ["several files"]),
        (["--all", "--split", "--repeat", "lamp=2"], ["--split", "once", "--repeat"]),
        (["--all", "--split", "--booklet"], ["--split", "one a side"]),
        (["--all", "--split", "--sheets", "2up"], ["--split", "one a side"]),
        (["--booklet", "--sheets", "2up"], ["--booklet", "2up"]),
        (["--signature", "3"], ["--signature", "add --booklet"]),
        (["--thickness", "0.2"], ["--thickness", "add --booklet"]),
        (["--flip", "long"], ["--flip", "add --booklet"]),
        (["--sheets", "2up", "--signature", "2"], ["--signature", "--booklet"]),
        (["--booklet", "--signature", "0"], ["--signature"]),
        (["--booklet", "--signature", "41"], ["--signature"]),
        (["--booklet", "--thickness", "-1"], ["--thickness"]),
        (["--booklet", "--thickness", "nan"], ["thick"]),
        (["--booklet", "--holes"], ["holes"]),
        (["--sheets", "2up", "--two-sided"], ["--two-sided"]),
        (["--paper", "nonsense"], ["nonsense", "half-letter", "170x240mm"]),
        (["--paper", ""], ["letter"]),
        (["--paper", "100x100mm"], ["too small", "130x180mm"]),
        (["--paper", "129.99x180mm"], ["too small"]),
        (["--paper", "0x0mm"], ["too small"]),
        (["--paper", "240x170mm"], ["wider", "170x240mm"]),
        (["--paper", "461x650mm"], ["larger", "460x650mm"]),
        (["--paper", "9999999x9999999mm"], ["no paper"]),
        (["--paper", "-170x240mm"], ["no paper"]),
        (["--booklet", "--paper", "a5"], ["half of a5", "letter, a4 or legal"]),
        (["--booklet", "--paper", "half-letter"], ["half of half-letter"]),
        (["--sheets", "2up", "--paper", "170x240mm"], ["half of 170x240mm"]),
        (["--type", "large", "--paper", "a5"], ["large print"]),
        (["--type", "large", "--booklet"], ["large print"]),
        (["--type", "large", "--ruling", "compact"], ["large print", "--ruling"]),
        (["--discreet", "--client-block"], ["--client-block"]),
        (["--edition", "calm", "--only", "lamp"], ["--edition"]),
        (["--edition", "clam"], ["clam", "calm"]),
        (["--only", "lamp", "--without", "lamp"], ["lamp"]),
        (["--no-sensitive", "--only", "far-away"], ["no worksheet is left"]),
        (["--repeat", "urge-lok=3"], ["urge-lok", "urge-log"]),
        (["--repeat", "urge-log"], ["--repeat", "urge-log=3"]),
        (["--repeat", "urge-log=0"], ["--repeat", "1 to"]),
        (["--repeat", "urge-log=-1"], ["--repeat"]),
        (["--repeat", "urge-log=many"], ["--repeat"]),
        (["--repeat", "urge-log=2=3"], ["--repeat"]),
        (["--repeat", "=3"], ["--repeat"]),
        (["--repeat", "urge-log=1000000"], ["--repeat"]),
        (["--only", "lamp", "--repeat", "urge-log=2"], ["urge-log"]),
        (["--extra-pages", "lines=3"], ["lines", "ruled, dots, grid, blank"]),
        (["--extra-pages", "ruled"], ["--extra-pages"]),
        (["--extra-pages", "dots=0"], ["--extra-pages"]),
        (["--extra-pages", "ruled=101"], ["100"]),
        (["--hand", "both"], ["--hand"]),
        (["--ink", "red"], ["--ink"]),
        (["--region", "xx"], ["--region"]),
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(
    run: Run, slow: Path, folder: Path, options: list[str], words: list[str]
) -> None:
    result = run("build", slow, *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert [word for word in words if word not in result.stderr] == []
    assert [path.name for path in folder.iterdir()] == [slow.name]


def test_too_thick_a_booklet_is_refused(run: Run, slow: Path) -> None:
    thick = ("--signature", "40", "--thickness", "0.5", "--extra-pages", "ruled=100")
    result = run("build", slow, "--booklet", *thick)
    assert result.exit_code == 2
    assert "fewer sheets" in result.stderr
    assert not Path("output").exists()
