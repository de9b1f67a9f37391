"""The three that set the same book, each as a child process."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from html_source import html_source
from installed import PROJECT, command
from processes import Contestant
from typst_source import typst_source

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from manuscript import Manuscript

FONTS = PROJECT / "fonts"
UNTAGGED = "no tags"
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


def add_option(parser: ArgumentParser) -> None:
    """Let a tool be told which Python has Typst and WeasyPrint."""
    parser.add_argument(
        "--others",
        metavar="PYTHON",
        type=Path,
        default=Path(sys.executable),
        help="a Python with the packages `typst` and `weasyprint`; else this one",
    )


def by_workbook(python: Path, book: Path, folder: Path) -> Contestant:
    """The installed `workbook build` of a content file."""
    output = folder / "workbook.pdf"
    return Contestant("workbook", command(python, "build", str(book), "-o", str(output)), output)


def by_typst(
    python: Path, manuscript: Manuscript, folder: Path, variants: tuple[str, ...] = ("",)
) -> list[Contestant]:
    """Typst, called from Python; a variant is `no tags`, `ua-1` or nothing for its default."""
    source = folder / "book.typ"
    source.write_text(typst_source(manuscript), "utf-8")
    made = []
    for variant in variants:
        output = _file(folder, "typst", variant)
        tags, standard = ("", "") if variant == UNTAGGED else ("tags", variant)
        arguments = [str(source), str(output), str(FONTS), tags, standard]
        made.append(_contestant(python, "Typst", variant, _TYPST, arguments, output))
    return made


def by_weasyprint(
    python: Path, manuscript: Manuscript, folder: Path, variants: tuple[str, ...]
) -> list[Contestant]:
    """WeasyPrint; a variant is `no tags` or `ua-1`."""
    source = folder / "book.html"
    source.write_text(html_source(manuscript, FONTS), "utf-8")
    made = []
    for variant in variants:
        output = _file(folder, "weasyprint", variant)
        standard = "" if variant == UNTAGGED else f"pdf/{variant}"
        arguments = [str(source), str(output), standard]
        made.append(_contestant(python, "WeasyPrint", variant, _WEASYPRINT, arguments, output))
    return made


def _contestant(
    python: Path, name: str, variant: str, code: str, arguments: list[str], output: Path
) -> Contestant:
    name = f"{name}, {variant}" if variant else name
    return Contestant(name, [str(python.absolute()), "-c", code, *arguments], output)


def _file(folder: Path, name: str, variant: str) -> Path:
    return folder / f"{name}-{re.sub('[^a-z0-9]+', '-', variant)}.pdf"
