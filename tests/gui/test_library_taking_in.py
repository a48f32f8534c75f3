"""The window takes in a library that changed, and loses nothing of what is chosen."""

import pytest

from leaflet_app.delivery.register.journal import append
from leaflet_app.gui.outbox.outbox_place import OutboxPlace
from leaflet_app.gui.places import OUTBOX, REGISTER
from leaflet_app.gui.register_place.filter_row import FilterRow
from leaflet_app.gui.register_place.register_place import RegisterPlace
from leaflet_app.services import library_store
from tests.builders import a_given
from tests.gui.hands import box, words_of
from tests.gui.test_outbox_place import a_mail
from tests.gui.test_register_place import rows

INSULINOMA = "topics/insulinoma/en-GB.md"


@pytest.fixture
def edit(desk):
    """Return a function that changes a text of the desk's library as another program does."""

    def edit(old, new, file=INSULINOMA):
        base = library_store.newest(desk).commit
        text = library_store.text_at(desk, file, base)
        assert old in text
        with library_store.in_turn(desk) as store:
            store.save({file: text.replace(old, new).encode()}, "Someone", "Change", base=base, at=desk.now())

    return edit


def take_in(qtbot, window):
    with qtbot.waitSignal(window.taking_in.taken_in):
        window.taking_in.look()


def test_a_changed_title_stands_in_every_column_and_what_is_chosen_stays(qtbot, window, edit):
    leaflets = window.leaflets
    leaflets.choice.add("vipoma")
    leaflets.choice.add("insulinoma")
    leaflets.choice.say("Ring us on Monday.")
    before = leaflets.choice.selection
    edit('title = "Insulinoma"', 'title = "Insulin tumour"')

    take_in(qtbot, window)

    assert leaflets.choice.selection == before
    assert box(leaflets.choose, "Insulin tumour").isChecked()
    assert "Insulin tumour" in words_of(leaflets.read)
    qtbot.waitUntil(lambda: leaflets._making.made_for(before) is not None)


def test_a_chosen_topic_that_was_retired_is_taken_out_and_told(qtbot, window, edit):
    leaflets = window.leaflets
    leaflets.choice.add("vipoma")
    leaflets.choice.add("insulinoma")
    edit('status = "draft"', 'status = "retired"')

    take_in(qtbot, window)

    assert leaflets.choice.selection.topics == ("vipoma",)
    assert "It no longer offers Insulinoma" in words_of(leaflets)


def test_a_library_that_did_not_change_is_not_taken_in(qtbot, window, desk):
    library_store.newest(desk)
    library_store.refresh(desk)
    take_in(qtbot, window)

    with qtbot.assertNotEmitted(window.taking_in.taken_in, wait=200):
        window.taking_in.look()


def test_register_and_outbox_name_topics_as_they_are_called_now(qtbot, window, edit, desk, monkeypatch):
    append(desk.home, a_given())
    monkeypatch.setattr("leaflet_app.gui.outbox.draining.mails", lambda _desk: (a_mail(),))
    window.show_place(REGISTER)
    register = window.findChild(RegisterPlace)
    qtbot.waitUntil(lambda: "Insulinoma" in str(rows(register)))
    window.show_place(OUTBOX)
    outbox = window.findChild(OutboxPlace)
    qtbot.waitUntil(lambda: "Insulinoma" in words_of(outbox))
    edit('title = "Insulinoma"', 'title = "Insulin tumour"')

    take_in(qtbot, window)

    assert "Insulin tumour" in words_of(outbox)
    assert "Insulin tumour" in str(rows(register))
    assert register.findChild(FilterRow)._topic.findText("Insulin tumour") > 0


def test_stars_and_what_was_searched_for_stay(qtbot, window, edit):
    choose = window.leaflets.choose
    choose.star(("vipoma",))
    choose.search.setText("insulin")
    edit('title = "Insulinoma"', 'title = "Insulin tumour"')

    take_in(qtbot, window)

    assert choose.favourites == ("vipoma",)
    assert "Enter ticks Insulin tumour." in words_of(choose)
