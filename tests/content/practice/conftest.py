"""Fixtures about a practice: what is read from its file, and the faults in it or in its logo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workbook.content.practice import Imprint, read_practice_file
from workbook.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.errors import Problem

    Faults = Callable[..., list[Problem]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Imprint]:
    """Reads a practice of this text, with a logo of these bytes beside it."""
    monkeypatch.chdir(tmp_path)

    def made(text: str, logo: bytes | str | None = None, name: str = "logo.png") -> Imprint:
        Path("practice.yaml").write_text(text, "utf-8")
        if logo is not None:
            Path(name).write_bytes(logo.encode() if isinstance(logo, str) else logo)
        return read_practice_file(Path("practice.yaml"))

    return made


@pytest.fixture
def faults(read: Callable[..., Imprint]) -> Faults:
    def told(*given: object, **more: object) -> list[Problem]:
        with pytest.raises(ContentError) as caught:
            read(*given, **more)
        return list(caught.value.problems)

    return told


@pytest.fixture
def logo_fault(faults: Faults) -> Callable[[bytes | str, str], Problem]:
    """The one fault of a logo in a file of this name."""

    def told(logo: bytes | str, name: str) -> Problem:
        (problem,) = faults(f"name: A\nlogo: {name}\n", logo, name)
        assert problem.remedy
        return problem

    return told
