import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from leaflet_app.domain.errors import MailRefused, NoSuchMail, RecordsUnusable
from leaflet_app.domain.mail import Mail, MailState, Stage
from leaflet_app.gui.outbox import draining as drains
from leaflet_app.gui.outbox import outbox_place
from leaflet_app.gui.outbox.draining import Draining, sent
from leaflet_app.gui.outbox.mail_row import MailRow, Step, steps_of
from leaflet_app.gui.outbox.outbox_place import OutboxPlace
from leaflet_app.gui.outbox.said import needing
from leaflet_app.gui.places import OUTBOX, SETTINGS
from leaflet_app.services import outbox
from leaflet_app.services.settings import change
from tests.gui.hands import click, words_of
from tests.gui.test_accessibility import nameless
from tests.records.letters import SENT, a_letter

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
A_WHILE = 10_000


def a_mail(mail_id="a", state=MailState.QUEUED, **changes) -> Mail:
    """Return an email that leaves in 20 seconds."""
    built = Mail(
        id=mail_id,
        state=state,
        queued_at=NOW,
        due=NOW + timedelta(seconds=20),
        attempts=0,
        passport="CL-7K3M9Q-4F",
        topics=("insulinoma",),
        pages=4,
        is_protected=False,
        address="anna.bell@example.org",
        message="Waiting: it leaves in 20 seconds.",
        remedy="Cancel it if it should not go.",
    )
    return replace(built, **changes)


def of_every_state() -> tuple[Mail, ...]:
    return tuple(a_mail(state.value, state, message=f"Words of {state.value}.") for state in MailState)


@pytest.fixture
def kept(monkeypatch):
    """Stand for the records: emails that are read, what was asked of them, and what happens when they are sent."""

    kept = SimpleNamespace(mails=(), asked=[], unreadable=None, refused=None)

    def mails(_desk):
        if kept.unreadable:
            raise kept.unreadable
        return kept.mails

    def act(name):
        def done(_desk, mail_id, **how):
            if kept.refused:
                raise kept.refused
            kept.asked.append((name, mail_id, *how.values()))

        return done

    monkeypatch.setattr(drains, "mails", mails)
    monkeypatch.setattr(drains, "send_due", lambda _desk, _told: 0)
    for name in ("cancel", "retry", "confirm"):
        monkeypatch.setattr(outbox_place, name, act(name))
    return kept


@pytest.fixture
def opened(window, kept, qtbot):
    """Return a function that shows these emails in the place."""

    def show(*mails):
        kept.mails = mails
        window.show_place(OUTBOX)
        place = window.findChild(OutboxPlace)
        with qtbot.waitSignal(window._draining.stood):
            window._draining.look()
        return place

    return show


def shown(place):
    QApplication.processEvents()
    return [row._mail.id for row in place.findChildren(MailRow) if row.isVisible()]


def test_every_state_is_said_in_words_with_its_shape(opened):
    said = words_of(opened(*of_every_state()))

    for words in ("○  Waiting", "◔  Sending", "✓  Sent", "×  Not sent", "?  Probably sent", "–  Removed"):
        assert words in said
    for state in MailState:
        assert f"Words of {state.value}." in said
    assert "Insulinoma · 4 pages · CL-7K3M9Q-4F" in said


@pytest.mark.parametrize(
    ("mail", "steps"),
    [
        (a_mail(), (Step.CANCEL,)),
        (a_mail(attempts=1), (Step.TRY_NOW, Step.CANCEL)),
        (a_mail(state=MailState.SENDING), ()),
        (a_mail(state=MailState.HANDED_OVER), ()),
        (a_mail(state=MailState.SENT), ()),
        (a_mail(state=MailState.CANCELLED), ()),
        (a_mail(state=MailState.FAILED), (Step.TRY_AGAIN, Step.REMOVE)),
        (a_mail(state=MailState.FAILED, remedy="Look in Settings."), (Step.TRY_AGAIN, Step.REMOVE)),
        (a_mail(state=MailState.FAILED, last_stage=Stage.RECIPIENT), (Step.TRY_AGAIN, Step.REMOVE)),
        (a_mail(state=MailState.FAILED, last_stage=Stage.SENDER), (Step.TRY_AGAIN, Step.REMOVE, Step.SETTINGS)),
        (a_mail(attempts=1, last_stage=Stage.SIGN_IN), (Step.TRY_NOW, Step.CANCEL, Step.SETTINGS)),
        (a_mail(state=MailState.SENT, last_stage=Stage.SIGN_IN), ()),
        (a_mail(state=MailState.UNCONFIRMED), (Step.ARRIVED, Step.SEND_AGAIN)),
    ],
)
def test_a_button_stands_only_where_it_applies(mail, steps):
    assert steps_of(mail) == steps


@pytest.mark.parametrize(
    ("state", "button", "asked"),
    [
        (MailState.QUEUED, "Cancel", ("cancel", "a")),
        (MailState.FAILED, "Try again", ("retry", "a")),
        (MailState.FAILED, "Remove", ("cancel", "a")),
        (MailState.UNCONFIRMED, "It arrived", ("confirm", "a", True)),
        (MailState.UNCONFIRMED, "Send again", ("confirm", "a", False)),
    ],
)
def test_a_button_does_what_it_says(opened, kept, qtbot, state, button, asked):
    place = opened(a_mail(state=state))

    click(place, f"{button}: email to anna.bell@example.org")

    qtbot.waitUntil(lambda: kept.asked == [asked], timeout=A_WHILE)


