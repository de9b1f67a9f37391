"""The printers, each skipped with a reason where it isn't installed; and what is printed."""

from __future__ import annotations

from shutil import which
from typing import TYPE_CHECKING

import pytest

from support import print_queue
from support.builds import BOOK, DAY
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.print_queue import PrintQueue


@pytest.fixture(scope="session")
def cupsfilter() -> str:
    path = print_queue.find_cupsfilter()
    if path is None:
        pytest.skip("there is no cupsfilter (CUPS) to print with")
    if which("gs") is None:
        pytest.skip("there is no gs (Ghostscript), which CUPS' filters need")
    return path


@pytest.fixture(scope="session")
def pdf_printer(cupsfilter) -> PrintQueue:
    queue = print_queue.pdf_queue(cupsfilter)
    if queue is None:
        pytest.skip(f"there is no {print_queue.PDF_QUEUE} (cups-filters)")
    return queue


@pytest.fixture(scope="session")
def raster_printer(cupsfilter, tmp_path_factory) -> Callable[..., PrintQueue]:
    """A driverless printer with an unprintable edge."""
    folder = tmp_path_factory.mktemp("printers")

    def printer(*, backs_turned: bool) -> PrintQueue:
        queue = print_queue.raster_queue(cupsfilter, folder, backs_turned=backs_turned)
        if queue is None:
            pytest.skip(f"there is no {print_queue.RASTER_QUEUE} (cups, cups-filters)")
        return queue

    return printer


@pytest.fixture(scope="session")
def to_print(tmp_path_factory) -> Callable[[str, bool], Path]:
    """The whole book on a paper, for one side or both, built once a run."""
    folder = tmp_path_factory.mktemp("to-print")

    def once(paper: str, two_sided: bool) -> Path:
        path = folder / f"{paper}-{1 + two_sided}.pdf"
        if not path.exists():
            path.write_bytes(build(BOOK, Choices(paper=paper, date=DAY, two_sided=two_sided)).pdf)
        return path

    return once
