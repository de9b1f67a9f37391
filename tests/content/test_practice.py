"""A practice's file and its logo: every fault is told at its place, and nothing is reached."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from workbook.content.logo import DOTS, MOST_BYTES, MOST_DRAWING
from workbook.content.practice import Imprint, read_practice
from workbook.errors import ContentError, FileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.content.problems import Problem

    Faults = Callable[..., list[Problem]]

FULL = """\
name: Harbour Counselling
address:
  - 12 Quay Street
  - Galway
phone: "+353 91 555 0100"
web: harbour.example
logo: logo.png
licence: For our clients
header: true
client_block: yes
"""
TEAL = (31, 90, 94)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="10" height="10" fill="#1f5a5e"/>'


def svg(inside: str, attributes: str = 'viewBox="0 0 40 20"') -> str:
    """A drawing whose first line is the root, with `inside` from the second on."""
    return f"{SVG} {attributes}>\n{inside}\n</svg>"


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(*size: int) -> Image.Image:
    return Image.frombytes("RGB", size, bytes(n * n % 251 for n in range(size[0] * size[1] * 3)))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it is huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Imprint]:
    """Reads a practice of this text, with a logo of these bytes beside it."""
    monkeypatch.chdir(tmp_path)

    def made(text: str, logo: bytes | str | None = None, name: str = "logo.png") -> Imprint:
        Path("practice.yaml").write_text(text, "utf-8")
        if logo is not None:
            Path(name).write_bytes(logo.encode() if isinstance(logo, str) else logo)
        return read_practice(Path("practice.yaml"))

    return made


@pytest.fixture
def faults(read: Callable[..., Imprint]) -> Faults:
    def told(*given: object, **more: object) -> list[Problem]:
        with pytest.raises(ContentError) as caught:
            read(*given, **more)
        return list(caught.value.problems)

    return told


@pytest.fixture
def logo_fault(faults: Faults) -> Callable[[bytes | str, str], Problem]:
    """The one fault of a logo in a file of this name."""

    def told(logo: bytes | str, name: str) -> Problem:
        (problem,) = faults(f"name: A\nlogo: {name}\n", logo, name)
        assert problem.remedy
        return problem

    return told


def test_all_of_it(read: Callable[..., Imprint]) -> None:
    found = read(FULL, saved(Image.new("RGB", (300, 100), TEAL)))
    practice = found.practice
    assert practice.name.plain == "Harbour Counselling"
    assert [line.plain for line in practice.address] == ["12 Quay Street", "Galway"]
    assert practice.phone is not None
    assert practice.phone.plain == "+353 91 555 0100"
    assert (practice.header, practice.client_block) == (True, True)
    assert found.logo is not None
    assert (found.logo.width, found.logo.height, found.logo.mode) == (300, 100, "RGB")
    assert found.logo.data[:3] == bytes(TEAL)


def test_a_name_is_enough(read: Callable[..., Imprint]) -> None:
    found = read("name: No\n")
    assert found.practice.name.plain == "No"
    assert found.logo is None
    assert (found.practice.header, found.practice.client_block) == (False, False)


# A file, the place of its fault, what is said of it, and its remedy.
FILES = [
    ("phone: 1\n", (1, 1), "`name` is missing", "add"),
    ("name:\n", (1, 6), "needs some words", "write"),
    (f"name: {'a' * 61}\n", (1, 7), "too long", "60 characters"),
    ("name: A\naddress: [a, b, c, d, e]\n", (2, 10), "holds too much", "at most 4"),
    ("name: A\naddress: Quay Street\n", (2, 10), "must be a list", "`- `"),
    ("name: A\naddress:\n  - Quay\n  - [x]\n", (4, 5), "needs some words", "write"),
    ("name: A\nweb: '[a](https://b.example)'\n", (2, 6), "no link", "as words"),
    ("name: A\nweb: <b>\n", (2, 6), "HTML", "words only"),
    ("name: A\nphone: 1\nfax: 2\n", (3, 1), "`fax` is not known", ""),
    ("name: A\nheadr: true\n", (2, 1), "not known", "did you mean `header`?"),
    ("name: A\nheader: perhaps\n", (2, 9), "yes or no", "`true`"),
    ("name: A\nlicence: |\n  a\n\n  b\n", (3, 1), "one paragraph", "one"),
    ("name: A ☃ B\n", (1, 7), "☃", ""),
    ("name: A\nphone: \u05e9\n", (2, 8), "Hebrew", ""),
    ("name: A\nphone: a\u202eb\n", (2, 8), "U+202E", "delete"),
    ("- name: A\n", (1, 1), "must hold keys", "key: value"),
    ("name: [A\n", (2, 1), "", ""),
]
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


@pytest.mark.parametrize(("text", "place", "what", "remedy"), FILES)
def test_faults_in_the_file(
    faults: Faults, text: str, place: tuple[int, int], what: str, remedy: str
) -> None:
    (problem,) = faults(text)
    assert (problem.place.file, problem.place.line, problem.place.column) == (
        "practice.yaml",
        *place,
    )
    assert what in problem.what
    assert remedy in problem.remedy


@pytest.mark.parametrize("name", NAMES)
def test_a_logo_is_named_by_its_file_alone(faults: Faults, name: str) -> None:
    (problem,) = faults(f'name: A\nlogo: "{name}"\n')
    assert (problem.place.line, problem.place.column) == (2, 7)
    assert "`logo` can't be" in problem.what
    assert "in the same folder" in problem.remedy


def test_every_fault_is_told_at_once(faults: Faults) -> None:
    text = "name: ☃\nlogo: logo.svg\nheader: perhaps\nfax: 1\n"
    problems = faults(text, svg("<script/>"), "logo.svg")
    assert [(p.place.file, p.place.line) for p in problems] == [
        *(("practice.yaml", line) for line in (1, 3, 4)),
        ("logo.svg", 2),
    ]


def test_files_that_are_none(tmp_path: Path) -> None:
    for path, why in ((tmp_path, "folder"), (tmp_path / "none.yaml", "no such file")):
        with pytest.raises(FileError, match=why):
            read_practice(path)


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


GOOD_PNG = saved(noise(60, 40))
GOOD_JPEG = saved(noise(60, 40), "JPEG")
# Pixels that aren't packed, so that only a checksum tells that one has changed.
WRONG_SUM = saved(noise(60, 40), compress_level=0)
WRONG_SUM = WRONG_SUM[:3000] + bytes([WRONG_SUM[3000] ^ 1]) + WRONG_SUM[3001:]
FRAMES = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
PICTURES = {
    "over 5 MB": ("logo.png", GOOD_PNG + bytes(MOST_BYTES), "over 5 MB"),
    "a bomb": ("logo.png", bomb(50_000, 50_000), "far more pixels"),
    "a smaller bomb": ("logo.png", bomb(12_000, 8_000), "12000 × 8000 pixels"),
    "too wide": ("logo.png", bomb(4001, 10), "4001 × 10 pixels"),
    "says it is larger": ("logo.png", bomb(3000, 3000), "broken or cut short"),
    "cut in its pixels": ("logo.png", GOOD_PNG[: len(GOOD_PNG) // 2], "broken or cut short"),
    "cut in its header": ("logo.png", GOOD_PNG[:20], "broken or cut short"),
    "its signature alone": ("logo.png", GOOD_PNG[:8], "broken or cut short"),
    "a wrong byte": ("logo.png", GOOD_PNG[:90] + b"\0" + GOOD_PNG[91:], "broken or cut short"),
    "a wrong sum": ("logo.png", WRONG_SUM, "broken or cut short"),
    "a cut JPEG": ("logo.jpg", GOOD_JPEG[: len(GOOD_JPEG) // 2], "broken or cut short"),
    "a JPEG's first bytes": ("logo.jpeg", GOOD_JPEG[:30], "broken or cut short"),
    "a JPEG of many scans": ("logo.jpg", GOOD_JPEG + b"\xff\xda" * 200, "scans"),
    "words": ("logo.png", b"name: A practice\n", "this file is no PNG"),
    "nothing": ("logo.png", b"", "this file is no PNG"),
    "an SVG in name": ("logo.png", svg(SQUARE).encode(), "this file is no PNG"),
    "a JPEG in a PNG's name": ("logo.png", GOOD_JPEG, "this file is no PNG"),
    "a GIF": ("logo.jpg", saved(noise(9, 9), "GIF"), "this file is no JPEG"),
    "one that moves": (
        "logo.png",
        saved(FRAMES[0], save_all=True, append_images=FRAMES[1:]),
        "this picture moves",
    ),
    "white": ("logo.png", saved(Image.new("RGB", (9, 9), "white")), "on white paper"),
    "white on nothing": ("logo.png", saved(Image.new("LA", (9, 9), (255, 0))), "on white paper"),
}


@pytest.mark.parametrize(("name", "data", "what"), PICTURES.values(), ids=PICTURES)
def test_hostile_and_broken_pictures(
    logo_fault: Callable[[bytes | str, str], Problem], name: str, data: bytes, what: str
) -> None:
    problem = logo_fault(data, name)
    assert (problem.place.file, problem.place.line) == ("practice.yaml", 2)
    assert what in problem.what


ENTITIES = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
NESTED = "<g>" * 30 + SQUARE + "</g>" * 30
MANY = '<g id="a0">' + SQUARE * 10 + "</g>"
for level in range(1, 8):
    MANY += f'<g id="a{level}">' + f'<use href="#a{level - 1}"/>' * 10 + "</g>"
CHAIN = '<g id="a0"/>' + "".join(f'<use id="a{n}" href="#a{n - 1}"/>' for n in range(1, 40))
NIAHC = "".join(f'<use id="a{n}" href="#a{n - 1}"/>' for n in range(2000, 0, -1)) + '<g id="a0"/>'
# What is in a drawing from its second line on, the line of the fault, and what is said.
DRAWINGS = {
    "script": (f"{SQUARE}\n<script>alert(1)</script>", 3, "script"),
    "script of another kind": ('<x:script xmlns:x="http://x.example"/>', 2, "script"),
    "onload": (f"{SQUARE}\n<g onload='x()'/>", 3, "`onload` would run a script"),
    "OnClick": ('<path OnClick="x()"/>', 2, "would run a script"),
    "link": ('<a href="https://a.example"/>', 2, "`<a>`"),
    "use of a file": ('<use href="other.svg#a"/>', 2, "`other.svg#a`, outside itself"),
    "use of an address": ('<use xlink:href="https://a.example/#a"/>', 2, "outside itself"),
    "use of data": ('<use href="data:image/svg+xml,a"/>', 2, "outside itself"),
    "gradient elsewhere": ('<linearGradient href="/etc/hostname"/>', 2, "outside itself"),
    "fill elsewhere": ("<rect fill='URL( \"a.svg#b\" )'/>", 2, "outside itself"),
    "style elsewhere": ('<rect style="fill:url(a.svg#b)"/>', 2, "outside itself"),
    "style in disguise": (r'<rect style="fill:u\72l(a.svg)"/>', 2, "more than plain settings"),
    "import": ('<style>@import "a.css";</style>', 2, "more than plain rules"),
    "sheet with an address": ("<style>a{fill:url(#a)}</style>", 2, "more than plain rules"),
    "sheet in disguise": (r"<style>a{fill:\75rl(a)}</style>", 2, "more than plain rules"),
    "sheet with layers": ("<style>g { Opacity : .5 }</style>", 2, "sets `Opacity`"),
    "sheet in parts": ("<style>a{}<g/></style>", 2, "holds an element"),
    "long sheet": (f"<style>{'a{fill:red}' * 5000}</style>", 2, "over 20,000 characters"),
    "picture": ('<image href="#a"/>', 2, "a picture of its own"),
    "page": ("<foreignObject/>", 2, "a page of another kind"),
    "words": (f"{SQUARE}\n\n<g><text>A</text></g>", 4, "words that need a face"),
    "blur": ('<filter id="a"/>', 2, "a shadow, a blur"),
    "pattern": ("<pattern/>", 2, "`<pattern>`"),
    "movement": ("<animate/>", 2, "`<animate>`"),
    "dashes": ('<path stroke-dasharray="0.001"/>', 2, "`stroke-dasharray`"),
    "dashes in a style": ('<path style="fill:none; stroke-dasharray : 1"/>', 2, "dasharray"),
    "drawing in it": ("<svg/>", 2, "`<svg>`"),
    "instruction": ('<?xml-stylesheet href="a.css"?>', 2, "`<?xml-stylesheet`"),
    "entity": ("<g>&a;</g>", 2, "no sound XML: undefined entity"),
    "open element": ("<g>", 3, "no sound XML: mismatched tag"),
    "two of an id": ('<g id="a"/>\n<g id="a"/>', 3, "twice"),
    "nothing to use": ('<use href="#a"/>', 2, "`#a`, which isn't in it"),
    "itself": ('<g id="a">\n<use href="#a"/></g>', 2, "inside itself"),
    "nested": (NESTED, 2, "over 20 deep"),
    "nested by use": (CHAIN, 2, "over 20 deep"),
    "nested by use, from its end": (NIAHC, 2, "over 20 deep"),
    "bomb of uses": (MANY, 2, "too much"),
    "layers": ('<g opacity=".5"/>\n' * 200, 1, "too much"),
    "masks": (f'<mask id="a">{SQUARE}</mask>' + '<g mask="url(#a)"/>' * 60, 1, "too much"),
    "layers by style": ('<g style="opacity:.5"/>\n' * 200, 1, "too much"),
    "long path": (f'<path d="{"M0 0" * 30_000}"/>', 2, "over 100,000 characters"),
}
WHOLE_DRAWINGS = {
    "doctype": ('<!DOCTYPE svg SYSTEM "https://a.example/svg.dtd">\n' + svg(SQUARE), 1, "DOCTYPE"),
    "entities": (ENTITIES + svg("<g>&b;</g>"), 1, "DOCTYPE"),
    "a page": ("<html><body/></html>", 1, "it is no SVG"),
    "without a namespace": ('<svg viewBox="0 0 9 9"/>', 1, "it is no SVG"),
    "words": ("A logo", 1, "no sound XML"),
    "nothing": ("", 1, "no sound XML"),
    "compressed": (b"\x1f\x8b\x08\x00", 1, "no SVG in UTF-8"),
    "two bytes a letter": (svg(SQUARE).encode("utf-16"), 1, "no SVG in UTF-8"),
}


@pytest.mark.parametrize(("inside", "line", "what"), DRAWINGS.values(), ids=DRAWINGS)
def test_hostile_drawings(
    logo_fault: Callable[[bytes | str, str], Problem], inside: str, line: int, what: str
) -> None:
    problem = logo_fault(svg(inside), "logo.svg")
    assert (problem.place.file, problem.place.line) == ("logo.svg", line)
    assert what in problem.what


@pytest.mark.parametrize(("data", "line", "what"), WHOLE_DRAWINGS.values(), ids=WHOLE_DRAWINGS)
def test_drawings_that_are_none(
    logo_fault: Callable[[bytes | str, str], Problem], data: bytes | str, line: int, what: str
) -> None:
    problem = logo_fault(data, "logo.svg")
    assert (problem.place.file, problem.place.line) == ("logo.svg", line)
    assert what in problem.what


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (svg(SQUARE, 'width="0" height="9"'), "can't be drawn"),
        (svg(SQUARE, 'viewBox="0 0 1 100000"'), "on white paper"),
        (svg("<g/>"), "on white paper"),
        (svg(f"<!--{'a' * MOST_DRAWING}-->"), "over 512 KB"),
    ],
)
def test_drawings_of_nothing(
    logo_fault: Callable[[bytes | str, str], Problem], data: str, what: str
) -> None:
    problem = logo_fault(data, "logo.svg")
    assert problem.place.file == "practice.yaml"
    assert what in problem.what


def pixel(found: Imprint, x: int, y: int) -> tuple[int, ...]:
    logo = found.logo
    assert logo is not None
    size = 3 if logo.mode == "RGB" else 1
    at = (y * logo.width + x) * size
    return tuple(logo.data[at : at + size])


DRAWING = f"""\
<title>A &amp; B</title>
<style>.accent {{ fill: #1f5a5e; stroke: none }}</style>
<defs>
  <linearGradient id="a"><stop stop-color="#000"/></linearGradient>
  <linearGradient id="b" xlink:href="#a"/>
  <clipPath id="c"><rect width="10" height="20"/></clipPath>
  {SQUARE.replace("<rect", '<rect id="d"')}
</defs>
<g clip-path="url(#c)" style="opacity:1;stroke-dasharray:none"><use href="#d"/></g>
<rect class="accent" x="30" width="10" height="10"/>
<rect y="10" width="10" height="10" fill="url( '#b' )"/>
"""


def test_an_ordinary_drawing(read: Callable[..., Imprint]) -> None:
    found = read("name: A\nlogo: Our logo.SVG\n", svg(DRAWING), "Our logo.SVG")
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (2 * DOTS[1], DOTS[1])
    assert pixel(found, 20, 20) == pixel(found, 800, 20) == TEAL
    assert pixel(found, 20, 400) == (0, 0, 0)
    assert pixel(found, 400, 200) == (255, 255, 255)


def test_millimetres_and_byte_order_mark(read: Callable[..., Imprint]) -> None:
    text = "\ufeff" + svg(SQUARE, 'width="40mm" height="20mm" viewBox="0 0 40 20"')
    assert pixel(read("name: A\nlogo: a.svg\n", text, "a.svg"), 20, 20) == TEAL


def test_a_large_picture_is_made_small(read: Callable[..., Imprint]) -> None:
    found = read("name: A\nlogo: logo.png\n", saved(Image.new("RGB", (4000, 1000), TEAL)))
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (1063, 266)


HALF = 128
MODES = {
    "RGBA": (saved(Image.new("RGBA", (4, 4), (0, 0, 0, HALF))), (127,)),
    "LA": (saved(Image.new("LA", (4, 4), (0, HALF))), (127,)),
    "P": (saved(Image.new("RGB", (4, 4), TEAL).quantize()), TEAL),
    "P, clear": (saved(Image.new("P", (4, 4), 1), transparency=0), (1,)),
    "L": (saved(Image.new("L", (4, 4), 99)), (99,)),
    "1": (saved(Image.new("1", (4, 4), 0)), (0,)),
    "16 bits": (saved(Image.new("I;16", (4, 4), 99 * 256 + 7)), (99,)),
}


@pytest.mark.parametrize(("data", "expected"), MODES.values(), ids=MODES)
def test_modes_of_pixels(
    read: Callable[..., Imprint], data: bytes, expected: tuple[int, ...]
) -> None:
    found = read("name: A\nlogo: logo.png\n", data)
    assert found.logo is not None
    assert pixel(found, 1, 1) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_jpegs(read: Callable[..., Imprint], mode: str) -> None:
    data = saved(Image.new("RGB", (16, 16), TEAL).convert(mode), "JPEG")
    found = read("name: A\nlogo: logo.jpg\n", data, "logo.jpg")
    expected = TEAL if mode != "L" else (72,)
    assert pixel(found, 3, 3) == pytest.approx(expected, abs=4)


def test_a_turned_photograph_is_turned_back(read: Callable[..., Imprint]) -> None:
    image = Image.new("RGB", (40, 20), TEAL)
    exif = image.getexif()
    exif[0x0112] = 6
    found = read("name: A\nlogo: a.jpg\n", saved(image, "JPEG", exif=exif), "a.jpg")
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (20, 40)


RECORDER = """
import json, sys
from pathlib import Path
import PIL.JpegImagePlugin, PIL.PngImagePlugin, resvg_py
from workbook.content.practice import read_practice
seen = []
def record(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        seen.append(str(arguments[0]))
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "urllib.")):
        seen.append(event)
sys.addaudithook(record)
for name in sys.argv[1:]:
    try:
        read_practice(Path(name))
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
    package = str(Path(__file__).parents[2])
    seen = [name for name in json.loads(told.stdout) if not name.startswith(package)]
    assert seen == [
        *("png.yaml", "logo.png", "svg.yaml", "logo.svg", "bad.yaml", "bad.svg", "out.yaml"),
    ]
