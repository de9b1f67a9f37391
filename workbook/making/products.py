"""The files of one command: the book, its editions, its worksheets one by one, imposed sheets."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbook.choices.choices import DECLARED
from workbook.choices.clashes import check_choices
from workbook.choices.language import words_of
from workbook.choices.paper import paper_named
from workbook.content.editions import edition_choices, kept
from workbook.content.numbering import numbered, numbered_parts
from workbook.content.selection import require_known, select
from workbook.errors import ChoiceError, Mention
from workbook.geometry import MM
from workbook.making.counts import counted
from workbook.making.drawing import quiet
from workbook.making.pipeline import content_of, finish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.choices.choices import Choices
    from workbook.content.book import Book
    from workbook.content.practice import Imprint
    from workbook.content.reader import Content
    from workbook.finishing.imposition import Imposed
    from workbook.making.drawing import Progress
    from workbook.making.pipeline import Workbook


INDEX = "index"
TELLING = "the pages inside still say what they are about"
# What a front end calls these two is its own, as with choices.
ALL, SPLIT = Mention("all", True), Mention("split", True)


@dataclass(frozen=True, slots=True)
class Product:
    """A finished file: its name without folder or ending, its bytes, and what to tell of it.

    `sides` are those to print; an imposed one holds more than one of the book's `pages`. One
    `for_reading` stands beside an imposed file and takes its name from that.
    """

    name: str
    pdf: bytes
    pages: int
    sides: int
    seconds: float
    note: str = ""
    for_reading: bool = False


def products(
    content: Content,
    choices: Choices,
    practice: Imprint | None = None,
    progress: Progress = quiet,
) -> Iterator[Product]:
    """The file of `choices`, and for an imposed one the plain file beside it."""
    started = time.perf_counter()
    finished = finish(content, choices, practice, progress)
    name = _name(finished.slug, choices)
    remarks = "; ".join(_remarks(finished, choices))
    if choices.imposition == "none":
        yield Product(
            name,
            finished.pdf,
            finished.pages,
            finished.pages,
            time.perf_counter() - started,
            remarks,
        )
        return
    imposed, note = _imposed(finished, choices)
    seconds = time.perf_counter() - started
    name = f"{name}-{choices.imposition}"
    yield Product(name, imposed.pdf, finished.pages, len(imposed.sides), seconds, note)
    note = "for reading" + (f"; {remarks}" if remarks else "")
    yield Product(
        name, finished.pdf, finished.pages, finished.pages, seconds, note, for_reading=True
    )


def _remarks(finished: Workbook, choices: Choices) -> Iterator[str]:
    """What pages still say although it was asked to be left out."""
    if choices.discreet:
        yield TELLING
    if finished.mentioned:
        titles = ", ".join(f"“{title}”" for title in finished.mentioned)
        yield f"its pages still name {titles}"


def editions(book: Book, choices: Choices) -> Iterator[Choices]:
    """`choices` of the whole book, then with each edition that the book names.

    A worksheet is repeated in each edition that has it, and left out of each. Raises
    ChoiceError when `choices` name an edition already, or a discreet file.
    """
    if choices.edition is not None:
        raise _refused("{all} builds every edition", choices, "edition", ALL)
    if choices.discreet:
        raise _refused("{all} names its files by what they hold", choices, "discreet", ALL)
    require_known(book, choices)
    yield choices
    for name, entry in book.editions.items():
        one = choices.replace(edition=name, only=None)
        if entry.content is None:
            left = kept(book.worksheets, edition_choices(one, name, entry))
            if not left:
                continue  # all that it has was left out
            has = {worksheet.id for worksheet in left}
            one = one.replace(repeat=tuple(pair for pair in choices.repeat if pair[0] in has))
        yield one


class Job(NamedTuple):
    """A file to come: its name, what it holds, by which choices, and what a clinician asks of it.

    Of an edition in another file `content` is that file's.
    """

    name: str
    title: str
    content: Content
    choices: Choices
    label: str = ""
    minutes: int | None = None


class Split:
    """Each worksheet and each edition as a file of its own, and an index of them to print.

    All that is read is read when it is made. It raises ChoiceError when an edition has a name
    that would take the file of another, and when `choices` ask for two pages a side, or for
    pages more than once.
    """

    def __init__(self, content: Content, choices: Choices, practice: Imprint | None = None) -> None:
        check_choices(choices)
        for name, what in _NEVER_SPLIT.items():
            if getattr(choices, name) != DECLARED[name].default:
                raise _refused(what, choices, name, SPLIT)
        self._content, self._choices, self._practice = content, choices, practice
        # Worksheets stand alone as they are, whatever was chosen of the book.
        self._each = choices.replace(only=None, without=None, sensitive=None)
        self._jobs = list(self._planned())

    @property
    def names(self) -> list[str]:
        """Names of the files to come, without folder or ending, in their order."""
        return [*(job.name for job in self._jobs), _name(INDEX, self._each)]

    def products(self, progress: Progress = quiet) -> Iterator[Product]:
        """The files, each as soon as it is finished."""
        from workbook.making.index import Filed, index

        filed: list[Filed] = []
        for done, job in enumerate(self._jobs, start=1):
            started = time.perf_counter()
            finished = finish(job.content, job.choices, self._practice)
            filed.append(Filed(job.name, job.title, finished.pages, job.label, job.minutes))
            progress(done, len(self._jobs))
            seconds = time.perf_counter() - started
            yield Product(job.name, finished.pdf, finished.pages, finished.pages, seconds)
        started = time.perf_counter()
        pdf, pages = index(self._content.book, self._choices, filed)
        yield Product(self.names[-1], pdf, pages, pages, time.perf_counter() - started)

    def _planned(self) -> Iterator[Job]:
        content, choices = self._content, self._choices
        _, *named = editions(content.book, choices)
        taken = {INDEX}
        for slug, job in self._alone(select(content.book, choices)):
            taken.add(slug)
            yield job
        for one in named:
            name = str(one.edition)
            if name in taken:
                what = f"the edition `{name}` would take the file of another"
                raise ChoiceError(what, "give it another name")
            entry = content.book.editions[name]
            # Read before anything is written.
            content_of(entry, content)
            yield Job(_name(name, one), entry.title.plain, content, one)

    def _alone(self, book: Book) -> Iterator[tuple[str, Job]]:
        """Worksheets that can be handed out alone; their slugs sort as the book does."""
        first = int(book.parts[0].numbered)
        wide = max(2, len(str(max(len(part.worksheets) for part in book.parts))))
        digits = len(str(first + len(book.parts)))
        for at, (number, part) in enumerate(numbered_parts(book), start=first):
            for worksheet, place, label in numbered(part, number):
                if not worksheet.listed:
                    continue
                slug = f"{at:0{digits}}-{place:0{wide}}-{worksheet.id}"
                choices = self._each.replace(only=(worksheet.id,), sensitive=True)
                job = Job(
                    _name(slug, self._each),
                    worksheet.title.plain,
                    self._content,
                    choices,
                    label,
                    worksheet.minutes,
                )
                yield slug, job


_NEVER_SPLIT = {
    "booklet": "{split} writes pages to hand out, one a side",
    "sheets": "{split} writes pages to hand out, one a side",
    "repeat": "{split} writes each worksheet once",
    "extra_pages": "{split} writes each worksheet once",
}


def _refused(what: str, choices: Choices, name: str, asked: Mention) -> ChoiceError:
    return ChoiceError(what, "{undo}", [choices.mention(name), asked])


def _name(slug: str, choices: Choices) -> str:
    """A file's name without ending; a discreet one tells not even its paper."""
    if choices.discreet:
        return slug
    return "-".join((slug, choices.paper, *choices.marks))


