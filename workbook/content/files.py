"""What lies beside a content file: a folder on a disk, or files held in memory.

This is the only place that opens an author's files. It opens ordinary files of a bounded size,
and never one outside the folder that it was given.
"""

from __future__ import annotations

from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Literal, Protocol

from workbook.content.source import Source, decoded
from workbook.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import stat_result
    from pathlib import Path

# A content file's limit, in bytes.
MOST_BYTES = 4 * 1024 * 1024
Why = Literal["absent", "folder", "special", "large", "elsewhere", "refused"]
_IN_WORDS: dict[Why, tuple[str, str]] = {
    "absent": ("there is no such file", "Check the name."),
    "folder": ("this is a folder", "Name the YAML file inside it."),
    "special": ("this is no ordinary file", "Name a YAML file."),
    "large": ("the file is over 4 MB", "A workbook's text is far smaller."),
    "elsewhere": ("this link leads out of the book's folder", "Copy the file there."),
    "refused": ("it can't be read", "Check the name and the rights."),
}


class UnreadableError(Exception):
    """A file can't be read: `why`, and what the system `said` where it refused."""

    def __init__(self, why: Why, said: str = "") -> None:
        super().__init__(said or why)
        self.why: Why = why
        self.said = said


class Files(Protocol):
    """The files beside a content file, by name."""

    @property
    def used(self) -> tuple[str, ...]:
        """Names that were asked for, whether there are such files or not."""

    def full_name(self, name: str) -> str:
        """How faults in a file call it."""

    def look(self, name: str) -> None:
        """Raise UnreadableError unless there is such a file."""

    def read(self, name: str, most: int) -> bytes:
        """What is in a file of at most `most` bytes; raises UnreadableError."""


class Folder:
    """Files in a folder on a disk, without those in folders inside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._used: dict[str, None] = {}

    @property
    def used(self) -> tuple[str, ...]:
        """Names that were asked for, whether there are such files or not."""
        return tuple(self._used)

    def full_name(self, name: str) -> str:
        """The file's path."""
        return str(self.path / name)

    def look(self, name: str) -> None:
        """Raise UnreadableError unless there is such a file, and no link that leads away."""
        self._used[name] = None
        path = self.path / name
        try:
            if path.name != name or (
                path.is_symlink() and not path.resolve().is_relative_to(self.path.resolve())
            ):
                raise UnreadableError("elsewhere")
            _refuse_no_file(path.stat())
        except (OSError, ValueError, RuntimeError) as error:
            raise _unreadable(error) from None

    def read(self, name: str, most: int) -> bytes:
        """What is in a file of at most `most` bytes; raises UnreadableError."""
        self.look(name)
        return bytes_at(self.path / name, most)


class Memory:
    """Files held in memory, by name."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(files)
        self._used: dict[str, None] = {}

    @property
    def used(self) -> tuple[str, ...]:
        """Names that were asked for, whether there are such files or not."""
        return tuple(self._used)

    def full_name(self, name: str) -> str:
        """The name itself."""
        return name

    def look(self, name: str) -> None:
        """Raise UnreadableError unless there is such a file."""
        self._used[name] = None
        if name not in self._files:
            raise UnreadableError("absent")

    def read(self, name: str, most: int) -> bytes:
        """What is in a file of at most `most` bytes; raises UnreadableError."""
        self.look(name)
        if len(self._files[name]) > most:
            raise UnreadableError("large")
        return self._files[name]


def bytes_at(path: Path, most: int) -> bytes:
    """What is in an ordinary file of at most `most` bytes; raises UnreadableError."""
    try:
        status = path.stat()
        _refuse_no_file(status)
        if status.st_size > most:
            raise UnreadableError("large")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        raise _unreadable(error) from None


def source_at(path: Path) -> Source:
    """The YAML file at `path`; raises FileError when it can't be read, ContentError for no YAML."""
    try:
        data = bytes_at(path, MOST_BYTES)
    except UnreadableError as error:
        raise file_error(str(path), error) from None
    return Source(str(path), decoded(str(path), data))


def source_in(files: Files, name: str) -> Source:
    """The YAML file called `name`; raises what `source_at` raises."""
    full_name = files.full_name(name)
    try:
        data = files.read(name, MOST_BYTES)
    except UnreadableError as error:
        raise file_error(full_name, error) from None
    return Source(full_name, decoded(full_name, data))


def file_error(name: str, error: UnreadableError) -> FileError:
    """What is told of a YAML file that can't be read."""
    what, remedy = _IN_WORDS[error.why]
    return FileError(name, error.said or what, remedy)


def _refuse_no_file(status: stat_result) -> None:
    if S_ISDIR(status.st_mode):
        raise UnreadableError("folder")
    if not S_ISREG(status.st_mode):
        raise UnreadableError("special")


def _unreadable(error: Exception) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError("absent")
    return UnreadableError("refused", getattr(error, "strerror", None) or "")
