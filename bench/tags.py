"""What tags cost: CPU time and size of the same book by `workbook` with tags and without.

python bench/tags.py              medians of fifteen interleaved pairs
python bench/tags.py --runs 5     fewer of them

The untagged file is made here only, by `untagged.py`; `docs/benchmark.md` says what the figures
mean.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import aims
import installed
import pypdfium2
from manuscript import BOOK
from processes import Contestant, race, ratios, warm_up
from sameness import words_of_pages

UNTAGGED = Path(__file__).resolve().with_name("untagged.py")


def measure(python: Path, runs: int) -> None:
    """Build both once, look whether they are what they should be, then measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            "tagged": installed.command(python, "build"),
            # -I as the console script has it: nothing is imported from where this file is.
            "untagged": [str(python), "-I", str(UNTAGGED)],
        }
        racers = []
        for called, command in commands.items():
            output = folder / f"{called}.pdf"
            racers.append(Contestant(called, [*command, str(BOOK), "-o", str(output)], output))
        warm_up(racers)
        tagged, untagged = racers
        if not _marks(tagged.output) or _marks(untagged.output):
            raise SystemExit("the tagged file isn't marked, or the untagged one is")
        words = words_of_pages(tagged.output)
        if words != words_of_pages(untagged.output):
            raise SystemExit("the two files differ in their words or pages")
        race(racers, runs)
        _report(tagged, untagged, len(words))


def _marks(path: Path) -> int:
    """How many of the objects on its pages say what they are."""
    with pypdfium2.PdfDocument(path) as pdf:
        marks = (
            pypdfium2.raw.FPDFPageObj_CountMarks(drawn)
            for page in pdf
            for drawn in page.get_objects()
        )
        return sum(marks)


def _report(tagged: Contestant, untagged: Contestant, pages: int) -> None:
    print(f"{pages} pages, same words\n\n{'':12}{'CPU s':>8}{'least':>8}{'most':>8}{'kB':>8}")
    for racer in (tagged, untagged):
        seconds = [cost.seconds for cost in racer.costs]
        figures = f"{racer.seconds:8.3f}{min(seconds):8.3f}{max(seconds):8.3f}"
        print(f"{racer.name:12}{figures}{racer.kilobytes:8.1f}")
    pairs = ratios(tagged, untagged)
    cpu = aims.judged(tagged.seconds / untagged.seconds, aims.TAGS_CPU)
    size = aims.judged(tagged.kilobytes / untagged.kilobytes, aims.TAGS_SIZE)
    print(f"\nCPU   {cpu}, pair by pair {pairs[0]:.2f} to {pairs[-1]:.2f}\nsize  {size}")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=15, help="how many pairs (default 15)")
    installed.add_option(parser)
    options = parser.parse_args()
    with installed.installed(options.program) as python:
        measure(python, options.runs)


if __name__ == "__main__":
    main()
