"""What a book names is read from its own folder or from memory, with the same care and result."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.authored import book_text
from support.logos import GOOD_PNG
from workbook.choices.choices import Choices
from workbook.content.files import Files, Folder, Memory, UnreadableError
from workbook.content.practice import read_practice
from workbook.content.reader import read, read_beside, read_file
from workbook.errors import ChoiceError, ContentError, FileError
from workbook.making.pipeline import lay_out
from workbook.shipped import shipped

HELPLINES = shipped("helplines.yaml").read_bytes()
BOOK = (
    "helplines: numbers.yaml\nregion: us\neditions: {other: {title: O, content: other.yaml}}\n"
    + book_text("helplines: region")
)
OTHER = "helplines: numbers.yaml\n" + book_text("helplines: ie").replace("A book", "Another")
BESIDE = {"numbers.yaml": HELPLINES, "other.yaml": OTHER.encode()}


@pytest.fixture(params=["folder", "memory"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    if request.param == "memory":
        return Memory(BESIDE)
    for name, data in BESIDE.items():
        (tmp_path / name).write_bytes(data)
    return Folder(tmp_path)


def why(files: Files, name: str, most: int = 100) -> str:
    with pytest.raises(UnreadableError) as caught:
        files.read(name, most)
    return caught.value.why


def test_a_book_is_read_from_text(files: Files) -> None:
    content = read(BOOK, files, "mine.yaml")
    assert content.book.title.plain == "A book"
    assert "us" in content.regions
    assert content.region == "us"
    assert content.source.place(("title",)).file == "mine.yaml"
    assert content.files is files
    other = read_beside(content.files, "other.yaml")
    assert other.book.title.plain == "Another"
    assert other.source.name == files.full_name("other.yaml")


def test_it_tells_what_was_asked_for(files: Files) -> None:
    assert files.used == ()
    with pytest.raises(FileError):
        read(BOOK.replace("numbers", "absent"), files)
    read(BOOK, files)
    assert files.used == ("absent.yaml", "numbers.yaml", "other.yaml")


def test_a_file_gives_what_its_text_gives(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(BOOK, "utf-8")
    for name, data in BESIDE.items():
        (tmp_path / name).write_bytes(data)
    content = read_file(path)
    assert content.book == read(BOOK, Memory(BESIDE)).book
    assert content.source.name == str(path)


def test_a_region_is_chosen_of_those_that_are_there(files: Files) -> None:
    content = read(BOOK, files)
    assert lay_out(content, Choices(region="ie")).content.region == "ie"
    assert lay_out(content).content.region == content.region == "us"
    with pytest.raises(ChoiceError, match="there is no region `uss`"):
        lay_out(content, Choices(region="uss"))
    with pytest.raises(ChoiceError, match="names no file of helplines"):
        lay_out(read(book_text("text: a"), files), Choices(region="us"))


def test_what_is_not_there_is_told(files: Files) -> None:
    assert why(files, "absent.yaml") == "absent"
    assert why(files, "numbers.yaml") == "large"
    with pytest.raises(FileError, match=r"absent\.yaml: there is no such file"):
        read_beside(files, "absent.yaml")
    with pytest.raises(ContentError, match=r"there is no file `absent\.yaml`"):
        read(BOOK.replace("other.yaml", "absent.yaml"), files)


def test_a_practice_is_read_from_text() -> None:
    files = Memory({"logo.png": GOOD_PNG})
    made = read_practice("name: A\nlogo: logo.png\n", files)
    assert made.logo is not None
    assert files.used == ("logo.png",)
    with pytest.raises(ContentError, match=r"there is no file `logo\.svg` in this folder"):
        read_practice("name: A\nlogo: logo.svg\n", files)


@pytest.mark.parametrize("name", ["../secret.yaml", "inner/a.yaml", "/etc/passwd", "."])
def test_a_folder_gives_nothing_by_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "a.yaml").write_text("a")
    (tmp_path / "secret.yaml").write_text("a")
    assert why(Folder(folder), name) in ("elsewhere", "folder")


def test_a_folder_gives_ordinary_files_only(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("a")
    (folder / "kept.yaml").write_text("a")
    (folder / "inner.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "in.yaml").symlink_to("kept.yaml")
    files = Folder(folder)
    assert files.read("in.yaml", 1) == b"a"
    assert why(files, "kept.yaml", 0) == "large"
    assert why(files, "inner.yaml") == "folder"
    assert why(files, "pipe.yaml") == "special"
    assert why(files, "out.yaml") == "elsewhere"
    assert why(files, "loop.yaml") == "refused"
    assert why(files, "x" * 300) == "refused"
    assert why(files, "a\0b") in ("refused", "elsewhere")


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"])
def test_an_edition_that_is_no_file_is_told_at_its_place(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "numbers.yaml").write_bytes(HELPLINES)
    other = folder / "other.yaml"
    if kind == "folder":
        other.mkdir()
    elif kind == "pipe":
        os.mkfifo(other)
    else:
        (tmp_path / "secret.yaml").write_text("a")
        other.symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ContentError) as caught:
        read(BOOK, Folder(folder))
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.column) == (
        3,
        BOOK.splitlines()[2].index("other.yaml") + 1,
    )
    assert problem.remedy
    assert "`other.yaml`" in problem.what


@pytest.mark.parametrize(
    ("region", "kept"),
    [("us", ["region", "world"]), ("world", ["region"]), ("ie", ["region", "world"])],
)
def test_the_chosen_regions_helplines_are_printed_once(region: str, kept: list[str]) -> None:
    text = BOOK + "          - text: Between.\n          - helplines: world\n"
    book = lay_out(read(text, Memory(BESIDE)), Choices(region=region)).book
    (worksheet,) = book.worksheets
    assert [block.helplines for block in worksheet.blocks if block.has_helplines] == kept
    assert any(block.kind == "text" for block in worksheet.blocks)
