"""A link from a patient record opens a leaflet; it never costs the one on the desk, and never hands one over."""

import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QPushButton

from leaflet_app.domain.errors import AlreadyRunning, LeafletError, LinkNotUnderstood, NoWindow
from leaflet_app.gui import app
from leaflet_app.gui.app import launching_in
from leaflet_app.gui.launch.one_window import OneWindow
from leaflet_app.services.open_link import link_of, read_link
from tests.builders import a_library, a_topic
from tests.gui.windows import nothing_left_behind, open_window, target, theme, window

__all__ = ["nothing_left_behind", "open_window", "target", "theme", "window"]

CODED = "leaflet:infobutton?mainSearchCriteria.v.c=D44.8&mainSearchCriteria.v.cs=2.16.840.1.113883.6.3"


@pytest.fixture
def launching(window, desk):
    return launching_in(window, desk)


def press(strip, words):
    next(each for each in strip.findChildren(QPushButton) if each.text() == words).click()


def test_a_link_chooses_topics_language_and_reference(window, launching):
    launching.open(link_of(("vipoma", "coping"), "A 123", "cy"))

    chosen = window.leaflets.choice.selection
    assert chosen.topics == ("vipoma", "coping")
    assert (chosen.language, chosen.recipient.reference) == ("cy", "A 123")
    assert launching.strip.isHidden()


def test_a_code_offers_topics_and_ticks_none_before_someone_does(window, launching):
    launching.open(CODED)

    assert window.leaflets.choice.selection.topics == ()
    assert "choose the right one" in launching.strip.words
    press(launching.strip, window.leaflets._desk.library.topics["men2"].title)
    assert window.leaflets.choice.selection.topics == ("men2",)


def test_a_leaflet_on_the_desk_stays_until_someone_says_otherwise(window, launching):
    window.leaflets.choice.add("insulinoma")

    launching.open(link_of(("vipoma",), "A 123"))

    assert window.leaflets.choice.selection.topics == ("insulinoma",)
    press(launching.strip, "Start the new one")
    assert window.leaflets.choice.selection.topics == ("vipoma",)
    assert window.leaflets.choice.selection.recipient.reference == "A 123"


def test_the_words_of_a_record_are_shown_as_they_are_and_never_as_markup(window, launching):
    launching.open("leaflet:x?mainSearchCriteria.v.dn=%3Cb%3Ehi%3C/b%3E&mainSearchCriteria.v.c=Z1")

    assert "<b>hi</b>" in launching.strip.words
    assert launching.strip._words.textFormat().name == "PlainText"


def test_a_link_that_asks_for_more_is_told_above_the_place(window, launching, qtbot):
    with qtbot.waitSignal(launching.failed) as failed:
        launching.open("leaflet:?topics=vipoma&print=now")

    assert isinstance(failed.args[0], LeafletError)
    assert window.leaflets.choice.selection.topics == ()


def test_an_empty_link_only_brings_the_window_to_the_front(window, launching, qtbot):
    window.leaflets.choice.add("insulinoma")
    window.show_place(1)

    with qtbot.waitSignal(launching.woken):
        launching.open("")

    assert window.leaflets.choice.selection.topics == ("insulinoma",)
    assert not window.leaflets.isVisibleTo(window)


def test_a_link_is_opened_among_the_leaflets_wherever_the_window_was(window, launching):
    window.show_place(1)

    launching.open("leaflet:?topics=vipoma")

    assert window.leaflets.isVisibleTo(window)


@pytest.fixture
def first(home):
    one = OneWindow(home)
    assert one.claim()
    yield one
    one.close()


def test_a_second_start_hands_its_link_to_the_first(first, home, qtbot):
    link = link_of(("vipoma",), "Müller 7")
    code = (
        "import sys; from pathlib import Path; from leaflet_app.gui.launch.one_window import OneWindow;"
        "one = OneWindow(Path(sys.argv[1])); print(one.claim()); one.hand_over(sys.argv[2])"
    )

    with qtbot.waitSignal(first.link_came, timeout=20_000) as came:
        second = subprocess.Popen([sys.executable, "-c", code, home, link], stdout=subprocess.PIPE, text=True)
    assert second.communicate()[0] == "False\n"
    assert second.returncode == 0
    assert came.args == [link]


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr("leaflet_app.gui.launch.one_window.PATIENCE_MS", 100)


def test_a_window_that_does_not_answer_is_told(first, home, impatient):
    first._server.close()
    second = OneWindow(home)

    assert not second.claim()
    with pytest.raises(AlreadyRunning):
        second.hand_over("")


def test_the_next_start_is_the_window_once_the_first_has_closed(first, home):
    first.close()
    second = OneWindow(home)

    assert second.claim()
    second.close()


def test_whoever_talks_without_end_is_sent_away(first, home, qtbot):
    chatter = QLocalSocket()
    chatter.connectToServer(first._address)
    assert chatter.waitForConnected()
    heard = []
    first.link_came.connect(heard.append)

    with qtbot.waitSignal(chatter.disconnected, timeout=20_000):
        chatter.write(b"x" * 100_000)

    assert heard == []


def test_two_starts_in_the_same_instant_are_one_window(first, home, monkeypatch):
    first._server.close()  # the lock is taken, and nobody listens yet
    second = OneWindow(home)
    listens = SimpleNamespace(msleep=lambda _pause: first._server.listen(first._address))
    monkeypatch.setattr("leaflet_app.gui.launch.one_window.QThread", listens)

    socket = QLocalSocket()
    assert second._reaches(socket)
    socket.abort()


@pytest.mark.parametrize("torn", [b"", b"\0" * 60, b"half a li"])
def test_a_lock_that_a_power_cut_has_torn_keeps_no_window_shut(home, torn):
    home.mkdir(exist_ok=True)
    (home / "window.lock").write_bytes(torn)
    one = OneWindow(home)

    assert one.claim()
    assert not OneWindow(home).claim()
    one.close()


def test_a_link_of_odd_bytes_is_handed_over_on_one_line_and_refused(first, home, qtbot):
    code = (
        "import sys; from pathlib import Path; from leaflet_app.gui.launch.one_window import OneWindow;"
        "OneWindow(Path(sys.argv[1])).hand_over(sys.argv[2])"
    )
    with qtbot.waitSignal(first.link_came, timeout=20_000) as came:
        second = subprocess.Popen([sys.executable, "-c", code, home, b"leaflet:?topics=\xff\nvipoma"])
    assert second.wait() == 0
    (link,) = came.args
    assert link.endswith(" vipoma")
    with pytest.raises(LinkNotUnderstood):
        read_link(link, a_library(a_topic("vipoma")))


def test_a_home_that_can_be_no_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(NoWindow):
        OneWindow(tmp_path / "file" / "home")


def test_a_home_that_can_hold_no_lock_is_told(home):
    one = OneWindow(home)
    home.rmdir()

    with pytest.raises(NoWindow):
        one.claim()


def test_a_start_that_reaches_no_window_says_so_where_no_terminal_is(first, home, desk, impatient, monkeypatch, qapp):
    first._server.close()
    told = []
    monkeypatch.setattr(app, "make_app", lambda: qapp)
    monkeypatch.setattr(app, "_say", lambda _app, error: told.append(error))

    with pytest.raises(AlreadyRunning):
        app.run(replace(desk, home=home))
    assert len(told) == 1
