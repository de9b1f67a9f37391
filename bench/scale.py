"""How cost grows: books of about 500 and 5,000 pages against Typst, and one long worksheet.

python bench/scale.py             the whole, about ten minutes
python bench/scale.py --runs 1    each measured once instead of three times

Needs the packages `typst` and `pypdfium2`. `docs/benchmark.md` says what the figures mean.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import aims
import installed
import typesetters
from made_books import GROWING, one_worksheet
from manuscript import BOOK, Manuscript
from processes import Contestant, race, warm_up
from sameness import same_pages

# The benchmark's book so many times over. A hundred times is just below the 4 MB, and well below
# the 200,000 values, that a content file may have.
TIMES = (10, 100)
COUNTS = (400, 1600, 6400)


def measure_books(python: Path, others: Path, runs: int) -> None:
    """The benchmark's book repeated, by `workbook` and by Typst."""
    once = Manuscript.read(BOOK)
    for times in TIMES:
        manuscript = once.repeated(times)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            book = folder / "book.yaml"
            book.write_text(manuscript.text(), "utf-8")
            racers = [
                typesetters.by_workbook(python, book, folder),
                *typesetters.by_typst(others, manuscript, folder),
            ]
            warm_up(racers)
            print(f"\nthe book {times} times over, {book.stat().st_size / 1e6:.1f} MB of YAML")
            pages = same_pages(manuscript, racers)
            race(racers, runs)
            _report(racers, pages)


def _report(racers: list[Contestant], pages: dict[str, int]) -> None:
    own, typst = racers
    print(f"{'':12}{'CPU s':>8}{'MB':>7}{'pages':>7}{'MB file':>9}")
    for racer in racers:
        file = racer.kilobytes / 1000
        print(f"{racer.name:12}{racer.seconds:8.2f}{racer.memory:7.0f}", end="")
        print(f"{pages[racer.name]:7}{file:9.1f}")
    cpu = aims.judged(own.seconds / typst.seconds, aims.LONG_CPU_BY_TYPST)
    memory = aims.judged(own.memory / typst.memory, aims.LONG_MEMORY_BY_TYPST)
    print(f"CPU, workbook / Typst     {cpu}\nmemory, workbook / Typst  {memory}")


def measure_worksheets(python: Path, runs: int) -> None:
    """One worksheet that grows, of each sort."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = {
            what: [_growing(python, folder, what, count) for count in COUNTS] for what in GROWING
        }
        racers = [racer for row in rows.values() for racer in row]
        warm_up(racers)
        race(racers, runs)
    print(f"\none worksheet, CPU s by number:{COUNTS[0]:>6}{COUNTS[1]:>8}{COUNTS[2]:>8}", end="")
    print("   MB  growth")
    for what, row in rows.items():
        seconds = [racer.seconds for racer in row]
        figures = "".join(f"{one:8.2f}" for one in seconds)
        print(f"  {what:26}{figures}{row[-1].memory:5.0f}", end="  ")
        print(aims.judged(_growth(seconds), aims.GROWTH))


def _growing(python: Path, folder: Path, what: str, count: int) -> Contestant:
    inside = folder / f"{what.replace(' ', '-')}-{count}"
    inside.mkdir()
    book = inside / "book.yaml"
    book.write_text(one_worksheet(what, count), "utf-8")
    return typesetters.by_workbook(python, book, inside)


def _growth(seconds: list[float]) -> float:
    """What one more costs in the last step by what it costs in the first: 1 when linear."""
    first, second, third = COUNTS
    early = (seconds[1] - seconds[0]) / (second - first)
    late = (seconds[2] - seconds[1]) / (third - second)
    return late / early


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=3, help="how often (default 3)")
    installed.add_option(parser)
    typesetters.add_option(parser)
    options = parser.parse_args()
    with installed.installed(options.program) as python:
        measure_books(python, options.others, options.runs)
        measure_worksheets(python, options.runs)


if __name__ == "__main__":
    main()
