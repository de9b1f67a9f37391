"""The manuscript as HTML with a print stylesheet, in the measures that `workbook` uses."""

from __future__ import annotations

from html import escape
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
    from pathlib import Path

_FACES = [
    ("Atkinson", 400, "normal", "Atkinson*_400Regular.ttf"),
    ("Atkinson", 400, "italic", "Atkinson*_400Regular_Italic.ttf"),
    ("Atkinson", 600, "normal", "Atkinson*_600SemiBold.ttf"),
    ("Literata", 600, "normal", "Literata_600SemiBold.ttf"),
]
_STYLE = """
@page { size: 8.5in 11in; margin: 18mm 25mm 25mm 25mm;
  @bottom-left { content: "%(foot)s"; font: 9.5pt Atkinson; color: #595959 }
  @bottom-right { content: counter(page); font: 9.5pt Atkinson; color: #595959 } }
@page cover { @bottom-left { content: none } @bottom-right { content: none } }
body { font: 13pt/18.5pt Atkinson; margin: 0; hyphens: none }
section { break-before: page }
section.cover { page: cover; break-before: auto }
h1, h2 { font: 600 24pt/30pt Literata; margin: 0 0 2mm }
.opening { padding-top: 62mm }
.opening h1 { font-size: 36pt; line-height: 44pt; margin: 6mm 0 9mm }
h3 { font: 600 13pt/18.5pt Atkinson; margin: 6mm 0 0 }
h3.large { font: 600 16pt/21pt Literata; margin: 6mm 0 2mm }
p { margin: 0 0 3mm }
strong { font-weight: 600 }
.strip { font: 600 10.5pt/14pt Atkinson; color: #1f5a5e;
  border-bottom: 0.8pt solid #1f5a5e; padding-bottom: 1.5mm; margin-bottom: 6mm }
.strip .minutes { float: right }
.label { font: 600 10.5pt/14pt Atkinson; color: #1f5a5e; margin: 0 }
.aim { color: #595959; margin: 0 0 4mm }
.words { width: 88%%; }
.words ul, .words ol { margin: 0 0 3mm; padding-left: 7mm }
.words li p { margin: 0 0 2mm }
.question { font-weight: 600; margin: 4mm 0 0; break-after: avoid }
.callout { border-left: 1.1mm solid #1f5a5e; padding: 0.5mm 0 0.5mm 5mm; margin: 4mm 0 }
.callout.safety { border-left-width: 2.2mm }
.callout p { margin: 0 }
.room { margin-bottom: 6mm }
.room div { height: 9mm; box-sizing: border-box; border-bottom: 0.5pt solid #777 }
.room svg { display: block }
.checks { list-style: none; margin: 2mm 0 6mm; padding: 0 }
.checks li { padding-left: 8mm; margin-bottom: 3mm; position: relative }
.checks li::before { content: ""; position: absolute; left: 0; top: 0.5mm; width: 4.7mm;
  height: 4.7mm; border: 0.9pt solid black }
.checks.two li { display: inline-block; width: 50%%; box-sizing: border-box }
td .checks { margin: 0 }
td .checks li { margin: 0 }
table { width: 100%%; border-collapse: collapse; font-size: 12pt; line-height: 16.5pt;
  margin: 4mm 0 6mm; table-layout: fixed }
th, td { text-align: left; vertical-align: top; padding: 2mm 1mm;
  border-bottom: 0.6pt solid #777; font-weight: 400 }
th { font-weight: 600 }
thead th { background: #ebebeb }
td p { margin: 0 }
.toc { list-style: none; margin: 0; padding: 0; font-size: 12pt; line-height: 16.5pt }
.opening .toc li { margin-top: 1mm }
.toc a { color: black; text-decoration: none }
.toc .part { font-weight: 600; margin-top: 4mm }
.toc .number { display: inline-block; width: 11mm }
.toc .minutes, .toc .page { float: right; width: 22mm; text-align: right }
.toc .page { width: 12mm }
.toc .page::after { content: target-counter(attr(data-to), page) }
.rule { width: 38mm; border-top: 2pt solid #1f5a5e; margin: 9mm 0 }
.cover .rule { margin: 12mm 0 24mm }
.cover .title { font: 600 40pt/50pt Literata; margin: 0 0 6mm }
.cover .subtitle { font-size: 16pt; line-height: 23pt; color: #595959 }
.date span { float: right; width: 42mm; border-bottom: 0.5pt solid #777 }
.break { break-before: page }
"""


def html_source(manuscript: Manuscript, fonts: Path) -> str:
    """A whole HTML document that takes its faces from `fonts`."""
    values = manuscript.values
    style = _STYLE % {"foot": values["short_title"]} + "\n".join(_faces(fonts))
    head = f'<meta charset="utf-8"><title>{escape(values["title"])}</title><style>{style}</style>'
    body = "\n".join(_body(manuscript))
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def _faces(fonts: Path) -> Iterator[str]:
    for family, weight, style, pattern in _FACES:
        file = next(fonts.glob(f"*/{pattern}")).resolve().as_uri()
        yield (
            f"@font-face {{ font-family: {family}; font-weight: {weight}; "
            f"font-style: {style}; src: url({file}) }}"
        )


def _body(manuscript: Manuscript) -> Iterator[str]:
    for number, part in manuscript.parts():
        if number:
            yield from _opening(manuscript, number, part)
        for place, sheet in enumerate(part["worksheets"], start=1):
            label = f"{number}.{place}" if number else part["title"]
            cover = ' class="cover"' if "cover" in sheet["blocks"][0] else ""
            yield f'<section id="{sheet["id"]}"{cover}>'
            yield from _worksheet(manuscript, label, sheet, "h2" if number else "h1")
            yield "</section>"


