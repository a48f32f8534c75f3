"""The first search indexes the library, and the first after a change only what has changed."""

from dataclasses import replace

import pytest

from leaflet_app.library import search
from leaflet_app.services.late_finder import LateFinder


@pytest.fixture
def indexed(monkeypatch):
    """Note which topics are indexed."""
    noted = []
    body = search._body
    monkeypatch.setattr(search, "_body", lambda topic: noted.append(topic.id) or body(topic))
    return noted


def renamed(library, topic_id, title):
    return replace(library, topics={**library.topics, topic_id: replace(library.topics[topic_id], title=title)})


def test_changes_between_two_searches_are_taken_in_together(library, indexed):
    first = LateFinder(library)
    assert first.find("insulinoma")[0] == "insulinoma"
    indexed.clear()
    once = renamed(library, "insulinoma", "Quokka lump")
    twice = renamed(once, "vipoma", "Water tumour")

    finder = LateFinder(twice, LateFinder(once, first, {"insulinoma"}), {"vipoma"})

    assert (finder.find("quokka lump")[0], finder.find("water tumour")[0]) == ("insulinoma", "vipoma")
    assert sorted(indexed) == ["insulinoma", "vipoma"]


def test_the_finder_of_before_still_finds_in_its_own_library(library):
    first = LateFinder(library)
    first.find("insulinoma")
    later = LateFinder(renamed(library, "insulinoma", "Quokka lump"), first, {"insulinoma"})

    assert later.find("quokka lump")[:1] == ("insulinoma",)
    assert first.find("quokka lump")[:1] != ("insulinoma",)
    assert first.find("insulinoma")[:1] == ("insulinoma",)
