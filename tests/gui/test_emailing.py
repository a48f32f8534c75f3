"""A leaflet by email through the window, with a real letter, a keyring in memory and a server that is a function."""

from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QRadioButton

from leaflet_app.domain.errors import RecordsUnusable
from leaflet_app.domain.mail import MailState, Outcome, Stage, Verdict
from leaflet_app.gui.outbox import draining
from leaflet_app.gui.places import OUTBOX
from leaflet_app.pdf.render import render
from leaflet_app.services import outbox
from leaflet_app.services.settings import change
from tests.fakes import FakePrograms, FakeSecrets, FakeTools, a_desk
from tests.gui.hands import box, click, named, press, type_words, words_of
from tests.gui.test_accessibility import nameless

A_WHILE = 20_000
ADDRESS = "anna.bell@example.org"
TAKEN = Outcome(Verdict.SENT, Stage.LAST_DOT, 250, "Sent.", "")


@pytest.fixture
def desk(library, home):
    desk = a_desk(library, render, home, FakeTools(secrets=FakeSecrets(mail="sesame")))
    for key, typed in (("server", "localhost"), ("sender", "leaflets@clinic.example"), ("way", "smtp")):
        change(desk, f"mail.{key}", typed)
    return desk


@pytest.fixture
def handed_over(monkeypatch):
    """Take every email, and keep to whom it went."""
    went = []

    def hand_over(_sender, address, _message, before_last_dot):
        before_last_dot()
        went.append(address)
        return TAKEN

    def send_due(desk, told, stops):
        return outbox.send_due(desk, told, hand_over, stops)

    monkeypatch.setattr(draining, "send_due", send_due)
    return went


@pytest.fixture
def sheet(window, qtbot):
    """Return a function that waits for a sheet of this title."""

    def wait_for(title):
        def shown():
            return [each for each in window.findChildren(QDialog) if each.isVisible() and each.windowTitle() == title]

        qtbot.waitUntil(lambda: bool(shown()), timeout=A_WHILE)
        return shown()[0]

    return wait_for


@pytest.fixture
def ask(window, sheet):
    """Return a function that ticks a topic and opens the email sheet."""

    def ask():
        box(window.leaflets.choose, "Insulinoma").click()
        press("Ctrl+E")
        return sheet("Email the leaflet")

    return ask


@pytest.fixture
def read_back(ask, sheet):
    """Return a function that goes as far as the read-back sheet."""

    def go(address=ADDRESS):
        asked = ask()
        type_words(address)
        asked.main.click()
        return sheet("Is this right?")

    return go


def send(read_back_sheet, address=ADDRESS):
    type_words(address)
    read_back_sheet.main.click()


def said(window):
    return words_of(window.centralWidget())


def test_undo_takes_the_email_back_before_it_leaves(window, read_back, desk, handed_over, qtbot):
    send(read_back())
    qtbot.waitUntil(lambda: f"The email to {ADDRESS} leaves in 30 seconds." in said(window), timeout=A_WHILE)

    click(window, "Undo sending the email")

    qtbot.waitUntil(lambda: "The email was taken back. Nothing was sent." in said(window), timeout=A_WHILE)
    assert [mail.state for mail in outbox.mails(desk)] == [MailState.CANCELLED]
    assert handed_over == []


def test_an_email_nobody_takes_back_is_sent_and_said_to_be(window, read_back, desk, handed_over, qtbot):
    send(read_back())
    qtbot.waitUntil(lambda: "leaves in" in said(window), timeout=A_WHILE)
    start = desk.now()

    desk.now = lambda: start + timedelta(seconds=31)

    qtbot.waitUntil(lambda: f"✓ Sent to {ADDRESS}." in said(window), timeout=A_WHILE)
    assert handed_over == [ADDRESS]
    window.show_place(OUTBOX)
    qtbot.waitUntil(lambda: "✓  Sent" in said(window), timeout=A_WHILE)