def _imposed(finished: Workbook, choices: Choices) -> tuple[Imposed, str]:
    """The imposed file, and how to print it in words."""
    from workbook.finishing.imposition import booklet, two_up
    from workbook.finishing.saddle_stitch import Fold

    paper = paper_named(choices.paper)
    sheet = (paper.height, paper.width)
    note = words_of(finished.language)["imposed"]
    if choices.imposition == "2up":
        imposed = two_up(finished.drawn, sheet=sheet, note=note)
        return imposed, f"{counted(imposed.sheets, 'sheet')}, one-sided"
    fold = Fold(
        choices.signature,
        choices.thickness * MM,
        choices.flip,
        "right" if choices.hand == "left" else "left",
    )
    imposed = booklet(finished.drawn, fold, sheet=sheet, note=note)
    sizes = imposed.signatures
    remarks = f"{counted(imposed.sheets, 'sheet')}, both sides, {choices.flip} edge"
    return imposed, f"{remarks}, folded {signatures_of(sizes)}"


def signatures_of(sizes: Sequence[int]) -> str:
    """How sheets are folded, in words: together, or so many in each signature."""
    if len(sizes) == 1:
        return "together"
    each = " or ".join(str(size) for size in dict.fromkeys(sizes))
    return f"in {len(sizes)} signatures of {each}"
