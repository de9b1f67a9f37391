"""A place for the books that Hypothesis draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbook.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where content files are written, with helplines beside them."""
    folder = tmp_path_factory.mktemp("books")
    helplines = shipped("helplines.yaml").read_bytes()
    (folder / "helplines.yaml").write_bytes(helplines)
    return folder / "content.yaml"
