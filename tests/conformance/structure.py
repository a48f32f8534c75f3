"""What a screen reader depends on in the tree of a PDF, each rule as a check that yields a sentence for each fault.

PDF/UA-1 (ISO 14289-1) and ISO 32000-1 §14.7-14.8; validators do not look at all of it, nor any of them at the
ParentTree.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator

import pikepdf

from tests.pdf.tagged_pdf import HEADINGS, Element, Painted, TaggedPdf

Check = Callable[[TaggedPdf], Iterator[str]]

ARTIFACTS = {"/Pagination": {"/Header", "/Footer", None}, "/Layout": {None}}
"""The decoration that a leaflet has: its types, and the subtypes that each may have (§14.8.2.2.2)."""

LIST_KIDS = {"L": [{"LI"}], "LI": [{"Lbl", "LBody"}, {"LBody"}]}
PRINTED = 4
"""The flag of an annotation that is printed, with none that hides it (§12.5.3)."""

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".svg", ".gif")


def everything_painted_is_marked(read: TaggedPdf) -> Iterator[str]:
    """Words outside a mark are not read aloud (7.1)."""
    yield from read.unmarked
    yield from read.faults


def every_mark_stands_in_the_tree_once(read: TaggedPdf) -> Iterator[str]:
    """A mark that the tree does not hold is not read aloud; one it holds twice is read twice."""
    painted = Counter((each.page, each.mcid) for each in read.painted if each.mcid is not None)
    placed = Counter(mark for element in read.document.walk() for mark in element.marks)
    for page, mcid in sorted(painted.keys() | placed.keys()):
        times = painted[page, mcid], placed[page, mcid]
        if times != (1, 1):
            yield f"page {page + 1}: mark {mcid} is painted {times[0]} times and stands in the tree {times[1]} times"


def the_parent_tree_leads_back_to_every_element(read: TaggedPdf) -> Iterator[str]:
    """From a place on the page a screen reader finds the element only through the ParentTree (§14.7.4.4)."""
    holders = {mark: element for element in read.document.walk() for mark in element.marks}
    for number, page in enumerate(read.pdf.pages):
        parents = read.parent_tree.get(int(page.get("/StructParents", -1)), ())
        marks = sum(each == number for each, _ in holders)
        if len(parents) != marks:
            yield f"page {number + 1}: the ParentTree has {len(parents)} entries for {marks} marks"
        for mcid, parent in enumerate(parents):
            holder = holders.get((number, mcid))
            if holder is None or parent.objgen != holder.entry.objgen:
                yield f"page {number + 1}: the ParentTree leads from mark {mcid} to a wrong {str(parent.S)[1:]}"


def every_element_knows_its_parent(read: TaggedPdf) -> Iterator[str]:
    """The way up the tree is the way down (§14.7.2)."""
    if read.document.entry.P.objgen != read.catalog.StructTreeRoot.objgen:
        yield "the Document does not hang from the root of the tree"
    for element in read.document.walk():
        for kid in element.kids:
            if kid.entry.P.objgen != element.entry.objgen:
                yield f"{kid.role} “{kid.text}” does not name its {element.role} as parent"


def no_element_is_empty(read: TaggedPdf) -> Iterator[str]:
    """An element that holds nothing is announced for nothing."""
    for element in read.document.walk():
        if not (element.marks or element.kids):
            yield f"an empty {element.role}"


def headings_start_at_one_and_never_skip(read: TaggedPdf) -> Iterator[str]:
    """People who hear a page find their way by the levels of its headings (7.4.2)."""
    for leaflet in read.leaflets:
        levels = [int(element.role[1]) for element in leaflet.all(*HEADINGS)]
        if levels[:1] != [1] or levels.count(1) > 1:
            yield f"the first headings have levels {levels[:3]}, and {levels.count(1)} have level 1"
        for level, deeper in itertools.pairwise(levels):
            if deeper > level + 1:
                yield f"H{deeper} after H{level}"


def the_bookmarks_are_the_headings(read: TaggedPdf) -> Iterator[str]:
    """The list of bookmarks says what the headings say, in their order and depth; of many copies it names each."""
    with read.pdf.open_outline() as outline:
        bookmarks = [each for bookmark in outline.root for each in _told(bookmark, 1)]
    if len(read.leaflets) > 1:
        if len(bookmarks) != len(read.leaflets):
            yield f"{len(bookmarks)} bookmarks for {len(read.leaflets)} copies"
        return
    headings = [(element, int(element.role[1])) for element in read.document.all(*HEADINGS)]
    told = [(" · ".join(_in_each_language(element)), level) for element, level in headings]
    for bookmark, heading in itertools.zip_longest(bookmarks, told):
        if bookmark != heading:
            yield f"the bookmark {bookmark} stands for the heading {heading}"


def _in_each_language(heading: Element) -> list[str]:
    """Return what a heading says, language by language where it is in two."""
    spans = [kid for kid in heading.kids if kid.role == "Span" and "/Lang" in kid.entry]
    return [kid.text for kid in spans] if len(spans) > 1 and not heading.marks else [heading.text]


def tables_are_regular_and_their_headings_have_a_scope(read: TaggedPdf) -> Iterator[str]:
    """A cell is understood by its headings, which are found by scope and by counting (7.5)."""
    for table in read.document.all("Table"):
        if len({len(row.kids) for row in table.all("TR")}) != 1:
            yield f"rows of different lengths in “{table.text[:40]}”"
        for heading in table.all("TH"):
            if str(heading.entry.get("/A", {}).get("/Scope")) not in {"/Row", "/Column"}:
                yield f"the heading “{heading.text}” has no scope"
    for row in read.document.all("TR"):
        if not {kid.role for kid in row.kids} <= {"TH", "TD"}:
            yield f"a row holds {', '.join(kid.role for kid in row.kids)}"


def lists_hold_lines_of_a_label_and_a_body(read: TaggedPdf) -> Iterator[str]:
    """A list is counted by its lines (7.6, Table 336 of ISO 32000-1)."""
    for element in read.document.walk():
        held = {kid.role for kid in element.kids}
        if element.role in LIST_KIDS and held not in LIST_KIDS[element.role]:
            yield f"{element.role} holds {', '.join(sorted(held))}"
        if "LI" in held and element.role != "L":
            yield f"LI stands in {element.role}"


def figures_say_what_they_show_and_where(read: TaggedPdf) -> Iterator[str]:
    """A picture is its description to those who cannot see it (7.3); its box lies on its page (§14.8.5.4.3)."""
    for figure in read.document.all("Figure"):
        said = str(figure.entry.get("/Alt", "")).strip()
        if not said or said.lower().endswith(PICTURE_ENDINGS):
            yield f"a Figure is described as “{said}”"
        page = read.pdf.pages[figure.marks[0][0] if figure.marks else 0]
        if not _lies_on(page, figure.entry.get("/A", {}).get("/BBox", ())):
            yield f"the Figure “{said}” does not say where on its page it stands"


def links_are_heard_printed_and_found(read: TaggedPdf) -> Iterator[str]:
    """A link is one element with its words and its boxes, each of which leads back to it (7.18)."""
    owners = {annotation.objgen: link for link in read.document.all("Link") for annotation in link.annotations}
    for number, page in enumerate(read.pdf.pages, 1):
        for annotation in page.get("/Annots", ()):
            for fault in _faults_of_link(read, page, annotation, owners.get(annotation.objgen)):
                yield f"page {number}: {fault}"
    for link in read.document.all("Link"):
        if not (link.annotations and link.text.strip()):
            yield f"the link “{link.text}” has {len(link.annotations)} boxes"


def words_read_in_place_of_others_hide_no_link(read: TaggedPdf) -> Iterator[str]:
    """An element with ActualText is read as that alone, and nothing below it (§14.9.4)."""
    for element in read.document.walk():
        if "/ActualText" in element.entry and (element.kids or element.annotations):
            yield f"{element.role} “{element.text}” hides what is below it"


def decoration_says_what_it_is(read: TaggedPdf) -> Iterator[str]:
    """Headers and footers are told apart from rules and grounds; a page has both or is blank (§14.8.2.2)."""
    for number in read.painted_pages:
        subtypes = {str(each.properties.Subtype) for each in read.painted if each.page == number and _is_named(each)}
        if subtypes != {"/Header", "/Footer"}:
            yield f"page {number + 1}: of header and footer it has {sorted(subtypes)}"
    for each in read.painted:
        kind, subtype = ((each.properties or {}).get(key) for key in ("/Type", "/Subtype"))
        if each.mcid is None and (each.role != "Artifact" or subtype not in ARTIFACTS.get(str(kind), ())):
            yield f"page {each.page + 1}: decoration {each.role} of type {kind}, {subtype}"
        if each.mcid is not None and each.role == "Artifact":
            yield f"page {each.page + 1}: decoration has number {each.mcid}"


def notes_have_names_of_their_own(read: TaggedPdf) -> Iterator[str]:
    """A note is found by its name (7.9)."""
    names = Counter(str(note.entry.get("/ID", "")) for note in read.document.all("Note"))
    for name, times in names.items():
        if not name or times > 1:
            yield f"{times} notes are named “{name}”"


CHECKS: tuple[Check, ...] = (
    everything_painted_is_marked,
    every_mark_stands_in_the_tree_once,
    the_parent_tree_leads_back_to_every_element,
    every_element_knows_its_parent,
    no_element_is_empty,
    headings_start_at_one_and_never_skip,
    the_bookmarks_are_the_headings,
    tables_are_regular_and_their_headings_have_a_scope,
    lists_hold_lines_of_a_label_and_a_body,
    figures_say_what_they_show_and_where,
    links_are_heard_printed_and_found,
    words_read_in_place_of_others_hide_no_link,
    decoration_says_what_it_is,
    notes_have_names_of_their_own,
)


def _faults_of_link(
    read: TaggedPdf, page: pikepdf.Page, annotation: pikepdf.Dictionary, owner: Element | None
) -> Iterator[str]:
    said = str(annotation.get("/Contents", "")).strip()
    parent = read.parent_tree.get(int(annotation.get("/StructParent", -1)))
    if owner is None or parent is None or parent.objgen != owner.entry.objgen:
        yield f"the box of the link “{said}” does not lead to its words"
    elif not said or said not in owner.text:
        yield f"the link “{owner.text}” is announced as “{said}”"
    if annotation.get("/F") != PRINTED:
        yield f"the link “{said}” is hidden or not printed"
    if not _lies_on(page, annotation.Rect):
        yield f"the link “{said}” lies beside its page"


def _is_named(painted: Painted) -> bool:
    return painted.mcid is None and "/Subtype" in (painted.properties or {})


def _lies_on(page: pikepdf.Page, box) -> bool:
    if len(box) != 4:
        return False
    left, bottom, right, top = map(float, box)
    page_left, page_bottom, page_right, page_top = map(float, page.MediaBox)
    return page_left <= left < right <= page_right and page_bottom <= bottom < top <= page_top


def _told(bookmark, level: int) -> Iterator[tuple[str, int]]:
    yield bookmark.title, level
    for kid in bookmark.children:
        yield from _told(kid, level + 1)
