"""What an element tells of itself: its marks on any page, its annotations, its words."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from support.builds import DAY
from support.marks import read_pages
from support.structure import Mark, Target, read_tree
from workbook.choices.choices import Choices
from workbook.choices.ink import Ink
from workbook.choices.sheet import sheet_for
from workbook.pdf.canvas import TaggedCanvas
from workbook.pdf.element import Element
from workbook.pdf.faces import Faces
from workbook.pdf.pen import Pen

BLACK = Ink(0, 0, 0)


def test_a_paragraph_over_three_pages_is_one_element():
    document = Element("Document")
    sheet = sheet_for(Choices(date=DAY), "en")
    pen = Pen(TaggedCanvas(sheet.paper, "en", DAY, document), Faces(), sheet, {"there": 3})
    first, long = document.add("P"), document.add("P", title="Ünïcode (words)", lang="es")
    link = long.add("Link", alt="a \\ b")

    def write(element: Element, words: str) -> None:
        with pen.tag(element):
            pen.text(72, 700, [(pen.faces.face("text"), words)], 10, BLACK)

    write(first, "first")
    write(long, "one ")
    pen.new_page()
    write(long, "two ")
    write(link, "linked ")
    pen.link(link, (72, 690, 100, 710), "to a place", "there")
    pen.new_page()
    write(long, "three")
    write(long, " and four")
    pen.new_page()
    with pikepdf.open(BytesIO(pen.canvas.finish())) as file:
        read = read_tree(file, read_pages(file)).kids[1]
        root = file.Root.StructTreeRoot
        parents = pikepdf.NumberTree(root.ParentTree)
        assert [str(parents[page.obj.StructParents][-1].S) for page in file.pages] == [
            *("/P", "/Link", "/P")
        ]
        (annotation,) = file.pages[1].obj.Annots
        assert str(parents[annotation.StructParent].S) == "/Link"
        assert int(root.ParentTreeNextKey) == 4
        assert str(root.K.K[1].Lang) == "es"
        assert root.K.P.objgen == root.objgen
    inner, *marks = read.kids
    assert marks == [
        Mark(0, 1, "one "),
        Mark(1, 0, "two "),
        Mark(2, 0, "three"),
        Mark(2, 1, " and four"),
    ]
    assert (read.title, inner.alt) == ("Ünïcode (words)", "a \\ b")
    said, target = inner.kids
    assert said == Mark(1, 1, "linked ")
    assert isinstance(target, Target)
    assert (target.leads_to, target.contents) == ("page 3", "to a place, page 3")
