"""What `check` warns of: hard reading, unlisted addresses, stale numbers, spilled pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from support.builds import PAPERS
from workbook.checking.book import Checked, check
from workbook.choices.choices import Choices
from workbook.cli import main
from workbook.content.reader import read_file

HEAD = """\
title: A book
region: us
helplines: helplines.yaml
links: [listed.org]
parts:
  - title: A part
    opening: false
    worksheets:
      - id: first
        title: A page
        pages: 1
        blocks:
"""
HELPLINES = """\
regions:
  us:
    name: Here
    lines:
      - {name: A line, contact: ["123"], verified: 2026-01-01, source: listed.org}
"""


def checked(
    folder: Path,
    blocks: str,
    day: date = date(2026, 6, 1),
    head: str = HEAD,
    *,
    large: bool = False,
) -> Checked:
    (folder / "helplines.yaml").write_text(HELPLINES)
    path = folder / "book.yaml"
    path.write_text(head + "".join(f"          {line}\n" for line in blocks.splitlines()))
    return check(read_file(path), Choices(date=day, type="large" if large else None), PAPERS)


@pytest.fixture
def warnings(tmp_path: Path):
    def told(blocks: str, day: date = date(2026, 6, 1), head: str = HEAD) -> list[str]:
        problems = checked(tmp_path, blocks, day, head).warnings
        assert all(problem.warning for problem in problems)
        return [f"{problem.place.line}: {problem.what}" for problem in problems]

    return told


def test_plain_words_pass(warnings):
    assert warnings("- text: The cat sat on the mat. It was a warm day, and she slept.") == []


def test_a_long_sentence_is_told_at_its_line(warnings):
    words = " ".join(["one"] * 26)
    assert warnings(f"- text: A cat.\n- text: {words}.") == [
        f"14: a sentence of 26 words: “{words[:50]}…”"
    ]
    assert warnings(f"- text: {' '.join(['one'] * 25)}.") == []


def test_hard_words_raise_the_grade(warnings):
    hard = "Institutional considerations necessitate comprehensive deliberation. " * 8
    (told,) = warnings(f"- text: {hard}")
    assert told.startswith("9: `first` reads at grade ")


def test_names_and_numbers_are_left_out_of_the_grade(warnings):
    names = "I met Alexandra Konstantinopoulou at 1234567 today. " * 8
    assert warnings(f"- text: {names}") == []


def test_a_clinicians_text_may_be_hard(warnings):
    hard = "Institutional considerations necessitate comprehensive deliberation. " * 8
    assert warnings(f"- text: {hard}", head="audience: clinician\n" + HEAD) == []


def test_an_address_must_be_listed(warnings):
    assert warnings("- text: Look at listed.org or at www.listed.org first.") == []
    (told,) = warnings("- text: Look at other.org first.")
    assert told == "13: `other.org` is not on the book's list of web addresses"
    (linked,) = warnings("- text: Look [here](https://other.org/x) first.")
    assert "`other.org`" in linked


def test_a_number_checked_long_ago_is_told(warnings):
    assert warnings("- helplines: region", date(2026, 6, 30)) == []
    (told,) = warnings("- helplines: region", date(2026, 7, 1))
    assert told == "3: `A line` (us) was last checked 181 days ago"


def test_numbers_of_regions_that_are_not_printed_grow_stale_too(warnings):
    (told,) = warnings("- text: The cat sat on the mat.", date(2026, 7, 1))
    assert "`A line` (us)" in told


def test_a_worksheet_may_take_more_pages_on_one_paper(warnings):
    head = HEAD.replace("pages: 1", "pages: {letter: 2, a4: 1}")
    assert warnings("- prompt: What now?\n  lines: 30", head=head) == [
        "11: `first` takes 2 pages on a4, meant for 1",
    ]


def test_a_worksheet_that_spills_is_told_for_each_paper(warnings):
    assert warnings("- prompt: What now?\n  lines: 30") == [
        "11: `first` takes 2 pages on letter, meant for 1",
        "11: `first` takes 2 pages on a4, meant for 1",
    ]


GROWING = "- prompt: What now?\n  lines: 18"
SECOND = "      - id: second\n        title: Another\n        blocks: [{text: Words.}]\n"


def test_large_print_tells_what_grows_and_warns_of_no_pages(tmp_path):
    head = HEAD.replace("      - id: first", SECOND + "      - id: first")
    pages, warnings, notes = checked(tmp_path, GROWING, large=True, head=head)
    assert pages == {"letter": 3, "a4": 3}
    assert warnings == []
    assert notes == [
        "large print on letter: 3 pages, 2 in standard type",
        "  2 pages, not 1: first",
        "large print on a4: 3 pages, 2 in standard type",
        "  2 pages, not 1: first",
    ]


def test_large_print_is_held_to_everything_but_its_pages(tmp_path):
    warnings = checked(tmp_path, f"- text: {' '.join(['one'] * 26)}.", large=True).warnings
    assert [warning.what[:23] for warning in warnings] == ["a sentence of 26 words:"]


def test_standard_type_has_nothing_to_note(tmp_path):
    pages, warnings, notes = checked(tmp_path, GROWING)
    assert pages == {"letter": 1, "a4": 1}
    assert not warnings
    assert not notes


def test_notes_follow_the_summary_and_are_no_faults(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    checked(tmp_path, GROWING, head=HEAD.replace("title: A book", "title: Un livre\nlanguage: fr"))
    choices = ["check", "book.yaml", "--strict", "--type", "large", "--date", "2026-06-01"]
    done = CliRunner().invoke(main, choices)
    assert done.exit_code == 0
    assert not done.stderr
    summary, *notes = done.stdout.splitlines()
    assert summary.startswith("book.yaml: no faults, no warnings; 2 pages on letter")
    assert notes[0] == "large print on letter: 2 pages, 1 in standard type"
    assert notes[-1].startswith("no reading measure for `fr` yet")


HIGH = """\
- heading: A day of waves
- chart: How high was the wave?
  low: calm
  high: strong
  height: {height}
"""


@pytest.mark.parametrize(("height", "left_alone"), [(150, []), (200, ["letter"])])
def test_words_that_had_to_be_left_alone_are_told(warnings, height, left_alone):
    told = warnings(HIGH.format(height=height), head=HEAD.replace("pages: 1", "pages: 9"))
    expected = [
        f"14: on {paper} the words above this are left alone on page 1: "
        "it is too high to stay with them"
        for paper in left_alone
    ]
    assert [words for words in told if "left alone" in words] == expected
