"""A part of the window is never seen as a window of its own while it is built: it would flash and take the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from leaflet_app.gui.editor.save_sheet import SaveSheet


class Seen(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self, app):
        super().__init__(app)
        self.kinds = set()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.add(type(watched).__name__)
        return False


@pytest.fixture
def seen(qapp):
    seen = Seen(qapp)
    qapp.installEventFilter(seen)
    yield seen
    qapp.removeEventFilter(seen)


def test_only_the_window_is_seen_when_it_opens_and_takes_a_library_in(seen, open_window, desk):
    window = open_window(desk)
    window.leaflets.take_library()

    assert seen.kinds == {"MainWindow"}


def test_only_the_sheet_is_seen_when_a_text_is_saved(seen, window):
    seen.kinds.clear()
    sheet = SaveSheet(window, "Change a word", "", "")
    sheet.open()

    assert seen.kinds == {"SaveSheet"}
    sheet.reject()
