"""The place Settings: each setting with its origin, checked as it is typed and kept when its field is left."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
)

from leaflet_app.delivery import settings_writing
from leaflet_app.domain.errors import SettingRefused
from leaflet_app.domain.look import Format
from leaflet_app.domain.practice import labels
from leaflet_app.domain.settings_table import BY_NAME, TABLE
from leaflet_app.gui.settings_place.groups import GROUPS
from leaflet_app.gui.settings_place.settings_place import SettingsPlace
from leaflet_app.services import settings
from tests.fakes import FakeTools, NoSecrets, a_desk
from tests.gui.hands import box, click, name_of, named, press, type_words, words_of
from tests.gui.test_accessibility import LEAST_TARGET, nameless


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.fixture
def open_place(qtbot, desk):
    opened = []

    def open_at(title):
        place = SettingsPlace(desk)
        qtbot.addWidget(place)
        opened.append(place)
        place.resize(1000, 640)
        with qtbot.waitExposed(place):
            place.show()
        go(place, title)
        return place

    yield open_at
    for place in opened:
        place.stop()


def go(place, title):
    """Show the page of a group."""
    place.findChild(QTabWidget).setCurrentIndex([group.title for group in GROUPS].index(title))
    QApplication.processEvents()


def type_into(place, name, words, kind=QLineEdit):
    """Type words in place of those in a field."""
    field = named(place, kind, name)
    field.setFocus()
    field.selectAll()
    type_words(words)
    return field


def test_every_setting_has_its_place_once():
    names = [name for group in GROUPS for name in group.names]

    assert sorted(names) == sorted(each.name for each in TABLE)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.title)
def test_each_setting_says_what_it_is_for_and_where_it_comes_from(open_place, group):
    said = words_of(open_place(group.title))

    for name in group.names:
        assert BY_NAME[name].label in said
        assert BY_NAME[name].purpose in said
    assert said.count("The usual") == len(group.names)


def test_the_practice_of_this_desk_is_chosen_from_those_of_the_library(open_place, desk):
    hill = replace(desk.library.practice, consultant_name="Dr Hill")
    desk.library = replace(desk.library, practices={"practice": desk.library.practice, "hill": hill})
    chooser = named(open_place("Library"), QComboBox, "Practice")
    assert [chooser.itemText(each) for each in range(chooser.count())] == list(labels(desk.library.practices).values())
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)

    assert settings.load(desk).library.practice == "hill"


def test_a_practice_that_came_meanwhile_can_be_chosen(open_place, desk):
    place = open_place("Library")
    place.hide()
    hill = replace(desk.library.practice, consultant_name="Dr Hill")
    desk.library = replace(desk.library, practices={"practice": desk.library.practice, "hill": hill})
    settings.change(desk, "library.practice", "hill")
    place.show()

    assert named(place, QComboBox, "Practice").currentText() == "Dr Hill"


def offered(chooser):
    return [chooser.itemText(each) for each in range(chooser.count())]


def test_a_printer_is_chosen_from_those_of_this_computer(open_place, desk, qtbot):
    chooser = named(open_place("Printing"), QComboBox, "Printer")
    assert chooser.currentText() == "The one this computer prefers"
    there = ["The one this computer prefers", "Front desk", "Colour printer in the office"]
    qtbot.waitUntil(lambda: offered(chooser) == there)
    chooser.setCurrentIndex(2)
    chooser.activated.emit(2)

    assert settings.load(desk).printing.printer == "colour"
    assert chooser.currentText() == "Colour printer in the office"


def test_a_printer_that_is_not_there_stays_and_says_so(open_place, desk, qtbot):
    settings.change(desk, "printing.printer", "attic")
    chooser = named(open_place("Printing"), QComboBox, "Printer")

    qtbot.waitUntil(lambda: chooser.currentText() == "attic (not found on this computer)")


def test_where_no_printer_is_known_the_one_that_is_set_stays(desk):
    desk.tools.printing.known = ()
    settings.change(desk, "printing.printer", "attic")
    [printer] = [each for each in settings.offered_here(desk).standings if each.name == "printing.printer"]

    assert list(printer.setting.kind.labels.values()) == ["attic", "The one this computer prefers"]


def test_a_practice_that_the_library_does_not_have_cannot_be_set(desk):
    with pytest.raises(SettingRefused, match=r"library\.practice"):
        settings.change(desk, "library.practice", "South Clinic")


def test_a_line_is_kept_when_its_field_is_left(open_place, desk):
    place = open_place("Email")

    type_into(place, "Sender", "clinic@example.org")
    assert settings.load(desk).mail.sender == ""
    press("Tab")

    assert settings.load(desk).mail.sender == "clinic@example.org"
    assert "✓ Sender: kept." in words_of(place)
    assert "Set at this desk" in words_of(place)


def test_what_does_not_fit_is_told_as_it_is_typed_and_not_kept(open_place, desk):
    place = open_place("Mail server")

    field = type_into(place, "Port", "58x")
    assert "Not kept: it is not a whole number. Write a whole number from 1 to 65535." in words_of(place)
    press("Tab")
    assert field.text() == "58x"
    assert settings.load(desk).mail.port == 465

    type_into(place, "Port", "587\r")
    assert "Not kept" not in words_of(place)
    assert settings.load(desk).mail.port == 587


def test_what_cannot_work_together_is_told_at_the_field(open_place):
    place = open_place("Mail server")
    type_into(place, "Port", "587\r")
    assert "Port 587 is encrypted by STARTTLS as a rule. Choose starttls, or port 465." in words_of(place)

    choose(place, "Encryption", "Encrypted by STARTTLS (usual port 587)")
    assert "as a rule. Choose" not in words_of(place)


def choose(place, name, words):
    chooser = named(place, QComboBox, name)
    chooser.setCurrentText(words)
    chooser.activated.emit(chooser.currentIndex())


def test_a_choice_and_a_tick_are_kept_at_once(open_place, desk):
    place = open_place("Printing")
    choose(place, "Format", "A4 large print")
    assert settings.load(desk).printing.format is Format.LARGE

    go(place, "Email")
    box(place, "Protect the PDF").click()
    assert settings.load(desk).mail.protect


def test_scrolling_past_a_choice_changes_nothing(open_place, desk):
    chooser = named(open_place("Printing"), QComboBox, "Format")
    chooser.setFocus()

    down = (QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(chooser, QWheelEvent(QPointF(5, 5), QPointF(5, 5), *down, phase, False))

    assert chooser.currentText() == "A4"
    assert not settings.settings_file(desk.home).exists()


def test_the_text_of_an_email_names_its_fields_and_refuses_others(open_place, desk):
    place = open_place("Email")
    assert "{greeting} the greeting chosen for this email" in words_of(place)

    type_into(place, "Text", "Dear {name}", QPlainTextEdit)
    assert "Not kept: nothing fills {name}." in words_of(place)
    type_into(place, "Text", "{greeting} ring {phone}", QPlainTextEdit)
    press("Tab")

    assert settings.load(desk).mail.body == "{greeting} ring {phone}\n"


def test_a_setting_is_set_back(open_place, desk):
    settings.change(desk, "printing.copies", "3")
    place = open_place("Printing")
    assert named(place, QLineEdit, "Copies").text() == "3"

    click(place, "Set back: Copies")

    assert named(place, QLineEdit, "Copies").text() == "1"
    assert settings.load(desk).printing.copies == 1
    assert "Set at this desk" not in words_of(place)


def test_what_an_admin_locked_is_shown_and_cannot_be_changed(open_place, desk):
    desk.policy.write_text('[mail]\nserver = "relay.example.org"\n', encoding="utf-8")
    place = open_place("Mail server")

    field = named(place, QLineEdit, "Mail server")
    assert (field.text(), field.isEnabled()) == ("relay.example.org", False)
    assert "Set by your administrator" in words_of(place)
    assert any(not label.pixmap().isNull() for label in place.findChildren(QLabel) if label.isVisible())


def test_a_setting_locked_a_moment_ago_is_told_and_what_was_typed_stays(open_place, desk):
    place = open_place("Mail server")
    field = type_into(place, "Mail server", "smtp.example.org")
    desk.policy.write_text('[mail]\nserver = "relay.example.org"\n', encoding="utf-8")
    press("Tab")

    assert "your administrator set it for this computer" in words_of(place)
    assert field.text() == "smtp.example.org"


def test_faults_of_the_files_are_told_on_top(open_place, desk):
    settings.settings_file(desk.home).write_text('[mail]\nport = "x"\nway = "smtp"\n', encoding="utf-8")
    place = open_place("Email")

    assert "settings.toml:2: mail.port: it is not a whole number" in words_of(place)
    assert "On the safe side, until a file is mended" in words_of(place)


def test_what_somebody_wrote_into_the_file_is_shown_on_coming_back(open_place, desk):
    place = open_place("Printing")
    place.hide()
    settings.change(desk, "printing.copies", "7")
    place.show()

    assert named(place, QLineEdit, "Copies").text() == "7"


def test_closing_keeps_what_is_typed_in_a_field_that_nobody_left(open_place, desk):
    place = open_place("Email")
    type_into(place, "Sender", "clinic@example.org")

    place.stop()

    assert settings.load(desk).mail.sender == "clinic@example.org"


def test_a_password_goes_to_the_keyring_and_is_not_shown_again(open_place, desk, qtbot):
    place = open_place("Mail server")
    field = type_into(place, "Password", "hunter2")
    assert field.echoMode() is QLineEdit.EchoMode.Password

    click(place, "Keep password")
    qtbot.waitUntil(lambda: "✓ The password is in the keyring." in words_of(place))
    assert desk.tools.secrets.kept == {"mail": "hunter2"}
    assert field.text() == ""

    click(place, "Remove the password")
    qtbot.waitUntil(lambda: "The keyring holds no password" in words_of(place))
    assert desk.tools.secrets.kept == {}


def test_a_computer_without_a_keyring_is_told_and_the_password_stays_to_try_again(open_place, desk, qtbot):
    desk.tools = FakeTools(secrets=NoSecrets())
    place = open_place("Records")
    field = type_into(place, "Password", "hunter2\r")

    qtbot.waitUntil(lambda: "this computer has no keyring" in words_of(place))
    assert field.text() == "hunter2"


def test_the_file_that_explains_itself_is_shown_in_its_folder(open_place, desk, qtbot):
    place = open_place("Printing")

    click(place, "Show the settings file")

    qtbot.waitUntil(lambda: desk.tools.programs.revealed == [settings.settings_file(desk.home)])
    assert "# server = " in settings.settings_file(desk.home).read_text(encoding="utf-8")
    assert settings.load(desk) == settings.Settings()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.title)
def test_everything_has_a_name_and_room(open_place, desk, group):
    settings.change(desk, "mail.port", "587")
    place = open_place(group.title)
    for size in ((870, 420), (1200, 760)):
        place.resize(*size)
        QApplication.processEvents()

        assert nameless(place) == []
        for widget in place.findChildren(QLabel) + place.findChildren(QPushButton) + place.findChildren(QCheckBox):
            if widget.isVisible():
                assert widget.width() >= widget.minimumSizeHint().width(), name_of(widget)
                assert widget.height() >= widget.minimumSizeHint().height(), name_of(widget)
        buttons = [each for each in place.findChildren(QPushButton) if each.isVisible()]
        assert all(min(each.width(), each.height()) >= LEAST_TARGET for each in buttons)


def test_tab_goes_through_a_page_from_top_to_bottom(open_place):
    place = open_place("Outbox and register")
    named(place, QLineEdit, "Time to undo").setFocus()

    walked = [QApplication.focusWidget().accessibleName()]
    for _ in range(4):
        press("Tab")
        walked.append(QApplication.focusWidget().accessibleName())

    assert walked == ["Time to undo", "Keep failed emails", "This desk", "Keep the register", "Keep references"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert named(place, QCheckBox, "Keep references").isChecked()


def test_what_the_keyring_says_is_scrolled_into_view(open_place, qtbot):
    place = open_place("Mail server")
    place.resize(870, 420)
    type_into(place, "Password", "hunter2\r")

    qtbot.waitUntil(lambda: "✓ The password is in the keyring." in words_of(place))
    said = next(label for label in place.findChildren(QLabel) if label.text().startswith("✓ The password"))
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect().height() == said.height())


def test_what_writes_a_setting_is_loaded_while_the_page_is_read(qtbot, desk, monkeypatch):
    loaded_in = []
    monkeypatch.setattr(settings_writing, "load_writer", lambda: loaded_in.append(threading.current_thread()))
    place = SettingsPlace(desk)
    qtbot.addWidget(place)
    place.show()

    qtbot.waitUntil(lambda: bool(loaded_in))
    assert loaded_in[0] is not threading.main_thread()
    place.stop()
