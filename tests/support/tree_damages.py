"""Damages to the structure tree: its figures, tables, lists, headings, links and tags."""

from __future__ import annotations

import pikepdf

from support.damages import damage, first


def link(file: pikepdf.Pdf) -> pikepdf.Object:
    return file.pages[0].Annots[0]


@damage("ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "ua1 7.3-1")
def no_words_for_a_figure(file):
    del first(file, "Figure").Alt


@damage("ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "ua1 7.3-1")
def empty_words_for_a_figure(file):
    first(file, "Figure").Alt = ""


@damage("test_figures_have_words_and_a_box_around_their_ink")
def figure_without_its_box(file):
    del first(file, "Figure").A.BBox


@damage("test_figures_have_words_and_a_box_around_their_ink")
def figure_with_a_box_elsewhere(file):
    first(file, "Figure").A.BBox = [0, 0, 10, 10]


@damage("test_header_cells_tell_what_they_head", "ua1 7.5-1")
def header_cell_without_scope(file):
    del first(file, "TH").A


@damage("test_rows_of_a_table_have_as_many_cells", "ua1 7.2-42")
def row_lacks_a_cell(file):
    first(file, "TR").K.pop()


@damage("ua1 PDFUA1-LI-PARENT-001", "ua1 7.2-17")
def item_outside_a_list(file):
    listing = first(file, "L")
    item = listing.K[0]
    del listing.K[0]
    item.P = listing.P
    listing.P.K.append(item)


@damage("test_lists_are_made_of_items", "ua1 7.2-19")
def paragraph_in_a_list(file):
    first(file, "LI").S = pikepdf.Name.P


@damage("test_heading_levels_go_down_one_by_one", "ua1 7.4.2-1")
def heading_level_skipped(file):
    first(file, "H2").S = pikepdf.Name.H4


@damage("ua1 PDFUA1-LINK-CONTENTS-001", "ua1 7.18.5-2")
def link_without_words(file):
    del link(file).Contents


@damage("ua1 PDFUA1-LINK-LINK-TAG-001", "ua1 7.18.5-1")
def link_without_struct_parent(file):
    del link(file).StructParent


@damage("test_annotations_are_in_the_tree_once")
def link_not_in_the_tree(file):
    element = first(file, "Link")
    element.K = pikepdf.Array([kid for kid in element.K if not _is_reference(kid)])


@damage("ua1 PDFUA1-LINK-LINK-TAG-001", "ua1 7.18.5-1")
def link_tagged_as_words(file):
    first(file, "Link").S = pikepdf.Name.Span


@damage("ua1 PDFUA1-STRUCT-TREE-ROOT-001", "2a 6.7.3.3-1")
def no_structure(file):
    del file.Root.StructTreeRoot


@damage("ua1 PDFUA1-STRUCT-TREE-ROLE-MAP-001", "ua1 7.1-5")
def unknown_tag(file):
    first(file, "P").S = pikepdf.Name.Paragraphe


@damage("ua1 PDFUA1-STRUCT-TREE-ROLE-MAP-CYCLE-001", "ua1 7.1-6")
def roles_that_go_in_a_circle(file):
    file.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(
        Foo=pikepdf.Name.Bar, Bar=pikepdf.Name.Foo
    )
    first(file, "P").S = pikepdf.Name.Foo


@damage("ua1 PDFUA1-STRUCT-TREE-ROLE-MAP-STANDARD-001", "ua1 7.1-7")
def standard_tag_given_another_role(file):
    file.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(P=pikepdf.Name.Span)


@damage("test_every_element_has_words_or_parts_of_its_own")
def element_without_content(file):
    del first(file, "P").K


def _is_reference(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.OBJR
