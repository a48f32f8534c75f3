"""From the first key to a PDF on disk, through the window as it is."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from leaflet_app.domain.look import Format
from leaflet_app.services import drafts
from tests.gui.hands import box, chosen, named, press, type_words, words_of
from tests.journeys.conftest import read_pdf

A_WHILE = 30_000


def save_and_read(qtbot, target):
    press("Ctrl+S")
    qtbot.waitUntil(target.exists, timeout=A_WHILE)
    return read_pdf(target)


def test_five_keys_make_a_leaflet(window, target, qtbot):
    type_words("ins")
    press("Return")
    said = save_and_read(qtbot, target)  # the fifth key

    assert "Insulinoma" in said
    assert "Get help fast" in said
    assert "Dr Mark Vanderpump" in said
    assert "07565 978310" in said
    assert "Awaiting clinical review" in said


def test_topics_print_in_the_order_they_were_brought_into(window, target, qtbot):
    for words in ("ins", "vip"):
        type_words(words)
        press("Return")
    press("Tab")
    while "Chosen" not in QApplication.focusWidget().accessibleName():
        press("Tab")
    press("Down", "Alt+Up") if chosen(window)[0].endswith("Insulinoma") else None
    assert chosen(window) == ["1  VIPoma", "2  Insulinoma"]

    said = save_and_read(qtbot, target)

    assert said.index("VIPoma") < said.index("Insulinoma")


def test_a_section_left_out_is_not_in_the_pdf(window, library, target, qtbot):
    heading = next(each.heading for each in library.topics["insulinoma"].sections if each.key.value == "tests")
    type_words("insulinoma")
    press("Return")
    box(window.leaflets.read, f"Print “{heading}”").click()

    said = save_and_read(qtbot, target)

    assert heading not in said
    assert "Get help fast" in said


def test_note_name_and_reference_go_onto_this_copy_and_nowhere_else(window, target, home, qtbot):
    type_words("vip")
    press("Return")
    for kind, name, words in (
        (QPlainTextEdit, "Note for you", "Ring me at Easter."),
        (QLineEdit, "Name of the person", "Ann Onymous"),
        (QLineEdit, "Reference", "REF 77"),
    ):
        named(window.leaflets.column, kind, name).setFocus()
        type_words(words)

    said = save_and_read(qtbot, target)

    assert all(words in said for words in ("Ring me at Easter.", "Ann Onymous", "REF 77"))
    window.close()
    kept = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert not any(words in kept for words in (b"Easter", b"Onymous", b"REF 77"))


def test_a_crash_costs_nothing_but_the_words_about_the_patient(window, open_window, desk, target, qtbot):
    type_words("vip")
    press("Return")
    window.leaflets.choice.say("Dear Zebedee")
    window.leaflets.choice.print_on(Format.LARGE)
    qtbot.waitUntil(lambda: drafts.load(desk.home, desk.library) is not None, timeout=A_WHILE)
    left_behind = drafts.load(desk.home, desk.library)
    window.close()  # tidily, which forgets the draft; a crash would leave it
    drafts.keep(desk.home, left_behind)

    after_the_crash = open_window(desk)

    assert chosen(after_the_crash) == ["1  VIPoma"]
    assert "The leaflet you had not saved is back: VIPoma." in words_of(after_the_crash.centralWidget())
    assert after_the_crash.leaflets.choice.selection.format is Format.LARGE
    said = save_and_read(qtbot, target)
    assert "VIPoma" in said
    assert "Zebedee" not in said
