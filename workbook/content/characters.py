"""Which characters can be set, and what is said of a text that has others.

Letters are set one after the other, left to right, each as its face has it. So scripts that
run right to left, that join or stack their letters, or that no face has can't be set, nor can
a mark on a letter that Unicode has no composed form of.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from workbook.errors import Problem
from workbook.text.markdown import has_no_shape

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from workbook.content.source import Source

KEEP_TO = "keep to Latin, Greek or Cyrillic letters"
EAST_ASIAN = "Chinese, Japanese or Korean"
MOST_SHOWN = 5
# Scripts by the first word of their characters' names: those whose letters change shape or
# place beside each other (Unicode 15, chapters 9 to 14), those that run right to left, and
# those that have faces.
_SHAPED = (
    "Arabic Balinese Bengali Devanagari Gujarati Gurmukhi Javanese Kannada Khmer Lao Malayalam "
    "Mandaic Mongolian Myanmar Nko Oriya Sinhala Syriac Tamil Telugu Thai Tibetan Vedic"
)
_LEFTWARD = "Arabic Hebrew Mandaic Nko Samaritan Syriac Thaana"
_COVERED = "Latin Greek Cyrillic Combining Modifier"
# Where a script's name ends in the name of one of its letters.
_KIND = re.compile(r" (?:CAPITAL|SMALL|LETTER|SYLLABLE|VOWEL|SIGN|CONSONANT|IDEOGRAPH|DIGIT)\b")
# The languages (ISO 639-1) that are usually written in a script.
_LANGUAGES = {
    "Arabic": "ar fa ks ku ps sd ug ur",
    "Armenian": "hy",
    "Bengali": "as bn",
    "Devanagari": "hi mr ne sa",
    "Ethiopic": "am ti",
    "Georgian": "ka",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Hebrew": "he iw yi",
    "Kannada": "kn",
    "Khmer": "km",
    "Lao": "lo",
    "Malayalam": "ml",
    "Myanmar": "my",
    "Oriya": "or",
    "Sinhala": "si",
    "Tamil": "ta",
    "Telugu": "te",
    "Thaana": "dv",
    "Thai": "th",
    "Tibetan": "bo dz",
    EAST_ASIAN: "ja ko zh",
}


@cache
def covered_by_faces() -> frozenset[int]:
    """Code points that every role can print, by a face of its own or by the fallback."""
    from workbook.pdf.faces import Faces

    faces = Faces()
    # A heading's own face lacks some characters of the text's; the fallback serves both.
    own = faces.face("text").codes & faces.face("heading", strong=True).codes
    return own | faces.face("fallback").codes


def unprintable(source: Source, covered: Container[int] | None = None) -> Iterator[Problem]:
    """A problem for each text or key of `source`, and each script in it, that can't be set.

    `covered` are the code points that can be printed, `covered_by_faces` where it is None.
    """
    whole = unicodedata.normalize("NFC", source.text)
    # Only an escape, such as "\u2603", puts a character into a text that the file doesn't show.
    if "\\" not in whole and not _beyond(set(whole), covered):
        return
    texts = [(unicodedata.normalize("NFC", text), place) for text, place in source.texts()]
    beyond = _beyond(set().union(*(text for text, _ in texts)), covered)
    if not beyond:
        return
    for text, place in texts:
        by_script: dict[str, list[int]] = {}
        for at, character in enumerate(text):
            chooses = at and _is_selector(character) and text[at - 1] in beyond
            if character in beyond and not chooses:
                by_script.setdefault(_script(character), []).append(at)
        for script, found in by_script.items():
            yield Problem(place(text[: found[0]].count("\n")), *_fault(text, script, found))


def obstacle_to_setting(language: str) -> str | None:
    """Why a book in `language`, a code of RFC 5646, can't be set; None when nothing is in the way.

    A code that says it is written in a script with faces, such as `zh-Latn`, is well.
    """
    first, *rest = language.lower().split("-")
    script = next((name for name, codes in _LANGUAGES.items() if first in codes.split()), None)
    if script is None or {"latn", "grek", "cyrl"} & set(rest):
        return None
    return f"`{language}` is written in {_letters(script)}, {_obstacle(script)}"


def _beyond(characters: set[str], covered: Container[int] | None) -> set[str]:
    """Those of `characters` that some role has no face for, or that need more than a face."""
    # Every face has ASCII, and what has no shape at all is refused where the text is read.
    known = {c for c in characters if not c.isascii() and c != "\u00a0" and not has_no_shape(c)}
    if not known:
        return set()
    codes = covered_by_faces() if covered is None else covered
    return {c for c in known if ord(c) not in codes or unicodedata.category(c).startswith("M")}


def _script(character: str) -> str:
    """The script of a character; else `mark`, `selector`, or empty for a sign."""
    category = unicodedata.category(character)
    if category not in ("So", "Sk") and unicodedata.east_asian_width(character) in "FHW":
        return EAST_ASIAN
    name = unicodedata.name(character, "")
    first = re.split("[ -]", name)[0].title()
    if first in (_SHAPED + " " + _LEFTWARD).split():
        return first
    if category[0] == "M":
        return "selector" if _is_selector(character) else "mark"
    kind = _KIND.search(name)
    if category[0] != "L" or kind is None or first in _COVERED.split():
        return ""
    return name[: kind.start()].title()


def _is_selector(character: str) -> bool:
    """Whether a character only chooses another shape of the one before it."""
    return "\ufe00" <= character <= "\ufe0f"


def _fault(text: str, script: str, found: list[int]) -> tuple[str, str]:
    """What is wrong with the characters of one script in a text, and the remedy."""
    first = text[found[0]]
    code = f"U+{ord(first):04X}"
    if script == "selector":
        return f"the character {code} asks for a shape that no face has", "delete it"
    if script == "mark":
        letter = text[max(found[0] - 1, 0) : found[0] + 1]
        what = f"the mark of “{letter}” ({code}) can't be placed on its letter yet"
        return what, "leave the mark out, or take a letter that Unicode has it on, such as é or ñ"
    if not script:
        shown = [f"“{c}” (U+{ord(c):04X})" for c in dict.fromkeys(text[at] for at in found)]
        if len(shown) > MOST_SHOWN:
            shown[MOST_SHOWN:] = ["…"]
        what = f"no face has the character{'s' * (len(shown) > 1)} {', '.join(shown)}"
        return what, "write it in other words; boxes and ticks are drawn by their blocks"
    return f"this text has {_letters(script)} (“{first}”, {code}), {_obstacle(script)}", KEEP_TO


def _letters(script: str) -> str:
    return f"{script} {'characters' if script == EAST_ASIAN else 'letters'}"


def _obstacle(script: str) -> str:
    ways = {"run right to left": _LEFTWARD, "need shaping": _SHAPED}
    found = " and ".join(way for way, scripts in ways.items() if script in scripts.split())
    return f"which {found}: they can't be set yet" if found else "and no face has them"
