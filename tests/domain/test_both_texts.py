"""A third text begins with both."""

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.both_texts import both_texts

LINES = st.lists(st.sampled_from(["", "One.", "Two.", "Three.", "+++", "- four"]), max_size=9)


def test_where_two_texts_differ_both_stand_ours_first():
    ours, theirs = "+++\nid = 1\n+++\nSame.\nOurs.\nEnd.", "+++\nid = 2\n+++\nSame.\nTheirs.\nEnd."

    assert both_texts(ours, theirs) == ("+++\nid = 2\n+++\nSame.\nOurs.\nTheirs.\nEnd.", 4)


def test_a_text_with_itself_is_itself():
    assert both_texts("+++\nid = 1\n+++\nSame.", "+++\nid = 1\n+++\nSame.") == ("+++\nid = 1\n+++\nSame.", 0)


@given(LINES, LINES)
def test_no_line_of_either_is_left_out(ours, theirs):
    merged, first = both_texts("\n".join(["Words.", *ours]), "\n".join(["Words.", *theirs]))

    assert {*ours, *theirs} <= set(merged.split("\n"))
    assert 0 <= first <= len(merged.split("\n"))
