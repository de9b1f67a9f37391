"""Every sample and the book obey PDF/UA-1, as the quick checker sees it."""

from __future__ import annotations

import page
import pikepdf
from builds import sample_path


def test_file_obeys(any_pdf):
    report = page.validate_pdf(str(any_pdf.path), profile=page.ValidationProfile.PDF_UA_1)
    assert not report.failures
    assert report.is_compliant


def test_checker_sees_missing_metadata(built, tmp_path):
    whole = built(sample_path("break"), "letter")
    with pikepdf.open(whole.path) as file:
        del file.Root.Metadata
        file.save(tmp_path / "broken.pdf")
    report = page.validate_pdf(
        str(tmp_path / "broken.pdf"), profile=page.ValidationProfile.PDF_UA_1
    )
    assert not report.is_compliant
