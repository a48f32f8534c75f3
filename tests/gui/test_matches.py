"""Finding words in the HTML of a pane, and marking them."""

import pytest

from leaflet_app.gui.panes.matches import count, marked, places

HTML = (
    '<p>Low blood <b>sugar</b> &amp; <a href="word:X">blood&nbsp;sugar</a></p><ul><li>Blood</li><li>sugar’s</li></ul>'
)


@pytest.mark.parametrize(
    ("wanted", "matches"),
    [
        ("blood", 3),
        ("BLOOD  sugar", 2),
        ("sugar's", 1),
        ("&", 1),
        ("href", 0),
        ("b", 3),
        ("zebra", 0),
        ("", 0),
        ("  ", 0),
    ],
)
def test_words_are_found_in_any_case_through_bold_and_links_but_not_in_tags_or_across_paragraphs(wanted, matches):
    assert count(HTML, wanted) == matches


def test_a_match_through_bold_is_marked_in_both_parts_and_nothing_else_changes():
    told = marked(HTML, "blood sugar", "A", "B", current=0)

    assert told.startswith('<p>Low <span style="B">blood </span><b><span style="B">sugar</span></b> &amp; ')
    assert '<a href="word:X"><span style="A">blood\xa0sugar</span></a>' in told
    assert told.endswith("<ul><li>Blood</li><li>sugar’s</li></ul>")


def test_nothing_to_find_changes_nothing():
    assert marked(HTML, "zebra", "A", "B") == HTML
    assert marked(HTML, "", "A", "B") == HTML


@pytest.mark.parametrize("wanted", ["(", "[a", "a\\", "5-HIAA", "*"])
def test_signs_that_mean_something_to_a_search_are_letters_here(wanted):
    assert places(f"so {wanted} here", wanted) == ((3, 3 + len(wanted)),)
