"""CPU time of `workbook`, Typst and WeasyPrint on the same book, measured in one run.

python bench/run.py               medians of seven interleaved runs
python bench/run.py --runs 3      fewer of them
python bench/run.py --profile     where `workbook`'s own time goes

Needs the packages `typst`, `weasyprint` and `pypdfium2`. `docs/benchmark.md` says what the
figures mean.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

import phases
import pypdfium2
from html_source import html_source
from manuscript import Manuscript
from typst_source import typst_source

BENCH = Path(__file__).resolve().parent
BOOK = BENCH / "book.yaml"
FONTS = BENCH.parent / "fonts"
FEWEST_PAGES, MOST_PAGES = 45, 60
SENTENCES = 150

_TYPST = """
import sys, typst
source, output, fonts, tags, standard = sys.argv[1:]
typst.compile(source, output=output, font_paths=[fonts], ignore_system_fonts=True,
              pdf_tags=tags == "tags", **({"pdf_standards": standard} if standard else {}))
"""
_WEASYPRINT = """
import sys, weasyprint
source, output, variant = sys.argv[1:]
weasyprint.HTML(source).write_pdf(output, **({"pdf_variant": variant} if variant else {}))
"""


@dataclass(slots=True)
class Contestant:
    """One way to make the PDF: the child's command, its file, and what was measured."""

    name: str
    command: list[str]
    output: Path
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the CPU seconds."""
        return median(self.seconds)


def contestants(folder: Path) -> list[Contestant]:
    """Write the sources into `folder` and give everybody who takes part."""
    manuscript = Manuscript(BOOK)
    typst, html = folder / "book.typ", folder / "book.html"
    typst.write_text(typst_source(manuscript), "utf-8")
    html.write_text(html_source(manuscript, FONTS), "utf-8")
    python = sys.executable

    def set_by(name: str, *command: str) -> Contestant:
        output = folder / f"{re.sub('[^a-z0-9]+', '-', name.lower())}.pdf"
        return Contestant(name, [part.replace("OUTPUT", str(output)) for part in command], output)

    by_typst = (python, "-c", _TYPST, str(typst), "OUTPUT", str(FONTS))
    by_weasyprint = (python, "-c", _WEASYPRINT, str(html), "OUTPUT")
    return [
        set_by("workbook", python, "-m", "workbook", "build", str(BOOK), "-o", "OUTPUT"),
        set_by("Typst", *by_typst, "tags", ""),
        set_by("Typst, PDF/UA-1", *by_typst, "tags", "ua-1"),
        set_by("Typst, no tags", *by_typst, "", ""),
        set_by("WeasyPrint", *by_weasyprint, "pdf/ua-1"),
        set_by("WeasyPrint, no tags", *by_weasyprint, ""),
    ]


def cpu_seconds(command: list[str]) -> float:
    """User and system time of a whole child process, its threads included."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed: {' '.join(command[:4])} …")
    return usage.ru_utime + usage.ru_stime


def check_same(book: Manuscript, files: list[Contestant]) -> dict[str, int]:
    """Pages of each file; stops when one lacks words or tags, or is far too long or short."""
    sentences = [bare(sentence) for sentence in book.sentences()]
    sample = sentences[:: max(1, len(sentences) // SENTENCES)]
    pages = {}
    for made in files:
        pdf = pypdfium2.PdfDocument(made.output)
        pages[made.name] = len(pdf)
        if pypdfium2.raw.FPDFCatalog_IsTagged(pdf) != ("no tags" not in made.name):
            raise SystemExit(f"{made.name} is tagged, or is not, against its name")
        words = bare("".join(page.get_textpage().get_text_range() for page in pdf))
        lacking = [sentence for sentence in sample if sentence not in words]
        if lacking:
            raise SystemExit(f"{made.name} lacks {len(lacking)} sentences, such as: {lacking[0]}")
        if not FEWEST_PAGES <= len(pdf) <= MOST_PAGES:
            raise SystemExit(f"{made.name} makes {len(pdf)} pages")
    print(
        f"{len(sample)} of {len(sentences)} sentences looked for, found in each file; tags as named"
    )
    return pages


def bare(text: str) -> str:
    """`text` without white space and line-end hyphens, as PDF readers differ in both."""
    return re.sub(r"[\s\u00ad\u0002\ufffe]+", "", text)


def measure(runs: int) -> None:
    """Build once for each contestant, compare the files, then measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        racers = contestants(Path(folder))
        for racer in racers:
            cpu_seconds(racer.command)  # Not counted: it warms caches and writes the file.
        pages = check_same(Manuscript(BOOK), racers)
        for number in range(runs):
            for racer in racers:
                racer.seconds.append(cpu_seconds(racer.command))
            print(f"run {number + 1} of {runs}", file=sys.stderr)
        _report(racers, pages)
    floor = median(cpu_seconds([sys.executable, "-c", "pass"]) for _ in range(runs))
    print(f"\nPython itself, doing nothing: {floor:.3f} s, counted in each of the above")


def _report(racers: list[Contestant], pages: dict[str, int]) -> None:
    names = ("typst", "weasyprint", "reportlab")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores,", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in names))
    print(f"\n{'':22}{'CPU s':>8}{'least':>8}{'most':>8}{'pages':>7}{'kB':>7}")
    for racer in racers:
        least, most = min(racer.seconds), max(racer.seconds)
        size = racer.output.stat().st_size / 1000
        figures = f"{racer.median:8.2f}{least:8.2f}{most:8.2f}{pages[racer.name]:7}{size:7.0f}"
        print(f"{racer.name:22}{figures}")
    own, *others = racers
    print()
    for other in others:
        ratio = own.median / other.median
        pairs = sorted(a / b for a, b in zip(own.seconds, other.seconds, strict=True))
        spread = f"{pairs[0]:.2f} to {pairs[-1]:.2f} run by run"
        print(f"workbook / {other.name:20}{ratio:6.2f}   ({spread})")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", "-n", type=int, default=7, help="how often (default 7)")
    parser.add_argument("--profile", action="store_true", help="where workbook's time goes")
    options = parser.parse_args()
    if options.profile:
        phases.report(BOOK, options.runs)
    else:
        measure(options.runs)


if __name__ == "__main__":
    main()
