import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.window_keys import WindowKeys
from tests.gui.hands import press


class GreedyField(QLineEdit):
    """Wants every key for itself, as fields of some systems want Ctrl+E."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def pressed(qtbot):
    """Return what the keys of a window have done; the keyboard is in a greedy field."""
    pressed: list[str] = []
    window = QWidget()
    field = GreedyField()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    keys = ("Ctrl+E", "Ctrl+Shift+P", "Ctrl+1", "F6")
    WindowKeys(window, [(key, lambda key=key: pressed.append(key)) for key in keys])
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return pressed


@pytest.mark.parametrize("key", ["Ctrl+E", "Ctrl+Shift+P", "Ctrl+1", "F6"])
def test_a_key_of_the_window_works_in_a_field_that_wants_it(pressed, key):
    press(key)

    assert pressed == [key]


def test_every_other_key_is_left_to_the_field(pressed):
    press("Ctrl+K", "x", "ł")

    assert pressed == []
