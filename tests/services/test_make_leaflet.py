"""Making a leaflet, and what a long one could do without."""

import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import NothingChosen
from leaflet_app.domain.leaflet import Place, Rendered
from leaflet_app.domain.look import Format
from leaflet_app.domain.topic import SectionKey
from leaflet_app.services.make_leaflet import Made, could_leave_out, how_to_print, make_leaflet
from tests.builders import a_library, a_section, a_selection, a_topic
from tests.fakes import FakeRender

LIVING = a_section(SectionKey.LIVING, "Living with it")
CAUSES = a_section(SectionKey.CAUSES, "What causes it?")
QUESTIONS = a_section(SectionKey.QUESTIONS, "Questions to ask")
INSULINOMA = a_topic(sections=(a_section(), CAUSES, LIVING, QUESTIONS), shared=("treat-surgery",), support=("ncuk",))
LIBRARY = a_library(INSULINOMA, a_topic("gastrinoma", sections=(a_section(),)))


def rendered(pages, places):
    """Return a leaflet whose headings have so many pages of text above them."""
    standing = (Place(anchor, 1 + int(above), 20.0, above) for anchor, above in places.items())
    return Rendered(b"%PDF", pages, tuple(standing), pages, 14.0)


def offered(selection, result):
    """Return the keys and pages that could be left out."""
    made = Made(compose(LIBRARY, selection), result)
    return [(key, pages) for _, key, pages in could_leave_out(LIBRARY, made, selection.format)]


def test_the_leaflet_is_rendered_in_the_format_of_the_selection():
    render = FakeRender()

    made = make_leaflet(LIBRARY, a_selection("insulinoma", format=Format.LARGE), render)

    [(leaflet, look)] = render.asked
    assert (leaflet.title, look.format) == ("Insulinoma", Format.LARGE)
    assert made.rendered.pdf == b"%PDF-fake Insulinoma"


def test_only_a_booklet_needs_words_on_how_to_print_it():
    told = {page_format: how_to_print(page_format) for page_format in Format}

    assert told.pop(Format.BOOKLET) == "Print it on both sides, flipped on the short edge."
    assert not any(told.values())


def test_nothing_chosen_is_told_and_nothing_is_rendered():
    render = FakeRender()

    with pytest.raises(NothingChosen):
        make_leaflet(LIBRARY, a_selection(), render)

    assert not render.asked


def test_a_leaflet_of_six_pages_needs_no_advice():
    long_questions = {"questions": 0.0, "contact": 5.0}

    assert offered(a_selection("insulinoma"), rendered(6, long_questions)) == []


@pytest.mark.parametrize(
    ("pages", "changes", "is_long"),
    [
        (7, {}, True),
        (12, {"format": Format.BOOKLET}, False),
        (12, {"format": Format.A5}, False),
        (13, {"format": Format.A5}, True),
        (7, {"is_summary": True}, False),
    ],
)
def test_half_as_large_pages_may_be_twice_as_many_and_a_summary_is_never_long(pages, changes, is_long):
    result = rendered(pages, {"more": 0.0, "contact": 5.0})

    assert bool(offered(a_selection("insulinoma", **changes), result)) is is_long


def test_the_largest_part_is_offered_first_with_its_pages():
    result = rendered(
        8,
        {
            "urgent": 0.2,
            "insulinoma/causes": 1.0,
            "insulinoma/living": 1.5,
            "questions": 4.0,
            "contact": 5.5,
            "about": 6.0,
        },
    )

    assert offered(a_selection("insulinoma"), result) == [
        ("insulinoma/living", 2.5),
        ("questions", 1.5),
        ("insulinoma/causes", 0.5),
    ]


def test_texts_shared_by_topics_count_as_one_part():
    result = rendered(9, {"more": 1.0, "more/treat-surgery": 1.1, "questions": 5.0, "about": 6.0})

    assert offered(a_selection("insulinoma"), result)[0] == ("more", 4.0)


def test_what_keeps_people_safe_is_never_offered():
    result = rendered(9, {"urgent": 0.0, "contact": 3.0, "about": 5.0, "review": 7.0})

    assert offered(a_selection("insulinoma"), result) == []


def test_what_a_topic_cannot_do_without_is_never_offered():
    result = rendered(9, {"insulinoma/what": 0.0, "insulinoma/treatment": 3.0, "contact": 7.0})

    assert offered(a_selection("insulinoma"), result) == []


def test_the_last_part_is_reckoned_to_half_of_the_last_page():
    result = rendered(8, {"about": 0.0, "sources": 6.0})

    assert offered(a_selection("insulinoma"), result) == [("sources", 1.5)]


def test_small_parts_are_not_worth_a_word():
    result = rendered(8, {"questions": 1.0, "glossary": 1.2, "contact": 1.4})

    assert offered(a_selection("insulinoma"), result) == []


def test_every_part_offered_can_really_be_left_out():
    selection = a_selection("insulinoma", "gastrinoma")
    offers = could_leave_out(LIBRARY, make_leaflet(LIBRARY, selection, FakeRender(pages=30)), Format.STANDARD)

    assert len(offers) == 4
    for _, key, _ in offers:
        make_leaflet(LIBRARY, a_selection("insulinoma", "gastrinoma", without=frozenset({key})), FakeRender())


def test_a_section_is_named_with_its_topic_where_several_share_the_leaflet():
    result = rendered(8, {"insulinoma/causes": 1.0, "gastrinoma": 4.0})

    made = Made(compose(LIBRARY, a_selection("insulinoma", "gastrinoma")), result)
    [offer] = could_leave_out(LIBRARY, made, Format.STANDARD)

    assert offer.title == "Insulinoma: What causes it?"
