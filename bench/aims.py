"""What the benchmark aims at, and whether a figure meets it. A missed aim fails nothing."""

from __future__ import annotations

# CPU, peak memory and size of file as parts of another program's on the same book, with tags.
CPU_BY_TYPST, WISHED_BY_TYPST = 1.5, 1.2
CPU_BY_WEASYPRINT = 0.12
SIZE_BY_TYPST = 0.3
# Of books of about 500 and 5,000 pages.
LONG_CPU_BY_TYPST, LONG_MEMORY_BY_TYPST = 0.6, 0.25
# What one block, row or item more costs in a long worksheet by what it costs in a short one:
# 1 when cost is linear, 4 when it is quadratic.
GROWTH = 1.5
# All worksheets as files by one file of all, when the writing of files is taken off.
SPLIT_BY_WHOLE = 1.5
# A tagged file by an untagged one.
TAGS_CPU, TAGS_SIZE = 1.35, 1.5


def judged(value: float, most: float, wished: float | None = None) -> str:
    """`value` with its aim and whether it is met; `wished` is what would be better still."""
    words = f"{value:.2f} (at most {most:g}: {_met(value, most)}"
    if wished is not None:
        words += f"; wished {wished:g}: {_met(value, wished)}"
    return words + ")"


def _met(value: float, most: float) -> str:
    return "met" if value <= most else "MISSED"
