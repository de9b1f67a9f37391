"""What all commands share on a terminal: plain errors, targets, progress."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.errors import FileError, WorkbookError
from workbook.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class PlainErrors(click.Group):
    """Shows every WorkbookError as plain words on stderr, with its exit code."""

    def invoke(self, context: click.Context) -> Any:  # noqa: D102
        # A build is short and keeps nearly all it makes: looking for garbage is a tenth of it.
        collecting = gc.isenabled()
        _end_on_signals()
        gc.disable()
        try:
            return super().invoke(context)
        except WorkbookError as error:
            click.echo(str(error), err=True)
            context.exit(error.exit_code)
        except BrokenPipeError:
            # Whoever read our words has read enough; nothing else failed.
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
            context.exit(0)
        except OSError as error:
            # What is left is our own output: a full disk.
            with suppress(OSError):
                click.echo(f"can't write here: {error.strerror or error}", err=True)
            context.exit(FileError.exit_code)
        finally:
            if collecting:
                gc.enable()


def _end_on_signals() -> None:
    """Make a closed terminal or a `kill` end the program in order, so that nothing is left over."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        with suppress(ValueError):  # signals are for the main thread only
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, lambda given, _frame: sys.exit(128 + given))


def chosen(content: Path | None) -> Path:
    """The content that is named, else ./content.yaml, else the book that came along."""
    if content is not None:
        return content
    here = Path("content.yaml")
    return here if here.exists() else shipped("content.yaml")


def is_folder(output: str) -> bool:
    """Whether `-o` names a folder: it ends in a slash, or is one."""
    with suppress(OSError):
        return output.endswith(("/", "\\")) or Path(output).is_dir()
    return False


def target_of(output: str | None, name: str) -> Path:
    """Where a file of that name goes for an `-o`, which may be left out."""
    if output is None:
        return Path("output") / name
    return Path(output) / name if is_folder(output) else Path(output)


def same_place(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file; a loop of links leads nowhere."""
    with suppress(OSError, RuntimeError):
        return one.resolve() == other.resolve()
    return False


@contextmanager
def progress_of(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, and nothing in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, all_: bar.update(task, completed=done, total=all_)
