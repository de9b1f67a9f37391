"""The cover: a neutral title and a few drawn lines, nothing that tells the subject."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin
from typing import ClassVar, Literal, Self

from workbook.blocks.contract import Block, Setting
from workbook.choices.sheet import Sheet
from workbook.choices.type import Role
from workbook.errors import ChoiceError
from workbook.geometry import MM, Area
from workbook.layout.box import Box, Placing
from workbook.layout.paragraph import Paragraph
from workbook.layout.stack import Stack
from workbook.pdf.element import Element, bounding_box
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen
from workbook.text.prose import Words

COVER = Role(40, 50, face="heading", balanced=True, narrow=(32, 40))
SUBTITLE = Role(16, 23, ink="soft")
WAVES = 16
LEAST = 45 * MM
# How far the title is below the rule, and how far at least.
DROP, LEAST_DROP = 24 * MM, 6 * MM


class Cover(Block):
    """A title, a subtitle and calm lines."""

    kind: ClassVar[str] = "cover"
    listed: ClassVar[bool] = False
    is_cover: ClassVar[bool] = True

    cover: Words
    subtitle: Words | None = None
    art: Literal["waves", "none"] = "waves"

    def quiet(self, title: Words) -> Self:
        """A cover that says `title` and nothing else."""
        return self.replace(cover=title, subtitle=None)

    def boxes(self, setting: Setting) -> Iterator[Box]:
        """P elements: the cover is no section, so it has no heading; the art is a Figure.

        It is one page: where a practice's head leaves little room, first the art goes, then
        the space over the title, then the subtitle. Raises ChoiceError when it isn't enough.
        """
        sheet = setting.sheet
        available = sheet.height - setting.height_above
        less = self.replace(art="none")
        least = less.replace(subtitle=None)
        for variant, drop in ((self, DROP), (less, DROP), (less, LEAST_DROP), (least, LEAST_DROP)):
            cover = variant._stack(setting, drop)
            if cover.height(sheet.width, setting.faces) <= available:
                break
        else:
            if setting.letterhead is not None:
                raise ChoiceError(
                    "the practice's name, logo and address don't fit on a cover of this size",
                    "choose a larger paper, or shorten the address",
                )
        yield cover

    def _stack(self, setting: Setting, drop: float) -> Stack:
        sheet = setting.sheet
        children: list[Box] = [
            _Rule(sheet),
            Paragraph(self.cover, sheet.style(COVER), above=drop, keep=True),
        ]
        if self.subtitle is not None:
            children.append(
                Paragraph(self.subtitle, sheet.style(SUBTITLE), above=sheet.space.middle)
            )
        if self.art == "waves":
            children.append(_Waves(sheet))
        if setting.letterhead is not None:
            children.append(setting.letterhead(sheet.space.large))
        return Stack(children)


class _Rule(Box):
    """A short accent rule over the title."""

    keep = True

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return 12 * MM

    def draw(self, pen: Pen, area: Area) -> None:
        y = area.bottom
        with pen.artifact():
            pen.lines([(area.x, y, area.x + 38 * MM, y)], self.sheet.inks.accent, 2)


class _Waves(Box):
    """Lines like water, fading from the accent to light towards the top."""

    stretch = 1.0

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.above = sheet.space.huge
        self.element: Element = Element("Figure", alt=sheet.word("cover-art"))

    def height(self, width: float, faces: Faces) -> float:  # noqa: ARG002
        return LEAST

    def place(self, area: Area, placing: Placing) -> None:
        self.element.attributes = bounding_box(area)
        placing.put(self, area)

    def draw(self, pen: Pen, area: Area) -> None:
        swell = 5 * MM
        pitch = (area.height - 4 * swell) / (WAVES - 1)
        with pen.tag(self.element):
            for number in range(WAVES):
                depth = number / (WAVES - 1)
                ink = self.sheet.inks.faded(0.62 * (1 - depth))
                y = area.top - 2 * swell - number * pitch
                points = _wave(area, y, swell * (0.5 + 0.5 * depth), number * 0.33)
                pen.curve(points[0], _through(points), ink, 0.8)


def _wave(area: Area, y: float, swell: float, phase: float) -> list[tuple[float, float]]:
    steps = 24
    return [
        (
            area.x + area.width * step / steps,
            y + swell * (sin(2 * pi * step / steps * 1.1 + phase) + 0.4 * cos(phase + step / 3)),
        )
        for step in range(steps + 1)
    ]


def _through(
    points: list[tuple[float, float]],
) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Bézier arcs that pass smoothly through `points` (Catmull–Rom)."""
    for at in range(len(points) - 1):
        before, here = points[max(at - 1, 0)], points[at]
        there, after = points[at + 1], points[min(at + 2, len(points) - 1)]
        yield (
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )
