"""CPU time and memory of `workbook`, Typst and WeasyPrint on the same book, measured in turn.

python bench/run.py               medians of eleven interleaved runs
python bench/run.py --runs 3      fewer of them

Needs the packages `typst`, `weasyprint` and `pypdfium2`. `docs/benchmark.md` says what the
figures mean.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

import aims
import installed
import typesetters
from manuscript import BOOK, Manuscript
from processes import Contestant, cost_of, race, ratios, warm_up
from sameness import same_pages
from typesetters import UNTAGGED


def measure(python: Path, others: Path, runs: int) -> None:
    """Build once for each contestant, compare the files, then measure and print."""
    manuscript = Manuscript.read(BOOK)
    print(described(python, others))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        racers = [
            typesetters.by_workbook(python, BOOK, folder),
            *typesetters.by_typst(others, manuscript, folder, ("", "ua-1", UNTAGGED)),
            *typesetters.by_weasyprint(others, manuscript, folder, ("ua-1", UNTAGGED)),
        ]
        warm_up(racers)
        pages = same_pages(manuscript, racers)
        race(racers, runs)
        _report(racers, pages)
    floor = median(cost_of([str(python), "-c", "pass"]).seconds for _ in range(runs))
    print(f"\nPython itself, doing nothing: {floor:.3f} s, counted in each of the above")


def described(python: Path, others: Path) -> str:
    """The versions that are measured, and how busy the machine is."""
    packages = [(python, "reportlab"), (others, "typst"), (others, "weasyprint")]
    versions = [f"{name} {installed.version_in(where, name)}" for where, name in packages]
    load = f"load {os.getloadavg()[0]:.1f} before"
    return ", ".join(
        [f"Python {sys.version.split()[0]}", *versions, f"{os.cpu_count()} cores", load]
    )


def _report(racers: list[Contestant], pages: dict[str, int]) -> None:
    print(f"\n{'':22}{'CPU s':>8}{'least':>8}{'most':>8}{'MB':>7}{'pages':>7}{'kB':>7}")
    for racer in racers:
        seconds = [cost.seconds for cost in racer.costs]
        figures = f"{racer.seconds:8.3f}{min(seconds):8.3f}{max(seconds):8.3f}{racer.memory:7.0f}"
        print(f"{racer.name:22}{figures}{pages[racer.name]:7}{racer.kilobytes:7.0f}")
    own, *others = racers
    print()
    for other in others:
        pairs = ratios(own, other)
        spread = f"run by run {pairs[0]:.2f} to {pairs[-1]:.2f}"
        ratio, memory = own.seconds / other.seconds, own.memory / other.memory
        print(f"workbook / {other.name:20}{ratio:6.2f}  {spread};", end=" ")
        print(f"memory {memory:.2f}, file {own.kilobytes / other.kilobytes:.2f}")
    typst, weasyprint = others[0], others[3]
    by_typst = aims.judged(own.seconds / typst.seconds, aims.CPU_BY_TYPST, aims.WISHED_BY_TYPST)
    by_weasyprint = aims.judged(own.seconds / weasyprint.seconds, aims.CPU_BY_WEASYPRINT)
    print(f"\nCPU, workbook / Typst       {by_typst}")
    print(f"CPU, workbook / WeasyPrint  {by_weasyprint}")
    size = aims.judged(own.kilobytes / typst.kilobytes, aims.SIZE_BY_TYPST)
    print(f"file, workbook / Typst      {size}")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=11, help="how often (default 11)")
    installed.add_option(parser)
    typesetters.add_option(parser)
    options = parser.parse_args()
    with installed.installed(options.program) as python:
        measure(python, options.others, options.runs)


if __name__ == "__main__":
    main()
