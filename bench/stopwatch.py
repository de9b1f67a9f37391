"""The child of `phases.py`: one build with its phases timed. It imports little, as that counts."""

from __future__ import annotations

import sys
from time import process_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

START, COMMAND = "Python's start", "command line"
# Whose imports are told apart, by the first word of a module's name.
_PACKAGES = ("click", "yaml", "reportlab", "workbook")
_LIBRARY, _OTHERS = "the standard library", "others"


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

    def put_around(self, phase: str, owner: Any, name: str) -> None:
        """Count what `owner` has by this name as `phase`."""
        setattr(owner, name, self.around(phase, getattr(owner, name)))


class TimedImports:
    """Finds modules as Python would, and counts finding, reading and running them by package."""

    def __init__(self, watch: Stopwatch) -> None:
        self._watch = watch
        self._find = {
            phase: watch.around(phase, _found)
            for phase in map(_import_phase, (*_PACKAGES, "sys", ""))
        }

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """The module's specification, whose loader is timed; asked by Python's imports."""
        phase = _import_phase(name)
        spec = self._find[phase](name, path, target)
        # What is built in is loaded by a class, and costs next to nothing.
        if spec is not None and spec.loader is not None and not isinstance(spec.loader, type):
            self._watch.put_around(phase, spec.loader, "exec_module")
        return spec


def _found(name: str, path: Any, target: Any) -> Any:
    for finder in sys.meta_path:
        if not isinstance(finder, TimedImports):
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                return spec
    return None


def _import_phase(module: str) -> str:
    package = module.partition(".")[0]
    if package not in _PACKAGES:
        package = _LIBRARY if package in sys.stdlib_module_names else _OTHERS
    return f"imports: {package}"


def build(arguments: list[str]) -> dict[str, float]:
    """`workbook build` with these arguments, in this process; gives the seconds of each phase.

    What the interpreter does when it ends comes after, and is for the caller to find.
    """
    started = process_time()
    watch = Stopwatch()
    watch.seconds[START] = started
    sys.meta_path.insert(0, TimedImports(watch))
    # As the command line has it while it imports what follows.
    import gc

    import workbook.cli

    gc.disable()
    import zlib

    # Before anybody takes `compress` from it by name.
    watch.put_around("file: deflating", zlib, "compress")
    from workbook.content import reader, source
    from workbook.finishing import whole
    from workbook.making import pipeline
    from workbook.pdf.canvas import TaggedCanvas

    watch.put_around("reading: YAML", source.Source, "__init__")
    watch.put_around("reading: fields and checks", reader, "read_file")
    watch.put_around("layout: boxes", pipeline, "lay_out")
    watch.put_around("layout: pages", pipeline, "paginate")
    watch.put_around("layout: places", pipeline, "place")
    watch.put_around("drawing", pipeline, "drawn")
    watch.put_around("file: objects and packing", TaggedCanvas, "finish")
    watch.put_around("file: writing", whole, "write_whole")
    command = watch.around(COMMAND, workbook.cli.main)
    command(["build", *arguments], standalone_mode=False)
    return watch.seconds


def main() -> None:
    """Build what the arguments say, and print each phase with its seconds."""
    for phase, seconds in build(sys.argv[1:]).items():
        print(f"{phase}\t{seconds!r}")


if __name__ == "__main__":
    main()
