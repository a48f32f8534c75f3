"""A leaflet that is saved in the window is noted, and is saved also where it cannot be noted."""

from leaflet_app.delivery.register.journal import FILE, folder_of
from leaflet_app.delivery.register.reading import read
from leaflet_app.domain.given import Way
from tests.gui.hands import press, type_words, words_of
from tests.kept import holding


def save_insulinoma(qtbot, window, target):
    type_words("insulinoma")
    press("Return")
    window.leaflets.column.address_to("ZQ-4711")
    press("Ctrl+S")
    qtbot.waitUntil(target.exists)


def test_a_saved_leaflet_is_noted_and_names_nobody(qtbot, window, target, home):
    save_insulinoma(qtbot, window, target)
    qtbot.waitUntil((folder_of(home) / FILE).exists)

    [given] = read(folder_of(home) / FILE).entries
    assert (given.way, [topic.id for topic in given.topics]) == (Way.SAVE, ["insulinoma"])
    assert given.reference == given.digest == ""
    assert holding(home, "ZQ-4711") == []


def test_a_register_that_cannot_be_written_is_told_and_the_leaflet_is_saved(qtbot, window, target, home):
    (home / "register").write_text("in the way")
    save_insulinoma(qtbot, window, target)

    qtbot.waitUntil(lambda: "the register could not note it" in words_of(window))
    assert "Write down its code, CL-" in words_of(window)
