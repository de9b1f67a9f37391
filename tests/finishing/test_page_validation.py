"""Every sample, book and edition obeys PDF/UA-1, as the quick checker sees it.

PDF/A is left to veraPDF: page-validation takes a stream whose data end in CR for a broken one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import page
import pikepdf
import pytest

from support.builds import sample_path

if TYPE_CHECKING:
    from pathlib import Path


def failures(path: Path) -> list[str]:
    """The rules that a file breaks."""
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant == (not report.failures)
    return [failure.rule_id for failure in report.failures]


def test_file_obeys(any_pdf):
    assert failures(any_pdf.path) == []


@pytest.mark.parametrize("size", ["standard", "large"])
def test_editions_obey(editions, size):
    found = {path.name: failures(path) for path in editions(size)}
    assert {name: rules for name, rules in found.items() if rules} == {}


def test_checker_sees_missing_metadata(built, tmp_path):
    whole = built(sample_path("break"), "letter")
    with pikepdf.open(whole.path) as file:
        del file.Root.Metadata
        file.save(tmp_path / "broken.pdf")
    assert failures(tmp_path / "broken.pdf") != []
