"""ReportLab is imported so that neither its settings nor Pillow have a part in a build."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from support.builds import sample_path

PILLOW = """
import sys
{before}
import workbook.pdf.reportlab
assert {inside} == ("PIL" in sys.modules), "the stand-in is left behind"
assert "reportlab_settings" not in sys.modules
from PIL import Image
assert Image.new("L", (2, 3)).size == (2, 3)
"""
BUILD = """
import os, sys
from workbook.cli import main
before = dict(os.environ)
main(["build", *sys.argv[1:]], standalone_mode=False)
assert dict(os.environ) == before
"""


@pytest.mark.parametrize(("before", "inside"), [("", False), ("import PIL.Image", True)])
def test_pillow_is_there_for_whoever_needs_it(before, inside):
    program = PILLOW.format(before=before, inside=inside)
    subprocess.run([sys.executable, "-c", program], check=True)


def test_settings_change_nothing(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / ".reportlab_settings").write_text("pdfMultiLine = 1\n", "utf-8")
    (home / ".reportlab_mods").write_text("raise SystemExit(3)\n", "utf-8")
    chosen = {"RL_pdfComments": "1", "RL_ttfAsciiReadable": "0", "RL_verbose": "nonsense"}
    made = []
    for name, settings in (("plain", {}), ("set", {"HOME": str(home), **chosen})):
        path = tmp_path / f"{name}.pdf"
        command = [sample_path("text"), "--date", "2026-11-23", "-o", path]
        subprocess.run(
            [sys.executable, "-c", BUILD, *map(str, command)],
            env={**os.environ, **settings},
            check=True,
            capture_output=True,
        )
        made.append(path.read_bytes())
    assert made[0] == made[1]
