"""A drawing that would run, reach or take too much is a fault at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.logos import SQUARE, svg
from workbook.pictures.decode import MOST_DRAWING

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.errors import Problem

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


CURVES = "C450 180 0 180 450 0" * 4900
ENDLESS = {
    "scaled": f'<g transform="scale(1e6)"><path d="M0 0{CURVES}" stroke="#000"/></g>',
    "wide": f'<path d="M0 0{CURVES}" stroke="#000" stroke-width="1e6" stroke-linejoin="round"/>',
    "huge": '<circle r="5e10" stroke="#000"/>',
}


@pytest.mark.parametrize("inside", ENDLESS.values(), ids=ENDLESS)
def test_drawings_without_end(
    logo_fault: Callable[[bytes | str, str], Problem],
    capfd: pytest.CaptureFixture[str],
    inside: str,
) -> None:
    problem = logo_fault(svg(inside), "logo.svg")
    assert "takes too long to draw" in problem.what
    assert capfd.readouterr() == ("", "")


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
