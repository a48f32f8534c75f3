"""Deliberate faults: each breaks one rule of a good file, and is told with the check of ours that must notice.

`STUDIED` are the eight of our study of validators, which notice seven: none but us looks at the ParentTree.
"""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import NamedTuple

import pikepdf

from tests.conformance import declared, structure
from tests.pdf.tagged_pdf import TaggedPdf

Break = Callable[[bytes], bytes]


def edited(edit: Callable[[TaggedPdf], None]) -> Break:
    """Make an edit of what was read back a change of the file."""

    @wraps(edit)
    def broken(content: bytes) -> bytes:
        read = TaggedPdf(content)
        edit(read)
        return saved(read)

    return broken


def saved(read: TaggedPdf, **settings) -> bytes:
    """Return the file as it is now."""
    file = BytesIO()
    read.pdf.save(file, **settings)
    return file.getvalue()


@edited
def a_figure_without_words(read):
    del read.document.all("Figure")[0].entry.Alt


@edited
def a_table_heading_without_scope(read):
    del read.document.all("TH")[0].entry.A


@edited
def a_file_without_language(read):
    del read.catalog.Lang


@edited
def a_page_whose_tabs_go_anywhere(read):
    del read.pdf.pages[-1].Tabs


@edited
def a_link_that_is_not_announced(read):
    del read.document.all("Link")[0].annotations[0].Contents


@edited
def a_heading_that_skips_two_levels(read):
    read.document.all("H2")[0].entry.S = pikepdf.Name.H4


@edited
def a_heading_outside_every_mark(read):
    page, mcid = read.document.all("H1")[0].marks[0]
    kept, is_in_heading = [], False
    for operands, operator in pikepdf.parse_content_stream(read.pdf.pages[page]):
        if str(operator) == "BDC" and operands[1].get("/MCID") == mcid:
            is_in_heading = True
        elif is_in_heading and str(operator) == "EMC":
            is_in_heading = False
        else:
            kept.append((operands, operator))
    read.pdf.pages[page].Contents = read.pdf.make_stream(pikepdf.unparse_content_stream(kept))


@edited
def a_wrong_entry_of_the_parent_tree(read):
    marks = read.parent_tree[0]
    marks[0], marks[1] = marks[1], marks[0]


@edited
def a_mark_read_twice(read):
    paragraph = read.document.all("P")[0].entry
    paragraph.K = pikepdf.Array([paragraph.K, paragraph.K])


@edited
def a_mark_of_no_element(read):
    read.document.all("P")[0].entry.K = pikepdf.Array([])


@edited
def an_element_of_other_parents(read):
    read.document.kids[-1].entry.P = read.catalog.StructTreeRoot


@edited
def a_bookmark_to_another_heading(read):
    read.catalog.Outlines.First.Title = "Another"


@edited
def a_line_without_a_body(read):
    read.document.all("LBody")[0].entry.S = pikepdf.Name.Lbl


@edited
def a_row_of_one_cell(read):
    row = read.document.all("TR")[0].entry
    short = pikepdf.Dictionary(S=pikepdf.Name.TR, P=row.P, K=pikepdf.Array([row.K[-1]]))
    row.P.K.append(read.pdf.make_indirect(short))


@edited
def a_figure_beside_its_page(read):
    read.document.all("Figure")[0].entry.A.BBox = pikepdf.Array([-10, 0, 10, 10])


@edited
def a_link_that_leads_back_to_other_words(read):
    first, second = (link.annotations[0] for link in read.document.all("Link")[:2])
    first.StructParent, second.StructParent = second.StructParent, first.StructParent


@edited
def a_link_that_is_not_printed(read):
    read.document.all("Link")[0].annotations[0].F = 0


@edited
def a_link_hidden_by_other_words(read):
    read.document.all("Link")[0].entry.P.ActualText = "Other words"


@edited
def a_footer_that_does_not_say_so(read):
    page = read.pdf.pages[0]
    source = page.Contents.read_bytes()
    page.Contents = read.pdf.make_stream(source.replace(b"/Subtype /Footer", b"").replace(b"/Subtype/Footer", b""))


