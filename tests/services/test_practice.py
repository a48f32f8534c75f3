"""Keeping a practice: one change, checked before it is written, never over another's."""

from dataclasses import replace

import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.errors import EditedMeanwhile, EditRefused, UnknownPractice
from leaflet_app.domain.given import Way
from leaflet_app.domain.look import Format
from leaflet_app.domain.practice import Brand, Practice
from leaflet_app.pdf.render import render
from leaflet_app.services import library_store
from leaflet_app.services.check_leaflet import check_leaflet
from leaflet_app.services.email_leaflet import Wanted, write_letter
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.practice import (
    _free_id,
    keep,
    keep_new,
    keep_over,
    kept,
    list_practices,
    new,
    sample,
    wrong_in,
)
from leaflet_app.services.recreate_leaflet import recreate
from leaflet_app.services.register import note_given
from leaflet_app.services.settings import change as set_to
from leaflet_app.services.settings import paper
from tests.builders import a_practice, a_selection
from tests.fakes import a_desk
from tests.library.test_practice import SHIPPED_LOGO

HILL = Practice("Dr Ada Hill", "020 7946 0000", name="Hill Clinic", brand=Brand(band="#101010"))
FILE = "practice/practice.toml"


@pytest.fixture
def desk(library, home):
    desk = a_desk(library, home=home)
    set_to(desk, "library.editor", "Ada Hill")
    return desk


def changed(before, **details):
    return replace(before.practice, **details)


def test_what_is_kept_is_one_change_in_the_editor_s_name(desk):
    before = kept(desk)
    now = keep(desk, before, changed(before, name="Hill Clinic"))

    assert library_store.newest(desk).library.practice.name == "Hill Clinic"
    newest, first = library_store.history(desk, FILE)
    assert (newest.commit, newest.author) == (now.base, "Ada Hill")
    assert newest.message == "Change the practice Hill Clinic"
    assert first.commit == before.base
    assert now == kept(desk)


def test_what_was_kept_can_be_taken_back(desk):
    before = kept(desk)
    now = keep(desk, before, changed(before, name="Hill Clinic"))

    assert keep(desk, now, before.practice).text == before.text


@pytest.mark.parametrize(
    ("details", "field", "remedy"),
    [
        ({"phone": "ring me"}, "phone", "Write it with its area code"),
        ({"consultant_name": ""}, "consultant_name", "Write the consultant's name."),
        ({"emergency_note": ""}, "emergency_note", "Write what to do in an emergency."),
        ({"website": "http://example.org"}, "website", "Write it as https://example.org."),
        ({"email": "a@example.org, b@example.org"}, "email", "Write one mail address, like secretary@example.org."),
        ({"brand": Brand(band="#FFFF00")}, "band", "Words cannot be read in it."),
        ({"brand": Brand(logo=SHIPPED_LOGO)}, "logo_alt", "Describe the logo"),
    ],
)
def test_what_cannot_be_printed_is_told_at_its_field_and_never_kept(desk, details, field, remedy):
    before = kept(desk)
    wanted = changed(before, **details)

    assert wrong_in(wanted)[field].startswith(remedy)
    with pytest.raises(EditRefused, match="cannot be printed as it stands"):
        keep(desk, before, wanted)
    assert library_store.newest(desk).commit == before.base


def test_what_another_kept_meanwhile_is_not_overwritten_unasked(desk):
    mine, theirs = kept(desk), kept(desk)
    keep(desk, theirs, changed(theirs, name="Theirs"))

    with pytest.raises(EditedMeanwhile):
        keep(desk, mine, changed(mine, name="Mine"))
    assert keep_over(desk, "practice", changed(mine, name="Mine")).practice.name == "Mine"


def test_another_practice_has_a_file_named_after_it(desk):
    now = keep_new(desk, HILL)

    assert now.id == "hill-clinic"
    assert [(each.id, each.is_own) for each in list_practices(desk)] == [("practice", True), ("hill-clinic", False)]
    assert keep_new(desk, HILL).id == "hill-clinic-2"


@pytest.mark.parametrize("wanted", ["practice", "Hill Clinic", "../hill"])
def test_an_id_that_is_taken_or_none_is_refused(desk, wanted):
    with pytest.raises(EditRefused):
        new(desk, HILL, wanted)