def _opening(manuscript: Manuscript, number: int, part: dict[str, Any]) -> Iterator[str]:
    yield f'<section class="opening" id="part-{number}"><p class="label">Part {number}</p>'
    yield f'<h1>{escape(part["title"])}</h1><div class="words">{_prose(part["intro"])}</div>'
    yield '<div class="rule"></div><ul class="toc">'
    yield from (_pointer(entry, minutes=True) for entry in manuscript.entries(number, part))
    yield "</ul></section>"


def _pointer(entry: Entry, *, minutes: bool = False) -> str:
    note = f"{entry.minutes} min" if minutes and entry.minutes else ""
    return (
        f'<li{" class=part" if entry.part else ""}><a href="#{entry.key}">'
        f'<span class="number">{entry.number}</span>'
        f'<span class="page" data-to="#{entry.key}"></span>'
        f'<span class="minutes">{note}</span>{escape(entry.title)}</a></li>'
    )


def _worksheet(
    manuscript: Manuscript, label: str, sheet: dict[str, Any], tag: str
) -> Iterator[str]:
    if sheet.get("heading", True):
        minutes = f"about {sheet['minutes']} minutes" if "minutes" in sheet else ""
        right = f'<span class="minutes">{minutes}</span>'
        yield f'<div class="strip">{right}{escape(label)}</div>'
        yield f"<{tag}>{escape(sheet['title'])}</{tag}>"
        for field in ("aim", "stop"):
            if field in sheet:
                yield f'<p class="aim">{_inline(sheet[field])}</p>'
    for block in sheet["blocks"]:
        yield from _block(manuscript, block)


def _block(manuscript: Manuscript, block: dict[str, Any]) -> Iterator[str]:
    match next(iter(block)):
        case "cover":
            yield f'<div class="rule"></div><p class="title">{_inline(block["cover"])}</p>'
            yield f'<p class="subtitle">{_inline(block["subtitle"])}</p>'
        case "contents":
            yield '<ul class="toc">'
            yield from (_pointer(entry) for entry in manuscript.contents())
            yield "</ul>"
        case "break":
            yield '<div class="break"></div>'
        case "text":
            yield f'<div class="words">{_prose(block["text"])}</div>'
        case "heading":
            yield f'<h3 class="large">{_inline(block["heading"])}</h3>'
        case "callout":
            role = block.get("role", "note")
            yield f'<div class="callout {role}"><p class="label">{CALLOUT_WORDS[role]}</p>'
            yield f"{_prose(block['callout'])}</div>"
        case "prompt":
            yield f'<p class="question">{_inline(block["prompt"])}</p>'
            yield _room(block.get("ruling", "ruled"), block["lines"])
        case "journal":
            yield f'<div class="date"><span>Date</span>{_inline(block["heading"])}</div>'
            yield _room(block["journal"], JOURNAL_LINES)
        case "checklist":
            yield from _checklist(block)
        case "comparison":
            head, rows, named = table_of(block, "Mine")
            least = block.get("height") or (10 if block.get("mine") else None)
            cells = [[_prose(cell) for cell in row] for row in rows]
            yield _table(head, cells, least, first_share=0.7 if named else 1, named=named)
        case "questions":
            for asked, answer in block["questions"].items():
                yield f'<h3>{_inline(asked)}</h3><div class="words">{_prose(answer)}</div>'


def _room(ruling: str, lines: int) -> str:
    if ruling == "ruled":
        return f'<div class="room">{"<div></div>" * lines}</div>'
    height = lines * 9
    rows = int((height - 2.5) / 5)
    dash = ""
    across = [f"M0 {2.5 + row * 5}H160" for row in range(rows + 1)]
    if ruling == "grid":
        across += [f"M{column * 5} 2.5V{2.5 + rows * 5}" for column in range(33)]
    else:
        dash = ' stroke-linecap="round" stroke-dasharray="0 5"'
    weight = 0.18 if ruling == "grid" else 0.32
    return (
        f'<div class="room"><svg width="165mm" height="{height}mm" viewBox="0 0 165 {height}">'
        f'<path d="{"".join(across)}" stroke="#777" stroke-width="{weight}" fill="none"{dash}/>'
        "</svg></div>"
    )


def _checklist(block: dict[str, Any]) -> Iterator[str]:
    items = block["checklist"]
    if "lead" in block:
        yield f'<p class="question">{_inline(block["lead"])}</p>'
    if block.get("notes"):
        rows = [[f'<ul class="checks"><li>{_inline(item)}</li></ul>', ""] for item in items]
        yield _table(["", block["notes"]], rows, 10, first_share=1.5)
        return
    two = " two" if "columns" not in block and in_two_columns(items) else ""
    inner = "".join(f"<li>{_inline(item)}</li>" for item in items)
    yield f'<ul class="checks{two}">{inner}</ul>'


def _table(
    head: list[str],
    rows: list[list[str]],
    least: float | None,
    *,
    first_share: float,
    named: bool = False,
) -> str:
    total = first_share + len(head) - 1
    first = f'<th style="width: {100 * first_share / total:.1f}%" scope="col">'
    heads = [f'<th scope="col">{_inline(words)}</th>' for words in head[1:]]
    height = f' style="height: {least - 4}mm"' if least else ""
    lines = []
    for row in rows:
        cells = [f"<td{height}>{cell}</td>" for cell in row]
        if named:
            cells[0] = f'<th scope="row">{row[0]}</th>'
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return (
        f"<table><thead><tr>{first}{_inline(head[0])}</th>{''.join(heads)}</tr></thead>"
        f"<tbody>{''.join(lines)}</tbody></table>"
    )


def _prose(source: str) -> str:
    return str(markdown.render(source)) if source else ""


def _inline(source: str) -> str:
    return str(markdown.renderInline(source))
