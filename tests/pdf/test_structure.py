"""What no validator checks and screen readers depend on (PDF/UA-1, ISO 32000-1 §14.7-14.8)."""

import itertools

import pikepdf

from tests.pdf.rich import a_rich_leaflet


def test_nothing_is_painted_outside_a_tag_or_an_artifact(read_back):
    assert read_back.unmarked == []


def test_every_mark_stands_in_the_tree_once(read_back):
    placed = [mark for element in read_back.document.walk() for mark in element.marks]

    assert sorted(placed) == sorted(read_back.says)


def test_the_parent_tree_leads_from_every_mark_to_the_element_that_holds_it(read_back):
    for element in read_back.document.walk():
        for page, mcid in element.marks:
            key = int(read_back.pdf.pages[page].StructParents)
            assert read_back.parent_tree[key][mcid].objgen == element.entry.objgen


def test_the_parent_tree_leads_to_nothing_else(read_back):
    marks_of_pages = [list(value) for value in read_back.parent_tree.values() if isinstance(value, pikepdf.Array)]

    assert sum(map(len, marks_of_pages)) == len(read_back.says)


def test_every_link_is_heard_printed_and_found_from_its_annotation(read_back):
    links = read_back.document.all("Link")

    assert links
    for link in links:
        assert link.text.strip()
        assert link.annotations
        for annotation in link.annotations:
            assert str(annotation.Contents).strip() in link.text
            assert annotation.F & 4
            assert read_back.parent_tree[int(annotation.StructParent)].objgen == link.entry.objgen


def test_a_link_over_two_lines_is_one_link_with_two_boxes(read_back):
    long = next(link for link in read_back.document.all("Link") if "treatments that there are" in link.text)

    assert len(long.annotations) >= 2


def test_headings_start_at_one_and_never_skip_a_level(read_back):
    levels = [int(element.role[1]) for element in read_back.document.walk() if element.role in {"H1", "H2", "H3"}]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))


def test_the_bookmarks_are_the_headings(read_back):
    with read_back.pdf.open_outline() as outline:
        titles = [title for item in outline.root for title in _titles(item)]
    headings = [element.text for element in read_back.document.walk() if element.role in {"H1", "H2", "H3"}]

    assert titles == headings


def test_a_table_has_a_caption_and_row_headings_with_scope(read_back):
    for table in read_back.document.all("Table"):
        assert next(kid.role for kid in table.kids) == "Caption"
        for row in table.all("TR"):
            assert [cell.role for cell in row.kids] == ["TH", "TD"]
            assert row.kids[0].entry.A.Scope == "/Row"


def test_lists_hold_a_label_and_a_body_for_each_line(read_back):
    lists = read_back.document.all("L")

    assert lists
    for listed in lists:
        assert {kid.role for kid in listed.kids} == {"LI"}
        assert all([part.role for part in line.kids] == ["Lbl", "LBody"] for line in listed.kids)


def test_every_figure_says_what_it_shows_and_stands_on_its_page(read_back):
    figures = read_back.document.all("Figure")

    assert {str(figure.entry.Alt) for figure in figures} == {
        "Example Clinic",
        "QR code that opens https://example.org/contact",
    }
    for figure in figures:
        left, bottom, right, top = map(float, figure.entry.A.BBox)
        page = read_back.pdf.pages[figure.marks[0][0]].MediaBox
        assert 0 <= left < right <= float(page[2])
        assert 0 <= bottom < top <= float(page[3])


def test_no_element_is_empty(read_back):
    assert all(element.marks or element.kids for element in read_back.document.walk())


def test_bands_and_footers_after_the_first_band_are_not_read(read_back, rendered):
    for number, said in enumerate(read_back.artifacts, 1):
        assert f"{a_rich_leaflet().code} · version 0.1.0 · page {number} of {rendered.pages}" in said
        assert ("Example Clinic" in said) == (number > 1)


def test_the_first_band_is_read_first(read_back):
    assert read_back.texts()[:3] == [
        "Example Clinic",
        "Dr Mark Vanderpump · Consultant Endocrinologist",
        a_rich_leaflet().title,
    ]


def _titles(item):
    return [item.title, *(title for kid in item.children for title in _titles(kid))]
