"""An SVG drawing is read before anything draws it: it may hold shapes and their colours.

What would run, reach outside the file, need a face, or never end is refused with its place.
The limits keep the renderer, which has none of its own, within seconds and within its stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate, errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SVG = "http://www.w3.org/2000/svg"
SHAPES = (
    *("svg", "g", "defs", "use", "title", "desc", "metadata", "style", "clipPath", "mask"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("linearGradient", "radialGradient", "stop"),
)
# Longest path or other attribute, most rules of style, most ink in all: in characters.
LONGEST_ATTRIBUTE = 100_000
LONGEST_STYLE = 20_000
MOST_INK = 1_000_000
# What an element and a layer (a group that is drawn apart and laid over the rest) count as.
ELEMENT = 250
LAYER = 10_000
DEEPEST = 20

AS_PNG = "save the logo as a PNG instead"
FLATTEN = f"save it as plain shapes, or {AS_PNG}"
_LAYERS = ("opacity", "clip-path", "mask", "mix-blend-mode", "isolation")
_REFUSED = ("filter", "stroke-dasharray", "marker", "marker-start", "marker-mid", "marker-end")
_NO_LAYER = ("", "none", "1", "1.0", "normal", "auto")
_IN_SHEETS = re.compile(rf"(?<![\w-])({'|'.join((*_LAYERS, *_REFUSED))})\s*:", re.IGNORECASE)
_ADDRESS = re.compile(r"url\s*\(\s*[\"']?\s*([^\"')\s]*)", re.IGNORECASE)
_OUTLINES = "turn its words into outlines (paths) and save it again"
_REFUSED_SHAPES = {
    "script": ("it holds a script", "delete it: nothing in a logo is run"),
    "image": ("it holds a picture of its own", AS_PNG),
    "foreignObject": ("it holds a page of another kind", FLATTEN),
    "text": ("it holds words that need a face", _OUTLINES),
    "filter": ("it holds a shadow, a blur or another effect", f"leave it out, or {AS_PNG}"),
}


class DrawingError(ValueError):
    """What is wrong with a drawing, what to do, and where: line and column from 1."""

    def __init__(self, what: str, remedy: str, line: int = 1, column: int = 1) -> None:
        super().__init__(what)
        self.what, self.remedy, self.line, self.column = what, remedy, line, column


@dataclass(slots=True)
class _Node:
    """An element: its place, its ink without its parts, its children and what it refers to."""

    line: int
    column: int
    ink: int
    parts: list[_Node | str] = field(default_factory=list)
    weighed: tuple[int, int] | None = None
    open: bool = False


def read_drawing(data: bytes) -> str:
    """The text of a drawing that is safe to draw; raises DrawingError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DrawingError("it is no SVG in UTF-8", "save it as plain, uncompressed SVG") from None
    _Reader().read(text)
    return text


