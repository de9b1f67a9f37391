"""Files written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from workbook.errors import FileError

# A PDF and a PNG are told by their first four bytes.
SIGNATURE = 4


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, making its folder; the old file stays until the new one is whole.

    A link stays a link: its target is replaced. An old file keeps who may read it. Raises
    FileError when that can't be done, and for an old file that is read-only or of another
    kind, which may be somebody's work.
    """
    part: Path | None = None
    try:
        path = path.resolve()
        mode = _mode(path, data)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".workbook-", delete=False) as file:
            part = Path(file.name)
            file.write(data)
        part.chmod(mode)
        os.replace(part, path)
        part = None
    except (OSError, RuntimeError) as error:
        raise _not_written(path, error) from None
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def refuse_overwriting(path: Path, data: bytes) -> None:
    """Raise FileError where `write_whole` would because of what is there already."""
    try:
        _mode(path.resolve(), data)
    except (OSError, RuntimeError) as error:
        raise _not_written(path, error) from None


def _not_written(path: Path, error: Exception) -> FileError:
    why = getattr(error, "strerror", None) or error
    remedy = "Name another place with -o, or make room and rights there."
    return FileError(path, f"can't be written: {why}", remedy)


def _mode(path: Path, data: bytes) -> int:
    """The rights of the file to come: an old one's, or those of any new one.

    Refuses what is read-only, and what is no file of the kind that is written.
    """
    if not path.exists():
        return 0o666 & ~_umask()
    if not path.is_file():
        raise FileError(path, "this is no ordinary file", "Name a file, or a folder with `/`.")
    mode = path.stat().st_mode & 0o777
    if not mode & 0o222:
        raise FileError(path, "this file is read-only", "Name another file with -o.")
    with path.open("rb") as old:
        begins = old.read(SIGNATURE)
    if begins and begins != data[:SIGNATURE]:
        raise FileError(
            path, "this is another kind of file, and would be lost", "Name another file with -o."
        )
    return mode


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
