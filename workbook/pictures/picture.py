"""Pictures: their pixels, in colour, grey or black and white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from PIL.Image import Image


# A picture of few pixels is printed small rather than coarse.
COARSEST_DPI = 150
WHITE = 255


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels from left to right and from top to bottom, without transparency.

    In mode `RGB` a pixel is three bytes, in `L` one byte of grey, and in `1` one bit, whose 1
    is white and whose rows end with a whole byte.
    """

    width: int
    height: int
    mode: Literal["RGB", "L", "1"]
    data: bytes

    @classmethod
    def of(cls, image: Image) -> Self:
        """The pixels of an image; one without colour becomes grey."""
        if image.mode == "RGB" and _is_grey(image):
            image = image.convert("L")
        mode: Literal["RGB", "L", "1"] = "RGB"
        if image.mode == "L" or image.mode == "1":
            mode = "L" if image.mode == "L" else "1"
        return cls(image.width, image.height, mode, image.convert(mode).tobytes())

    def in_grey(self) -> Self:
        """The same in greys."""
        return self if self.mode != "RGB" else type(self).of(self._image().convert("L"))

    def in_copy(self) -> Self:
        """The same in black and white for a copying machine, without dots for greys.

        Black is what lies below three quarters of the way from the picture's darkest part to
        white: its middle tones stay, and a pale picture doesn't vanish.
        """
        if self.mode == "1":
            return self
        grey = self._image().convert("L")
        threshold = WHITE - (WHITE - darkest(grey)) / 4
        table = [WHITE if level > threshold else 0 for level in range(WHITE + 1)]
        return type(self).of(grey.point(table, "1"))

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height in a box, all in points: as large as fits, but never coarse."""
        scale = min(width / self.width, height / self.height, 72 / COARSEST_DPI)
        return self.width * scale, self.height * scale

    def _image(self) -> Image:
        from PIL import Image

        return Image.frombytes(self.mode, (self.width, self.height), self.data)


def darkest(grey: Image) -> int:
    """The darkest level, from 0 to 255, of an image of greys."""
    return next(level for level, count in enumerate(grey.histogram()) if count)


def _is_grey(image: Image) -> bool:
    from PIL import ImageChops

    red, green, blue = image.split()
    return not (
        ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox()
    )
