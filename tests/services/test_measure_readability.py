"""How hard the texts of a library are to read."""

from leaflet_app.domain.readability import reading
from leaflet_app.domain.topic import Kind, Site
from leaflet_app.services.measure_readability import measure
from tests.builders import a_library, a_topic


def test_topics_are_measured_in_the_order_of_lists_then_shared_texts():
    library = a_library(a_topic("vipoma"), a_topic("net-overview", kind=Kind.OVERVIEW, site=Site.GENERAL))

    assert [measured.id for measured in measure(library)] == ["net-overview", "vipoma", "shared/treat-surgery"]
    assert measure(library)[1].reading == reading(library.topics["vipoma"])


def test_no_shipped_text_is_hard_to_read(library):
    assert {text: round(score.prose.grade, 1) for text, score in measure(library) if score.prose.grade > 7} == {}
