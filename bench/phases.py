"""Where `workbook`'s CPU time goes: phases by a stopwatch in a child, imports by -X importtime.

The child is `stopwatch.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

PACKAGES_SHOWN = 12


def report(book: Path, runs: int) -> None:
    """Print the median of each phase over `runs` children, then the costliest imports."""
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "book.pdf")
        # By -c, so that `workbook` is found where `python -m workbook` would find it.
        here = str(Path(__file__).resolve().parent)
        code = f"import sys; sys.path.append({here!r}); from stopwatch import child; "
        code += "child(*sys.argv[1:])"
        command = [sys.executable, "-c", code, str(book), output]
        taken = [json.loads(_said(command, "stdout").splitlines()[-1]) for _ in range(runs)]
        total = 0.0
        for phase in taken[0]:
            milliseconds = 1000 * median(run[phase] for run in taken)
            total += milliseconds
            print(f"{phase:24}{milliseconds:7.0f} ms")
        print(f"{'together':24}{total:7.0f} ms\n")
        build = ["-m", "workbook", "build", str(book), "-o", output]
        heard = _said([sys.executable, "-X", "importtime", *build], "stderr")
    print("imports by package (wall time, slowed down by measuring):")
    for package, microseconds in _by_package(heard)[:PACKAGES_SHOWN]:
        print(f"  {package:22}{microseconds / 1000:7.0f} ms")


def _said(command: list[str], stream: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return str(getattr(done, stream))


def _by_package(importtime: str) -> list[tuple[str, int]]:
    totals: dict[str, int] = defaultdict(int)
    for line in importtime.splitlines():
        figures = line.removeprefix("import time:").split("|")
        if len(figures) == 3 and figures[0].strip().isdigit():
            name = figures[2].strip().split(".")[0]
            stdlib = name in sys.stdlib_module_names
            totals["standard library" if stdlib else name] += int(figures[0])
    return sorted(totals.items(), key=lambda item: -item[1])
