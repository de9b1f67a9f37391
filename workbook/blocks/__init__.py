"""The kinds of block: a file of this folder each, named like its kind.

`fill_in.py` holds the kind `fill-in`, and `break_.py` the kind `break`, which is a word of
Python's (PEP 8 has the underscore for that).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated

from workbook.blocks.contract import Block
from workbook.schema.field import FirstKey

# The files that are no kind: what kinds have in common.
SHARED = frozenset({"__init__", "contract", "fields", "regions"})


class Kinds(Mapping[str, type[Block]]):
    """Classes of blocks by the names of their kinds, in the order of the alphabet.

    A name is known by its file alone; its class is imported when it is asked for.
    """

    def __init__(self, folder: str) -> None:
        modules = {name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py")}
        # An editor's own files, such as `.#scale.py`, have names that no module has.
        kinds = {_kind_of(name): name for name in modules - SHARED if name.isidentifier()}
        self._modules = {kind: kinds[kind] for kind in sorted(kinds)}
        self._found: dict[str, type[Block]] = {}

    def __getitem__(self, kind: str) -> type[Block]:
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = _class_in(f"{__name__}.{self._modules[kind]}", kind)
        return found

    def __contains__(self, kind: object) -> bool:
        return kind in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


def _kind_of(module: str) -> str:
    return module.rstrip("_").replace("_", "-")


def _class_in(module: str, kind: str) -> type[Block]:
    """The class in `module` that says it is `kind`; raises ImportError when there is none."""
    for value in vars(import_module(module)).values():
        if isinstance(value, type) and issubclass(value, Block) and vars(value).get("kind") == kind:
            return value
    raise ImportError(f'{module} has no Block with `kind = "{kind}"`')


KINDS = Kinds(os.path.dirname(__file__))

# A block of any kind, as a field of a worksheet.
AnyBlock = Annotated[
    Block, FirstKey(KINDS, noun="block", remedy="for words alone write `- text: …`")
]
