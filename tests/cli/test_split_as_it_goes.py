"""`--all --split` reads once, and writes each file as soon as it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.slow_book import DAY, told
from workbook.content import files
from workbook.finishing import whole
from workbook.making import pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.mark.parametrize(
    "arguments",
    [("build", "--all", "--split"), ("build", "--all"), ("check",), ("info",), ("list",)],
    ids=" ".join,
)
def test_the_book_is_read_once(
    run: Run, slow: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    read: list[str] = []
    bytes_at = files.bytes_at

    def counting(path: Path, most: int) -> bytes:
        read.append(str(path))
        return bytes_at(path, most)

    monkeypatch.setattr(files, "bytes_at", counting)
    assert run(*arguments, slow).exit_code == 0
    assert read == [str(slow)]


def test_each_file_is_there_before_the_next_is_begun(
    run: Run, slow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[int] = []
    lay_out = pipeline.lay_out

    def watched(*arguments: object) -> object:
        there.append(len(list(Path("out").glob("*"))) if Path("out").exists() else 0)
        return lay_out(*arguments)

    monkeypatch.setattr(pipeline, "lay_out", watched)
    files = told(run("build", slow, "--all", "--split", "-o", "out/", *DAY))
    assert there == list(range(len(files) - 1))


def test_a_stop_on_the_way_leaves_whole_files(
    run: Run, slow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = whole.write_whole
    written: list[Path] = []

    def third_fails(path: Path, data: bytes) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        write(path, data)

    monkeypatch.setattr(whole, "write_whole", third_fails)
    assert run("build", slow, "--all", "--split", "-o", "out/", *DAY).exit_code != 0
    assert sorted(Path("out").iterdir()) == sorted(written)
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in written)
