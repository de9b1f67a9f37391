"""Every two options together: refused up front in words, or built, whole and fit to print."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy
import page as validation
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from support.builds import BOOK, DAY, files_of
from support.edges import reaches, too_near
from support.every_kind import ONLY, write_book
from support.marks import read_pages
from support.option_rows import OPTIONS, REFUSED, ROWS
from support.pairwise import pairs, pairs_of
from support.wording import lacking
from workbook.choices.choices import Choices
from workbook.choices.clashes import check_choices
from workbook.choices.language import words_of
from workbook.choices.paper import margins_for
from workbook.content.reader import read_file
from workbook.content.texts import texts_of
from workbook.errors import ChoiceError
from workbook.geometry import MM
from workbook.text import prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from support.marks import PageMarks, Words
    from workbook.content.book import Worksheet
    from workbook.making.products import Product


@dataclass(frozen=True)
class Sample:
    """A book in two languages, and its worksheets and edition that a row may choose."""

    paths: dict[str, Path]
    only: tuple[str, ...]
    name: str
    repeated: str
    practice: Path

    def edition(self, row: dict[str, str]) -> Choices:
        """The edition that a row asks for."""
        asked: dict[str, object] = {"date": DAY}
        for option, value in row.items():
            asked |= OPTIONS[option][value]
        if row.get("worksheets") == "only":
            asked["only"] = self.only
        if row.get("worksheets") == "edition":
            asked["edition"] = self.name
        if row.get("more") == "repeats":
            asked["repeat"] = ((self.repeated, 3),)
        if row.get("practice") == "yes":
            asked["practice"] = self.practice
        return Choices(**asked)


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory, practice) -> Sample:
    folder = tmp_path_factory.mktemp("every-kind")
    paths = {language: write_book(folder, language) for language in ("en", "es")}
    return Sample(paths, ONLY, "pack", "table-rows", practice)


@pytest.fixture(scope="session")
def practice(tmp_path_factory) -> Path:
    """A practice with all that it may have."""
    folder = tmp_path_factory.mktemp("practice")
    Image.new("RGB", (300, 120), (200, 30, 90)).save(folder / "logo.png")
    told = "name: Harbour Street\naddress: [12 Harbour Street]\nlogo: logo.png\n"
    told += "licence: For clients of Harbour Street\nheader: true\nclient_block: true\n"
    (folder / "practice.yaml").write_text(told, "utf-8")
    return folder / "practice.yaml"


@pytest.fixture(scope="session")
def whole_book(practice) -> Sample:
    paths = {"en": BOOK, "es": BOOK.with_name("content.es.yaml")}
    return Sample(
        paths, ("urge-log", "danger-signs", "cover"), "riding-out-the-urge", "urge-log", practice
    )


def test_pairs_are_refused_as_told_and_no_others(every_kind):
    found = {}
    for pair in pairs({name: list(values) for name, values in OPTIONS.items()}):
        try:
            check_choices(every_kind.edition(dict(pair)))
        except ChoiceError as error:
            found[pair] = str(error)
    assert found.keys() == REFUSED
    for pair, told in found.items():
        what, _, remedy = told.partition("\n  → ")
        assert len(what.split()) > 3, pair
        assert len(remedy.split()) > 2, pair


def test_every_other_pair_is_in_a_row():
    met = {pair for row in ROWS for pair in pairs_of(row)}
    assert met & REFUSED == set()
    assert met | REFUSED == set(pairs({name: list(values) for name, values in OPTIONS.items()}))


def _named(row: dict[str, str]) -> str:
    return ", ".join(
        f"{option} {value}" for option, value in row.items() if value != next(iter(OPTIONS[option]))
    )


@pytest.mark.parametrize("row", ROWS, ids=_named)
def test_a_row_is_fit_to_print(every_kind, row, tmp_path):
    if row["language"] in lacking():
        pytest.skip("its language lacks words: test_languages.py says which")
    _check(every_kind, row, tmp_path)


@pytest.mark.campaign
@pytest.mark.parametrize("row", ROWS, ids=_named)
def test_a_row_of_the_book_is_fit_to_print(whole_book, row, tmp_path):
    _check(whole_book, row, tmp_path)


def _check(sample: Sample, row: dict[str, str], folder: Path) -> None:
    path, edition = sample.paths[row["language"]], sample.edition(row)
    *imposed, plain = files_of(path, edition)
    with pikepdf.open(BytesIO(plain.pdf)) as file:
        pages = read_pages(file)
    assert plain.pages == len(pages)
    found = {
        "rules broken": _failures(plain.pdf, folder),
        "ink near an edge": too_near(reaches(plain.pdf), 13),
        "words outside the frame": list(_words_outside(pages, edition)),
        "words upon words": [n for n, page in enumerate(pages, 1) if _overlapping(page)],
        "words lost": _wanted(path, edition) - _printed(pages),
    }
    assert {what: where for what, where in found.items() if where} == {}
    if edition.imposition == "none":
        assert imposed == []
    else:
        _check_imposed(imposed, plain, edition)


def _failures(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "plain.pdf"
    path.write_bytes(pdf)
    report = validation.validate_pdf(str(path), profile=validation.ValidationProfile.PDF_UA_1)
    return [failure.rule_id for failure in report.failures]


def _words_outside(pages: list[PageMarks], edition: Choices) -> Iterator[tuple[int, str]]:
    """Words that leave the frame, and words of the foot that rise into it."""
    paper = edition.page
    margins = margins_for(
        paper,
        two_sided=edition.mirrored,
        holes=edition.holes,
        large=edition.type == "large",
        head=edition.practice is not None,
    )
    for number, page in enumerate(pages, start=1):
        recto = number % 2 == 1 or not edition.mirrored
        left = margins.inside if recto != (edition.hand == "left") else margins.outside
        right = left + paper.width - margins.inside - margins.outside
        for sequence in page.sequences:
            low, high = margins.bottom, paper.height - margins.top
            if sequence.subtype == "/Footer":
                low, high = 13 * MM, margins.bottom
            if sequence.subtype == "/Header":
                low, high = high, paper.height - 13 * MM
            for words in sequence.words:
                # Rough: capitals and descenders of the faces in use.
                within = words.baseline - 0.25 * words.size >= low - 0.5
                within &= words.baseline + 0.75 * words.size <= high + 0.5
                within &= left - 0.5 <= words.x and words.x + words.width <= right + 0.5
                if words.text.strip() and not within:
                    yield number, words.text


def _overlapping(page: PageMarks) -> bool:
    """Whether a word is printed upon another."""
    words = [words for words in page.words(artifacts=True) if words.text.strip()]
    if not words:
        return False
    x, y, width, size = numpy.array([(w.x, w.baseline, w.width, w.size) for w in words]).T
    beside = (x[:, None] + width[:, None] > x + 0.5) & (x[:, None] < x + width - 0.5)
    high = numpy.minimum(size[:, None], size)
    upon = numpy.abs(y[:, None] - y) < 0.7 * high
    return bool(numpy.triu(beside & upon, 1).any())


def _printed(pages: list[PageMarks]) -> Counter[str]:
    return Counter(
        word
        for page in pages
        for sequence in page.sequences
        if sequence.subtype not in ("/Footer", "/Header")
        for word in _letters("".join(_run_on(sequence.words)))
    )


def _run_on(words: Iterable[Words]) -> Iterator[str]:
    """Strings as they are read: one that doesn't go on from the one before is another word."""
    end, baseline = 0.0, 0.0
    for shown in words:
        if shown.baseline != baseline or shown.x > end + 0.1:
            yield " "
        yield shown.text
        end, baseline = shown.x + shown.width, shown.baseline


