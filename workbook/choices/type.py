"""Type styles: face role, size, leading and ink of everything that is printed in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbook.choices.ink import Ink, Inks


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a paragraph is set: face role, size and leading in points, ink, weight.

    `characters` is the most that a line may hold, spaces included.
    """

    face: str
    size: float
    leading: float
    ink: Ink
    strong: bool = False
    balanced: bool = False
    characters: int = 70


def standard_styles(inks: Inks) -> dict[str, TypeStyle]:
    """The styles by role: text at 13/18.5 pt, tables 12, small print never below 9.5.

    Where no ink is lighter than black, what is soft is set in a light face.
    """
    soft = "light" if inks.solid else "text"
    return {
        "body": TypeStyle("text", 13, 18.5, inks.text),
        "question": TypeStyle("text", 13, 18.5, inks.text, strong=True, balanced=True),
        "question-heading": TypeStyle("text", 13, 18.5, inks.text, strong=True, balanced=True),
        "aim": TypeStyle(soft, 13, 18.5, inks.soft),
        "hint": TypeStyle(soft, 12, 16.5, inks.soft),
        "table": TypeStyle("text", 12, 16.5, inks.text),
        "table-strong": TypeStyle("text", 12, 16.5, inks.text, strong=True),
        "callout-word": TypeStyle("text", 10.5, 15, inks.accent, strong=True),
        "label": TypeStyle("text", 10.5, 14, inks.accent, strong=True),
        "small": TypeStyle(soft, 10.5, 14, inks.soft),
        "column": TypeStyle("text", 12, 15, inks.text, strong=True),
        "example": TypeStyle(soft, 12, 16.5, inks.soft),
        "scale-end": TypeStyle("text", 12, 15, inks.text),
        "scale-number": TypeStyle("text", 10.5, 14, inks.text),
        "ring": TypeStyle("text", 12, 15, inks.text, strong=True),
        "card": TypeStyle("heading", 15, 21, inks.text, balanced=True),
        "source": TypeStyle("text", 10.5, 14, inks.text),
        "contents": TypeStyle("text", 12, 15, inks.text),
        "contents-part": TypeStyle("text", 12, 15, inks.text, strong=True),
        "foot": TypeStyle(soft, 9.5, 12, inks.soft),
        "cover": TypeStyle("heading", 40, 50, inks.text, balanced=True),
        "cover-subtitle": TypeStyle(soft, 16, 23, inks.soft),
        "part": TypeStyle("heading", 36, 44, inks.text, balanced=True),
        "title": TypeStyle("heading", 24, 30, inks.text, balanced=True),
        "heading": TypeStyle("heading", 16, 21, inks.text, balanced=True),
    }


# Sizes and leadings of titles on a page as narrow as A5, in points.
NARROW_TITLES = {
    "cover": (32.0, 40.0),
    "part": (28.0, 35.0),
    "title": (20.0, 25.0),
    "card": (13.0, 18.0),
}
LARGE_TEXT = (18.0, 25.0)
LARGE_HEADING = (22.0, 28.0)


def large_styles(inks: Inks) -> dict[str, TypeStyle]:
    """The styles for large print: nothing below 18/25 pt, headings 22 and up.

    RNIB and the American Council of the Blind ask for 16 to 18 pt at least, in black or
    nearly so; soft words are printed in black here, and no words in a light face.
    """
    styles = {}
    for role, style in standard_styles(inks._replace(soft=inks.text)).items():
        heading = style.face == "heading" or role == "question-heading"
        size, leading = LARGE_HEADING if heading else LARGE_TEXT
        if style.size >= size:
            size, leading = style.size, style.leading
        face = "heading" if style.face == "heading" else "text"
        styles[role] = replace(style, face=face, size=size, leading=leading)
    styles["title"] = replace(styles["title"], size=28, leading=35)
    return styles


def narrow_styles(inks: Inks) -> dict[str, TypeStyle]:
    """The styles for a page as narrow as A5: the same words, smaller titles."""
    styles = standard_styles(inks)
    for role, (size, leading) in NARROW_TITLES.items():
        styles[role] = replace(styles[role], size=size, leading=leading)
    return styles
