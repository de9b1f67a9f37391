"""Files written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from workbook.errors import FileError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, making its folder; the old file stays until the new one is whole.

    Raises FileError when that can't be done.
    """
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise FileError(path, "this is a folder", "End the path in `/` to write into it.")
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            part = Path(file.name)
            file.write(data)
        part.chmod(0o666 & ~_umask())
        os.replace(part, path)
    except OSError as error:
        if part is not None:
            with suppress(OSError):
                part.unlink()
        raise FileError(path, f"can't be written: {error.strerror or error}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
