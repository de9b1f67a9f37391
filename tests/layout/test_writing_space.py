"""Room to write: counted in lines of nine millimetres, cut with three on either side."""

from __future__ import annotations

import pytest

from workbook.layout.writing import WritingSpace

LINE = 9 * 72 / 25.4
WIDTH = 470.0


@pytest.mark.parametrize("ruling", ["ruled", "dots", "grid", "blank"])
def test_height_is_lines_times_nine_millimetres(sheet, faces, ruling):
    assert WritingSpace(sheet, 8, ruling=ruling).height(WIDTH, faces) == pytest.approx(
        204.09, abs=0.01
    )


@pytest.mark.parametrize(
    ("lines", "room", "pieces"),
    [
        (8, 5.5, (5, 3)),
        (8, 7.9, (5, 3)),
        (8, 4.0, (4, 4)),
        (8, 3.0, (3, 5)),
        (8, 2.9, None),
        (6, 5.0, (3, 3)),
        (5, 4.9, None),
        (1, 0.5, None),
        (500, 23.5, (23, 477)),
    ],
)
def test_cut_with_three_lines_on_either_side(sheet, faces, lines, room, pieces):
    found = WritingSpace(sheet, lines).split(WIDTH, room * LINE, faces)
    assert pieces == (found and (found[0].lines, found[1].lines))


@pytest.mark.parametrize(("lines", "least"), [(1, 1), (5, 5), (6, 3), (30, 3)])
def test_least_piece(sheet, faces, lines, least):
    assert WritingSpace(sheet, lines).least(WIDTH, faces) == pytest.approx(least * LINE)


def test_the_piece_before_a_cut_takes_the_rest_of_its_page(sheet, faces):
    head, tail = WritingSpace(sheet, 10).split(WIDTH, 5 * LINE, faces)
    assert (head.stretch, tail.stretch) == (1, 0)


def test_pieces_keep_what_is_known_of_the_whole(sheet, faces):
    whole = WritingSpace(sheet, 10, ruling="dots", below=3.0, label="Q", fill=True)
    for piece in whole.split(WIDTH, 5 * LINE, faces):
        assert (piece.ruling, piece.below, piece.label) == ("dots", 3.0, "Q")
        assert piece.purpose == "drawing"


@pytest.mark.parametrize(
    ("ruling", "purpose"),
    [("ruled", "lines"), ("dots", "drawing"), ("grid", "drawing"), ("blank", "drawing")],
)
def test_only_lines_are_for_words(sheet, ruling, purpose):
    assert WritingSpace(sheet, 4, ruling=ruling).purpose == purpose


def test_only_a_filling_space_stretches(sheet):
    assert WritingSpace(sheet, 4).stretch == 0
    assert WritingSpace(sheet, 4, fill=True).stretch == 1


def test_the_same_room_on_both_papers(built):
    from support.builds import sample_path

    told = [
        [f.alt for f in built(sample_path("letter"), paper).tree.all("Figure")][:3]
        for paper in ("letter", "a4")
    ]
    assert told[0] == told[1]
    assert told[0][0] == "Ruled space to write, 6 lines"


def test_steps_share_what_a_page_has_left(tmp_path):
    from support.builds import DAY, Built
    from workbook.choices.choices import Choices
    from workbook.making.pipeline import build

    lowest = {}
    for fill in ("false", "true"):
        text = "title: T\nparts:\n  - title: P\n    opening: none\n    worksheets:\n"
        text += "      - id: one\n        title: One\n        blocks:\n"
        text += f"          - steps: [First, Then, Last]\n            fill: {fill}\n"
        content, path = tmp_path / "book.yaml", tmp_path / f"{fill}.pdf"
        content.write_text(text, "utf-8")
        path.write_bytes(build(content, Choices(paper="letter", date=DAY)).pdf)
        figures = Built(content, "letter", path).tree.all("Figure")
        lowest[fill] = min(figure.attributes["BBox"][1] for figure in figures)
    assert lowest["false"] > 400
    assert lowest["true"] < 100