def test_send_stays_off_until_the_address_is_typed_again(read_back):
    back = read_back()

    assert not back.main.isEnabled()
    type_words("anna.bel@example.org")
    assert not back.main.isEnabled()
    assert "This is not the same address yet." in words_of(back)
    QApplication.focusWidget().clear()
    type_words(ADDRESS)
    assert back.main.isEnabled()


def test_the_address_cannot_be_pasted_a_second_time(read_back):
    back = read_back()
    QGuiApplication.clipboard().setText(ADDRESS)

    for key in ("Ctrl+V", "Shift+Ins"):
        press(key)

    assert named(back, QLineEdit, "Type the address again").text() == ""
    assert "a pasted address repeats its mistake" in words_of(back)


def test_the_read_back_tells_what_goes_where(window, ask, sheet):
    window.leaflets.column.address_to("REF 77")
    asked = ask()
    type_words(ADDRESS)
    asked.main.click()
    said = words_of(sheet("Is this right?")).replace("\u200b", "")

    assert ADDRESS in said
    for words in ("Insulinoma", "REF 77", "pages", "CL-", "No: whoever gets it can read it"):
        assert words in said
    assert "⚠ The leaflet names a person and is not protected." in said


def test_a_mistyped_domain_is_asked_about_and_mended_by_a_button(ask, qtbot):
    asked = ask()
    type_words("anna@gmial.com")
    press("Tab")
    name = "Did you mean anna@gmail.com?"
    qtbot.waitUntil(
        lambda: any(each.text() == name and each.isVisible() for each in asked.findChildren(QPushButton)),
        timeout=A_WHILE,
    )

    click(asked, name)

    assert named(asked, QLineEdit, "To").text() == "anna@gmail.com"
    assert name not in [each.text() for each in asked.findChildren(QPushButton) if each.isVisible()]


def test_letters_that_look_alike_are_told(ask, qtbot):
    asked = ask()
    QApplication.focusWidget().insert("anna@ex\N{CYRILLIC SMALL LETTER A}mple.org")
    press("Tab")

    qtbot.waitUntil(lambda: "may only look alike" in words_of(asked), timeout=A_WHILE)


def test_what_is_no_address_stays_on_the_sheet_with_what_to_do(ask, qtbot):
    asked = ask()
    type_words("anna at example")
    asked.main.click()

    qtbot.waitUntil(lambda: "Take the space out." in words_of(asked), timeout=A_WHILE)
    assert named(asked, QLineEdit, "To").text() == "anna at example"
    assert asked.main.isEnabled()


def test_a_subject_that_tells_the_illness_is_refused(ask, qtbot):
    asked = ask()
    type_words(ADDRESS)
    named(asked, QLineEdit, "Subject").setText("Your insulinoma")
    asked.main.click()

    qtbot.waitUntil(lambda: "its subject tells what the leaflet is about" in words_of(asked), timeout=A_WHILE)


def test_back_keeps_what_was_typed_and_cancel_forgets_it(window, read_back, sheet):
    back = read_back()
    click(back, "Back")
    asked = sheet("Email the leaflet")
    assert named(asked, QLineEdit, "To").text() == ADDRESS

    press("Escape")
    assert not asked.isVisible()
    window.leaflets.ways_out.email()
    assert named(sheet("Email the leaflet"), QLineEdit, "To").text() == ""


def test_a_passphrase_is_shown_once_and_then_forgotten(window, ask, sheet, desk):
    asked = ask()
    type_words(ADDRESS)
    box(asked, "Protect the leaflet with a passphrase").click()
    QGuiApplication.clipboard().setText("before")
    asked.main.click()
    send(sheet("Is this right?"))
    shown = sheet("Passphrase of the leaflet")
    passphrase = " ".join(shown._letters.text().replace("\n", " ").split())
    assert len(passphrase.split()) == 6
    assert QGuiApplication.clipboard().text() == "before"

    click(shown, "Copy")
    assert QGuiApplication.clipboard().text() == passphrase

    click(shown, "Done")
    assert shown._letters.text() == shown._letters.accessibleName() == shown._passphrase == ""


