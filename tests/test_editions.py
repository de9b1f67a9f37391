"""The book's editions: what each holds, and that it stands alone."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from support.builds import BOOK, DAY, PAPERS, laid_out
from workbook.checking.voice import measure
from workbook.choices.choices import Choices
from workbook.choices.clashes import check_choices
from workbook.content.reader import read_file
from workbook.content.texts import texts_of
from workbook.errors import ChoiceError
from workbook.making.pipeline import build

BOOKS = (BOOK, BOOK.with_name("content.es.yaml"))
HANDOUTS = ("safety-first", "before-you-go", "riding-out-the-urge", "hard-moment-plan")
ADDRESS = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:org|com|net|info|help|gov|uk|ca|ie|au|nz|za|in)\b")


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    return text


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_is_two_pages_without_cover_or_opening(name, paper):
    layout = laid_out(BOOK, Choices(paper=paper, date=DAY, edition=name))
    assert len(layout.pages) == 2
    assert not any(page.section.bare or page.blank for page in layout.pages)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.name)
def test_the_clinicians_pack_is_a_guide_of_two_pages_and_session_notes(book, paper):
    layout = laid_out(book, Choices(paper=paper, date=DAY, edition="clinicians-pack"))
    assert layout.book.language == read_file(book).book.language
    assert [page.section.key for page in layout.pages] == ["guide", "guide", "session-notes"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_book_has_the_pages_it_was_planned_with(paper):
    layout = laid_out(BOOK, Choices(paper=paper, date=DAY))
    assert 55 <= len(layout.pages) <= 66
    planned = {
        worksheet.id: worksheet.most_pages(paper)
        for part in layout.book.parts
        for worksheet in part.worksheets
    }
    taken = [page.section.key for page in layout.pages if not page.blank]
    assert not [key for key, most in planned.items() if not 1 <= taken.count(key) <= most]


def test_only_listed_addresses_are_named_anywhere():
    listed = set(read_file(BOOK).book.links)
    pdf = build(BOOK, Choices(paper="letter", date=DAY)).pdf
    assert set(ADDRESS.findall(words_of(pdf).lower())) <= listed
    with pikepdf.open(BytesIO(pdf)) as file:
        said = " ".join(str(value) for value in file.docinfo.values())
        packet = file.Root.Metadata.read_bytes().decode()
        uris = [
            str(note.A.URI)
            for sheet in file.pages
            for note in sheet.get("/Annots", [])
            if "/A" in note
        ]
    assert not ADDRESS.findall(said.lower())
    namespaces = {"www.w3.org", "purl.org", "ns.adobe.com", "www.aiim.org"}
    assert set(ADDRESS.findall(packet.lower())) <= namespaces
    assert all(any(host in uri for host in listed) for uri in uris)


@pytest.mark.parametrize(
    "name", ["content.yaml", "content.es.yaml", "clinician.yaml", "clinician.es.yaml"]
)
def test_the_writing_names_only_listed_addresses(name):
    path = BOOK.with_name(name)
    assert set(ADDRESS.findall(path.read_text("utf-8").lower())) <= set(read_file(path).book.links)


def test_every_worksheet_reads_easily():
    for part in read_file(BOOK).book.parts:
        for worksheet in part.worksheets:
            voice = measure([text.prose for text in texts_of(worksheet, ())])
            assert voice.grade <= 6, worksheet.id
            assert voice.mean <= 15, worksheet.id


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_names_a_number_to_call(name):
    text = words_of(build(BOOK, Choices(date=DAY, edition=name)).pdf)
    assert "911" in text
    assert "1-800-799-7233" in text


def test_only_some_worksheets_lose_openings_and_cover():
    layout = laid_out(BOOK, Choices(date=DAY, only=("urge-log", "if-then")))
    assert [page.section.key for page in layout.pages] == ["urge-log", "if-then"]


def _printed(layout) -> int:
    return sum(not page.blank for page in layout.pages)


def test_some_worksheets_can_be_left_out():
    whole = laid_out(BOOK, Choices(date=DAY))
    fewer = laid_out(BOOK, Choices(date=DAY, without=("today",)))
    assert _printed(fewer) == _printed(whole) - 1
    assert "today" not in [page.section.key for page in fewer.pages]


def test_the_sensitive_ones_can_be_left_out():
    keys = {page.section.key for page in laid_out(BOOK, Choices(date=DAY, sensitive=False)).pages}
    assert not keys & {"danger-signs", "safety-plan"}


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"only": ("urgelog",)}, "did you mean `urge-log`?"),
        ({"edition": "safety"}, "there is no edition `safety`"),
        ({"region": "xx"}, "there is no region `xx`"),
    ],
)
def test_a_choice_that_cannot_be_met_says_so(choices, told):
    with pytest.raises(ChoiceError, match=re.escape(told)):
        laid_out(BOOK, Choices(date=DAY, **choices))


@pytest.mark.parametrize(
    "choices",
    [
        {"edition": "before-you-go", "only": ("today",)},
        {"only": ("today",), "without": ("today",)},
    ],
)
def test_choices_that_exclude_each_other_are_refused(choices):
    with pytest.raises(ChoiceError):
        check_choices(Choices(**choices))


def test_helplines_of_each_region_are_printed():
    for region, number in {
        "us": "911",
        "uk": "116 123",
        "nz": "1737",
        "world": "lila.help",
    }.items():
        pdf = build(BOOK, Choices(date=DAY, only=("helplines",), region=region)).pdf
        assert number in words_of(pdf)


@pytest.mark.parametrize("paper", PAPERS)
def test_printed_on_two_sides_a_tear_out_takes_nothing_along(paper):
    pages = laid_out(BOOK, Choices(paper=paper, date=DAY, two_sided=True)).pages
    tear_outs = ("danger-signs", "safety-plan", "reasons-card", "reminder-cards")
    for name in tear_outs:
        (front,) = (sheet for sheet in pages if sheet.section.key == name and not sheet.blank)
        assert front.number % 2, name
        back = pages[front.number]
        assert back.blank, name
    assert all(sheet.number % 2 for sheet in pages if sheet.section.starts_right and sheet.first)


@pytest.mark.parametrize("paper", PAPERS)
def test_printed_on_one_side_or_by_mistake_on_two_a_sensitive_sheet_has_a_blank_back(paper):
    pages = laid_out(BOOK, Choices(paper=paper, date=DAY)).pages
    for name in ("danger-signs", "safety-plan"):
        (front,) = (sheet for sheet in pages if sheet.section.key == name and not sheet.blank)
        assert front.number % 2, name
        assert pages[front.number].blank, name
    assert sum(sheet.blank for sheet in pages) == 2


def test_the_print_dialog_is_asked_for_the_right_sides():
    for two_sided, wanted in ((False, "/Simplex"), (True, "/DuplexFlipLongEdge")):
        pdf = build(BOOK, Choices(date=DAY, only=("today",), two_sided=two_sided)).pdf
        with pikepdf.open(BytesIO(pdf)) as file:
            assert file.Root.ViewerPreferences.Duplex == wanted
            assert file.Root.ViewerPreferences.PrintScaling == "/None"


def test_an_edition_of_the_book_has_options_and_the_command_comes_first(tmp_path):
    options = "ink: grey, ruling: compact, client_block: true"
    text = BOOK.read_text("utf-8").replace(
        "editions:\n", f"editions:\n  mine: {{title: Mine, only: [today], {options}}}\n"
    )
    text = text.replace("helplines: helplines.yaml\n", "")
    text = re.sub(
        r"          - helplines: .*\n(            blank: .*\n)?", "          - text: A\n", text
    )
    book = tmp_path / "book.yaml"
    book.write_text(text, "utf-8")
    (tmp_path / "clinician.yaml").write_text("title: Elsewhere\n", "utf-8")
    plain = laid_out(book, Choices(date=DAY, edition="mine"))
    assert plain.choices.ink == "grey"
    assert plain.sheet.pitch == pytest.approx(8 * 72 / 25.4)
    assert "Initials or code" in words_of(build(book, Choices(date=DAY, edition="mine")).pdf)
    chosen = laid_out(book, Choices(date=DAY, edition="mine", ink="copy", ruling="standard"))
    assert chosen.choices.ink == "copy"
    assert chosen.sheet.pitch == pytest.approx(9 * 72 / 25.4)
    with pytest.raises(
        ChoiceError, match=r"large print .* 12 mm apart\n.*`ruling: compact` in the edition `mine`"
    ):
        laid_out(book, Choices(date=DAY, edition="mine", type="large"))


@pytest.mark.parametrize("name", HANDOUTS)
def test_handouts_are_for_the_photocopier(name):
    assert laid_out(BOOK, Choices(date=DAY, edition=name)).choices.ink == "copy"
