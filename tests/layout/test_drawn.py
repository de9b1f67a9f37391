"""What ink there is, read back from small PDFs: rules, dots, tints, and where words stand."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from support.laid_out import lay_out, one_part, pdf_of
from support.marks import read_pages
from support.on_pages import by_section

MM = 72 / 25.4


def _draw(*blocks, **choices):
    book = one_part({"id": "one", "title": "T", "blocks": list(blocks)})
    with pikepdf.open(BytesIO(pdf_of(book, **choices))) as file:
        return read_pages(file), by_section(lay_out(book, **choices))["one"]


def test_rules_under_empty_cells_stop_short_of_each_other():
    drawn, _ = _draw({"table": ["A", "B", "C"], "rows": 3})
    rules: dict[float, list] = {}
    for sequence in drawn[0].sequences:
        for stroke in sequence.strokes if sequence.artifact else ():
            if stroke.y1 == stroke.y2:
                rules.setdefault(stroke.y1, []).append(stroke)
    rows = [sorted(found) for found in rules.values() if len(found) == 3]
    assert len(rows) == 3
    for row in rows:
        for left, right in pairwise(row):
            assert right.x1 - left.x2 == pytest.approx(2 * MM, abs=0.02)
        assert row[-1].x2 == pytest.approx(612 - 20 * MM, abs=0.02)


def test_only_headers_are_tinted():
    drawn, pages = _draw({"table": ["A", "B"], "rows": 30})
    for number, page in enumerate(drawn, start=1):
        fills = [r for s in page.sequences for r in s.rectangles if r.weight == 0]
        heads = [s for s in pages.rows if s.page == number and s.box.head]
        assert len(fills) == len(heads) == 1
        assert fills[0].height == pytest.approx(heads[0].area.height, abs=0.02)


def test_a_repeated_header_is_printed_on_each_page():
    drawn, pages = _draw({"table": ["Alpha", "Beta"], "rows": 30})
    assert len(drawn) > 1
    for number, page in enumerate(drawn, start=1):
        heads = [s for s in pages.rows if s.page == number and s.box.head]
        words = [w for w in page.words(artifacts=True) if w.text.strip() in ("Alpha", "Beta")]
        assert len(words) == 2
        for word in words:
            assert heads[0].area.bottom < word.baseline < heads[0].area.top


@pytest.mark.parametrize("ruling", ["dots", "grid", "blank"])
def test_dots_and_squares_stand_in_the_middle_of_their_width(ruling):
    drawn, _ = _draw({"prompt": "Q", "lines": 8, "ruling": ruling})
    (figure,) = [s for s in drawn[0].sequences if s.tag == "/Figure"]
    frame = 20 * MM, 612 - 20 * MM
    if ruling == "blank":
        (box,) = figure.rectangles
        assert (box.x, box.x + box.width) == pytest.approx(frame, abs=0.02)
        return
    left = min(s.x1 for s in figure.strokes) - frame[0]
    right = frame[1] - max(s.x2 for s in figure.strokes)
    assert left == pytest.approx(right, abs=0.05)
    assert left < 5 * MM
    upright = [s for s in figure.strokes if s.x1 == s.x2]
    assert bool(upright) == (ruling == "grid")
    assert bool(figure.strokes[0].dash) == (ruling == "dots")


def test_words_at_the_right_end_at_the_right():
    for name, block in {
        "chart": {"chart": "Q", "low": "a", "high": "b"},
        "scale": {"scale": "Q", "low": "a" * 12, "high": "b", "from": 0, "to": 11},
    }.items():
        drawn, pages = _draw(block, paper="a5" if name == "scale" else "letter")
        words = next(w for w in drawn[0].words() if w.text.strip() == "b")
        box = next(s for s in pages.paragraphs if pages.text(s) == "b")
        assert box.box.align == "right"
        assert words.x + words.width == pytest.approx(box.area.right, abs=0.05)


def test_capitals_stand_in_the_middle_of_their_line():
    """Which is what boxes to tick are set to, and numbers in circles."""
    drawn, pages = _draw({"checklist": ["HAVE", "HEED"], "columns": 1}, {"text": "Words."})
    for seen in pages.paragraphs:
        text = pages.text(seen)
        if text not in ("HAVE", "HEED", "Words."):
            continue
        word = next(w for w in drawn[0].words() if w.text.strip() == text)
        middle = seen.area.top - seen.box.style.leading / 2
        capitals = word.baseline + 0.668 / 2 * word.size
        assert capitals == pytest.approx(middle, abs=0.3)


def test_numbers_stand_in_the_middle_of_their_circles():
    drawn, pages = _draw({"scale": "Q", "low": "a", "high": "b"})
    words = [w for w in drawn[0].words() if w.text.strip().isdigit()]
    assert len(words) == len(pages.blanks) == 11
    for word, circle in zip(sorted(words), pages.blanks, strict=True):
        assert word.text.strip() == circle.box.label
        middle = circle.area.x + circle.area.width / 2
        assert word.x + word.width / 2 == pytest.approx(middle, abs=0.1)


def test_lines_to_sign_on_begin_after_their_words_at_the_baseline():
    drawn, pages = _draw({"signature": ["Name", "Date"]})
    strokes = [s for q in drawn[0].sequences if q.tag == "/Figure" for s in q.strokes]
    words = [w for w in drawn[0].words() if w.text.strip() in ("Name", "Date")]
    assert len(strokes) == 2
    for word, stroke in zip(sorted(words), sorted(strokes), strict=True):
        assert stroke.x1 - (word.x + word.width) == pytest.approx(1.5 * MM, abs=1)
        assert -4 < stroke.y1 - word.baseline < 2
    assert len(pages.blanks) == 2


@pytest.mark.parametrize(("role", "share"), [("note", 1), ("safety", 2)])
@pytest.mark.parametrize("ink", ["colour", "copy"])
def test_the_bar_of_what_is_about_safety_is_twice_as_wide(role, share, ink):
    drawn, pages = _draw({"callout": "Words.", "role": role}, ink=ink)
    artifacts = [s for s in drawn[0].sequences if s.artifact and not s.subtype]
    bars = [r for s in artifacts for r in s.rectangles if r.height > 20]
    lines = [x for s in artifacts for x in s.strokes if x.x1 == x.x2]
    if ink == "colour":
        (bar,) = bars
        assert bar.width == pytest.approx(1.1 * MM * share, abs=0.02)
        assert not lines
    else:
        assert not bars
        assert len(lines) == share + 1
    text = next(s for s in pages.paragraphs if pages.text(s) == "Words.")
    assert text.area.x == pytest.approx(25 * MM, abs=0.1)


def test_the_same_logo_is_stored_once_and_drawn_on_each_page(tmp_path):
    from PIL import Image

    Image.new("RGB", (40, 20), (10, 90, 90)).save(tmp_path / "logo.png")
    (tmp_path / "practice.yaml").write_text("name: A practice\nlogo: logo.png\nheader: true\n")
    book = one_part({"id": "one", "title": "T", "blocks": [{"prompt": "Q", "lines": 60}]})
    data = pdf_of(book, practice=tmp_path / "practice.yaml")
    with pikepdf.open(BytesIO(data)) as file:
        images = {o.objgen for o in file.objects if str(getattr(o, "Subtype", "")) == "/Image"}
        shown = [page.Contents.read_bytes().count(b" Do") for page in file.pages]
    assert len(images) == 1
    assert len(shown) > 1
    assert set(shown) == {1}
