"""A logo is an ordinary file beside its practice's, and nothing else is opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from support.builds import TESTS
from support.logos import DRAWING, GOOD_PNG, TEAL, saved, svg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.content.practice import Imprint
    from workbook.errors import Problem

    Faults = Callable[..., list[Problem]]

NAMES = [
    "../logo.png",
    "/etc/logo.png",
    "a/logo.png",
    "a\\\\logo.png",
    "C:logo.png",
    "https://a.example/logo.png",
    "file:///logo.png",
    ".logo.png",
    "logo.gif",
    "logo",
    "logo.png\\n",
    "logo.svgz",
    "x" * 200 + ".png",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_logo_is_named_by_its_file_alone(faults: Faults, name: str) -> None:
    (problem,) = faults(f'name: A\nlogo: "{name}"\n')
    assert (problem.place.line, problem.place.column) == (2, 7)
    assert "`logo` can't be" in problem.what
    assert "in the same folder" in problem.remedy


def test_a_missing_logo(faults: Faults) -> None:
    (problem,) = faults("name: A\nlogo: logo.png\n")
    assert str(problem.place) == "practice.yaml:2:7"
    assert "there is no file `logo.png`" in problem.what


def test_a_folder_as_logo(faults: Faults, tmp_path: Path) -> None:
    (tmp_path / "logo.png").mkdir()
    (problem,) = faults("name: A\nlogo: logo.png\n")
    assert "`logo.png` is a folder" in problem.what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_as_logo(faults: Faults, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    (problem,) = faults("name: A\nlogo: logo.png\n")
    assert "no ordinary file" in problem.what


def test_a_link_out_of_the_folder(
    read: Callable[..., Imprint], faults: Faults, tmp_path: Path
) -> None:
    picture = saved(Image.new("RGB", (9, 9), TEAL))
    outside = tmp_path.parent / f"{tmp_path.name}-outside.png"
    outside.write_bytes(picture)
    try:
        (tmp_path / "logo.png").symlink_to(outside)
        (tmp_path / "inside.png").symlink_to(tmp_path / "real.png")
    except OSError:
        pytest.skip("links can't be made here")
    (problem,) = faults("name: A\nlogo: logo.png\n")
    assert "link to another folder" in problem.what
    assert read("name: A\nlogo: inside.png\n", picture, "real.png").logo is not None


RECORDER = """
import json, sys
from pathlib import Path
import PIL.JpegImagePlugin, PIL.PngImagePlugin, resvg_py
from workbook.content.practice import read_practice_file
seen = []
def record(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        seen.append(str(arguments[0]))
    elif event == "subprocess.Popen":
        seen.append(str(arguments[0]))  # Python itself draws an SVG
    elif event.startswith(("socket.", "os.system", "os.exec", "urllib.")):
        seen.append(event)
sys.addaudithook(record)
for name in sys.argv[1:]:
    try:
        read_practice_file(Path(name))
    except Exception as error:
        print(error, file=sys.stderr)
print(json.dumps([name for name in seen if not name.startswith((sys.prefix, sys.base_prefix))]))
"""


def test_nothing_but_the_two_files_is_opened(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(GOOD_PNG)
    (tmp_path / "logo.svg").write_text(svg(DRAWING), "utf-8")
    (tmp_path / "bad.svg").write_text(svg('<image href="logo.png"/>'), "utf-8")
    for kind in ("png", "svg"):
        (tmp_path / f"{kind}.yaml").write_text(f"name: A\nlogo: logo.{kind}\n", "utf-8")
    (tmp_path / "bad.yaml").write_text("name: A\nlogo: bad.svg\n", "utf-8")
    (tmp_path / "out.yaml").write_text("name: A\nlogo: ../logo.png\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-c", RECORDER, "png.yaml", "svg.yaml", "bad.yaml", "out.yaml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    package = str(TESTS.parent)
    seen = [name for name in json.loads(told.stdout) if not name.startswith(package)]
    assert seen == [
        *("png.yaml", "logo.png", "svg.yaml", "logo.svg", "bad.yaml", "bad.svg", "out.yaml"),
    ]
