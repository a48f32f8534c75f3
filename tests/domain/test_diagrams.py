"""Drawings in a leaflet: what is marked, what is said of it, and where labels stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Box, Drawing, Heading, Paragraph, Tone, plain
from leaflet_app.domain.diagrams import BODY, Role, spread
from leaflet_app.domain.topic import BODY_PLACES, Site
from tests.builders import a_diagram, a_leaflet, a_library, a_topic
from tests.domain.reading import headings, said

THYROID = a_topic("thyroid-cancer", site=Site.THYROID)


def drawings(leaflet):
    return [block for block in leaflet.blocks if isinstance(block, Drawing)]


def marked(drawing):
    return {shape.part for shape in drawing.diagram.shapes if shape.role is Role.MARKED}


def test_no_body_is_printed_unless_someone_asks():
    assert drawings(a_leaflet(body_note="Here.")) == []


def test_the_body_marks_the_place_of_the_topic_and_says_so():
    [body] = drawings(a_leaflet(body_map=True))

    assert marked(body) == {"pancreas"}
    assert body.alt == "The pancreas lies there; it is marked."
    assert [plain(text) for _, text in body.labels] == ["Pancreas: behind the stomach"]


def test_several_places_are_named_together_from_top_to_bottom():
    [body] = drawings(a_leaflet(a_topic(), a_topic("vipoma"), THYROID, body_map=True))

    assert marked(body) == {"pancreas", "thyroid"}
    assert body.alt == "Marked on the body: pancreas and thyroid."
    assert [part for part, _ in body.labels] == ["thyroid", "pancreas"]


def test_topics_without_a_place_show_the_whole_body_with_nothing_marked():
    [body] = drawings(a_leaflet(a_topic(site=Site.CARE), body_map=True))

    assert marked(body) == set()
    assert body.alt == "Two organs."
    assert len(body.labels) == 2


def test_the_body_stands_under_its_heading_before_the_topics():
    names = [text for _, text in headings(a_leaflet(body_map=True))]

    assert names[:2] == ["Where it is in the body", "What is it?"]


def test_a_note_to_the_body_stands_in_a_box_below_it():
    leaflet = a_leaflet(body_map=True, body_note=" Yours is\tin the tail. ")
    [body] = drawings(leaflet)
    box = leaflet.blocks[leaflet.blocks.index(body) + 1]

    assert isinstance(box, Box)
    assert "A note for you: Yours is in the tail." in said(leaflet)


def test_the_code_of_a_leaflet_tells_of_the_body_but_not_of_the_note():
    plain_code, with_body = a_leaflet().code, a_leaflet(body_map=True).code

    assert plain_code != with_body
    assert a_leaflet(body_map=True, body_note="Here.").code == with_body
    assert a_leaflet(body_map=True, body_note="Here.", body_mark=Site.LUNG).code == with_body


def test_a_place_marked_for_this_person_has_a_ring_and_the_words_at_its_name():
    leaflet = a_leaflet(THYROID, body_map=True, body_note=" Yours is\tin the tail. ", body_mark=Site.PANCREAS)
    [body] = drawings(leaflet)

    assert marked(body) == {"thyroid", "pancreas"}
    assert [plain(text) for _, text in body.labels] == ["Thyroid: in the neck", "Pancreas: Yours is in the tail."]
    assert body.alt == "Marked on the body: pancreas and thyroid. Ringed for you: pancreas."
    assert not [block for block in leaflet.blocks if isinstance(block, Box) and block.tone is Tone.NOTE]


def test_a_ring_goes_around_all_of_the_place_and_over_all_else():
    [body] = drawings(a_leaflet(body_map=True, body_mark=Site.PANCREAS))
    [ring] = [shape for shape in body.diagram.shapes if shape.role is Role.RING]
    across, down = zip(*ring.points, strict=True)

    assert (min(across), max(across), min(down), max(down)) == (5, 23, 15, 33)
    assert body.diagram.shapes[-1] is ring
    assert [plain(text) for _, text in body.labels] == ["Pancreas: behind the stomach"]


def test_topics_without_a_place_leave_the_place_of_this_person_alone_on_the_body():
    [body] = drawings(a_leaflet(a_topic(site=Site.CARE), body_map=True, body_mark=Site.THYROID))

    assert marked(body) == {"thyroid"}
    assert [part for part, _ in body.labels] == ["thyroid"]
    assert body.alt == "The thyroid lies in the neck; it is marked. Ringed for you: thyroid."


def test_a_place_that_the_body_does_not_show_leaves_the_words_in_their_box():
    leaflet = a_leaflet(body_map=True, body_note="Yours.", body_mark=Site.LUNG)
    [body] = drawings(leaflet)

    assert all(shape.role is not Role.RING for shape in body.diagram.shapes)
    assert "A note for you: Yours." in said(leaflet)


def test_every_place_that_can_be_marked_is_on_the_body_we_ship(library):
    assert {site.value for site in BODY_PLACES} == set(library.diagrams[BODY].parts)


def test_a_drawing_that_topics_name_is_printed_once_after_the_first_section():
    leaflet = a_leaflet(a_topic(images=("pancreas",)), a_topic("vipoma", images=("pancreas",)))
    [drawn] = drawings(leaflet)
    at = leaflet.blocks.index(drawn)

    assert drawn.alt == "Two organs."
    assert isinstance(leaflet.blocks[at - 1], Paragraph)
    assert leaflet.blocks[at - 2] == Heading("What is it?", 3, "insulinoma/what")


def test_drawings_can_be_left_out():
    assert drawings(a_leaflet(a_topic(images=("pancreas",)), without=frozenset({"images"}))) == []


def test_the_words_of_labels_are_explained_like_all_others():
    assert "Thyroid: in the neck" in said(a_leaflet(THYROID, body_map=True))


def test_a_library_without_the_drawing_still_makes_the_leaflet():
    assert drawings(a_leaflet(library=a_library(diagrams={}), body_map=True)) == []


def test_marking_leaves_all_else_as_it_was():
    diagram = a_diagram()

    assert diagram.marking(()) == diagram
    assert [shape.steps for shape in diagram.marking({"thyroid"}).shapes] == [each.steps for each in diagram.shapes]


def test_labels_with_room_stand_where_they_want_to():
    assert spread([10, 30, 50], [8, 8, 8], 60) == (6, 26, 46)


def test_labels_that_would_overlap_share_the_way():
    assert spread([20, 20], [10, 10], 60) == (10, 20)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 12)), max_size=9))
def test_labels_never_overlap_and_stay_inside_where_they_fit(rows):
    wanted, heights = [row[0] for row in sorted(rows)], [row[1] for row in sorted(rows)]
    tops = spread(wanted, heights, 120)
    ends = [top + height for top, height in zip(tops, heights, strict=True)]

    assert all(end <= after + 1e-6 for end, (_, after) in zip(ends, pairwise(tops), strict=False))
    assert all(top >= 0 for top in tops)
    assert max(ends, default=0) <= 120 + 1e-6


@pytest.mark.parametrize("room", [0, 5])
def test_labels_without_room_start_at_the_top(room):
    assert spread([50, 60], [10, 10], room) == (0, 10)


def test_a_drawing_has_a_hash_though_its_parts_are_a_mapping():
    assert hash(a_diagram()) == hash(a_diagram())
    assert a_diagram() != a_diagram(parts={})
