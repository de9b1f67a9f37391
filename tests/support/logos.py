"""Logos that the tests make, as pictures and as drawings, and their pixels read back."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from workbook.content.practice import Imprint

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
GOOD_PNG = saved(noise(60, 40))
