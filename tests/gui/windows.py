"""The window and what stands around it, for tests on any desk: a conftest names these and a desk of its own."""

import pytest
from PySide6.QtCore import QEvent

from leaflet_app.gui.app import build_window
from leaflet_app.gui.theme import Look, Theme


@pytest.fixture(scope="session", autouse=True)
def theme(qapp):
    theme = Theme(qapp, Look.LIGHT)
    theme.dress()
    return theme


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp):
    """Destroy closed widgets at once: their drawing threads end with them, and PDFium bears only one thread."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def target(tmp_path):
    """Return where the person in the test saves."""
    return tmp_path / "saved.pdf"


@pytest.fixture
def open_window(qtbot, target):
    """Return a function that opens a window on a desk; every window is closed at the end."""
    opened = []

    def open_on(desk, liked=None):
        window = build_window(desk, liked, ask_path=lambda _offered: target)
        qtbot.addWidget(window)
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.leaflets.begin()
        return window

    yield open_on
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window, desk):
    return open_window(desk)
