"""Homes in which nothing can be kept: each is told for what it is."""

import pytest

from leaflet_app.domain.errors import StoreUnusable
from leaflet_app.services import library_store
from tests.fakes import a_desk


@pytest.fixture(params=["a file", "below a file", "a link to itself", "a link to nothing"])
def odd(request, tmp_path):
    """Return a home that is no folder, and what is in its way."""
    there = tmp_path / "there"
    if "file" in request.param:
        there.write_text("words")
    else:
        there.symlink_to(there if "itself" in request.param else tmp_path / "nowhere" / "at all")
    return there / "home" if "below" in request.param else there, there


def test_what_stands_in_the_way_of_a_home_is_named(odd):
    home, there = odd

    with pytest.raises(StoreUnusable, match="stands where its folder should be") as told:
        library_store.newest(a_desk(home=home))
    assert told.value.remedy == f"Move it away and try again: {there}"


def test_a_home_whose_name_is_too_long_is_told(tmp_path):
    with pytest.raises(StoreUnusable, match="the name of its folder is too long"):
        library_store.newest(a_desk(home=tmp_path / ("a" * 300)))


@pytest.mark.parametrize("name", ["a b", "\u00fc \U0001f600", "a\nb", "-rf", "100%", "a;b'c"])
def test_a_home_may_have_any_name(tmp_path, name):
    desk = a_desk(home=tmp_path / name)

    assert library_store.history(desk, "topics/insulinoma/en-GB.md")
