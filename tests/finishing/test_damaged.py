"""Our own file, damaged in one place at a time: the checks that pass it have to see each damage.

The checks are the ones of the other test files, called with the damaged file, and page-validation
as PDF/UA-1 and PDF/A-2a. veraPDF, which needs Java, looks at all the copies in one run.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

import page
import pikepdf
import pytest
import test_metadata
import test_verapdf
from builds import TESTS, Built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

CONTENT = """
title: A small book
language: en
links: [example.org]
parts:
  - title: Reading
    opening: false
    worksheets:
      - id: words
        title: Words to read
        blocks:
          - text: |
              A [place to read on](https://example.org/read).

              - one thing
              - another thing
          - heading: Room to write
          - prompt: What was it like?
            lines: 2
          - comparison: [A calm day, A hard day]
            rows:
              Morning: [Tea., Up late.]
"""
PROFILES = {
    "ua1": page.ValidationProfile.PDF_UA_1,
    "2a": page.ValidationProfile.PDF_A_2A,
}
DAMAGES: list[Damage] = []

verapdf = test_verapdf.verapdf


@dataclass(frozen=True)
class Damage:
    """One way to spoil a file, and what has to tell: a check of ours and a rule of veraPDF.

    `seen_by` is a test's name, or a profile and a rule of page-validation; `vera` is a profile
    and a rule, "" where veraPDF sees nothing.
    """

    name: str
    spoil: Callable[[pikepdf.Pdf], object]
    seen_by: str
    vera: str


def damage(seen_by: str, vera: str = "") -> Callable:
    """Lists what a function does to a file as a damage."""

    def listed(spoil: Callable[[pikepdf.Pdf], object]) -> Callable:
        name = spoil.__name__.replace("_", "-")
        DAMAGES.append(Damage(name, spoil, seen_by, vera))
        return spoil

    return listed


def elements(file: pikepdf.Pdf, tag: str) -> Iterator[pikepdf.Object]:
    """Structure elements of `tag`, in reading order."""
    waiting = [file.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if not (isinstance(element, pikepdf.Dictionary) and "/S" in element):
            continue
        if str(element.S)[1:] == tag:
            yield element
        kids = element.get("/K", pikepdf.Array())
        waiting = [*(kids if isinstance(kids, pikepdf.Array) else [kids]), *waiting]


def first(file: pikepdf.Pdf, tag: str) -> pikepdf.Object:
    return next(elements(file, tag))


def link(file: pikepdf.Pdf) -> pikepdf.Object:
    return file.pages[0].Annots[0]


def fonts(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(file.pages[0].Resources.Font.values())


def numbers(file: pikepdf.Pdf) -> pikepdf.NumberTree:
    return pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)


def rewrite_packet(file: pikepdf.Pdf, old: str, new: str) -> None:
    packet = file.Root.Metadata.read_bytes()
    assert old.encode() in packet
    file.Root.Metadata.write(packet.replace(old.encode(), new.encode()))


def draw(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Replace what page 1 draws, once."""
    drawn = file.pages[0].Contents.read_bytes()
    assert old in drawn
    file.pages[0].Contents.write(drawn.replace(old, new, 1))


@damage("ua1 PDFUA1-TEXT-LANGUAGE-001", "ua1 7.2-34")
def no_language(file):
    del file.Root.Lang


@damage("ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "ua1 7.3-1")
def no_words_for_a_figure(file):
    del first(file, "Figure").Alt


@damage("ua1 PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "ua1 7.3-1")
def empty_words_for_a_figure(file):
    first(file, "Figure").Alt = ""


@damage("2a PDFA2A-TAGGED-DOCUMENT-001", "2a 6.7.2.2-1")
def no_mark_info(file):
    del file.Root.MarkInfo


@damage("ua1 PDFUA1-TAGGED-DOCUMENT-001", "ua1 6.2-1")
def marked_is_false(file):
    file.Root.MarkInfo.Marked = False


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


@damage("ua1 PDFUA1-PAGE-TABS-001", "ua1 7.18.3-1")
def no_tab_order(file):
    del file.pages[0].Tabs


@damage("ua1 PDFUA1-PAGE-TABS-001", "ua1 7.18.3-1")
def tab_order_by_rows(file):
    file.pages[0].Tabs = pikepdf.Name.R


@damage("2a PDFA2A-METADATA-STRUCTURE-001", "2a 6.6.2.1-1")
def no_metadata(file):
    del file.Root.Metadata


@damage("ua1 PDFUA1-ID-SCHEMA-001", "ua1 5-1")
def no_pdfua_identifier(file):
    rewrite_packet(file, "<pdfuaid:part>1</pdfuaid:part>", "")


@damage("2a PDFA2A-ID-PART-001", "2a 6.6.4-2")
def no_pdfa_identifier(file):
    rewrite_packet(file, "<pdfaid:part>2</pdfaid:part>", "")


@damage("ua1 PDFUA1-METADATA-TITLE-001", "ua1 7.1-9")
def no_title_in_metadata(file):
    packet = file.Root.Metadata.read_bytes().decode()
    start, end = packet.index("<dc:title>"), packet.index("</dc:title>") + len("</dc:title>")
    rewrite_packet(file, packet[start:end], "")


@damage("test_title_author_and_language")
def titles_that_differ(file):
    file.docinfo.Title = "Another"


@damage("ua1 PDFUA1-VIEWER-PREFERENCES-001", "ua1 7.1-10")
def window_shows_the_file_name(file):
    file.Root.ViewerPreferences.DisplayDocTitle = False


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


@damage("test_fonts_are_embedded_subsets", "ua1 7.21.7-1")
def no_letters_for_a_font(file):
    del fonts(file)[0].ToUnicode


@damage("test_fonts_are_embedded_subsets", "2a 6.2.11.4.1-1")
def font_not_embedded(file):
    del fonts(file)[0].FontDescriptor.FontFile2


@damage("2a PDFA2A-DEVICE-RGB-001", "2a 6.2.4.3-2")
def no_output_intent(file):
    del file.Root.OutputIntents


@damage("test_figures_have_words_and_a_box_around_their_ink")
def figure_without_its_box(file):
    del first(file, "Figure").A.BBox


@damage("test_figures_have_words_and_a_box_around_their_ink")
def figure_with_a_box_elsewhere(file):
    first(file, "Figure").A.BBox = [0, 0, 10, 10]


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


@damage("test_nothing_runs_or_is_attached", "2a 6.5.1-1")
def script_on_opening(file):
    file.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.beep()")
    )


def _is_reference(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.OBJR


@pytest.fixture(scope="session")
def undamaged(built, tmp_path_factory) -> Built:
    content = tmp_path_factory.mktemp("small") / "small.yaml"
    content.write_text(CONTENT, "utf-8")
    return built(content, "letter")


@pytest.fixture(scope="session")
def damaged(undamaged, tmp_path_factory) -> Callable[[Damage], Path]:
    folder = tmp_path_factory.mktemp("damaged")

    def copy(damage: Damage) -> Path:
        path = folder / f"{damage.name}.pdf"
        with pikepdf.open(undamaged.path) as file:
            damage.spoil(file)
            file.save(path)
        return path

    return copy


@pytest.fixture(scope="session")
def own_checks() -> dict[str, Callable[..., None]]:
    """Tests of `test_tagging.py` and `test_metadata.py` that look at one finished file."""
    return {
        name: check
        for module in (_tagging(), test_metadata)
        for name, check in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("test_") and list(inspect.signature(check).parameters) == ["any_pdf"]
    }


def _tagging() -> ModuleType:
    spec = spec_from_file_location("tagging", TESTS / "layout" / "test_tagging.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def complaints(made: Built, own_checks: dict[str, Callable[..., None]]) -> list[str]:
    """Which checks refuse a file: our own by name, page-validation's as `ua1` or `2a` and rule."""
    found = []
    for name, check in own_checks.items():
        try:
            check(made)
        # A damaged file may stop a check while it reads; that fails its test as well.
        except Exception:
            found.append(name)
    for flavour, profile in PROFILES.items():
        report = page.validate_pdf(str(made.path), profile=profile)
        found += [f"{flavour} {failure.rule_id}" for failure in report.failures]
    return found


def test_the_undamaged_file_passes(undamaged, own_checks):
    assert complaints(undamaged, own_checks) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage_is_seen(damage, undamaged, damaged, own_checks):
    made = Built(undamaged.content, "letter", damaged(damage))
    found = complaints(made, own_checks)
    made.file.close()
    assert damage.seen_by in found


def test_verapdf_sees_what_its_profiles_ask(verapdf, undamaged, damaged):
    files = {damage.name: damaged(damage) for damage in DAMAGES}
    asked = [(flavour, path) for flavour in PROFILES for path in (undamaged.path, *files.values())]
    found = verapdf(asked)
    rules = {
        damage.name: {
            f"{flavour} {line.split()[0]}"
            for flavour in PROFILES
            for line in found[flavour, str(files[damage.name])]
        }
        for damage in DAMAGES
    }
    assert [found[flavour, str(undamaged.path)] for flavour in PROFILES] == [[], []]
    unseen = {d.name: rules[d.name] for d in DAMAGES if d.vera and d.vera not in rules[d.name]}
    assert unseen == {}
    assert {d.name for d in DAMAGES if not d.vera and rules[d.name]} == set()