def test_a_name_that_is_taken_gets_a_number_behind_it_however_often(desk):
    assert [keep_new(desk, HILL, "Ada Hill").id for _ in range(2)] == ["hill-clinic", "hill-clinic-2"]

    assert _free_id("Hill Clinic", ["hill-clinic", *(f"hill-clinic-{each}" for each in range(1200))]).endswith("-1200")


def test_a_profile_that_is_broken_is_listed_with_its_faults(desk):
    base = library_store.newest(desk).commit
    library_store.change(desk, {"practice/hill.toml": b'phone = "ring us"\n'}, "Break", base=base)

    [_, broken] = list_practices(desk)
    assert (broken.id, str(broken.faults[0])[:22]) == ("hill", "practice/hill.toml:1: ")
    with pytest.raises(UnknownPractice):
        kept(desk, "hill")


def test_a_new_logo_never_takes_the_place_of_one_that_another_practice_shows(desk):
    other = SHIPPED_LOGO + b"\0"
    hill = keep_new(desk, replace(HILL, brand=Brand(logo=SHIPPED_LOGO, logo_alt="A leaf")))
    assert hill.logo == "hill-clinic-logo.png"

    before = kept(desk)
    now = keep(desk, before, changed(before, brand=replace(before.practice.brand, logo=other)))
    library = library_store.newest(desk).library
    assert now.logo == "logo.png"
    assert library.practices["hill-clinic"].brand.logo == SHIPPED_LOGO
    assert library.practice.brand.logo == other


def test_without_a_logo_none_is_named(desk):
    before = kept(desk)
    now = keep(desk, before, changed(before, brand=Brand()))

    assert (now.logo, library_store.newest(desk).library.practice.brand) == ("", Brand())


@pytest.mark.parametrize("page_format", [Format.STANDARD, Format.BOOKLET])
def test_a_sample_is_the_leaflet_that_the_form_would_make(desk, page_format):
    made = sample(desk, "practice", HILL, page_format)

    assert made.leaflet.band.name == "Hill Clinic"
    assert desk.library.practice != HILL


def test_this_desk_s_practice_is_that_of_its_settings(desk):
    keep_new(desk, HILL)
    set_to(desk, "library.practice", "hill-clinic")

    assert paper(desk).practice == "hill-clinic"
    assert [each.is_own for each in list_practices(desk)] == [False, True]


def test_letter_and_checks_are_of_the_practice_that_the_leaflet_bears(desk):
    keep_new(desk, replace(HILL, feedback="hill@example.org"))
    selection = a_selection("insulinoma", practice="hill-clinic")
    desk.render = render

    letter = write_letter(desk, selection, Wanted("anna@example.org")).letter
    assert letter.subject == "Information from Hill Clinic"
    assert "020 7946 0000" in letter.text
    assert letter.sender_name == "Hill Clinic"
    assert letter.given.selection.practice == "hill-clinic"
    checks = check_leaflet(desk.library, selection, make_leaflet(desk.library, selection, render))
    assert "Comments go to hill@example.org." in [each.why for each in checks]


def test_a_leaflet_of_another_practice_is_made_again_byte_for_byte_after_its_details_changed(desk):
    desk.render = render
    hill = keep_new(desk, HILL)
    selection = a_selection("insulinoma", practice="hill-clinic", is_summary=True)
    given = note_given(desk, Way.PRINT, make_leaflet(desk.library, selection, render), selection)
    keep(desk, hill, replace(HILL, phone="0161 496 0000"))

    assert compose(desk.library, selection).code != given.passport
    assert recreate(desk, given).is_same


def test_a_practice_with_the_fewest_details_has_nothing_wrong():
    assert wrong_in(a_practice()) == {}


def test_what_nobody_signs_is_not_kept(desk):
    set_to(desk, "library.editor", "")
    before = kept(desk)

    with pytest.raises(EditRefused, match="nobody is named for its history"):
        keep(desk, before, changed(before, name="Hill Clinic"))
    assert keep(desk, before, changed(before, name="Hill Clinic"), "Bea Vale").practice.name == "Hill Clinic"
    assert library_store.history(desk)[0].author == "Bea Vale"
