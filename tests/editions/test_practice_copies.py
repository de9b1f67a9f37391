"""A practice's own copies: its name on the cover, at the head of pages, its licence at the foot."""

from __future__ import annotations

from io import BytesIO

import page as validation
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from support.builds import BOOK, DAY, PAPERS, laid_out
from workbook.choices.choices import Choices
from workbook.making.pipeline import build

NAME = "Harbour Street Counselling"
PRACTICE = f"""\
name: {NAME}
address: [12 Harbour Street, Newport]
phone: 01555 0199
web: harbourstreet.example
logo: logo.png
licence: For clients of Harbour Street only
"""


@pytest.fixture
def practice(tmp_path):
    """Writes a practice file with some lines more, and its logo; gives the file."""
    Image.new("RGB", (300, 120), (200, 30, 90)).save(tmp_path / "logo.png")

    def written(*more: str):
        path = tmp_path / "practice.yaml"
        path.write_text(PRACTICE + "".join(f"{line}\n" for line in more), "utf-8")
        return path

    return written


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    words = [sheet.get_textpage().get_text_range() for sheet in document]
    document.close()
    return words


def test_the_cover_bears_name_address_and_logo_and_pages_no_head(practice):
    pdf = build(BOOK, Choices(date=DAY, practice=practice())).pdf
    cover, *others = _pages(pdf)
    for words in (NAME, "12 Harbour Street", "01555 0199", "harbourstreet.example"):
        assert words in cover
        assert not [text for text in others if words in text]
    with pikepdf.open(BytesIO(pdf)) as file:
        pictures = [len(sheet.get_images()) for sheet in file.pages]
    assert pictures == [1] + [0] * (len(others))


def test_the_foot_has_the_practices_licence(practice):
    told = _pages(build(BOOK, Choices(date=DAY, practice=practice())).pdf)
    assert sum("For clients of Harbour Street only" in text for text in told) > 60
    assert not [text for text in told[:-1] if "May be copied" in text]


def test_a_head_is_on_every_page_but_cover_and_blanks_where_asked(practice):
    edition = Choices(date=DAY, practice=practice("header: true"))
    layout = laid_out(BOOK, edition)
    headed = [
        number for number, text in enumerate(_pages(build(BOOK, edition).pdf)) if NAME in text
    ]
    blank = {sheet.number - 1 for sheet in layout.pages if sheet.blank}
    assert headed == [n for n in range(len(layout.pages)) if n not in blank]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_head_leaves_the_pages_as_many(paper, practice):
    plain = laid_out(BOOK, Choices(paper=paper, date=DAY))
    headed = laid_out(BOOK, Choices(paper=paper, date=DAY, practice=practice("header: true")))
    assert len(headed.pages) == len(plain.pages)


@pytest.mark.parametrize("header", ["false", "true"])
def test_a_handout_says_on_its_first_page_whose_it_is(header, practice):
    edition = Choices(date=DAY, edition="before-you-go", practice=practice(f"header: {header}"))
    first, second = _pages(build(BOOK, edition).pdf)
    assert NAME in first
    assert (NAME in second) == (header == "true")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "name", ["safety-first", "before-you-go", "riding-out-the-urge", "hard-moment-plan"]
)
def test_a_handout_with_a_client_block_still_has_two_pages(name, paper, practice):
    edition = Choices(
        paper=paper, date=DAY, edition=name, practice=practice("header: true", "client_block: true")
    )
    pages = _pages(build(BOOK, edition).pdf)
    assert len(pages) == 2
    assert ["Initials or code" in text for text in pages] == [True, False]


@pytest.mark.parametrize("ink", ["colour", "grey", "copy"])
def test_the_file_obeys_and_the_logo_is_printed_in_its_ink(ink, practice, tmp_path):
    path = tmp_path / "copy.pdf"
    edition = Choices(date=DAY, ink=ink, only=("cover",), practice=practice())
    path.write_bytes(build(BOOK, edition).pdf)
    report = validation.validate_pdf(str(path), profile=validation.ValidationProfile.PDF_UA_1)
    assert not report.failures
    with pikepdf.open(path) as file:
        (picture,) = file.pages[0].get_images().values()
        space = str(picture.ColorSpace)
        bits = int(picture.BitsPerComponent)
    assert (space, bits) == {
        "colour": ("/DeviceRGB", 8),
        "grey": ("/DeviceGray", 8),
        "copy": ("/DeviceGray", 1),
    }[ink]
