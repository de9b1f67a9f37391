"""Damages to what pages draw, and to the way back from it to the tree."""

from __future__ import annotations

import pikepdf

from support.damages import damage


def numbers(file: pikepdf.Pdf) -> pikepdf.NumberTree:
    return pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)


def draw(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Replace what page 1 draws, once."""
    drawn = file.pages[0].Contents.read_bytes()
    assert old in drawn
    file.pages[0].Contents.write(drawn.replace(old, new, 1))


@damage("test_no_ink_outside_marked_content", "ua1 7.1-3")
def untagged_text(file):
    name = next(iter(file.pages[0].Resources.Font.keys()))
    code = f"BT {name} 12 Tf 1 0 0 1 100 400 Tm (a) Tj ET".encode()
    file.pages[0].contents_add(code)


@damage("test_no_ink_outside_marked_content", "ua1 7.1-3")
def untagged_line(file):
    file.pages[0].contents_add(b"100 400 m 200 400 l S")


@damage("ua1 PDFUA1-ARTIFACT-NESTED-001", "ua1 7.1-1")
def an_artifact_inside_content(file):
    draw(file, b"<</MCID 1>> BDC", b"<</MCID 1>> BDC /Artifact BMC EMC")


@damage("test_sequences_are_artifacts_or_have_an_mcid", "ua1 7.1-3")
def content_without_its_mcid(file):
    draw(file, b"<</MCID 1>> BDC", b"<<>> BDC")


@damage("test_each_marked_sequence_is_in_the_tree_once")
def an_mcid_twice(file):
    draw(file, b"<</MCID 2>> BDC", b"<</MCID 1>> BDC")


@damage("test_parent_tree_leads_back_to_the_elements")
def parent_tree_leads_to_another_element(file):
    parents = numbers(file)[int(file.pages[0].StructParents)]
    parents[0], parents[1] = parents[1], parents[0]


@damage("test_parent_tree_leads_back_to_the_elements", "ua1 7.1-3")
def parent_tree_lacks_the_page(file):
    del numbers(file)[int(file.pages[0].StructParents)]


@damage("test_parent_tree_leads_back_to_the_elements", "ua1 7.1-3")
def no_parent_tree(file):
    del file.Root.StructTreeRoot.ParentTree


@damage("test_parent_tree_leads_back_to_the_elements", "ua1 7.1-3")
def no_struct_parents(file):
    del file.pages[0].StructParents
