"""Files written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from workbook.errors import FileError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, making its folder; the old file stays until the new one is whole.

    A link stays a link: its target is replaced. Raises FileError when that can't be done.
    """
    part: Path | None = None
    try:
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            raise FileError(path, "this is no ordinary file", "Name a file, or a folder with `/`.")
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            part = Path(file.name)
            file.write(data)
        part.chmod(0o666 & ~_umask())
        os.replace(part, path)
        part = None
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise FileError(path, f"can't be written: {why}") from None
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
