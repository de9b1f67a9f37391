"""One sheet to print before all others: it shows what the printer does to a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workbook.choices.choices import Choices
from workbook.choices.sheet import sheet_for
from workbook.choices.type import AIM, BODY, QUESTION, TITLE
from workbook.errors import ChoiceError
from workbook.geometry import MM
from workbook.layout.box import EPSILON
from workbook.layout.pages import Section, paginate, place
from workbook.layout.stack import Stack
from workbook.making.drawing import About, draw
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces
from workbook.testsheet.sides import back, front
from workbook.testsheet.wording import languages_of_testsheet, words_of_testsheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from workbook.choices.sheet import Sheet
    from workbook.layout.box import Box

# The marks stand beside the ruler at the upper edge, the pages' ink no nearer than elsewhere.
TOP = BOTTOM = 14 * MM


class _Setting(NamedTuple):
    """Sizes and leadings of title and text, and the space before a step, all in points."""

    title: tuple[float, float]
    text: tuple[float, float]
    space: float


# From roomy to tight; the first in which both sides fit is taken.
_SETTINGS = (
    _Setting((24, 30), (13, 18.5), 12 * MM),
    _Setting((24, 30), (13, 18.5), 9 * MM),
    _Setting((24, 30), (12, 16.5), 9 * MM),
    _Setting((20, 25), (12, 16.5), 6 * MM),
    _Setting((20, 25), (12, 16.5), 4 * MM),
    _Setting((20, 25), (11, 15), 6 * MM),
    _Setting((20, 25), (11, 15), 4 * MM),
    _Setting((18, 23), (10, 13.5), 4 * MM),
    _Setting((18, 23), (9.5, 12.5), 4 * MM),
    _Setting((16, 20), (9.5, 12.5), 3 * MM),
)


def testsheet(paper: str, language: str, day: date) -> bytes:
    """The sheet's PDF, two pages, to be printed on both sides of `paper` at its full size.

    Raises ChoiceError for a paper or a language that there isn't.
    """
    if language not in languages_of_testsheet():
        raise ChoiceError(
            f"there is no test sheet in `{language[:40]}`",
            f"one of {', '.join(languages_of_testsheet())}",
        )
    words = words_of_testsheet(language)
    # Margins alike at both sides: the marks on the back have to lie on those in front.
    sheet = sheet_for(Choices(paper=paper, date=day), language)
    sheet = replace(sheet, margins=sheet.margins._replace(top=TOP, bottom=BOTTOM), two_sided=True)
    faces, document = Faces(), Element("Document")
    sheet, sides = _fitted(sheet, words, faces)
    sections = [_side(name, words[name], boxes, document) for name, boxes in sides.items()]
    pages = paginate(sections, sheet, faces)
    place(pages, sheet, faces, lambda *_: None)
    return draw(pages, document, sheet, faces, About(words["title"], language))


def _side(name: str, title: str, boxes: Sequence[Box], document: Element) -> Section:
    element = document.add("Sect", title=title)
    for box in boxes:
        element.append(*box.elements())
    return Section(name, element, boxes, ((title, 0),), bare=True)


def _fitted(
    sheet: Sheet, words: Mapping[str, str], faces: Faces
) -> tuple[Sheet, dict[str, list[Box]]]:
    """The sheet in the roomiest setting in which both sides fit, and their boxes."""
    for setting in _SETTINGS:
        tried = _set(sheet, setting)
        sides = {"front": list(front(tried, words)), "back": list(back(tried, words))}
        highest = max(Stack(boxes).height(sheet.width, faces) for boxes in sides.values())
        if highest <= sheet.height + EPSILON:
            return tried, sides
    raise AssertionError(f"the test sheet doesn't fit on {sheet.paper.name}")


def _set(sheet: Sheet, setting: _Setting) -> Sheet:
    sizes = dict.fromkeys((BODY, QUESTION, AIM), setting.text) | {TITLE: setting.title}
    return replace(
        sheet,
        type=sheet.type.with_sizes(sizes),
        space=sheet.space._replace(large=setting.space),
        tick_box=min(sheet.tick_box, setting.text[1]),
    )
