"""Where each file of a library stands."""

import pytest

from leaflet_app.library.where import text_at
from tests.builders import a_library, a_topic


def test_a_text_is_found_by_its_file():
    library = a_library(a_topic("insulinoma"))

    assert text_at(library, "topics/insulinoma/en-GB.md") is library.topics["insulinoma"]


@pytest.mark.parametrize(
    "file", ["", "library.toml", "topics/insulinoma", "a/b/topics/insulinoma/en-GB.md.md", "/", "//"]
)
def test_no_text_is_found_by_the_name_of_anything_else(file):
    assert text_at(a_library(a_topic("insulinoma")), file) is None
