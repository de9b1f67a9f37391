"""Files are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from workbook.errors import FileError
from workbook.finishing import whole
from workbook.finishing.whole import write_whole


def test_folders_are_made(tmp_path):
    path = tmp_path / "a" / "b" / "book.pdf"
    write_whole(path, b"%PDF new")
    assert path.read_bytes() == b"%PDF new"


def test_the_old_file_is_replaced_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "book.pdf"
    path.write_bytes(b"%PDF old and longer")
    write_whole(path, b"%PDF new")
    assert path.read_bytes() == b"%PDF new"
    assert os.listdir(tmp_path) == ["book.pdf"]


def test_the_old_file_stays_when_the_disk_is_full(tmp_path, monkeypatch):
    path = tmp_path / "book.pdf"
    path.write_bytes(b"%PDF old")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole.os, "replace", full)
    with pytest.raises(FileError, match="No space left"):
        write_whole(path, b"%PDF new")
    assert path.read_bytes() == b"%PDF old"
    assert os.listdir(tmp_path) == ["book.pdf"]


def test_a_folder_is_not_overwritten(tmp_path):
    with pytest.raises(FileError, match="folder"):
        write_whole(tmp_path, b"%PDF new")


def test_others_may_read_it_as_they_may_read_any_new_file(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "book.pdf", b"%PDF new")
    finally:
        os.umask(before)
    assert (tmp_path / "book.pdf").stat().st_mode & 0o777 == 0o640


def test_who_may_read_the_old_file_may_read_the_new_one_and_nobody_else(tmp_path):
    path = tmp_path / "book.pdf"
    write_whole(path, b"%PDF old")
    path.chmod(0o600)
    write_whole(path, b"%PDF new")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("old", [b"title: A book\n", b"<svg/>", b"\x89PNG"])
def test_somebodys_work_is_not_replaced(tmp_path, old):
    path = tmp_path / "mine"
    path.write_bytes(old)
    with pytest.raises(FileError, match="another kind of file"):
        write_whole(path, b"%PDF new")
    assert path.read_bytes() == old


def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "book.pdf"
    write_whole(path, b"%PDF old")
    path.chmod(0o400)
    with pytest.raises(FileError, match="read-only"):
        write_whole(path, b"%PDF new")
    assert path.read_bytes() == b"%PDF old"
