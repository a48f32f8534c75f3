"""The large library of the search figures."""

from benchmarks import searching
from leaflet_app.library.search import TopicIndex


def test_the_large_library_is_always_the_same_and_finds_a_name():
    library = searching.large_library(60)

    assert len(library.topics) == 60
    assert library == searching.large_library(60)
    assert TopicIndex(library).find("insulinoma")[0] == "insulinoma"
