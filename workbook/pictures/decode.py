"""A logo from a file, made ready to print: small, opaque, and looked at before it is decoded."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from workbook.pictures.installed import require_pictures
from workbook.pictures.picture import Picture, darkest
from workbook.pictures.svg import AS_PNG, read_drawing
from workbook.pictures.svg_pixels import CannotDrawError, TooMuchToDrawError, svg_pixels

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 5 * 1024 * 1024
MOST_DRAWING = 512 * 1024
MOST_PIXELS = 4000
# A progressive JPEG of thousands of scans would take minutes to decode.
MOST_SCANS = 100
# A box of 45 × 18 mm at 600 dpi: the largest place that a logo has, as good printers print it.
DOTS = (1063, 425)
PALEST = 240
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}
_SIGNATURES = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff"}


class LogoError(ValueError):
    """What is wrong with a logo, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def most_bytes(name: str) -> int:
    """How large a logo may be, by its file's name."""
    return MOST_DRAWING if _kind(name) == "SVG" else MOST_BYTES


def read_logo(name: str, data: bytes) -> Picture:
    """The logo in `data`, at most 45 by 18 mm at 600 dpi; its file's name tells its kind.

    Raises LogoError, DrawingError for what is inside an SVG, and MissingError where no library
    for pictures is installed.
    """
    require_pictures("a logo")
    kind = _kind(name)
    image = _drawn(data) if kind == "SVG" else _decoded(data, kind)
    image = _flat(image)
    image.thumbnail(DOTS)
    if darkest(image.convert("L")) > PALEST:
        raise LogoError(
            "nothing of it would be seen on white paper", "use the logo's version for white paper"
        )
    return Picture.of(image)


def _kind(name: str) -> str:
    return _KINDS[name[name.rindex(".") :].lower()]


def _decoded(data: bytes, kind: str) -> Image:
    """The pixels of a PNG or JPEG; its size is looked at before they are decoded."""
    from PIL import Image, ImageOps

    if not data.startswith(_SIGNATURES[kind]):
        found = next((k for k, sign in _SIGNATURES.items() if data.startswith(sign)), None)
        remedy = f"rename it to `.{found.lower()}`" if found else "save it as a PNG, JPEG or SVG"
        raise LogoError(f"this file is no {kind}, whatever its name says", remedy)
    if kind == "JPEG" and data.count(b"\xff\xda") > MOST_SCANS:
        raise LogoError(f"it is a JPEG of over {MOST_SCANS} scans", AS_PNG)
    with warnings.catch_warnings():
        # A huge picture is told as a fault below, and odd metadata is of no account.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=[kind])
            if max(image.size) <= MOST_PIXELS and not _moves(image, kind):
                image.load()
                return ImageOps.exif_transpose(image)
        except Image.DecompressionBombError:
            raise _too_large("far more") from None
        except Exception:  # the decoders raise errors of many kinds for a broken file
            remedy = "save or copy it again; it should open in an image viewer"
            raise LogoError(f"this {kind} is broken or cut short", remedy) from None
    if _moves(image, kind):
        raise LogoError("this picture moves", "save one still picture of it")
    raise _too_large(f"{image.width} × {image.height}")


def _moves(image: Image, kind: str) -> bool:
    # A camera's JPEG may hold a second view; the first is the picture.
    return kind == "PNG" and getattr(image, "n_frames", 1) > 1


def _too_large(size: str) -> LogoError:
    most = f"{MOST_PIXELS} × {MOST_PIXELS}"
    return LogoError(f"it has {size} pixels; at most {most} are read", "save a smaller one")


def _drawn(data: bytes) -> Image:
    """The pixels of an SVG. What it may hold is checked first, so that drawing reads no file."""
    from PIL import Image

    text = read_drawing(data)
    try:
        pixels = svg_pixels(text, *DOTS)
    except CannotDrawError:
        remedy = f"give `<svg>` a viewBox, such as `0 0 450 180`, or {AS_PNG}"
        raise LogoError("this SVG can't be drawn", remedy) from None
    except TooMuchToDrawError:
        raise LogoError(
            "this SVG takes too long to draw", f"make it simpler, or {AS_PNG}"
        ) from None
    return Image.open(BytesIO(pixels), formats=["PNG"])


def _flat(image: Image) -> Image:
    """The image on white, in RGB or grey of 8 bits."""
    from PIL import Image as Images

    if image.mode.startswith("I"):
        # 16 bits a pixel.
        return image.convert("I").point(lambda level: level / 256).convert("L")
    if image.has_transparency_data:
        paper = Images.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")
