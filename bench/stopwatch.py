"""The child of `phases.py`: one build with its phases timed. It imports little, as that counts."""

from __future__ import annotations

from time import process_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# Imported in the middle of a build, so they are imported beforehand and counted as imports.
LATE_IMPORTS = ("markdown_it", "pikepdf")


class Stopwatch:
    """CPU seconds by phase; a phase inside another is taken off the outer one."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner = [0.0]

    def around(self, phase: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, counted as `phase` whenever it is called."""
        self.seconds.setdefault(phase, 0.0)

        def timed(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            begun = process_time()
            try:
                return work(*args, **kwargs)
            finally:
                taken = process_time() - begun
                self.seconds[phase] += taken - self._inner.pop()
                self._inner[-1] += taken

        return timed


def child(book: str, output: str) -> None:
    """Build `book` with a stopwatch around each phase, and print the seconds as JSON."""
    started = process_time()
    import workbook.cli
    from workbook import build, drawing
    from workbook.content import reader, source
    from workbook.layout import canvas

    for name in LATE_IMPORTS:
        __import__(name)
    watch = Stopwatch()
    watch.seconds = {"Python itself": started, "imports": process_time() - started}
    phases = {
        "reading: YAML": (source.Source, "read"),
        "reading: checking": (reader, "check"),
        "layout": (build, "lay_out"),
        "drawing": (drawing, "draw_pages"),
        "finishing: ReportLab": (canvas.TaggedCanvas, "finish"),
        "finishing: qpdf": (drawing, "archive"),
    }
    for phase, (owner, name) in phases.items():
        setattr(owner, name, watch.around(phase, getattr(owner, name)))
    command = watch.around("command line, the rest", workbook.cli.main)
    command(["build", book, "-o", output], standalone_mode=False)
    import json

    print(json.dumps(watch.seconds))
