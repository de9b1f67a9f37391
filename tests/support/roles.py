"""Every role that words have, wherever it is declared."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import workbook
from workbook.choices.type import Role


def every_role() -> set[Role]:
    """The roles of the program's modules."""
    names = [module.name for module in walk_packages(workbook.__path__, "workbook.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    return {
        value for module in modules for value in vars(module).values() if isinstance(value, Role)
    }
