"""The test sheet: its rulers are true, its steps are what they say, and both sides meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import combinations

import numpy
import page as page_validation
import pikepdf
import pypdfium2
import pytest
from builds import DAY
from click.testing import CliRunner
from marks import PageMarks, Sequence, read_pages
from structure import Node, read_tree

from workbook.cli import main
from workbook.content.reading import measure, measure_of
from workbook.editions.paper import MM, PAPERS, paper_named
from workbook.editions.sheet import languages
from workbook.editions.testsheet_words import languages_of_testsheet, words_of_testsheet
from workbook.errors import ChoiceError
from workbook.layout.markup import Prose
from workbook.testsheet import testsheet as make

SMALLEST = "130x180mm"
ALL_PAPERS = (*PAPERS, SMALLEST, "460x650mm", "300x300mm")
LANGUAGES = languages_of_testsheet()
WORDS = words_of_testsheet("en")
SIDES = ("top", "right", "bottom", "left")
DPI = 300
NEAREST = 13 * MM


@dataclass(frozen=True)
class Sheet:
    pdf: bytes
    pages: list[PageMarks]
    tree: Node
    width: float
    height: float

    def figure(self, alt: str, side: int = 0) -> Sequence:
        """The one drawn sequence of the figure whose Alt is `alt`."""
        [mark] = [
            mark
            for node in self.tree.all("Figure")
            if node.alt == alt
            for mark in node.marks()
            if mark.page == side
        ]
        return self.pages[side].by_mcid()[mark.mcid]


@cache
def sheet(paper: str, language: str = "en") -> Sheet:
    pdf = make(paper, language, DAY)
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = read_pages(file)
        box = [float(edge) for edge in file.pages[0].MediaBox]
        return Sheet(pdf, pages, read_tree(file, pages), box[2], box[3])


@cache
def pixels(paper: str, side: int = 0) -> numpy.ndarray:
    document = pypdfium2.PdfDocument(sheet(paper).pdf)
    try:
        return document[side].render(scale=DPI / 72, grayscale=True).to_numpy().copy()
    finally:
        document.close()


def runs(line: numpy.ndarray) -> list[tuple[float, float]]:
    """Where a row of pixels is dark: middle and width of each stretch, in millimetres."""
    dark = numpy.concatenate(([0], (line < 160).astype(int), [0]))
    turns = numpy.flatnonzero(numpy.diff(dark))
    return [
        ((start + end) / 2 * 25.4 / DPI, (end - start) * 25.4 / DPI)
        for start, end in zip(turns[::2], turns[1::2], strict=True)
    ]


@pytest.mark.parametrize("paper", ALL_PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_sides_where_nothing_overlaps(paper: str, language: str) -> None:
    made = sheet(paper, language)
    size = paper_named(paper)
    assert len(made.pages) == 2
    assert (made.width, made.height) == pytest.approx((size.width, size.height), abs=0.01)
    words = words_of_testsheet(language)
    rulers = [made.figure(words[f"edge-{edge}"]) for edge in SIDES]
    for marks in made.pages:
        assert not marks.loose
        drawn = [(sequence, sequence.extents) for sequence in marks.sequences if sequence.ink]
        for sequence, (left, bottom, right, top) in drawn:
            if not any(sequence is ruler for ruler in rulers):
                assert min(left, bottom, made.width - right, made.height - top) >= NEAREST - 1
        for (one, a), (other, b) in combinations(drawn, 2):
            apart = a[2] < b[0] or b[2] < a[0] or a[3] < b[1] + 0.5 or b[3] < a[1] + 0.5
            assert apart, f"{one.text or one.tag} and {other.text or other.tag}"


@pytest.mark.parametrize("paper", ["letter", "a4", SMALLEST])
def test_the_ruler_measures_50_mm_on_paper(paper: str) -> None:
    made = sheet(paper)
    [node] = [node for node in made.tree.all("Figure") if node.alt == WORDS["ruler"]]
    left, bottom, right, top = (edge / 72 * DPI for edge in node.attributes["BBox"])
    height = pixels(paper).shape[0]
    crop = pixels(paper)[round(height - top) : round(height - bottom), round(left) : round(right)]
    dark = (crop < 160).sum(axis=1)
    spine, card = numpy.flatnonzero(dark > 0.9 * 50 / 25.4 * DPI)[[0, -1]]
    # Only the ticks at both ends are as long as this.
    ends = runs(crop[spine - round(4 / 25.4 * DPI)])
    assert len(ends) == 2
    assert ends[1][0] - ends[0][0] == pytest.approx(50, abs=0.1)
    # From end to end, with half the weight of the ticks at both.
    [(_, long)] = runs(crop[card])
    assert long == pytest.approx(53.98 + 0.5 / MM, abs=0.17)


def test_ticks_lie_where_they_say_from_all_four_edges() -> None:
    """Seen on paper: a line along each ruler, just beside its spine, from the edge inward."""
    paper = pixels("letter")
    height = paper.shape[0]
    made = sheet("letter")
    spine = {}
    for edge in SIDES:
        line = made.figure(WORDS[f"edge-{edge}"]).strokes[0]
        across = line.y1 if line.y1 == line.y2 else line.x1
        spine[edge] = round(across / 72 * DPI)
    beside = round(0.8 / 25.4 * DPI)
    lines = {
        "left": paper[height - spine["left"] - beside, :],
        "right": paper[height - spine["right"] - beside, ::-1],
        "top": paper[:, spine["top"] - beside],
        "bottom": paper[::-1, spine["bottom"] - beside],
    }
    for edge, line in lines.items():
        ticks = runs(line[: round(20.5 / 25.4 * DPI)])
        assert [middle for middle, _ in ticks] == pytest.approx(range(1, 21), abs=0.1), edge
        thick = [number for number, (_, wide) in enumerate(ticks, start=1) if wide > 0.4]
        assert thick == [13], edge


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_edge_rulers_start_at_the_edge_and_count_by_fives(paper: str) -> None:
    made = sheet(paper)
    edges = {"left": 0.0, "bottom": 0.0, "right": made.width, "top": made.height}
    for edge in SIDES:
        figure = made.figure(WORDS[f"edge-{edge}"])
        level = edge in ("left", "right")
        at = [abs((s.x1 if level else s.y1) - edges[edge]) / MM for s in figure.strokes]
        assert sorted(at) == pytest.approx(range(21), abs=0.01)
        for words in figure.words:
            middle = words.x + words.width / 2 if level else words.baseline + 0.33 * words.size
            assert abs(middle - edges[edge]) / MM == pytest.approx(int(words.text), abs=0.1)
        assert sorted(int(words.text) for words in figure.words) == [5, 10, 15, 20]


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_front_and_back_meet_when_turned_on_the_long_edge(paper: str) -> None:
    made = sheet(paper)

    def middle(sequence: Sequence) -> tuple[float, float]:
        left, bottom, right, top = sequence.extents or (0, 0, 0, 0)
        return (left + right) / 2, (bottom + top) / 2

    for front, back in (("cross", "plain-cross"), ("arrow", "arrow")):
        x, y = middle(made.figure(WORDS[front]))
        behind_x, behind_y = middle(made.figure(WORDS[back], side=1))
        assert (made.width - behind_x, behind_y) == pytest.approx((x, y), abs=0.02)
        # Turned on the short edge it would lie at the other end of the sheet.
        assert abs((made.height - behind_y) - y) > 100 * MM


def test_greys_are_what_they_say() -> None:
    figure = next(
        node for node in sheet("letter").tree.all("Figure") if "light grey" in (node.alt or "")
    )
    [mark] = figure.marks()
    drawn = sheet("letter").pages[0].by_mcid()[mark.mcid]
    said = [int(words.text.rstrip("%")) for words in drawn.words]
    assert said == [5, 10, 25, 50, 75, 100]
    paper = pixels("letter")
    for percent, field, words in zip(said, drawn.rectangles, drawn.words, strict=True):
        middle = field.x + field.width / 2
        assert words.x + words.width / 2 == pytest.approx(middle, abs=0.1)
        row = paper.shape[0] - round((field.y + field.height / 2) / 72 * DPI)
        tone = paper[row, round(middle / 72 * DPI)]
        assert 1 - tone / 255 == pytest.approx(percent / 100, abs=0.01)


def test_lines_are_as_heavy_as_they_say_in_black_and_in_grey() -> None:
    figure = next(node for node in sheet("a5").tree.all("Figure") if "Pairs" in (node.alt or ""))
    [mark] = figure.marks()
    drawn = sheet("a5").pages[0].by_mcid()[mark.mcid]
    said = [float(re.sub(r"[^\d.]", "", words.text)) for words in drawn.words]
    assert said == [0.25, 0.35, 0.5, 0.75, 1, 1.5]
    assert [line.weight for line in drawn.strokes] == said * 2
    black, grey = drawn.strokes[:6], drawn.strokes[6:]
    for upper, lower, words in zip(black, grey, drawn.words, strict=True):
        assert (upper.x1, upper.x2) == (lower.x1, lower.x2)
        middle = (upper.x1 + upper.x2) / 2
        assert words.x + words.width / 2 == pytest.approx(middle, abs=0.1)
    paper = pixels("a5")
    heaviest = [
        paper[
            paper.shape[0] - round((line.y1 + 3) / 72 * DPI) : paper.shape[0]
            - round((line.y1 - 3) / 72 * DPI),
            round((line.x1 + 9) / 72 * DPI),
        ].min()
        for line in (black[-1], grey[-1])
    ]
    assert heaviest == pytest.approx([0, 0x77], abs=2)


def test_rooms_to_write_have_the_three_rulings() -> None:
    rooms = [
        sequence
        for sequence in sheet("letter").pages[1].sequences
        if sequence.tag == "/Figure" and len({(s.x1, s.x2) for s in sequence.strokes}) == 1
    ]
    rooms = [room for room in rooms if len(room.strokes) > 2]
    steps = [(room.strokes[0].y1 - room.strokes[1].y1) / MM for room in rooms]
    assert steps == pytest.approx([8, 9, 12], abs=0.01)


@pytest.mark.parametrize(("paper", "language"), [("letter", "en"), (SMALLEST, "fr")])
def test_it_obeys_pdf_ua(paper: str, language: str, tmp_path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet(paper, language).pdf)
    report = page_validation.validate_pdf(
        str(path), profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert report.is_compliant
    assert not report.failures


def test_it_is_told_in_order() -> None:
    tree = sheet("letter").tree
    heard = [node.text for node in tree.all("H1", "H2")]
    assert heard[0] == WORDS["title"]
    assert [words[:2] for words in heard[1:]] == [f"{number} " for number in range(1, 8)]
    assert all(node.alt for node in tree.all("Figure"))
    assert len(tree.all("LI")) == 5


def test_it_asks_for_full_size_and_for_two_sides() -> None:
    with pikepdf.open(BytesIO(sheet("letter").pdf)) as file:
        wishes = file.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == "/DuplexFlipLongEdge"


def test_every_language_has_every_word_with_the_same_blanks() -> None:
    assert languages() == LANGUAGES
    blanks = re.compile(r"\{\w+\}")
    for language in LANGUAGES:
        words = words_of_testsheet(language)
        assert list(words) == list(WORDS), language
        for name, word in words.items():
            assert word
            assert set(blanks.findall(word)) == set(blanks.findall(WORDS[name]))


@pytest.mark.parametrize("language", list(filter(measure_of, LANGUAGES)))
def test_it_is_easy_to_read(language: str) -> None:
    words, rule = words_of_testsheet(language), measure_of(language)
    assert rule is not None
    texts = [word for name, word in words.items() if name.endswith("-text") or name == "aim"]
    found = measure([Prose.parse(text) for text in texts], language)
    assert found.grade <= rule.highest_grade
    assert found.mean <= rule.longest_mean


def test_a_paper_without_a_name_is_told_by_its_size() -> None:
    said = "".join(words.text for words in sheet(SMALLEST).pages[1].words())
    assert "130 × 180 mm" in said.replace("\u00a0", " ")


def test_what_there_isnt_is_refused() -> None:
    with pytest.raises(ChoiceError, match="no test sheet in `tlh`"):
        make("letter", "tlh", DAY)
    with pytest.raises(ChoiceError, match="no paper"):
        make("foolscap", "en", DAY)


def test_the_command_writes_it(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> int:
        return CliRunner().invoke(main, ["testsheet", "--date", str(DAY), *arguments]).exit_code

    assert run() == 0
    assert (tmp_path / "output/testsheet-letter.pdf").read_bytes() == sheet("letter").pdf
    assert run("--paper", "a5", "--language", "de", "-o", "here/") == 0
    assert (tmp_path / "here/testsheet-a5.pdf").read_bytes() == sheet("a5", "de").pdf
    assert run("--language", "tlh", "-o", "not.pdf") == 2
    assert run("--paper", "a9", "-o", "not.pdf") == 2
    assert not (tmp_path / "not.pdf").exists()
