"""Every fact with its age and its places."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from leaflet_app.domain.blocks import Paragraph, Run
from leaflet_app.domain.facts import CHECK_AGAIN_AFTER, Fact
from leaflet_app.domain.topic import Section, SectionKey
from leaflet_app.services.list_facts import list_facts, withheld_phones
from tests.builders import MADE_ON, a_fact, a_library, a_shared_block, a_source, a_topic, an_organisation


def naming(key, fact_key):
    """Return a section that names a fact."""
    return Section(key, "Heading", (Paragraph((Run("It affects "), Run("few", fact=fact_key))),))


def listed(topic, on=MADE_ON):
    return {entry.key: entry for entry in list_facts(a_library(topic), on)}


def test_a_fact_tells_every_place_that_uses_it():
    sections = (naming(SectionKey.WHAT, "size"), naming(SectionKey.URGENT, "size"), naming(SectionKey.COMMON, "cancer"))
    topic = a_topic(sections=sections, facts={"cancer": a_fact(), "size": a_fact(), "never": a_fact()})

    assert {key: entry.used_in for key, entry in listed(topic).items()} == {
        "cancer": ("glance", "common"),
        "size": ("what", "urgent"),
        "never": (),
    }


def test_a_fact_is_as_old_as_the_source_that_was_read_longest_ago():
    sources = (a_source(accessed=MADE_ON), a_source("old", accessed=MADE_ON - timedelta(days=40)))

    assert listed(a_topic(facts={"size": a_fact(sources=sources)}))["size"].days_since_check == 40


@pytest.mark.parametrize(("days", "is_stale"), [(0, False), (1, True)])
def test_a_fact_is_stale_a_year_after_its_source_was_read(days, is_stale):
    source = a_source(accessed=MADE_ON - CHECK_AGAIN_AFTER - timedelta(days=days))

    assert listed(a_topic(facts={"size": a_fact(sources=(source,))}))["size"].is_stale is is_stale


def test_a_fact_without_a_source_has_no_age():
    entry = listed(a_topic(facts={"functioning": Fact("yes")}))["functioning"]

    assert (entry.days_since_check, entry.is_stale) == (None, False)


def test_facts_of_shared_texts_come_last():
    text = Paragraph((Run("few", fact="stay"),))
    library = replace(a_library(), shared={"treat": a_shared_block("treat", blocks=(text,), facts={"stay": a_fact()})})

    last = list_facts(library, MADE_ON)[-1]
    assert (last.topic, last.key, last.used_in) == ("shared/treat", "stay", ("text",))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"phone": ""}, "no number is known"),
        ({"verified_on": None}, "nobody has checked the number yet"),
        ({"verified_on": date(2025, 11, 1)}, "the number was last checked on 2025-11-01, more than a year ago"),
    ],
)
def test_a_phone_number_that_is_not_printed_is_told_with_the_reason(changes, why):
    library = a_library(organisations={"ncuk": an_organisation(**changes), "mac": an_organisation("mac")})

    assert [(phone.organisation.id, phone.why) for phone in withheld_phones(library, MADE_ON)] == [("ncuk", why)]


def test_every_shipped_fact_is_used_somewhere(library):
    assert [(entry.topic, entry.key) for entry in list_facts(library, MADE_ON) if not entry.used_in] == []
