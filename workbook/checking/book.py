"""Everything that `workbook check` looks at beyond the faults that stop a build."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from workbook.checking.voice import unmeasured, voice_problems
from workbook.errors import Problem
from workbook.making.counts import counted
from workbook.making.pipeline import NOTHING, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from workbook.choices.choices import Choices
    from workbook.content.reader import Content
    from workbook.making.pipeline import Layout

# A book is made for both: one is what printers hold in America, the other elsewhere.
PAPERS = ("letter", "a4")
STALE_AFTER_DAYS = 180


class Checked(NamedTuple):
    """Pages on each paper, every warning in the file's order, and notes that are no warnings."""

    pages: dict[str, int]
    warnings: list[Problem]
    notes: list[str]


def check(content: Content, choices: Choices = NOTHING, papers: Sequence[str] = PAPERS) -> Checked:
    """Look at what was read, laid out on each of `papers`.

    Large print has no page budgets: where it needs more pages than standard is noted instead.
    Faults are told when content is read; this raises ContentError for what no page can hold.
    """
    layouts = {paper: lay_out(content, choices.replace(paper=paper)) for paper in papers}
    problems: list[Problem] = []
    notes: list[str] = []
    for paper, layout in layouts.items():
        if choices.type == "large":
            standard = lay_out(content, choices.replace(paper=paper, type="standard"))
            notes += _growth(standard, layout, paper)
        else:
            problems += _spilled(layout, paper)
        problems += _parted(layout, paper)
    book = next(iter(layouts.values())).book
    problems += voice_problems(book, content.source, content.positions())
    problems += _stale(content, choices.day)
    problems.sort(key=lambda problem: (problem.place.file, problem.place.line))
    note = unmeasured(book)
    if note is not None:
        notes.append(note)
    return Checked({paper: len(layout.pages) for paper, layout in layouts.items()}, problems, notes)


def _pages_of_worksheets(layout: Layout) -> Counter[str]:
    """How many pages each worksheet has print on."""
    return Counter(page.section.key for page in layout.pages if not page.blank)


def _growth(standard: Layout, large: Layout, paper: str) -> Iterator[str]:
    """How many pages large print takes, then the worksheets that grow, the longest first."""
    whole = f"{counted(len(large.pages), 'page')}, {len(standard.pages)} in standard type"
    yield f"large print on {paper}: {whole}"
    before, after = _pages_of_worksheets(standard), _pages_of_worksheets(large)
    grown: dict[tuple[int, int], list[str]] = {}
    for worksheet in large.book.worksheets:
        pages = after[worksheet.id], before[worksheet.id]
        if pages[0] > pages[1]:
            grown.setdefault(pages, []).append(worksheet.id)
    for (now, then), names in sorted(grown.items(), reverse=True):
        yield f"  {counted(now, 'page')}, not {then}: {', '.join(names)}"


def _spilled(layout: Layout, paper: str) -> Iterator[Problem]:
    """Worksheets that take more pages than they were meant to."""
    pages = _pages_of_worksheets(layout)
    positions = layout.content.positions()
    for worksheet in layout.book.worksheets:
        most = worksheet.most_pages(paper)
        if most is not None and pages[worksheet.id] > most:
            over = f"{counted(pages[worksheet.id], 'page')} on {paper}, meant for {most}"
            yield Problem(
                layout.content.source.place((*positions[worksheet.id], "pages")),
                f"`{worksheet.id}` takes {over}",
                "shorten it, ask for fewer lines, or raise `pages:`",
                warning=True,
            )


def _parted(layout: Layout, paper: str) -> Iterator[Problem]:
    """Words that had to be left alone at the foot of a page, away from what they belong to."""
    for page in layout.pages:
        if page.parted is None:
            continue
        origin = page.stack.children[-1].origin
        yield Problem(
            layout.content.source.place(origin),
            f"on {paper} the words above this are left alone on page {page.number}: "
            "it is too high to stay with them",
            "make it lower, or cut it into two blocks",
            warning=True,
        )


def _stale(content: Content, today: date) -> Iterator[Problem]:
    """Helplines of any region that were last checked long before the build's date."""
    place = content.source.place(("helplines",))
    for code, region in content.regions.items():
        for line in region.lines:
            days = (today - line.verified).days
            if days > STALE_AFTER_DAYS:
                yield Problem(
                    place,
                    f"`{line.name.plain}` ({code}) was last checked {days} days ago",
                    "look the number up and set `verified:` to the day you did",
                    warning=True,
                )
