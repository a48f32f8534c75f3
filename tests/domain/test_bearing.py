"""A leaflet of a practice bears its name, number, colours and disclaimer, and is another by its code."""

from dataclasses import replace

import pytest

from leaflet_app.domain.blocks import texts, words
from leaflet_app.domain.compose import compose, seen_by
from leaflet_app.domain.errors import UnknownDisclaimer, UnknownPractice
from leaflet_app.domain.practice import PUBLISHER_DOES_NOT, Brand, Disclaimer, labels
from tests.builders import a_library, a_practice, a_selection

HILL = a_practice(name="Hill Clinic", consultant_name="Dr Ada Hill", phone="020 7946 0000", brand=Brand(band="#101010"))
STANDARD = Disclaimer("1.0", (words(f"We think. {PUBLISHER_DOES_NOT} promise."),))
PRIVATE = Disclaimer("2.0", (words("For private patients."),), id="private")
LIBRARY = a_library(
    disclaimer=STANDARD,
    practices={"practice": a_practice(), "hill": HILL, "vale": replace(HILL, name="Vale", disclaimer="private")},
    disclaimers={"standard": STANDARD, "private": PRIVATE},
)


def leaflet(**chosen):
    return compose(LIBRARY, a_selection("insulinoma", **chosen))


def said(made):
    return "\n".join(texts(made.blocks))


def test_a_leaflet_of_another_practice_bears_all_that_is_its_own():
    made = leaflet(practice="hill")

    assert (made.band.name, made.band.brand.band) == ("Hill Clinic", "#101010")
    assert "020 7946 0000" in said(made)
    assert "07565" not in said(made)
    assert "Hill Clinic and Dr Ada Hill do not promise." in said(made)
    assert made.code in made.footer
    assert made.code != leaflet().code


def test_nothing_chosen_and_the_first_practice_are_one_leaflet():
    assert (
        leaflet()
        == leaflet(practice="practice")
        == leaflet(disclaimer="standard")
        == compose(LIBRARY, a_selection("insulinoma"))
    )


def test_a_practice_brings_its_disclaimer_and_a_leaflet_may_bear_another():
    assert "For private patients." in said(leaflet(practice="vale"))
    assert "For private patients." in said(leaflet(disclaimer="private"))
    assert "Vale and Dr Ada Hill do not promise." in said(leaflet(practice="vale", disclaimer="standard"))


@pytest.mark.parametrize(
    ("chosen", "fault"), [({"practice": "north"}, UnknownPractice), ({"disclaimer": "none"}, UnknownDisclaimer)]
)
def test_what_is_not_there_is_never_guessed(chosen, fault):
    with pytest.raises(fault, match="or its file has faults") as told:
        leaflet(**chosen)
    assert told.value.remedy.startswith("Choose from: ")


def test_what_is_chosen_holds_in_whatever_order_a_library_is_seen():
    selection = a_selection("insulinoma", practice="vale")
    seen = seen_by(LIBRARY, selection)

    assert seen.in_language("").practice == seen.practice == LIBRARY.practices["vale"]
    assert seen.disclaimer == PRIVATE


def test_two_practices_of_one_name_are_told_apart():
    named = labels({"practice": a_practice(), "b": a_practice(), "hill": HILL})

    assert named == {"practice": "Dr Mark Vanderpump (practice)", "b": "Dr Mark Vanderpump (b)", "hill": "Hill Clinic"}
