"""One file of many copies: each copy in it is what it would be alone."""

import re
from dataclasses import replace
from io import BytesIO

import page
import pikepdf
import pypdfium2
import pytest

from leaflet_app.domain.errors import MissingGlyph, TooManyCopies
from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.copies import one_file
from leaflet_app.pdf.copies.copy_parts import Key, Own, parsed, template
from leaflet_app.pdf.copies.master import SlotMaster
from leaflet_app.pdf.copies.one_file import BoundFile
from tests.builders import a_leaflet, a_topic
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

LINES = ("For: Ann Lee · A-1", "For: عربى", "For: Łukasz Nowak")


@pytest.fixture(scope="module")
def master():
    return SlotMaster(a_rich_leaflet(), Look())


@pytest.fixture(scope="module")
def bound(master):
    return bind(master, LINES)


def bind(master, lines):
    """Return one file of copies with these lines."""
    bound = BoundFile(file := BytesIO(), master)
    for number, line in enumerate(lines, 2):
        bound.add(line, f"Line {number}")
    bound.close()
    return file.getvalue()


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("page_format", Format)
def test_the_file_meets_both_standards(profile, page_format):
    pdf = bind(SlotMaster(a_rich_leaflet(), Look(page_format)), LINES)

    report = page.validate_pdf_bytes(pdf, profile=profile)

    assert report.is_compliant, [failure.message for failure in report.failures]


def test_every_copy_says_in_it_what_it_says_alone(master, bound):
    whole = pypdfium2.PdfDocument(bound)
    pages = [each.get_textpage().get_text_bounded() for each in whole]
    step = master.pages + master.pages % 2

    assert len(pages) == step * len(LINES)
    for number, line in enumerate(LINES):
        alone = [each.get_textpage().get_text_bounded() for each in pypdfium2.PdfDocument(master.copy(line))]
        assert pages[number * step : number * step + master.pages] == alone


def test_every_copy_has_its_own_tags_and_they_lead_to_its_own_pages(master, bound):
    document = TaggedPdf(bound).document
    alone = TaggedPdf(master.copy(LINES[0])).document

    assert document.role == "Document"
    assert [part.role for part in document.kids] == ["Part"] * len(LINES)
    for part in (document.kids[0], document.kids[2]):
        assert [each.role for each in part.walk()][1:] == [each.role for each in alone.walk()][1:]
    assert [part.text for part in document.kids[0].walk()] == [each.text for each in alone.walk()]
    homes = [{number for each in part.walk() for number, _ in each.marks} for part in document.kids]
    assert not homes[0] & homes[1]
    assert max(homes[0]) < min(homes[1]) < max(homes[1]) < min(homes[2])


def test_every_key_of_the_parent_tree_leads_back_to_who_has_it(bound):
    pdf = pikepdf.open(BytesIO(bound))
    leaves = [list(leaf.Nums) for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids]
    held = {int(key): value for leaf in leaves for key, value in zip(leaf[::2], leaf[1::2], strict=True)}
    keys = [int(each.obj.StructParents) for each in pdf.pages if "/StructParents" in each.obj]
    links = [link for each in pdf.pages for link in each.obj.get("/Annots", [])]

    assert sorted(held) == list(range(int(pdf.Root.StructTreeRoot.ParentTreeNextKey)))
    assert sorted(keys + [int(link.StructParent) for link in links]) == sorted(held)
    for leaf, node in zip(pdf.Root.StructTreeRoot.ParentTree.Kids, leaves, strict=True):
        assert list(leaf.Limits) == [min(node[::2]), max(node[::2])]
    for link in links:
        kids = held[int(link.StructParent)].K
        assert any(isinstance(kid, pikepdf.Dictionary) and kid.Obj.objgen == link.objgen for kid in kids)


def test_links_and_bookmarks_stay_within_their_copy(master, bound):
    pdf = pikepdf.open(BytesIO(bound))
    step = master.pages + master.pages % 2
    places = {each.obj.objgen: number for number, each in enumerate(pdf.pages)}
    inner = [
        (number, places[link.Dest[0].objgen])
        for number, each in enumerate(pdf.pages)
        for link in each.obj.get("/Annots", [])
        if "/Dest" in link
    ]
    with pdf.open_outline() as outline:
        marks = [(entry.title, places[entry.destination[0].objgen]) for entry in outline.root]

    assert inner
    assert all(start // step == end // step for start, end in inner)
    assert marks == [("Line 2", 0), ("Line 3", step), ("Line 4", 2 * step)]


def test_each_copy_begins_on_a_new_sheet():
    master = SlotMaster(a_leaflet(a_topic()), Look(Format.LARGER))
    odd = next(
        each
        for each in (master, SlotMaster(a_leaflet(a_topic()), Look()), SlotMaster(a_rich_leaflet(), Look()))
        if each.pages % 2
    )

    pdf = pikepdf.open(BytesIO(bind(odd, LINES[:2])))

    assert len(pdf.pages) == 2 * (odd.pages + 1)
    assert "/Contents" not in pdf.pages[odd.pages].obj


def test_what_all_copies_share_is_in_the_file_once(master):
    few, many = bind(master, LINES[:1] * 5), bind(master, LINES[:1] * 15)

    assert len(re.findall(rb"/FontFile2", many)) == len(re.findall(rb"/FontFile2", few))
    assert (len(many) - len(few)) / 10 < 0.25 * len(master.copy(LINES[0]))


def test_equal_copies_give_equal_bytes(master, bound):
    assert bind(master, LINES) == bound


def test_a_name_that_cannot_be_printed_leaves_the_file_as_it_was(master):
    bound = BoundFile(file := BytesIO(), master)
    bound.add(LINES[0], "Line 2")
    with pytest.raises(MissingGlyph):
        bound.add("For: 漢字", "Line 3")
    bound.add(LINES[2], "Line 4")
    bound.close()

    assert len(TaggedPdf(file.getvalue()).document.kids) == 2


def test_more_copies_than_a_file_may_hold_are_told(master, monkeypatch):
    monkeypatch.setattr(one_file, "MOST_COPIES", 2)

    with pytest.raises(TooManyCopies, match="at most 2 copies"):
        bind(master, LINES)


def test_a_string_that_looks_like_a_reference_is_left_alone():
    source = rb"<< /Alt (see 12 0 R \(and \\) /StructParents 3 /K [ 12 0 R 100%] >>"

    built = template(parsed(source, lambda number: Own(number - 10)))

    assert built.numbers == (Key(3), Own(2))
    assert built.filled(100, 40) == rb"<< /Alt (see 12 0 R \(and \\) /StructParents 43 /K [ 102 0 R 100%] >>"


def test_the_words_of_a_leaflet_cannot_take_the_file_apart():
    leaflet = replace(a_rich_leaflet(), title="1 0 R) /StructParents 7 (50% endobj")

    pdf = bind(SlotMaster(leaflet, Look()), LINES[:2])

    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == leaflet.title