@pytest.fixture
def slow_queue(monkeypatch):
    """Let the outbox take a letter only once this is set."""
    is_open, queue = Event(), outbox.queue
    monkeypatch.setattr(outbox, "queue", lambda *letter: is_open.wait(10) and queue(*letter))
    return is_open


def test_no_cancel_pretends_to_stop_an_email_that_is_being_handed_over(window, read_back, slow_queue, qtbot):
    back = read_back()
    send(back)
    assert not back.cancel.isEnabled()

    for leave in (lambda: press("Escape"), back.close, back.cancel.click, lambda: press("Alt+B")):
        leave()
        assert back.isVisible()
    slow_queue.set()

    qtbot.waitUntil(lambda: f"The email to {ADDRESS} leaves in 30 seconds." in said(window), timeout=A_WHILE)
    assert not back.isVisible()


def test_an_email_that_could_not_be_handed_over_may_be_cancelled(read_back, monkeypatch, qtbot):
    def refuse(*_letter):
        raise RecordsUnusable("the disk is full", "Make room on it.")

    monkeypatch.setattr(outbox, "queue", refuse)
    back = read_back()
    send(back)
    qtbot.waitUntil(lambda: "the disk is full" in words_of(back), timeout=A_WHILE)
    assert all(each.isEnabled() for each in (back.cancel, back.main))

    press("Escape")

    assert not back.isVisible()


def test_a_passphrase_is_shown_even_if_another_email_was_begun_while_the_keyring_took_its_time(
    window, ask, sheet, slow_queue
):
    asked = ask()
    type_words(ADDRESS)
    box(asked, "Protect the leaflet with a passphrase").click()
    asked.main.click()
    send(sheet("Is this right?"))
    window.leaflets.ways_out.email()

    slow_queue.set()

    assert len(sheet("Passphrase of the leaflet")._letters.text().split()) == 6


def test_a_draft_needs_no_second_typing_and_opens_in_the_mail_program(window, ask, sheet, desk, qtbot):
    asked = ask()
    type_words(ADDRESS)
    named(asked, QRadioButton, "Open it in my mail program, to send from there").click()
    asked.main.click()
    back = sheet("Is this right?")
    assert back.main.text() == "&Open in my mail program"

    press("Return")

    qtbot.waitUntil(lambda: "The email is open in your mail program." in said(window), timeout=A_WHILE)
    [(_, address, *_rest)] = desk.tools.programs.drafts
    assert address == ADDRESS


def test_without_a_mail_program_the_leaflet_is_saved_and_the_address_copied(window, ask, sheet, desk, qtbot):
    desk.tools.programs = FakePrograms(has_mail=False)
    change(desk, "mail.way", "draft")
    asked = ask()
    type_words(ADDRESS)
    asked.main.click()
    sheet("Is this right?").main.click()

    qtbot.waitUntil(lambda: "No mail program was found." in said(window), timeout=A_WHILE)
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert desk.tools.programs.revealed


def test_what_an_administrator_locked_cannot_be_chosen(window, desk, ask):
    desk.policy.parent.mkdir(parents=True, exist_ok=True)
    desk.policy.write_text('[mail]\nway = "draft"\nprotect = true\n')
    asked = ask()

    assert named(asked, QRadioButton, "Open it in my mail program, to send from there").isChecked()
    assert not named(asked, QRadioButton, "Send it from here").isEnabled()
    assert not box(asked, "Protect the leaflet with a passphrase").isEnabled()
    assert "Your administrator has set this." in words_of(asked)


def test_the_letter_is_of_the_leaflet_that_was_asked_for(window, ask, sheet):
    asked = ask()
    window.leaflets.choice.add("vipoma")
    type_words(ADDRESS)
    asked.main.click()

    assert sheet("Is this right?")._written.selection.topics == ("insulinoma",)


def test_everything_on_the_sheets_has_a_name(ask, sheet):
    asked = ask()
    assert nameless(asked) == []
    type_words(ADDRESS)
    asked.main.click()
    assert nameless(sheet("Is this right?")) == []
