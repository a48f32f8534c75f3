"""The facts of the library, on the command line."""

import json
from datetime import date

from leaflet_app.domain.facts import Fact
from tests.builders import a_fact, a_library, a_source, a_topic, an_organisation
from tests.fakes import a_desk

OLD = a_source("cruk", accessed=date(2025, 1, 1))
COMMON = a_fact("about 1 to 3 in a million", low=1, high=3, per=1_000_000, place="England", year=2018, sources=(OLD,))
DESK = a_desk(
    a_library(
        a_topic(facts={"how_common": COMMON, "hormone": Fact("insulin"), "rest": a_fact()}),
        organisations={"ncuk": an_organisation(verified_on=None)},
    )
)


def test_each_fact_is_told_with_figures_sources_age_and_places(run):
    lines = run("library", "facts", desk=DESK).stdout.splitlines()

    assert lines[:7] == [
        "insulinoma",
        "  how_common: about 1 to 3 in a million",
        "      1 to 3 in 1,000,000; England, 2018; cruk; read 690 days ago, stale; in glance",
        "  hormone: insulin",
        "      no source; in glance",
        "  rest: about 1 in 10 people",
        "      a-source; read 21 days ago; used nowhere",
    ]
    assert "3 facts: 1 stale, 1 without a source." in lines


def test_phone_numbers_that_are_not_printed_are_told(run):
    assert run("library", "facts", desk=DESK).stdout.splitlines()[-2:] == [
        "1 organisation without a phone number in print:",
        "  ncuk: Neuroendocrine Cancer UK; nobody has checked the number yet",
    ]


def test_programs_get_one_record_a_fact(run):
    ledger = json.loads(run("library", "facts", "--json", desk=DESK).stdout)

    assert ledger["facts"][0] == {
        "topic": "insulinoma",
        "key": "how_common",
        "text": "about 1 to 3 in a million",
        "low": 1,
        "high": 3,
        "per": 1_000_000,
        "place": "England",
        "year": 2018,
        "sources": [{"id": "cruk", "accessed": "2025-01-01"}],
        "days_since_check": 690,
        "is_stale": True,
        "used_in": ["glance"],
    }
    assert ledger["phones_not_printed"] == [
        {
            "id": "ncuk",
            "name": "Neuroendocrine Cancer UK",
            "phone": "0800 434 6476",
            "verified_on": None,
            "why": "nobody has checked the number yet",
        }
    ]
