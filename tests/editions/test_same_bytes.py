"""A build is a pure function of content, edition and date."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from support.builds import BOOK, DAY, sample_path
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

PROGRAM = """
import hashlib, sys
from datetime import date
from pathlib import Path
from workbook.making.pipeline import build
from workbook.choices.choices import Choices
made = build(Path(sys.argv[1]), Choices(paper=sys.argv[2], date=date(2026, 11, 23)))
print(hashlib.sha256(made.pdf).hexdigest())
"""


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_processes_with_other_hash_seeds_write_the_same(built, paper):
    sums = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(BOOK), paper],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2718")
    }
    assert sums == {hashlib.sha256(built(BOOK, paper).pdf).hexdigest()}


def test_the_day_does_not_come_from_the_clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    by_environment = build(sample_path("break"), Choices()).pdf
    assert by_environment == build(sample_path("break"), Choices(date=date(2026, 11, 23))).pdf
    assert by_environment != build(sample_path("break"), Choices(date=date(2026, 11, 24))).pdf


def test_two_editions_at_once_are_as_those_built_alone(built):
    asked = [(BOOK, "letter"), (BOOK, "a4"), (sample_path("text"), "a4")]
    together = Barrier(len(asked))

    def make(content, paper):
        together.wait(timeout=60)
        return build(content, Choices(paper=paper, date=DAY)).pdf

    with ThreadPoolExecutor(len(asked)) as threads:
        made = list(threads.map(make, *zip(*asked, strict=True)))
    assert made == [built(content, paper).pdf for content, paper in asked]


def test_a_build_leaves_nothing_behind_for_the_next(built):
    before = built(sample_path("text"), "letter").pdf
    build(sample_path("callout"), Choices(paper="a4", date=DAY))
    assert build(sample_path("text"), Choices(paper="letter", date=DAY)).pdf == before
