"""The large library of the search figures."""

from benchmarks import searching
from leaflet_app.library.search import TopicIndex


def test_the_large_library_is_always_the_same_and_finds_a_name(monkeypatch):
    monkeypatch.setattr(searching, "TOPICS", 60)
    library = searching.large_library()

    assert len(library.topics) == 60
    assert library == searching.large_library()
    assert TopicIndex(library).find("insulinoma")[0] == "insulinoma"
