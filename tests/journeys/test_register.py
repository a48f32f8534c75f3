"""From the first key to the register: what is saved in the window can be read there, and found by its code."""

from PySide6.QtWidgets import QLineEdit

from leaflet_app.gui.places import REGISTER
from leaflet_app.gui.register_place.entry_rows import HEADINGS
from leaflet_app.gui.register_place.entry_table import EntryTable
from tests.gui.hands import named, press, type_words, words_of


def test_a_leaflet_is_saved_read_in_the_register_and_found_by_its_code(qtbot, window, target):
    type_words("insulinoma")
    press("Return")
    press("Ctrl+S")
    qtbot.waitUntil(target.exists, timeout=20_000)

    window.show_place(REGISTER)
    qtbot.waitUntil(lambda: "1 leaflet given: 1 saved as PDF." in words_of(window), timeout=20_000)
    [table] = window.findChildren(EntryTable)
    code = table.model().index(0, HEADINGS.index("Code")).data()
    assert code.encode() in target.read_bytes()

    named(window, QLineEdit, "Check a code").setFocus()
    type_words(code)
    press("Return")
    qtbot.waitUntil(lambda: "○ Draft: Insulinoma" in words_of(window), timeout=20_000)
