"""Making a leaflet, and what a long one could do without."""

import pytest

from leaflet_app.domain.errors import NothingChosen
from leaflet_app.domain.leaflet import Place, Rendered
from leaflet_app.domain.selection import Format
from leaflet_app.domain.topic import SectionKey
from leaflet_app.services.make_leaflet import could_leave_out, make_leaflet
from tests.builders import a_library, a_section, a_selection, a_topic
from tests.fakes import FakeRender

LIVING = a_section(SectionKey.LIVING, "Living with it")
CAUSES = a_section(SectionKey.CAUSES, "What causes it?")
QUESTIONS = a_section(SectionKey.QUESTIONS, "Questions to ask")
INSULINOMA = a_topic(sections=(a_section(), CAUSES, LIVING, QUESTIONS), shared=("treat-surgery",), support=("ncuk",))
LIBRARY = a_library(INSULINOMA, a_topic("gastrinoma", sections=(a_section(),)))


def rendered(pages, *tops):
    """Return a leaflet with headings at these (anchor, page, millimetres from the top)."""
    return Rendered(b"%PDF", pages, tuple(Place(*top) for top in tops))


def offered(selection, result):
    """Return the keys and pages that could be left out."""
    return [(key, pages) for _, key, pages in could_leave_out(LIBRARY, selection, result)]


def test_the_leaflet_is_rendered_in_the_format_of_the_selection():
    render = FakeRender()

    made = make_leaflet(LIBRARY, a_selection("insulinoma", format=Format.LARGE), render)

    [(leaflet, page_format)] = render.asked
    assert (leaflet.title, page_format) == ("Insulinoma", Format.LARGE)
    assert made.pdf == b"%PDF-fake Insulinoma"


def test_nothing_chosen_is_told_and_nothing_is_rendered():
    render = FakeRender()

    with pytest.raises(NothingChosen):
        make_leaflet(LIBRARY, a_selection(), render)

    assert not render.asked


def test_a_leaflet_of_six_pages_needs_no_advice():
    long_questions = (("questions", 1, 20.0), ("contact", 6, 20.0))

    assert offered(a_selection("insulinoma"), rendered(6, *long_questions)) == []


def test_the_largest_part_is_offered_first_with_its_pages():
    result = rendered(
        8,
        ("urgent", 1, 60.0),
        ("insulinoma/causes", 2, 20.0),
        ("insulinoma/living", 2, 148.5),
        ("questions", 5, 20.0),
        ("contact", 6, 148.5),
        ("about", 7, 20.0),
    )

    assert offered(a_selection("insulinoma"), result) == [
        ("insulinoma/living", 2.5),
        ("questions", 1.5),
        ("insulinoma/causes", 0.5),
    ]


def test_texts_shared_by_topics_count_as_one_part():
    result = rendered(9, ("more", 2, 20.0), ("more/treat-surgery", 2, 40.0), ("questions", 6, 20.0), ("about", 7, 20.0))

    assert offered(a_selection("insulinoma"), result)[0] == ("more", 4.0)


def test_what_keeps_people_safe_is_never_offered():
    result = rendered(9, ("urgent", 1, 20.0), ("contact", 4, 20.0), ("about", 6, 20.0), ("review", 8, 20.0))

    assert offered(a_selection("insulinoma"), result) == []


def test_what_a_topic_cannot_do_without_is_never_offered():
    result = rendered(9, ("insulinoma/what", 1, 20.0), ("insulinoma/treatment", 4, 20.0), ("contact", 8, 20.0))

    assert offered(a_selection("insulinoma"), result) == []


def test_the_last_part_is_reckoned_to_half_of_the_last_page():
    result = rendered(8, ("about", 1, 20.0), ("sources", 7, 20.0))

    assert offered(a_selection("insulinoma"), result) == [("sources", 1.5)]


def test_small_parts_are_not_worth_a_word():
    result = rendered(8, ("questions", 2, 20.0), ("glossary", 2, 90.0), ("contact", 2, 160.0))

    assert offered(a_selection("insulinoma"), result) == []


def test_every_part_offered_can_really_be_left_out():
    selection = a_selection("insulinoma", "gastrinoma")
    offers = could_leave_out(LIBRARY, selection, make_leaflet(LIBRARY, selection, FakeRender(pages=30)))

    assert len(offers) == 4
    for _, key, _ in offers:
        make_leaflet(LIBRARY, a_selection("insulinoma", "gastrinoma", without=frozenset({key})), FakeRender())


def test_a_section_is_named_with_its_topic_where_several_share_the_leaflet():
    result = rendered(8, ("insulinoma/causes", 2, 20.0), ("gastrinoma", 5, 20.0))

    [offer] = could_leave_out(LIBRARY, a_selection("insulinoma", "gastrinoma"), result)

    assert offer.title == "Insulinoma: What causes it?"