@edited
def two_notes_of_one_name(read):
    for paragraph in read.document.all("P")[:2]:
        paragraph.entry.S, paragraph.entry.ID = pikepdf.Name.Note, pikepdf.String("note")


@edited
def a_language_that_is_no_tag(read):
    read.document.all("P")[0].entry.Lang = "Polish"


@edited
def another_title_in_the_metadata(read):
    read.pdf.docinfo["/Title"] = "Another"


@edited
def a_file_that_claims_less(read):
    with read.pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfaid:part"]


@edited
def a_file_without_colours(read):
    del read.catalog.OutputIntents


@edited
def letters_that_say_nothing(read):
    for font in read.fonts.values():
        del font.entry.ToUnicode


def a_file_shut_to_screen_readers(content: bytes) -> bytes:
    shut = pikepdf.Encryption(
        owner="owner", R=3, aes=False, metadata=False, allow=pikepdf.Permissions(accessibility=False)
    )
    return saved(TaggedPdf(content), encryption=shut)


def a_stream_that_ends_within_a_line(content: bytes) -> bytes:
    return content.replace(b"\nendstream", b" endstream")


class Broken(NamedTuple):
    """A way to break a file, the check of ours that notices, and the rule by which veraPDF does, if it does."""

    by: Break
    check: structure.Check
    rule: str = ""


STUDIED = (
    Broken(a_figure_without_words, structure.figures_say_what_they_show_and_where, "7.3-1"),
    Broken(a_table_heading_without_scope, structure.tables_are_regular_and_their_headings_have_a_scope, "7.5-1"),
    Broken(a_file_without_language, declared.every_language_is_a_language_tag, "7.2-33"),
    Broken(a_page_whose_tabs_go_anywhere, declared.the_catalog_says_how_to_read_the_file, "7.18.3-1"),
    Broken(a_link_that_is_not_announced, structure.links_are_heard_printed_and_found, "7.18.5-2"),
    Broken(a_heading_that_skips_two_levels, structure.headings_start_at_one_and_never_skip, "7.4.2-1"),
    Broken(a_heading_outside_every_mark, structure.everything_painted_is_marked, "7.1-3"),
    Broken(a_wrong_entry_of_the_parent_tree, structure.the_parent_tree_leads_back_to_every_element),
)
FURTHER = (
    Broken(a_mark_read_twice, structure.every_mark_stands_in_the_tree_once),
    Broken(a_mark_of_no_element, structure.no_element_is_empty),
    Broken(an_element_of_other_parents, structure.every_element_knows_its_parent),
    Broken(a_bookmark_to_another_heading, structure.the_bookmarks_are_the_headings),
    Broken(a_line_without_a_body, structure.lists_hold_lines_of_a_label_and_a_body),
    Broken(a_row_of_one_cell, structure.tables_are_regular_and_their_headings_have_a_scope),
    Broken(a_figure_beside_its_page, structure.figures_say_what_they_show_and_where),
    Broken(a_link_that_leads_back_to_other_words, structure.links_are_heard_printed_and_found),
    Broken(a_link_that_is_not_printed, structure.links_are_heard_printed_and_found),
    Broken(a_link_hidden_by_other_words, structure.words_read_in_place_of_others_hide_no_link),
    Broken(a_footer_that_does_not_say_so, structure.decoration_says_what_it_is),
    Broken(two_notes_of_one_name, structure.notes_have_names_of_their_own),
    Broken(a_language_that_is_no_tag, declared.every_language_is_a_language_tag),
    Broken(another_title_in_the_metadata, declared.the_metadata_say_what_the_info_says),
    Broken(a_file_that_claims_less, declared.the_file_claims_its_standards),
    Broken(a_file_without_colours, declared.colours_mean_srgb),
    Broken(letters_that_say_nothing, declared.fonts_are_inside_and_every_letter_is_text),
    Broken(a_file_shut_to_screen_readers, declared.assistive_technology_may_read_the_file),
    Broken(a_stream_that_ends_within_a_line, declared.streams_end_on_a_line_of_their_own),
)
