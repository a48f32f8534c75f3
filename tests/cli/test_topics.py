"""Listing topics."""

import json

from leaflet_app.domain.faults import Fault
from leaflet_app.domain.sets import TopicSet
from leaflet_app.services.sets import keep_set
from tests.builders import a_library, a_selection
from tests.fakes import a_desk
from tests.languages import a_library_in


def test_topics_stand_under_their_site_with_id_and_title(run):
    result = run("topics")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "About NETs",
        "  net-overview                Neuroendocrine tumours",
        "",
        "Pancreas",
        "  gastrinoma                  Gastrinoma",
        "  insulinoma                  Insulinoma",
        "",
        "3 topics",
    ]


def test_a_search_shows_what_fits(run):
    assert run("topics", "--search", "gastr").stdout.splitlines() == [
        "  gastrinoma                  Gastrinoma",
        "1 topic",
    ]


def test_a_search_that_finds_nothing_says_so(run):
    result = run("topics", "--search", "zebra")

    assert result.exit_code == 0
    assert result.stdout == "No topic fits “zebra”. Leave --search out to see them all.\n"


def test_json_is_for_programs_and_whole(run):
    listed = json.loads(run("topics", "--json").stdout)

    assert [each["id"] for each in listed] == ["net-overview", "gastrinoma", "insulinoma"]
    assert listed[1] == {
        "id": "gastrinoma",
        "title": "Gastrinoma",
        "site": "pancreas",
        "kind": "tumour",
        "status": "draft",
        "version": "0.1.0",
    }


def test_json_of_a_search_that_finds_nothing_is_an_empty_list(run):
    assert json.loads(run("topics", "--json", "--search", "zebra").stdout) == []


def test_topics_with_faults_are_mentioned_apart(run):
    faulty = {"vipoma": (Fault("topics/vipoma/en-GB.md", 3, "the title is empty", "give it one"),)}

    result = run("topics", "--json", desk=a_desk(a_library(faulty=faulty)))

    assert len(json.loads(result.stdout)) == 1
    assert result.stderr == "1 topic not shown, with faults. Run “leaflet-app library check”.\n"


def test_sets_are_listed_with_their_topics_the_practices_own_first(run, home):
    library = a_library(sets=(TopicSet("New patient", ("insulinoma",)),))
    keep_set(home, "Clinic on Friday", a_selection("insulinoma"))
    desk = a_desk(library, home=home)

    assert run("topics", "--sets", desk=desk).stdout.splitlines() == [
        "Clinic on Friday",
        "  insulinoma",
        "New patient",
        "  insulinoma",
        "2 sets",
    ]
    assert json.loads(run("topics", "--sets", "--json", desk=desk).stdout)[1] == {
        "name": "New patient",
        "topics": ["insulinoma"],
    }


def test_languages_are_listed_with_how_far_they_are_translated(run):
    result = run("topics", "--languages", desk=a_desk(a_library_in("cy")))

    assert result.stdout.splitlines() == [
        "  en-GB   English: 1 topic",
        "  cy      Welsh · Cymraeg: 1 topic, headings by machine, to be checked",
        "2 languages",
    ]


def test_languages_for_programs_are_whole(run):
    result = run("topics", "--languages", "--json", desk=a_desk(a_library_in("ur")))

    assert json.loads(result.stdout)[1] == {
        "tag": "ur",
        "own_name": "اردو",
        "english_name": "Urdu",
        "topics": 1,
        "is_checked": False,
    }
