"""What whole child processes cost, each alone or several in turn."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# A child begins with the peak memory of the process that starts it, so a small one starts it.
_LAUNCHER = """
import os, sys
output = (os.POSIX_SPAWN_OPEN, 1, sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, file_actions=[output])
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
# What is set for the Python that measures must not slow down those that are measured:
# PYTHONDONTWRITEBYTECODE would have them compile their modules in each run.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
# `ru_maxrss` is in kilobytes, on macOS in bytes.
_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000_000 / 1024


class Cost(NamedTuple):
    """User and system seconds of a process with its threads, and its peak memory in MB."""

    seconds: float
    memory: float


def cost_of(command: Sequence[str], output: str = os.devnull) -> Cost:
    """What a child costs from its start to its end; stops the program when it fails.

    `command` begins with the path of a program. What the child prints goes to the file `output`.
    """
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, output, *command]
    done = subprocess.run(launcher, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT, check=True)
    status, seconds, memory = done.stdout.split()
    if int(status):
        raise SystemExit(f"failed: {' '.join(command[:4])} …")
    return Cost(float(seconds), int(memory) / _MEGABYTE)


@dataclass(slots=True)
class Contestant:
    """One way to make a file: the child's command, its file, and what its runs cost."""

    name: str
    command: Sequence[str]
    output: Path
    costs: list[Cost] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median of the CPU seconds."""
        return median(cost.seconds for cost in self.costs)

    @property
    def memory(self) -> float:
        """The median of the peaks of memory, in MB."""
        return median(cost.memory for cost in self.costs)

    @property
    def kilobytes(self) -> float:
        """The size of its file."""
        return self.output.stat().st_size / 1000


def warm_up(contestants: Sequence[Contestant]) -> None:
    """One round that isn't counted: caches are warm after it, and the files are there."""
    for one in contestants:
        cost_of(one.command)


def race(contestants: Sequence[Contestant], runs: int) -> None:
    """Run all of them `runs` times in turn, in another order each time.

    So a slow minute meets everyone, and nobody always follows the same neighbour.
    """
    for number in range(runs):
        first = number % len(contestants)
        order = [*contestants[first:], *contestants[:first]]
        for one in order if number % 2 else reversed(order):
            one.costs.append(cost_of(one.command))
        print(f"run {number + 1} of {runs}", file=sys.stderr)


def ratios(one: Contestant, other: Contestant) -> list[float]:
    """CPU of one by CPU of the other, run by run, from the least to the most."""
    pairs = zip(one.costs, other.costs, strict=True)
    return sorted(mine.seconds / theirs.seconds for mine, theirs in pairs)
