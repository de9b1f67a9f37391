"""What no ordinary rule lets fit on a page is cut all the same, and nothing is lost."""

from __future__ import annotations

import pypdfium2
import yaml

from support.builds import DAY
from workbook.choices.choices import Choices
from workbook.making.pipeline import build


def test_a_row_higher_than_a_page_is_cut_though_rows_should_stay_together(tmp_path):
    words = [f"w{number}" for number in range(260)]
    high = f"{' '.join(words[:80])}\n\n- {' '.join(words[80:160])}\n- {' '.join(words[160:])}"
    rows = {"x": ["a", "b", high], **{name: ["a", "b", "c"] for name in "yzw"}}
    block = {"comparison": ["A", "B", "C"], "mine": True, "rows": rows}
    worksheet = {"id": "one", "title": "One", "blocks": [block]}
    part = {"title": "A part", "opening": False, "worksheets": [worksheet]}
    path = tmp_path / "book.yaml"
    path.write_text(yaml.safe_dump({"title": "A book", "parts": [part]}), "utf-8")
    document = pypdfium2.PdfDocument(build(path, Choices(date=DAY)).pdf)
    found = " ".join(page.get_textpage().get_text_range() for page in document).split()
    assert len(document) > 1
    document.close()
    assert [word for word in found if word in set(words)] == words
