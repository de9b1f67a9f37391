"""CUPS' own filters: what a queue makes of a PDF, with no daemon and no printer."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import which

PPD_FOLDERS = ("/usr/share/ppd/cupsfilters", "/usr/share/cups/model", "/usr/local/share/ppd")
DRIVER_DAEMONS = ("/usr/lib/cups/daemon/cups-driverd", "/usr/libexec/cups/daemon/cups-driverd")
PDF_QUEUE = "Generic-PDF_Printer-PDF.ppd"
RASTER_QUEUE = "drv:///cupsfilters.drv/pwgrast.ppd"
RASTER_DPI = 150
# What many inkjets can't reach: 6.4 mm.
EDGE = 6.4 * 72 / 25.4


@dataclass(frozen=True)
class PrintQueue:
    """A printer's description, the kind of file that it takes, and the queue's own options.

    With `backs_turned` the printer wants its back sides turned by 180°, as many do.
    """

    cupsfilter: str
    description: Path
    takes: str
    options: tuple[str, ...] = ()
    backs_turned: bool = False

    def print(self, pdf: Path, media: str, *, two_sided: bool) -> bytes:
        """What the printer receives for a PDF, first page first."""
        sides = "two-sided-long-edge" if two_sided else "one-sided"
        # A queue may turn the order over for a printer that stacks pages face up.
        asked = (f"media={media}", f"sides={sides}", "OutputOrder=Normal", *self.options)
        command = [self.cupsfilter, "-p", self.description, "-i", "application/pdf"]
        command += ["-m", self.takes, *(part for option in asked for part in ("-o", option))]
        done = subprocess.run([*command, pdf], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
        return done.stdout


def find_cupsfilter() -> str | None:
    """Where `cupsfilter` is: for most people /usr/sbin isn't on the path."""
    return which("cupsfilter", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))


def pdf_queue(cupsfilter: str) -> PrintQueue | None:
    """A printer that takes PDF; None where its description is missing."""
    for folder in PPD_FOLDERS:
        if Path(folder, PDF_QUEUE).is_file():
            return PrintQueue(cupsfilter, Path(folder, PDF_QUEUE), "application/vnd.cups-pdf")
    return None


def raster_queue(cupsfilter: str, folder: Path, *, backs_turned: bool) -> PrintQueue | None:
    """A driverless printer with an unprintable edge; None where CUPS can't describe it."""
    daemon = next((path for path in DRIVER_DAEMONS if Path(path).is_file()), None)
    if daemon is None:
        return None
    told = subprocess.run([daemon, "cat", RASTER_QUEUE], capture_output=True, check=False)
    text = told.stdout.decode("utf-8")
    if told.returncode or "*PWGRaster" not in text:
        return None

    def within(area: re.Match[str]) -> str:
        left, bottom, right, top = (float(side) for side in area[2].split())
        return f'{area[1]}"{left + EDGE} {bottom + EDGE} {right - EDGE} {top - EDGE}"'

    text = re.sub(r'(\*ImageableArea [^:]*: )"([^"]*)"', within, text)
    text += f"*cupsBackSide: {'Rotated' if backs_turned else 'Normal'}\n"
    description = folder / f"raster-{'turned' if backs_turned else 'upright'}.ppd"
    description.write_text(text, "utf-8")
    options = (f"Resolution={RASTER_DPI}dpi", "PwgRasterDocumentType=SGray_8")
    return PrintQueue(cupsfilter, description, "image/pwg-raster", options, backs_turned)


def pdf_alone(job: bytes) -> bytes:
    """The PDF of a job, without what is said to the printer before and after it."""
    end = b"%%EOF"
    return job[job.index(b"%PDF-") : job.rindex(end) + len(end)]
