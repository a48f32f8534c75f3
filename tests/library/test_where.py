"""Where each file of a library stands."""

import pytest

from leaflet_app.library.where import belongs, text_at
from tests.builders import SHIPPED_FILES, a_library, a_topic


def test_a_text_is_found_by_its_file():
    library = a_library(a_topic("insulinoma"))

    assert text_at(library, "topics/insulinoma/en-GB.md") is library.topics["insulinoma"]


@pytest.mark.parametrize(
    "file", ["", "library.toml", "topics/insulinoma", "a/b/topics/insulinoma/en-GB.md.md", "/", "//"]
)
def test_no_text_is_found_by_the_name_of_anything_else(file):
    assert text_at(a_library(a_topic("insulinoma")), file) is None


def test_every_file_of_the_shipped_library_belongs_to_it():
    assert all(map(belongs, SHIPPED_FILES.ids()))
    assert belongs("practice/disclaimer/other/approval.toml")


@pytest.mark.parametrize(
    "file",
    ["", "a.md", "../sets.toml", "topics/../sets.toml", "/sets.toml", "topics//a.md", "topics/a b/cy.md", "a/b/c"],
)
def test_nothing_else_belongs_to_a_library(file):
    assert not belongs(file)
