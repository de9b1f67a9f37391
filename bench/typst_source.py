"""The manuscript as a Typst document, in the measures that `workbook` uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from manuscript import (
    CALLOUT_WORDS,
    JOURNAL_LINES,
    Entry,
    Manuscript,
    in_two_columns,
    markdown,
    table_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PREAMBLE = r"""
#set page(paper: "us-letter", margin: (top: 18mm, x: 25mm, bottom: 25mm), footer-descent: 4mm)
#set text(font: "Atkinson Hyperlegible Next", size: 13pt, lang: "en", hyphenate: false,
  top-edge: 0.75em, bottom-edge: -0.25em)
#set par(leading: 5.5pt, spacing: 14pt, justify: false)
#set smartquote(enabled: false)
#set list(body-indent: 2mm, spacing: 9pt)
#set enum(body-indent: 2mm, spacing: 9pt)
#let accent = rgb("#1f5a5e")
#let soft = rgb("#595959")
#let rule = 0.5pt + rgb("#777777")
#let measure = 88%
#show heading: set text(font: "Literata", weight: 600)
#show heading.where(level: 1): set text(size: 36pt)
#show heading.where(level: 2): set text(size: 24pt)
#show heading.where(level: 3): set text(size: 13pt, font: "Atkinson Hyperlegible Next")
#show heading: set block(above: 6mm, below: 4mm)

#let label-line(left-words, right-words) = {
  set text(size: 10.5pt, weight: 600, fill: accent)
  block(width: 100%, below: 6mm, stroke: (bottom: 0.8pt + accent), inset: (bottom: 1.5mm),
    [#left-words #h(1fr) #right-words])
}
#let aim(body) = block(below: 4mm, text(fill: soft, body))
#let words(body) = block(width: measure, body)
#let question(body) = block(above: 6mm, below: 2mm, sticky: true, strong(body))
#let callout(role, thick, body) = block(above: 6mm, below: 6mm, width: 95%,
  stroke: (left: thick + accent), inset: (left: 5mm, y: 0.5mm))[
    #block(below: 0pt, text(size: 10.5pt, weight: 600, fill: accent, role)) #body]
#let ruled(n) = figure(kind: "room", supplement: none, gap: 0pt,
  alt: "Ruled space to write, " + str(n) + " lines",
  block(width: 100%, height: n * 9mm, {
    for i in range(1, n + 1) { place(top + left, dy: i * 9mm, line(length: 100%, stroke: rule)) }
  }))
#let squared(n) = figure(kind: "room", supplement: none, gap: 0pt,
  alt: "Squared space to write, " + str(n * 9) + " mm high",
  block(width: 100%, height: n * 9mm, inset: 0pt, {
    let rows = calc.floor((n * 9 - 2.5) / 5)
    for i in range(33) { place(top + left, dx: i * 5mm, dy: 2.5mm,
      line(angle: 90deg, length: rows * 5mm, stroke: rule)) }
    for i in range(rows + 1) { place(top + left, dy: 2.5mm + i * 5mm,
      line(length: 160mm, stroke: rule)) }
  }))
#let dotted(n) = figure(kind: "room", supplement: none, gap: 0pt,
  alt: "Dotted space to write, " + str(n * 9) + " mm high",
  block(width: 100%, height: n * 9mm, {
    let rows = calc.floor((n * 9 - 2.5) / 5)
    for i in range(rows + 1) { place(top + left, dy: 2.5mm + i * 5mm, line(length: 160mm,
      stroke: (paint: rgb("#777777"), thickness: 0.9pt, cap: "round",
        dash: (array: (0pt, 5mm), phase: 0pt)))) }
  }))