def test_what_cannot_be_done_any_more_is_said(opened, kept, qtbot):
    place = opened(a_mail())
    kept.refused = NoSuchMail("it has been sent", "Tell your privacy lead.")

    click(place, "Cancel: email to anna.bell@example.org")

    qtbot.waitUntil(lambda: "it has been sent. Tell your privacy lead." in words_of(place), timeout=A_WHILE)


def test_filters_list_some_and_count_all(opened):
    place = opened(*of_every_state())
    names = [each.accessibleName() for each in place.findChildren(QToolButton)]
    assert names == ["All, 7", "Waiting, 3", "Needs you, 2", "Sent, 1"]

    click(place, "Needs you, 2")
    assert shown(place) == ["failed", "unconfirmed"]
    click(place, "Sent, 1")
    assert shown(place) == ["sent"]
    click(place, "All, 7")
    assert len(shown(place)) == 7


def test_a_filter_that_lists_none_says_so(opened):
    place = opened(a_mail())

    click(place, "Sent, 0")

    assert "None of these" in words_of(place)


def test_the_rail_counts_only_what_needs_a_person(window, opened):
    opened(*of_every_state())

    assert window.rail.findChildren(QToolButton)[OUTBOX].accessibleName() == "Outbox, 2 need attention"
    assert needing(of_every_state()) == 2


def test_an_address_that_is_erased_is_said_to_be(opened):
    assert "Address erased" in words_of(opened(a_mail(state=MailState.SENT, address="")))


def test_its_tries_are_told_in_order_when_asked_for(opened):
    history = ("At 9:31: the mail server could not be reached.", "At 9:40: the mail server took it.")
    place = opened(a_mail(state=MailState.SENT, history=history))
    assert history[0] not in words_of(place)

    click(place, "Show the tries of the email to anna.bell@example.org")

    assert "\n".join(history) in words_of(place)


def test_the_keyboard_stays_on_a_button_while_the_words_change(opened, window):
    place = opened(a_mail())
    [cancel] = [each for each in place.findChildren(QPushButton) if each.text() == "Cancel"]
    cancel.setFocus()

    window._draining.stood.emit((a_mail(message="Waiting: it leaves in 19 seconds."),))

    assert "19 seconds" in words_of(place)
    assert QApplication.focusWidget() is cancel


def test_an_empty_outbox_teaches_how_to_begin(opened):
    said = words_of(opened())

    assert "No email is waiting" in said
    assert "press Email" in said


def test_records_that_cannot_be_used_are_told_in_the_place_and_printing_goes_on(opened, window, kept, qtbot):
    place = opened()
    kept.unreadable = RecordsUnusable("the disk is full", "Make room on it.")

    window._draining.look()

    qtbot.waitUntil(lambda: "the disk is full. Make room on it." in words_of(place), timeout=A_WHILE)
    assert "Printing and saving go on as ever." in words_of(place)


def test_what_holds_the_sending_up_is_told_and_leads_to_the_settings(opened, window):
    place = opened(a_mail())

    window._draining.held_up.emit(MailRefused("no mail server is set up", "Name one in the settings."))
    assert "no mail server is set up" in words_of(place)
    click(place, "Open settings")

    assert window._places.currentIndex() == SETTINGS


def test_long_addresses_stay_inside_a_small_window(opened, window):
    window.resize(QSize(960, 520))
    place = opened(a_mail(address=f"{'wilhelmina' * 6}@{'borchester.' * 15}example.org"))
    QApplication.processEvents()

    [row] = place.findChildren(MailRow)
    assert row.width() <= place.width()


def test_everything_in_the_outbox_has_a_name(opened):
    assert nameless(opened(*of_every_state())) == []


def test_one_conversation_at_a_time_however_often_it_looks(desk, monkeypatch, qtbot):
    going, most, gate = [], [], threading.Event()

    def send_due(_desk, _told, stops):
        going.append(1)
        most.append(len(going))
        gate.wait(10)
        going.pop()
        return 1

    monkeypatch.setattr(drains, "mails", lambda _desk: (a_mail(due=NOW - timedelta(seconds=1)),))
    monkeypatch.setattr(drains, "send_due", send_due)
    draining = Draining(desk)
    for _ in range(3):
        with qtbot.waitSignal(draining.stood):
            draining.hurry()
    qtbot.waitUntil(lambda: bool(most), timeout=A_WHILE)

    draining.stop()
    gate.set()

    assert max(most) == 1


def test_nothing_more_is_begun_once_the_window_closes(desk, monkeypatch):
    is_closed = threading.Event()
    tried = []

    def hand_over(*_):
        tried.append(1)
        is_closed.set()
        return SENT

    monkeypatch.setattr(drains, "send_due", partial(outbox.send_due, hand_over=hand_over))
    change(desk, "outbox.undo_seconds", "0")
    for _ in range(2):
        outbox.queue(desk, a_letter())

    sent(desk, is_closed.is_set, lambda: None)
    sent(desk, is_closed.is_set, lambda: None)

    assert len(tried) == 1


def test_what_was_kept_long_enough_is_forgotten_while_the_window_is_open(desk, monkeypatch, qtbot):
    tidied = []
    monkeypatch.setattr(drains, "tidy", tidied.append)
    monkeypatch.setattr(drains, "FIRST_TIDYING_MS", 1)
    draining = Draining(desk)

    draining.begin()
    qtbot.waitUntil(lambda: tidied == [desk], timeout=A_WHILE)
    draining.stop()
