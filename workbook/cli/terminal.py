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

from workbook.cli.wording import AsOptions
from workbook.errors import ChoiceError, FileError, WorkbookError
from workbook.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class PlainErrors(click.Group):
    """Shows every WorkbookError as plain words on stderr, with its exit code."""

    def __call__(self, *arguments: Any, **more: Any) -> Any:
        """Run as a program of its own, which ends here."""
        # It is short and keeps nearly all it makes: looking for garbage would be a tenth of it,
        # at its end as well.
        gc.disable()
        try:
            return super().__call__(*arguments, **more)
        finally:
            gc.freeze()

    def invoke(self, context: click.Context) -> Any:  # noqa: D102
        _end_on_signals()
        try:
            return super().invoke(context)
        except ChoiceError as error:
            click.echo(error.worded(AsOptions()), err=True)
            context.exit(error.exit_code)
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


def refuse_pipe(output: str | None) -> None:
    """Raise an error for `-o -`, by which other programs write to a pipe."""
    if output == "-":
        raise click.UsageError(
            "-o - would be a file called `-`: name a file, or a folder with `/`."
        )


@contextmanager
def progress_of(what: str) -> Iterator[Callable[[int, int], None]]:
    """How far it is, in one line of a terminal that is wiped at the end; nothing in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    shown = ""

    def show(done: int, most: int) -> None:
        nonlocal shown
        line = f"{what}: {100 * done // most} %"
        if line != shown:
            shown = line
            click.echo(f"\r{line}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo(f"\r{' ' * len(shown)}\r", nl=False, err=True)