#let tick = box(width: 5mm, height: 5mm, baseline: 1mm, stroke: 0.9pt)
#let ticks(..items) = {
  set list(marker: tick, body-indent: 3mm, spacing: 4mm)
  list(..items)
}
#let ticks-in-two(first, second) = grid(columns: (1fr, 1fr), column-gutter: 6mm, first, second)
#let side-by-side(columns, head, ..cells) = {
  set text(size: 12pt)
  set par(leading: 4.5pt)
  block(above: 4mm, below: 6mm, table(columns: columns,
    stroke: (_, _) => (bottom: 0.6pt + rgb("#777777")),
    inset: (x: 1mm, y: 2mm), fill: (_, y) => if y == 0 { luma(92%) },
    table.header(..head.map(strong)), ..cells))
}
#let page-of(key) = context str(counter(page).at(label(key)).first())
#let pointer(number, title, key, minutes, bold: false) = {
  set text(size: 12pt, weight: if bold { 600 } else { 400 })
  block(above: if bold { 4mm } else { 0pt }, below: 4.5pt, link(label(key),
    grid(columns: (11mm, 1fr, 22mm, 12mm), number, title,
      align(right, minutes), align(right, page-of(key)))))
}
"""
_SPECIAL = re.compile(r"([\\#$*_`<>@~\[\]=+/'\"-])")
_RULINGS = {"ruled": "ruled", "dots": "dotted", "grid": "squared", "blank": "ruled"}


def typst_source(manuscript: Manuscript) -> str:
    """A whole Typst document."""
    return "\n".join(_document(manuscript))


def _document(manuscript: Manuscript) -> Iterator[str]:
    values = manuscript.values
    yield f"#set document(title: {_string(values['title'])})"
    yield PREAMBLE
    foot = f"[#set text(size: 9.5pt, fill: soft)\n{_escaped(values['short_title'])}"
    foot += " #h(1fr) #context counter(page).display()]"
    first = True
    for number, part in manuscript.parts():
        if number:
            yield from _opening(manuscript, number, part)
        for place, sheet in enumerate(part["worksheets"], start=1):
            if not first:
                yield "#pagebreak(weak: true)"
            label = f"{number}.{place}" if number else part["title"]
            yield from _worksheet(manuscript, label, sheet, 2 if number else 1)
            if first:
                yield f"#set page(footer: {foot})"
            first = False


def _opening(manuscript: Manuscript, number: int, part: dict[str, Any]) -> Iterator[str]:
    yield "#pagebreak(weak: true)\n#v(62mm)"
    yield f"#block(text(size: 10.5pt, weight: 600, fill: accent)[Part {number}])"
    yield f"= {_escaped(part['title'])} <part-{number}>"
    yield f"#words[{_prose(part['intro'])}]"
    yield "#block(above: 9mm, below: 9mm, line(length: 38mm, stroke: 2pt + accent))"
    for entry in manuscript.entries(number, part):
        yield _pointer(entry, f"{entry.minutes} min" if entry.minutes else "")


def _pointer(entry: Entry, minutes: str) -> str:
    bold = ", bold: true" if entry.part else ""
    number, title, key = f"[{entry.number}]", f"[{_escaped(entry.title)}]", _string(entry.key)
    return f"#pointer({number}, {title}, {key}, [{minutes}]{bold})"


def _worksheet(
    manuscript: Manuscript, label: str, sheet: dict[str, Any], level: int
) -> Iterator[str]:
    key = f" #label({_string(sheet['id'])})"
    if sheet.get("heading", True):
        minutes = f"about {sheet['minutes']} minutes" if "minutes" in sheet else ""
        yield f"#label-line[{_escaped(label)}][{minutes}]"
        # A worksheet before the first part is a heading of the first level, in the same size.
        size = f"#set text(size: 24pt); {_escaped(sheet['title'])}"
        yield f"#heading(level: {level})[{size}]{key}"
        for field in ("aim", "stop"):
            if field in sheet:
                yield f"#aim[{_prose(sheet[field])}]"
    else:
        yield f"#metadata(none){key}"
    for block in sheet["blocks"]:
        yield from _block(manuscript, block)


def _block(manuscript: Manuscript, block: dict[str, Any]) -> Iterator[str]:
    match next(iter(block)):
        case "cover":
            yield "#v(12mm)\n#line(length: 38mm, stroke: 2pt + accent)\n#v(24mm)"
            title = f"[{_escaped(block['cover'])}]"
            yield f'#block(text(font: "Literata", weight: 600, size: 40pt, {title}))'
            yield f"#block(text(size: 16pt, fill: soft)[{_escaped(block['subtitle'])}])"
        case "contents":
            for entry in manuscript.contents():
                yield _pointer(entry, "")
        case "break":
            yield "#pagebreak()"
        case "text":
            yield f"#words[{_prose(block['text'])}]"
        case "heading":
            size = '#set text(size: 16pt, font: "Literata")'
            yield f"#heading(level: 3)[{size}; {_escaped(block['heading'])}]"
        case "callout":
            role = block.get("role", "note")
            thick = "2.2mm" if role == "safety" else "1.1mm"
            words = CALLOUT_WORDS[role]
            yield f"#callout([{words}], {thick}, [{_prose(block['callout'])}])"
        case "prompt":
            yield f"#question[{_prose(block['prompt'])}]"
            yield f"#{_RULINGS[block.get('ruling', 'ruled')]}({block['lines']})"
        case "journal":
            yield f"#block(width: 100%)[{_escaped(block['heading'])} #h(1fr) Date"
            yield "#box(width: 32mm, stroke: (bottom: rule))]"
            yield f"#{_RULINGS[block['journal']]}({JOURNAL_LINES})"
        case "checklist":
            yield from _checklist(block)
        case "comparison":
            head, rows, named = table_of(block, "Mine")
            least = block.get("height") or (10 if block.get("mine") else None)
            columns = ["0.7fr" if named else "1fr", *["1fr"] * (len(head) - 1)]
            cells = [[_prose(cell) for cell in row] for row in rows]
            if named:
                cells = [[f"#strong[{name}]", *rest] for name, *rest in cells]
            yield _table(head, cells, columns, least)
        case "questions":
            for asked, answer in block["questions"].items():
                yield f"#heading(level: 3)[{_escaped(asked)}]"
                yield f"#words[{_prose(answer)}]"


def _checklist(block: dict[str, Any]) -> Iterator[str]:
    items = [f"[{_prose(item)}]" for item in block["checklist"]]
    if "lead" in block:
        yield f"#question[{_prose(block['lead'])}]\n#v(3mm, weak: true)"
    if block.get("notes"):
        cells = [[f"#ticks({item})", ""] for item in items]
        yield _table(["", block["notes"]], cells, ["3fr", "2fr"], 10)
    elif "columns" not in block and in_two_columns(block["checklist"]):
        first, second = ", ".join(items[::2]), ", ".join(items[1::2])
        yield f"#ticks-in-two(ticks({first}), ticks({second}))"
    else:
        yield f"#ticks({', '.join(items)})"


def _table(head: list[str], rows: list[list[str]], columns: list[str], least: float | None) -> str:
    heads = ", ".join(f"[{_escaped(words)}]" for words in head)
    # An empty cell of the least height, padding off, holds the row open.
    room = f"#v({least - 4}mm)" if least else ""
    cells = ", ".join(f"[{cell or room}]" for row in rows for cell in row)
    return f"#side-by-side(({', '.join(columns)}), ({heads},), {cells})"


def _prose(source: str) -> str:
    """Markdown as Typst's markup, on one line for each paragraph or item."""
    pieces: list[str] = []
    numbered = False
    for token in markdown.parse(source):
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                numbered = token.type == "ordered_list_open"
                pieces.append("\n")
            case "list_item_open":
                pieces.append("+ " if numbered else "- ")
            case "paragraph_close":
                pieces.append("\n" if token.hidden else "\n\n")
            case "inline":
                pieces += [_span(child) for child in token.children or ()]
    return "".join(pieces).strip("\n")


def _span(token: Any) -> str:
    match token.type:
        case "strong_open":
            return "#strong["
        case "em_open":
            return "#emph["
        case "strong_close" | "em_close":
            return "]"
        case "softbreak":
            return " "
    return _escaped(token.content)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _string(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
