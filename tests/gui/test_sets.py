"""Ways to begin: named sets, favourites, and what was made a moment ago."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Recipient
from leaflet_app.gui.main_window import LEAFLETS
from leaflet_app.gui.topics.star import Star
from leaflet_app.services import sets, window_memory
from tests.gui.hands import box, click, named, press, type_words, words_of
from tests.gui.test_accessibility import nameless


def keep(window, name):
    click(window.leaflets.choose, "Keep as set")
    type_words(name)
    press("Return")


@pytest.fixture
def chosen(window):
    for topic in ("Insulinoma", "VIPoma"):
        box(window.leaflets.choose, topic).click()
    return window


def test_an_empty_desk_offers_the_sets_of_the_library_with_their_topics(window, library):
    said = words_of(window.leaflets.read)
    assert "BEGIN WITH A SET" in said
    titles = " · ".join(library.topics[each].title for each in library.sets[0].topics)
    assert titles in said

    click(window.leaflets.read, "New insulinoma patient")
    assert window.leaflets.choice.selection.topics == library.sets[0].topics


def test_what_is_chosen_is_kept_under_a_name_and_offered_first(chosen, home, library):
    chosen.leaflets.choice.print_on(Format.LARGE)
    chosen.leaflets.choice.leave_out("insulinoma", "questions", left_out=True)
    keep(chosen, "Friday clinic")
    assert "The set “Friday clinic” is kept." in words_of(chosen.leaflets)

    [kept] = sets.own_sets(home, library)
    assert (kept.topics, kept.without, kept.format) == (
        ("insulinoma", "vipoma"),
        ("insulinoma/questions",),
        Format.LARGE,
    )
    press("Ctrl+N")
    chosen.leaflets.choice.print_on(Format.STANDARD)
    click(chosen.leaflets.read, "Friday clinic")
    assert chosen.leaflets.choice.selection.format is Format.LARGE
    assert chosen.leaflets.choice.selection.without == {"insulinoma/questions"}


def test_the_field_says_that_a_name_is_never_a_patients(chosen):
    click(chosen.leaflets.choose, "Keep as set")

    assert "Never a patient’s name, number or date of birth" in words_of(chosen.leaflets)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


@pytest.mark.parametrize("name", ["Mrs Onymous", "born 01.02.1960", ""])
def test_a_name_that_will_not_do_is_refused_beside_the_field(chosen, home, library, name):
    chosen.leaflets.choice.address_to(Recipient("Ann Onymous", ""))
    keep(chosen, name)

    assert "The set cannot have this name" in words_of(chosen.leaflets)
    assert sets.own_sets(home, library) == ()
    type_words("Friday")
    assert "Never a patient’s name" in words_of(chosen.leaflets)
    press("Esc")
    assert "Never a patient’s name" not in words_of(chosen.leaflets)


def test_choosing_a_set_keeps_the_words_for_this_patient(window):
    window.leaflets.choice.say("See you in May.")
    click(window.leaflets.read, "Family with MEN1")

    assert window.leaflets.choice.selection.note == "See you in May."


def test_an_own_set_is_renamed_in_place(chosen, home, library):
    keep(chosen, "Friday clinic")
    press("Ctrl+N")
    click(chosen.leaflets.read, "Rename “Friday clinic”")
    type_words("Monday clinic")
    press("Return")

    assert [each.name for each in sets.own_sets(home, library)] == ["Monday clinic"]
    click(chosen.leaflets.read, "Monday clinic")
    assert chosen.leaflets.choice.selection.topics == ("insulinoma", "vipoma")


def test_an_own_set_is_deleted_and_brought_back(chosen, home, library):
    keep(chosen, "Friday clinic")
    press("Ctrl+N")
    click(chosen.leaflets.read, "Delete “Friday clinic”")
    assert sets.own_sets(home, library) == ()
    assert "Friday clinic" not in [each.name for each in sets.all_sets(home, library)]

    click(chosen.leaflets, "Bring it back")
    assert [each.name for each in sets.own_sets(home, library)] == ["Friday clinic"]
    click(chosen.leaflets.read, "Friday clinic")


def test_sets_of_the_library_cannot_be_renamed_or_deleted_here(window):
    with pytest.raises(ValueError, match="not enough values"):
        click(window.leaflets.read, "Delete “New insulinoma patient”")


def test_a_file_of_sets_that_is_broken_is_told_beside_the_field(chosen, home):
    (home / "sets.toml").write_text("[[set]\n", encoding="utf-8")
    keep(chosen, "Friday clinic")

    assert "“sets.toml” could not be saved" in words_of(chosen.leaflets)


def test_a_star_makes_a_favourite_that_begins_a_leaflet_and_is_remembered(open_window, desk, home):
    window = open_window(desk)
    assert "YOUR FAVOURITES" not in words_of(window.leaflets.read)
    click(window.leaflets.choose, "Favourite: VIPoma")
    assert "YOUR FAVOURITES" in words_of(window.leaflets.read)

    click(window.leaflets.read, "VIPoma")
    assert window.leaflets.choice.selection.topics == ("vipoma",)
    window.close()
    assert window_memory.load(home).favourites == ("vipoma",)

    again = open_window(desk, window_memory.load(home))
    assert named(again.leaflets.choose, Star, "Favourite: VIPoma").isChecked()
    assert "YOUR FAVOURITES" in words_of(again.leaflets.read)


def test_a_star_is_reached_and_set_with_the_keyboard(window):
    star = named(window.leaflets.choose, Star, "Favourite: Insulinoma")
    box(window.leaflets.choose, "Insulinoma").setFocus()
    press("Tab")
    assert QApplication.focusWidget() is star

    QTest.keyClick(star, Qt.Key.Key_Space)
    assert window.leaflets.choose.favourites == ("insulinoma",)


def test_a_search_hides_the_stars_of_what_it_hides(window):
    type_words("vip")

    shown = [each.accessibleName() for each in window.leaflets.choose.findChildren(Star) if each.isVisible()]
    assert "Favourite: VIPoma" in shown
    assert "Favourite: Insulinoma" not in shown


def test_a_favourite_that_the_library_no_longer_has_is_not_offered(open_window, desk):
    window = open_window(desk, window_memory.WindowMemory(favourites=("zebra", "vipoma")))

    assert window.leaflets.choose.favourites == ("vipoma",)


def test_what_was_made_in_this_session_is_on_no_disk_but_in_the_register(chosen, home, target, qtbot):
    press("Ctrl+S")
    qtbot.waitUntil(target.exists)
    press("Ctrl+N")
    chosen.show_place(LEAFLETS)
    assert "OR MAKE ONE OF THESE AGAIN" in words_of(chosen.leaflets.read)
    chosen.close()

    own = {home / "register", home / "editions"}
    kept = [file for file in home.rglob("*") if file.is_file() and own.isdisjoint(file.parents)]
    assert kept
    assert not any(b"insulinoma" in file.read_bytes() for file in kept)


def test_every_way_to_begin_has_a_name(chosen):
    keep(chosen, "Friday clinic")
    click(chosen.leaflets.choose, "Favourite: VIPoma")
    click(chosen.leaflets.choose, "Keep as set")
    assert nameless(chosen) == []
    press("Ctrl+N")
    assert nameless(chosen) == []
