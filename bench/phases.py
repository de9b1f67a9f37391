"""Where the CPU time of one `workbook build` goes: by a stopwatch in a child, `stopwatch.py`.

python bench/phases.py              medians of eleven runs
python bench/phases.py --runs 3     fewer of them
python bench/phases.py --book FILE  another book than the benchmark's

`docs/benchmark.md` says what the figures mean.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

import installed
from manuscript import BOOK
from processes import Cost, cost_of

STOPWATCH = Path(__file__).resolve().with_name("stopwatch.py")
EXIT = "exit, and what no timer saw"


def measure(python: Path, book: Path, runs: int) -> None:
    """Print the median of each phase, of the whole, and of a build without a stopwatch."""
    with tempfile.TemporaryDirectory() as name:
        output, said = str(Path(name) / "book.pdf"), Path(name) / "phases.txt"
        plain = installed.command(python, "build", str(book), "-o", output)
        # -I as the console script has it: nothing is imported from where this file is.
        timed = [str(python), "-I", str(STOPWATCH), str(book), "-o", output]
        cost_of(plain)
        cost_of(timed)
        phases: dict[str, list[float]] = {}
        with_stopwatch: list[Cost] = []
        without: list[Cost] = []
        for number in range(runs):
            without.append(cost_of(plain))
            cost = cost_of(timed, str(said))
            with_stopwatch.append(cost)
            taken = _read(said.read_text("utf-8"))
            taken[EXIT] = cost.seconds - sum(taken.values())
            for phase, seconds in taken.items():
                phases.setdefault(phase, []).append(seconds)
            print(f"run {number + 1} of {runs}", file=sys.stderr)
    for phase, every in phases.items():
        _line(phase, median(every))
    _line("together", median(cost.seconds for cost in with_stopwatch))
    _line("without a stopwatch", median(cost.seconds for cost in without))


def _read(said: str) -> dict[str, float]:
    """Seconds by phase; of a command's own words there are lines without a tab."""
    lines = (line.split("\t") for line in said.splitlines() if "\t" in line)
    return {phase: float(seconds) for phase, seconds in lines}


def _line(phase: str, seconds: float) -> None:
    print(f"{phase:32}{1000 * seconds:8.1f} ms")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=11, help="how often (default 11)")
    parser.add_argument("--book", type=Path, default=BOOK, help="else the benchmark's")
    installed.add_option(parser)
    options = parser.parse_args()
    with installed.installed(options.program) as python:
        measure(python, options.book.absolute(), options.runs)


if __name__ == "__main__":
    main()