def _wanted(path: Path, edition: Choices) -> Counter[str]:
    """Every word of the worksheets that were chosen, as often as it has to be printed."""
    book = read_file(path).book
    known = {worksheet.id: worksheet for part in book.parts for worksheet in part.worksheets}
    chosen = (
        edition.only
        or (book.editions[edition.edition].choices.only if edition.edition else None)
        or known
    )
    copies = dict(edition.repeat)
    neutral = prose.Words.parse(words_of(book.language)["notes"]) if edition.discreet else None
    wanted: Counter[str] = Counter()
    for worksheet in (known[name] for name in chosen):
        if edition.sensitive or not worksheet.sensitive:
            words = Counter(_words_of(worksheet, neutral))
            for _ in range(copies.get(worksheet.id, 1)):
                wanted += words
    return wanted


def _words_of(worksheet: Worksheet, neutral: prose.Words | None) -> Iterator[str]:
    """Its words; in a discreet copy, which says `neutral`, those that its blocks say there."""
    heading = (worksheet.title, worksheet.aim, worksheet.stop) if worksheet.heading else ()
    texts = [words for words in heading if words is not None]
    for block in worksheet.blocks:
        said = block if neutral is None else block.quiet(neutral)
        texts += [text.prose for text in texts_of(said, ())]
    for text in texts:
        yield from _letters(text.plain)


def _letters(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _check_imposed(imposed: list[Product], plain: Product, edition: Choices) -> None:
    (printed,) = imposed
    assert too_near(reaches(printed.pdf), 8) == []
    with pikepdf.open(BytesIO(printed.pdf)) as file:
        labels = [page.label.split(" · ") for page in file.pages]
    folded = edition.imposition == "booklet"
    sides = 2 * -(-plain.pages // 4) if folded else -(-plain.pages // 2)
    assert [printed.sides, len(labels)] == [sides, sides]
    numbers = [int(label) for side in labels for label in side if label != "–"]
    assert sorted(numbers) == list(range(1, plain.pages + 1))
    assert _shown(printed.pdf) == _shown(plain.pdf)


def _shown(pdf: bytes) -> Counter[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return Counter(
            letter
            for page in document
            for letter in page.get_textpage().get_text_range()
            if letter.isalnum()
        )
