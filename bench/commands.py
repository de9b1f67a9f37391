"""What the larger commands take: `build --all --split` of 400 worksheets, `info` of 2,000 pages.

python bench/commands.py             both, about five minutes
python bench/commands.py --runs 1    each measured once instead of three times

`docs/benchmark.md` says what the figures mean.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

import aims
import installed
import pypdfium2
from made_books import small_worksheets
from manuscript import BOOK, Manuscript
from processes import ENVIRONMENT, Contestant, cost_of, race, warm_up

WORKSHEETS = 400
# The benchmark's book so many times over makes about 2,000 pages.
TIMES = 42
# Writes files again as the program does, and prints the CPU seconds of that alone.
_WRITE = """
import sys
from pathlib import Path
from time import process_time
from workbook.finishing.whole import write_whole
files = [(Path(sys.argv[2]) / path.name, path.read_bytes()) for path in Path(sys.argv[1]).iterdir()]
begun = process_time()
for path, data in files:
    write_whole(path, data)
print(process_time() - begun)
"""


def measure_split(python: Path, runs: int) -> None:
    """All worksheets as files of their own, against one file of all of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, files, again = folder / "book.yaml", folder / "files", folder / "again"
        book.write_text(small_worksheets(WORKSHEETS), "utf-8")
        whole = folder / "whole.pdf"
        racers = [
            _built(python, "one file", book, whole),
            _built(python, "split", book, files, "--all", "--split"),
        ]
        warm_up(racers)
        race(racers, runs)
        writing = median(_writing(python, files, again) for _ in range(runs))
        made = len(list(files.iterdir()))
        size = sum(path.stat().st_size for path in files.iterdir()) / 1000
        pages = _pages(whole)
    one, split = racers
    print(f"\n{WORKSHEETS} worksheets, {pages} pages")
    print(f"  one file       {one.seconds:7.2f} s{one.memory:6.0f} MB")
    print(f"  {made} files      {split.seconds:7.2f} s{split.memory:6.0f} MB{size:8.0f} kB in all")
    print(f"  writing those  {writing:7.2f} s")
    ratio = (split.seconds - writing) / one.seconds
    print(f"split without writing / one file  {aims.judged(ratio, aims.SPLIT_BY_WHOLE)}")


def _built(python: Path, name: str, book: Path, output: Path, *options: str) -> Contestant:
    target = f"{output}/" if options else str(output)
    arguments = ("build", str(book), "-o", target, *options)
    return Contestant(name, installed.command(python, *arguments), output)


def _writing(python: Path, files: Path, again: Path) -> float:
    command = [str(python), "-c", _WRITE, str(files), str(again)]
    said = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT, check=True
    ).stdout
    shutil.rmtree(again)
    return float(said)


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def measure_info(python: Path, runs: int) -> None:
    """`info` of a long book, which draws it in three inks and measures each page."""
    manuscript = Manuscript.read(BOOK).repeated(TIMES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, whole = folder / "book.yaml", folder / "whole.pdf"
        book.write_text(manuscript.text(), "utf-8")
        build = _built(python, "build", book, whole)
        info = Contestant("info", installed.command(python, "info", str(book)), whole)
        warm_up([build])
        pages = _pages(whole)
        for _ in range(runs):
            for one in (build, info):
                one.costs.append(cost_of(one.command))
    print(f"\n{pages} pages")
    for one in (build, info):
        print(f"  {one.name:8}{one.seconds:7.2f} s{one.memory:6.0f} MB", end="")
        print(f"{1000 * one.seconds / pages:8.1f} ms a page")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=3, help="how often (default 3)")
    installed.add_option(parser)
    options = parser.parse_args()
    # `info` reads pages back, for which it needs what draws pictures.
    with installed.installed(options.program, "[pictures]") as python:
        measure_split(python, options.runs)
        measure_info(python, options.runs)


if __name__ == "__main__":
    main()
