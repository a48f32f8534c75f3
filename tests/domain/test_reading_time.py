"""How long a topic takes to read."""

import pytest

from leaflet_app.domain.reading_time import WORDS_A_MINUTE, minutes_to_read
from leaflet_app.domain.topic import SectionKey
from tests.builders import a_section, a_topic


@pytest.mark.parametrize(("words", "minutes"), [(10, 1), (200, 1), (299, 1), (301, 2), (500, 3), (1000, 5)])
def test_two_hundred_words_take_a_minute_and_no_topic_takes_less(words, minutes):
    said = a_section(SectionKey.WHAT, "", " ".join(["word"] * words))
    bare = a_topic(purpose="", facts={}, urgent=(), questions=(), sections=(said,))

    assert WORDS_A_MINUTE == 200
    assert minutes_to_read(bare) == minutes


def test_bullets_urgent_lines_questions_and_facts_count_too():
    plain = a_topic(
        sections=(a_section(SectionKey.WHAT, "", " ".join(["word"] * 290)),), urgent=(), questions=(), facts={}
    )
    whole = a_topic(sections=plain.sections)

    assert (minutes_to_read(plain), minutes_to_read(whole)) == (1, 2)
