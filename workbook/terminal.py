"""What all commands share on a terminal: plain errors, targets, progress."""

from __future__ import annotations

import gc
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
        gc.disable()
        try:
            return super().invoke(context)
        except WorkbookError as error:
            click.echo(str(error), err=True)
            context.exit(error.exit_code)
        except OSError as error:
            # What is left is our own output: a full disk, or a pipe that was closed.
            with suppress(OSError):
                click.echo(f"can't write here: {error.strerror or error}", err=True)
            context.exit(FileError.exit_code)
        finally:
            if collecting:
                gc.enable()


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


@contextmanager
def progress_of(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, all_: bar.update(task, completed=done, total=all_)
