"""Everything on paper is tagged once or is an artifact, and the file's tables agree."""

from __future__ import annotations

from collections import Counter

import pikepdf
import pytest

from support.structure import HEADINGS

# What the promises below are about; each says nothing of a sample without any.
SOUGHT = {
    "annotations": lambda built: list(built.tree.targets()),
    "annotations of links to the web": lambda built: [
        target for target in built.tree.targets() if not target.leads_to.startswith("page ")
    ],
    "artifacts": lambda built: [s for page in built.pages for s in page.sequences if s.artifact],
    "header cells of columns": lambda built: _headers(built, "Column"),
    "header cells of rows": lambda built: _headers(built, "Row"),
    "tables with rows": lambda built: [t for t in built.tree.all("Table") if len(t.kids) > 2],
    "lists with labels": lambda built: [i for i in built.tree.all("LI") if len(i.kids) == 2],
    "lists without labels": lambda built: [i for i in built.tree.all("LI") if len(i.kids) == 1],
    "figures": lambda built: built.tree.all("Figure"),
    "headings below the first level": lambda built: built.tree.all(*HEADINGS - {"H1"}),
    "elements on two pages": lambda built: [
        node
        for node in built.tree.walk()
        if node.tag not in ("Document", "Part", "Sect")
        and len({mark.page for mark in node.marks()}) > 1
    ],
}


def _headers(built, scope: str) -> list:
    return [cell for cell in built.tree.all("TH") if cell.attributes.get("Scope") == scope]


@pytest.mark.parametrize("sought", SOUGHT)
def test_there_are_some(sought, every_pdf):
    found = sum(len(SOUGHT[sought](built)) for built in every_pdf)
    assert found >= 2, f"give a sample in tests/samples/ more {sought}"


def test_no_ink_outside_marked_content(any_pdf):
    loose = {number: page.loose for number, page in enumerate(any_pdf.pages, 1) if page.loose}
    assert not loose


def test_each_marked_sequence_is_in_the_tree_once(any_pdf):
    drawn = Counter(
        (number, sequence.mcid)
        for number, page in enumerate(any_pdf.pages)
        for sequence in page.sequences
        if sequence.mcid is not None
    )
    assert Counter((mark.page, mark.mcid) for mark in any_pdf.tree.marks()) == drawn
    assert set(drawn.values()) == {1}


def test_sequences_are_artifacts_or_have_an_mcid(any_pdf):
    for page in any_pdf.pages:
        for sequence in page.sequences:
            assert sequence.artifact == (sequence.mcid is None), sequence


def test_sequences_bear_their_elements_tag(any_pdf):
    drawn = [page.by_mcid() for page in any_pdf.pages]
    for node in any_pdf.tree.walk():
        for mark in node.kids:
            if hasattr(mark, "mcid"):
                assert drawn[mark.page][mark.mcid].tag == f"/{node.tag}"


def test_parent_tree_leads_back_to_the_elements(any_pdf):
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for node in any_pdf.tree.walk():
        for mark in node.kids:
            if hasattr(mark, "mcid"):
                owners[mark.page, mark.mcid] = node.objgen
    parents = _parent_tree(any_pdf.file)
    for number, page in enumerate(any_pdf.file.pages):
        mine = {mcid: owner for (on, mcid), owner in owners.items() if on == number}
        assert page.Tabs == pikepdf.Name.S
        if not mine:
            assert "/StructParents" not in page
            continue
        listed = parents[int(page.StructParents)]
        assert {mcid: element.objgen for mcid, element in enumerate(listed)} == mine


def test_annotations_are_in_the_tree_once(any_pdf):
    parents = _parent_tree(any_pdf.file)
    told = Counter()
    for node in any_pdf.tree.walk():
        for target in node.targets() if node.tag == "Link" else ():
            told[target.objgen] += 1
            assert parents[target.struct_parent].objgen == node.objgen
            assert target.contents
    drawn = Counter(
        annotation.objgen
        for page in any_pdf.file.pages
        for annotation in page.obj.get("/Annots", pikepdf.Array())
    )
    assert told == drawn


def test_every_element_has_words_or_parts_of_its_own(any_pdf):
    for node in any_pdf.tree.walk():
        if node.tag not in ("TD", "TH"):
            assert node.kids, node


def test_header_cells_tell_what_they_head(any_pdf):
    for cell in any_pdf.tree.all("TH"):
        assert cell.attributes.get("Scope") in ("Column", "Row")


def test_rows_of_a_table_have_as_many_cells(any_pdf):
    for table in any_pdf.tree.all("Table"):
        assert all(row.tag == "TR" for row in table.kids)
        assert len({len(row.kids) for row in table.kids}) == 1


def test_lists_are_made_of_items(any_pdf):
    for listing in any_pdf.tree.all("L"):
        assert "ListNumbering" in listing.attributes
        for item in listing.kids:
            assert item.tag == "LI"
            assert [part.tag for part in item.kids] in (["Lbl", "LBody"], ["LBody"])


def test_figures_have_words_and_a_box_around_their_ink(any_pdf):
    for figure in any_pdf.tree.all("Figure"):
        assert figure.alt
        (mark,) = figure.marks()
        left, bottom, right, top = figure.attributes["BBox"]
        ink = any_pdf.pages[mark.page].by_mcid()[mark.mcid].extents
        assert ink is not None, f"nothing is drawn for {figure.alt}"
        assert left - 3 <= ink[0], figure.alt
        assert bottom - 3 <= ink[1], figure.alt
        assert ink[2] <= right + 3, figure.alt
        assert ink[3] <= top + 3, figure.alt


def test_heading_levels_go_down_one_by_one(any_pdf):
    level = 0
    for heading in any_pdf.tree.all("H1", "H2", "H3", "H4", "H5", "H6"):
        assert int(heading.tag[1]) <= level + 1, heading.text
        level = int(heading.tag[1])


def _parent_tree(file: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    return dict(pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree))
