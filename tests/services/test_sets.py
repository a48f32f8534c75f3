"""Named sets of topics, without a word about any patient."""

from dataclasses import replace

import pytest

from leaflet_app.domain.errors import CannotSave, NameRefused, NothingChosen, UnknownSet
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Detail, Recipient, Selection
from leaflet_app.domain.sets import TopicSet
from leaflet_app.services import sets
from tests.builders import RETIRED, a_library, a_selection, a_topic
from tests.languages import a_library_in

SHIPPED = TopicSet("New patient", ("insulinoma",))
LIBRARY = a_library(a_topic("insulinoma"), a_topic("vipoma"), sets=(SHIPPED,))
WITHOUT = frozenset({"insulinoma/what", "sources"})


def names(home, library=LIBRARY):
    return [each.name for each in sets.all_sets(home, library)]


def test_a_set_brings_back_topics_order_parts_format_and_detail(home):
    chosen = a_selection(
        "vipoma",
        "insulinoma",
        without=WITHOUT,
        format=Format.LARGE,
        theme=Theme.LEGIBLE,
        is_summary=True,
        tear_off=True,
        detail=Detail.WORDS,
        without_outlook=True,
    )
    sets.keep_set(home, "Two at once", chosen)

    back = sets.find_set(home, LIBRARY, "two  AT once").chosen_on(a_selection("insulinoma"))

    assert back == chosen


def test_words_about_the_patient_are_never_written_and_stay_on_the_desk(home):
    patient = Recipient("Ann Onymous", "NHS 123")
    sets.keep_set(home, "Two at once", a_selection("vipoma", note="Dear Zebedee", recipient=patient))

    written = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert b"vipoma" in written
    assert not any(word in written for word in (b"Zebedee", b"Onymous", b"123"))
    desk = Selection(note="Dear Zebedee", recipient=patient)
    assert SHIPPED.chosen_on(desk).note == "Dear Zebedee"
    assert SHIPPED.chosen_on(desk).recipient == patient


def test_what_a_set_does_not_choose_stays_as_it_is_on_the_desk():
    desk = Selection(
        format=Format.LARGE, theme=Theme.CREAM, detail=Detail.PICTURES, is_summary=True, tear_off=True, language="cy"
    )

    assert SHIPPED.chosen_on(desk) == replace(desk, topics=SHIPPED.topics)


def test_a_set_in_a_language_is_offered_only_where_the_library_has_it(home):
    sets.keep_set(home, "Welsh", Selection(("rights",), language="cy"))

    assert names(home, a_library_in("cy")) == ["Welsh"]
    assert names(home, a_library_in("ur")) == []


def test_a_set_of_a_whole_leaflet_brings_it_back_whole(home):
    sets.keep_set(home, "Whole", a_selection("vipoma"))

    whole = sets.find_set(home, LIBRARY, "Whole").chosen_on(Selection(is_summary=True, tear_off=True, language="cy"))

    assert (whole.is_summary, whole.tear_off, whole.language) == (False, False, "")


def test_own_sets_come_first_and_hide_the_shipped_one_of_their_name(home):
    assert names(home) == ["New patient"]

    sets.keep_set(home, "Clinic on Friday", a_selection("vipoma"))
    assert names(home) == ["Clinic on Friday", "New patient"]
    sets.keep_set(home, "new patient", a_selection("vipoma"))
    assert names(home) == ["Clinic on Friday", "new patient"]


def test_a_set_is_renamed_deleted_and_brought_back_in_its_place(home):
    for name in ("One", "Two", "Three"):
        sets.keep_set(home, name, a_selection("vipoma"))

    sets.rename_set(home, "Two", "Zwei", Recipient())
    assert names(home)[:3] == ["One", "Zwei", "Three"]
    before = sets.delete_set(home, "Zwei")
    assert names(home)[:2] == ["One", "Three"]
    sets.bring_back(home, before)
    assert names(home)[:3] == ["One", "Zwei", "Three"]


def test_a_set_may_be_renamed_to_its_own_name_in_other_letters(home):
    sets.keep_set(home, "one", a_selection("vipoma"))

    sets.rename_set(home, "one", "One", Recipient())

    assert names(home)[0] == "One"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("  ", "it is empty"),
        ("n" * 61, "it is too long"),
        ("A bell\x07", "hidden characters"),
        ("ONE", "another set has it"),
        ("For Mrs Onymous", "words about a patient"),
        ("Ref k77", "words about a patient"),
        ("Born 01.02.1960", "words about a patient"),
        ("485 777 3456", "words about a patient"),
        ("ann@example.org", "words about a patient"),
    ],
)
def test_a_name_that_may_not_be_is_refused_with_the_reason(home, name, why):
    sets.keep_set(home, "One", a_selection("vipoma"))

    with pytest.raises(NameRefused, match=why):
        sets.keep_set(home, name, a_selection("vipoma", recipient=Recipient("Ann Onymous", "K77")))

    assert names(home)[0] == "One"


@pytest.mark.parametrize("name", ["Type 1 and MEN1", "Follow-up 2027", '“Quoted” \\ and "so"', "Überblick – 2 Seiten"])
def test_ordinary_names_are_kept_as_they_are(home, name):
    sets.keep_set(home, name, a_selection("vipoma"))

    assert names(home)[0] == name


def test_an_empty_selection_is_no_set(home):
    with pytest.raises(NothingChosen):
        sets.keep_set(home, "Nothing", a_selection())


def test_a_set_that_lost_a_topic_is_not_offered_but_stays_on_disk(home):
    sets.keep_set(home, "Both", a_selection("insulinoma", "vipoma"))
    lost = a_library(a_topic("insulinoma"))
    retired = a_library(a_topic("insulinoma"), a_topic("vipoma", review=RETIRED))

    assert "Both" not in names(home, lost)
    assert "Both" not in names(home, retired)
    sets.keep_set(home, "Another", a_selection("insulinoma"))
    assert names(home)[:2] == ["Both", "Another"]


def test_a_file_that_cannot_be_read_offers_what_is_sound_and_is_never_written_over(home):
    sets.keep_set(home, "One", a_selection("vipoma"))
    file = home / "sets.toml"
    file.write_text(file.read_text(encoding="utf-8") + '[[set]]\nname = "Two"\n', encoding="utf-8")
    before = file.read_bytes()

    assert names(home)[0] == "One"
    with pytest.raises(CannotSave, match=r"sets.toml:10: “topics” is missing"):
        sets.keep_set(home, "Three", a_selection("vipoma"))
    assert file.read_bytes() == before


def test_an_unknown_name_suggests_the_nearest(home):
    with pytest.raises(UnknownSet, match="Did you mean “New patient”"):
        sets.find_set(home, LIBRARY, "new pateint")
    with pytest.raises(UnknownSet, match="topics --sets"):
        sets.find_set(home, LIBRARY, "zebra")
