"""Somebody checks the phone number of an organisation: leaflets print it again, and the rest of the list stays."""

import pytest

from leaflet_app.domain.errors import EditRefused
from leaflet_app.services import library_store
from leaflet_app.services.check_phone import keep_checked, organisation
from leaflet_app.services.signing import editor
from tests.fakes import a_desk

LIST = "organisations.toml"


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.fixture
def charity(desk):
    return next(each for each in desk.library.organisations.values() if each.phone)


def lines(desk):
    return library_store.newest(desk).files.read(LIST, 1_000_000).decode().splitlines()


def test_a_number_counts_as_checked_today_by_whoever_says_so(desk, charity):
    before = lines(desk)

    keep_checked(desk, charity.id, charity.phone, "Ada Hill")

    assert organisation(desk, charity.id).verified_on == desk.today()
    assert library_store.history(desk, LIST)[0].author == editor(desk) == "Ada Hill"
    assert len(set(lines(desk)) ^ set(before)) <= 2


@pytest.mark.parametrize("typed", ["", "ring me", "0808\n800"])
def test_what_cannot_be_rung_is_refused_and_nothing_is_kept(desk, charity, typed):
    before = lines(desk)

    with pytest.raises(EditRefused):
        keep_checked(desk, charity.id, typed, "Ada Hill")

    assert lines(desk) == before


def test_nobody_checks_a_number_without_a_name(desk, charity):
    with pytest.raises(EditRefused, match="nobody is named"):
        keep_checked(desk, charity.id, charity.phone)


def test_an_organisation_that_left_the_list_is_told(desk):
    with pytest.raises(EditRefused, match="no longer in the list"):
        organisation(desk, "gone")
