"""Journeys use the real desk: the shipped library, its search and the renderer in this process."""

import pypdfium2
import pytest

from leaflet_app.bootstrap import build_desk
from leaflet_app.gui.app import build_window
from leaflet_app.gui.theme import Look, Theme


@pytest.fixture(scope="session", autouse=True)
def theme(qapp):
    return Theme(qapp, Look.LIGHT)


@pytest.fixture
def desk(home):
    return build_desk()


@pytest.fixture
def target(tmp_path):
    """Return where the person in the test saves."""
    return tmp_path / "saved.pdf"


@pytest.fixture
def open_window(qtbot, desk, target):
    """Return a function that opens a window; every window is closed at the end."""
    opened = []

    def open_now():
        window = build_window(desk, ask_path=lambda _offered: target)
        qtbot.addWidget(window)
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.leaflets.begin()
        return window

    yield open_now
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window):
    return open_window()


def read_pdf(path):
    """Return the words of a PDF on one line, read by another library than the one that wrote it."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
