"""What tags cost: CPU time and size of the same book by `workbook` with tags and without.

python bench/tags.py              medians of fifteen interleaved pairs
python bench/tags.py --runs 5     fewer of them

The untagged file is made here only, by a pen that marks nothing and a canvas that writes no
structure; `docs/benchmark.md` says what the figures mean.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

BENCH = Path(__file__).resolve().parent
BOOK = BENCH / "book.yaml"
MOST_CPU, MOST_SIZE = 1.35, 1.5


def child(book: str, output: str, *, tagged: bool) -> None:
    """Build `book` as the command line does, with tags or without."""
    # As the command line has it; here both import the modules below before it starts.
    gc.disable()
    import workbook.build

    import workbook.cli

    if not tagged:
        _leave_tags_out()
    workbook.cli.main(["build", book, "-o", output], standalone_mode=False)


def _leave_tags_out() -> None:
    from workbook.pdf.canvas import TaggedCanvas
    from workbook.pdf.pen import Pen
    from workbook.pdf.structure import StructureTree

    @contextmanager
    def unmarked(pen: Any, _element: object = None) -> Iterator[None]:
        outer = pen._inside
        pen._inside = outer or "element"
        try:
            yield
        finally:
            pen._inside = outer

    @contextmanager
    def decoration(pen: Any, _kind: str = "") -> Iterator[None]:
        outer = pen._inside
        pen._inside = outer or "artifact"
        try:
            yield
        finally:
            pen._inside = outer

    finish = TaggedCanvas.finish

    def untagged_finish(canvas: Any) -> bytes:
        catalog = canvas._doc.Catalog
        catalog.__NoDefault__ = [
            key for key in catalog.__NoDefault__ if key not in ("StructTreeRoot", "MarkInfo")
        ]
        for key in ("StructTreeRoot", "MarkInfo"):
            catalog.__dict__.pop(key, None)
        return finish(canvas)

    def no_key(_tree: Any, *_owner: object) -> None:
        return None

    Pen.tag, Pen.artifact = unmarked, decoration  # type: ignore[method-assign]
    TaggedCanvas.finish = untagged_finish  # type: ignore[method-assign]
    StructureTree.annotation = no_key  # type: ignore[method-assign,assignment]


def measure(runs: int) -> None:
    """Build both once, look whether they are what they should be, then measure and print."""
    import pypdfium2
    from run import bare, cpu_seconds

    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder) / f"{name}.pdf" for name in ("tagged", "untagged")}
        commands = {
            name: [sys.executable, __file__, "--child", name, str(path)]
            for name, path in files.items()
        }
        words = {}
        for name, command in commands.items():
            cpu_seconds(command)  # Not counted: it warms caches and writes the file.
            pdf = pypdfium2.PdfDocument(files[name])
            if pypdfium2.raw.FPDFCatalog_IsTagged(pdf) != (name == "tagged"):
                raise SystemExit(f"the {name} file is not {name}")
            words[name] = [bare(page.get_textpage().get_text_range()) for page in pdf]
            pdf.close()
        if words["tagged"] != words["untagged"]:
            raise SystemExit("the two files differ in their words or pages")
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(runs):
            # Who goes first changes, so that neither always follows the other.
            for name in sorted(commands, reverse=bool(number % 2)):
                seconds[name].append(cpu_seconds(commands[name]))
        sizes = {name: path.stat().st_size for name, path in files.items()}
    _report(seconds, sizes, len(words["tagged"]))


def _report(seconds: dict[str, list[float]], sizes: dict[str, int], pages: int) -> None:
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {pages} pages, same words")
    print(f"\n{'':12}{'CPU s':>8}{'least':>8}{'most':>8}{'kB':>8}")
    for name, taken in seconds.items():
        figures = f"{median(taken):8.2f}{min(taken):8.2f}{max(taken):8.2f}"
        print(f"{name:12}{figures}{sizes[name] / 1000:8.1f}")
    pairs = sorted(a / b for a, b in zip(seconds["tagged"], seconds["untagged"], strict=True))
    cpu = median(seconds["tagged"]) / median(seconds["untagged"])
    least = min(seconds["tagged"]) / min(seconds["untagged"])
    size = sizes["tagged"] / sizes["untagged"]
    print(f"\nCPU   {cpu:.2f} of medians, {least:.2f} of the least;", end=" ")
    print(f"pair by pair {pairs[0]:.2f} to {pairs[-1]:.2f}, median {median(pairs):.2f}", end=" ")
    print(f"(at most {MOST_CPU}: {'met' if cpu <= MOST_CPU else 'missed'})")
    print(f"size  {size:.2f} (at most {MOST_SIZE}: {'met' if size <= MOST_SIZE else 'missed'})")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=15, help="how many pairs (default 15)")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        name, output = options.child
        child(str(BOOK), output, tagged=name == "tagged")
    else:
        measure(options.runs)


if __name__ == "__main__":
    main()
