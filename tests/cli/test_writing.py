"""Where files are written, and that they are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

DAY = ["--date", "2026-11-23"]


def is_pdf(path: Path) -> bool:
    return path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("output", "written"),
    [
        ([], "output/a-book-letter.pdf"),
        (["--paper", "a4"], "output/a-book-a4.pdf"),
        (["-o", "mine.pdf"], "mine.pdf"),
        (["-o", "new/deeper/mine.pdf"], "new/deeper/mine.pdf"),
        (["--output", "new/deeper/"], "new/deeper/a-book-letter.pdf"),
        (["-o", "there"], "there/a-book-letter.pdf"),
        (["-o", "there/"], "there/a-book-letter.pdf"),
        (["-o", "."], "a-book-letter.pdf"),
        (["-o", "with space é.pdf"], "with space é.pdf"),
    ],
)
def test_where_the_pdf_goes(run: Run, book: Path, output: list[str], written: str) -> None:
    Path("there").mkdir()
    result = run("build", book, *output)
    assert result.exit_code == 0
    assert is_pdf(Path(written))
    assert result.stdout.startswith(f"{written}: 2 pages")


def test_the_short_title_names_the_file(run: Run, book: Path) -> None:
    book.write_text("short_title: Stille, größer!\n" + book.read_text("utf-8"), "utf-8")
    assert run("build", book).exit_code == 0
    assert [path.name for path in Path("output").iterdir()] == ["stille-groer-letter.pdf"]


def test_a_name_as_long_as_the_system_takes(run: Run, book: Path) -> None:
    name = "x" * 251 + ".pdf"
    assert run("build", book, "-o", name).exit_code == 0
    assert is_pdf(Path(name))


@pytest.mark.parametrize(
    "output", ["book.yaml/mine.pdf", "x" * 300 + ".pdf", "book.yaml/", "/proc/version/mine.pdf"]
)
def test_a_place_that_cant_be_written_is_3(run: Run, book: Path, folder: Path, output: str) -> None:
    before = book.read_bytes()
    result = run("build", book, "-o", output)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr
    assert book.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [book.name]


def test_a_folder_without_the_right_to_write(run: Run, book: Path) -> None:
    Path("closed").mkdir(mode=0o555)
    if os.access("closed", os.W_OK):
        pytest.skip("this user may write anywhere")
    result = run("build", book, "-o", "closed/")
    assert result.exit_code == 3
    assert "closed" in result.stderr


def test_the_content_is_never_overwritten(run: Run, book: Path) -> None:
    before = book.read_bytes()
    result = run("build", book, "-o", book)
    assert result.exit_code in (2, 3)
    assert result.stderr
    assert book.read_bytes() == before


def test_a_link_to_a_file_stays_a_link(run: Run, book: Path) -> None:
    Path("kept").mkdir()
    Path("kept/mine.pdf").write_bytes(b"%PDF-old")
    Path("mine.pdf").symlink_to("kept/mine.pdf")
    assert run("build", book, "-o", "mine.pdf").exit_code == 0
    assert Path("mine.pdf").is_symlink()
    assert is_pdf(Path("kept/mine.pdf"))


def test_what_is_no_file_is_never_replaced(run: Run, book: Path) -> None:
    os.mkfifo("pipe")
    result = run("build", book, "-o", "pipe")
    assert result.exit_code == 3
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_content_that_is_no_file_is_refused(run: Run) -> None:
    # Opening a pipe that nobody writes to would wait for ever; this end keeps it open.
    os.mkfifo("pipe")
    end = os.open("pipe", os.O_RDWR)
    os.write(end, b"title: A book\n")
    try:
        assert _run_within(run, "check", "pipe").exit_code == 3
    finally:
        os.close(end)


def _run_within(run: Run, *arguments: object) -> Result:
    import signal

    def stop(_number: int, _frame: object) -> None:
        raise TimeoutError("the command waits for ever")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(5)
    try:
        return run(*arguments)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture
def old(folder: Path) -> Path:
    """A PDF from an earlier build, alone in its folder."""
    path = folder / "output" / "mine.pdf"
    path.parent.mkdir()
    path.write_bytes(b"%PDF-old")
    return path


def alone_and_old(old: Path) -> bool:
    return old.read_bytes() == b"%PDF-old" and list(old.parent.iterdir()) == [old]


def test_faults_leave_the_old_pdf(run: Run, faulty: Path, old: Path) -> None:
    assert run("build", faulty, "-o", old).exit_code == 1
    assert alone_and_old(old)


@pytest.mark.parametrize("call", ["replace", "chmod", "fsync"])
def test_a_failing_write_leaves_the_old_pdf(
    run: Run, book: Path, old: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    result = run("build", book, "-o", old)
    monkeypatch.undo()
    if result.exit_code:
        assert result.exit_code == 3
        assert "No space left on device" in result.stderr
        assert alone_and_old(old)
    else:
        assert call != "replace"


def test_a_stop_in_the_middle_of_writing_leaves_the_old_pdf(
    run: Run, book: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    result = run("build", book, "-o", old)
    monkeypatch.undo()
    assert result.exit_code != 0
    assert alone_and_old(old)


def test_a_new_pdf_takes_the_old_ones_place(run: Run, book: Path, old: Path) -> None:
    assert run("build", book, "-o", old).exit_code == 0
    assert is_pdf(old)
    assert list(old.parent.iterdir()) == [old]
    assert stat.S_IMODE(old.stat().st_mode) & 0o111 == 0


def test_same_date_same_bytes(run: Run, book: Path) -> None:
    run("build", book, "-o", "a.pdf", *DAY)
    run("build", book, "-o", "b.pdf", *DAY)
    run("build", book, "-o", "c.pdf", "--date", "2020-01-01")
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()
    assert Path("a.pdf").read_bytes() != Path("c.pdf").read_bytes()


@pytest.mark.parametrize("epoch", ["0", "1700000000", "", "soon", "-5", "9" * 30, "²", "١"])
def test_any_source_date_epoch(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("build", book)
    assert result.exit_code in (0, 2)
    assert result.stdout or result.stderr


def test_preview_writes_a_picture_of_each_page_and_a_sheet_of_them_all(
    run: Run, book: Path
) -> None:
    from PIL import Image

    result = run("preview", book, "-o", "pictures", "--dpi", "36")
    assert result.exit_code == 0
    names = ["001", "002", "contact-sheet"]
    found = sorted(path.name for path in Path("pictures").iterdir())
    assert found == [f"a-book-letter-{name}.png" for name in names]
    with Image.open("pictures/a-book-letter-001.png") as page:
        assert page.size == (306, 396)
        assert page.format == "PNG"
    with Image.open("pictures/a-book-letter-contact-sheet.png") as sheet:
        assert sheet.width > 2 * 300
    assert "contact-sheet.png" in result.stdout


def test_preview_goes_to_a_folder_of_its_own(run: Run, book: Path) -> None:
    assert run("preview", book, "--paper", "a4", "--dpi", "20").exit_code == 0
    assert Path("output/preview/a-book-a4-001.png").is_file()


def test_preview_onto_a_file_is_3(run: Run, book: Path) -> None:
    assert run("preview", book, "-o", book).exit_code == 3


EDITIONS = """\
editions:
  short:
    title: A short one
    only: [one]
"""


def test_all_writes_the_book_and_each_edition(run: Run, book: Path) -> None:
    book.write_text(book.read_text("utf-8") + EDITIONS, "utf-8")
    result = run("build", book, "--all", "-o", "out/")
    assert result.exit_code == 0
    written = [line.rsplit(": ", 1)[0] for line in result.stdout.splitlines()]
    assert len(set(written)) == 2
    assert all(is_pdf(Path(path)) for path in written)


def test_all_builds_everything_before_it_writes_anything(run: Run, book: Path) -> None:
    editions = EDITIONS.replace("[one]", "[absent]")
    book.write_text(book.read_text("utf-8") + editions, "utf-8")
    result = run("build", book, "--all", "-o", "out/")
    assert result.exit_code in (1, 2)
    assert not Path("out").exists()
