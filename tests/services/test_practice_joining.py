"""A second desk joins what the first one shares: its practices are there, and nothing is left half joined."""

from dataclasses import replace

import pytest

from leaflet_app.domain.errors import SettingRefused, SharingStopped
from leaflet_app.services import settings, shared_place
from leaflet_app.services.library_store import newest
from leaflet_app.services.practice import keep, keep_new, kept
from leaflet_app.services.practice_joining import join, may_join, print_as
from leaflet_app.services.share_library import share
from tests.fakes import a_desk


def a_desk_of(library, folder):
    folder.mkdir()
    return a_desk(library, home=folder)


@pytest.fixture
def shared(library, tmp_path):
    """Return a folder in which Ann's desk shares two practices."""
    folder = tmp_path / "share"
    folder.mkdir()
    ann = a_desk_of(library, tmp_path / "ann")
    settings.change(ann, "library.shared", str(folder))
    shared_place.begin(ann)
    before = kept(ann)
    keep(ann, before, replace(before.practice, name="Hill Clinic"), "Ann Lee")
    keep_new(ann, replace(before.practice, name="South Clinic"), "Ann Lee")
    share(ann)
    return folder


@pytest.fixture
def ben(library, tmp_path):
    return a_desk_of(library, tmp_path / "ben")


def test_joining_brings_the_practices_of_the_other_desk(shared, ben):
    assert may_join(ben)
    listed = join(ben, str(shared))

    assert [each.label for each in listed] == ["Hill Clinic", "South Clinic"]
    assert newest(ben).library.practice.name == "Hill Clinic"
    assert not may_join(ben)
    print_as(ben, "south-clinic")
    assert settings.paper(ben).practice == "south-clinic"
    print_as(ben, "practice")
    assert settings.paper(ben).practice == ""


def test_where_there_is_no_library_the_desk_stays_by_itself(ben, tmp_path):
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(SharingStopped) as told:
            join(ben, str(place))
        assert "tries again by itself" not in str(told.value)
        assert settings.load(ben).library.shared == ""
        assert may_join(ben)


def test_what_is_no_address_is_refused(ben):
    with pytest.raises(SettingRefused):
        join(ben, "next door")


def test_a_desk_with_a_practice_of_its_own_is_not_asked(ben):
    before = kept(ben)
    keep(ben, before, replace(before.practice, name="Hill Clinic"), "Ben Roe")

    assert not may_join(ben)


def test_a_desk_whose_admin_set_the_place_is_not_asked(ben):
    ben.policy.write_text('[library]\nshared = ""\n')

    assert not may_join(ben)
