"""Whether the libraries that read and draw pictures are there; a plain build needs none."""

from __future__ import annotations

from importlib.util import find_spec

from workbook.errors import MissingError

# As modules are imported, and as they are installed.
LIBRARIES = {"pypdfium2": "pypdfium2", "PIL": "pillow", "resvg_py": "resvg-py"}


def require_pictures(what: str) -> None:
    """Raise MissingError, which says how to install them, when `what` can't be done."""
    missing = [name for module, name in LIBRARIES.items() if find_spec(module) is None]
    if missing:
        raise MissingError(
            f"{what} needs {', '.join(missing)}: "
            'install what is missing with pip install "workbook[pictures]"'
        )