class _Reader:
    """Takes a drawing's elements one by one, and weighs them at the end."""

    def __init__(self) -> None:
        self.parser = ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.root = _Node(1, 1, 0)
        self.open = [self.root]
        self.named: dict[str, _Node] = {}
        self.in_style = False
        self.style = ""

    def read(self, text: str) -> None:
        try:
            self.parser.Parse(text, True)
        except ExpatError as error:
            what = f"it is no sound XML: {errors.messages[error.code]}"
            raise DrawingError(what, "save it again", error.lineno, error.offset + 1) from None
        self._weigh(self.root, 0)

    def _fault(self, what: str, remedy: str) -> DrawingError:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return DrawingError(what, remedy, line, column + 1)

    def _doctype(self, *_: object) -> None:
        raise self._fault("it has a DOCTYPE", "delete all of `<!DOCTYPE …>`: nothing needs it")

    def _instruction(self, target: str, _: str) -> None:
        raise self._fault(f"it has an instruction for a program, `<?{target}`", "delete it")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if len(self.open) == 1 and (space, tag) != (SVG, "svg"):
            raise self._fault("it is no SVG", f'begin it with `<svg xmlns="{SVG}" …>`, or {AS_PNG}')
        if self.in_style:
            raise self._fault("its style sheet holds an element", FLATTEN)
        foreign = space != SVG
        if tag in _REFUSED_SHAPES and (not foreign or tag == "script"):
            raise self._fault(*_REFUSED_SHAPES[tag])
        if not foreign and (tag not in SHAPES or (tag == "svg" and len(self.open) > 1)):
            raise self._fault(f"`<{tag}>` can't be drawn here", FLATTEN)
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        node = _Node(line, column, ELEMENT + sum(map(len, attributes.values())))
        for key, value in attributes.items():
            self._attribute(node, key, value)
        if tag in ("clipPath", "mask"):
            node.ink += LAYER
        self.in_style = tag == "style"
        self.open[-1].parts.append(node)
        self.open.append(node)

    def _end(self, _: str) -> None:
        self.open.pop()
        if self.in_style:
            self._check_style()
        self.in_style = False

    def _characters(self, text: str) -> None:
        if self.in_style:
            self.style += text

    def _attribute(self, node: _Node, key: str, value: str) -> None:
        local = key.rpartition(" ")[2]
        if len(value) > LONGEST_ATTRIBUTE:
            what = f"`{local}` is over {LONGEST_ATTRIBUTE:,} characters long"
            raise self._fault(what, f"simplify the path, or {AS_PNG}")
        if local.lower().startswith("on") and " " not in key:
            raise self._fault(f"`{local}` would run a script", "delete it")
        if local == "id":
            if value in self.named:
                raise self._fault(f"the id `{value[:40]}` is there twice", FLATTEN)
            self.named[value] = node
        if local in ("href", "src"):
            node.parts.append(self._inside(value))
        node.parts += [self._inside(found) for found in _ADDRESS.findall(value)]
        for name, setting in self._settings(local, value):
            if name in _REFUSED and setting not in ("", "none"):
                raise self._fault(f"`{name}` can't be drawn here", FLATTEN)
            if name in _LAYERS and setting not in _NO_LAYER:
                node.ink += LAYER

    def _settings(self, name: str, value: str) -> Iterator[tuple[str, str]]:
        """What an attribute sets: itself, or each setting of a `style`."""
        if name != "style":
            yield name, value.strip().lower()
            return
        if "\\" in value or "@" in value or "/*" in value:
            raise self._fault("`style` holds more than plain settings", FLATTEN)
        for setting in value.split(";"):
            key, _, given = setting.partition(":")
            yield key.strip().lower(), given.lower().replace("!important", "").strip()

    def _inside(self, address: str) -> str:
        if not address.startswith("#"):
            shown = f"`{address[:60]}`" if address else "nothing"
            raise self._fault(
                f"it refers to {shown}, outside itself", f"delete the reference, or {AS_PNG}"
            )
        return address[1:]

    def _check_style(self) -> None:
        style = self.style
        if "\\" in style or "@" in style or "/*" in style or _ADDRESS.search(style):
            what = "its style sheet holds more than plain rules (an `@`, `url(`, `\\` or comment)"
        elif found := _IN_SHEETS.search(style):
            what = f"its style sheet sets `{found[1]}`"
        elif len(style) > LONGEST_STYLE:
            what = f"its style sheets are over {LONGEST_STYLE:,} characters long"
        else:
            return
        raise self._fault(what, f"export it with presentation attributes, or {AS_PNG}")

    def _weigh(self, node: _Node, depth: int) -> tuple[int, int]:
        """The ink of a node with all that it shows, and how deep that is nested."""
        if node.weighed is not None:
            return node.weighed
        place = (node.line, node.column)
        if node.open:
            raise DrawingError("it shows itself inside itself", FLATTEN, *place)
        node.open = True
        ink, deepest = node.ink, 0
        for part in node.parts:
            shown = _shown(part, self.named, place)
            if depth > DEEPEST:
                raise DrawingError(f"its parts are nested over {DEEPEST} deep", FLATTEN, *place)
            more, below = self._weigh(shown, depth + 1)
            ink, deepest = ink + more, max(deepest, below + 1)
        if deepest > DEEPEST:
            raise DrawingError(f"its parts are nested over {DEEPEST} deep", FLATTEN, *place)
        if ink > MOST_INK:
            raise DrawingError("it draws too much for a logo", f"simplify it, or {AS_PNG}", *place)
        node.weighed, node.open = (ink, deepest), False
        return node.weighed


def _shown(part: _Node | str, named: Mapping[str, _Node], place: tuple[int, int]) -> _Node:
    if not isinstance(part, str):
        return part
    if part not in named:
        what = f"it refers to `#{part[:40]}`, which isn't in it"
        raise DrawingError(what, "delete the reference", *place)
    return named[part]
