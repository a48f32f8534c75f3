"""Journeys use the real desk: the shipped library, its search and the renderer in this process."""

import subprocess
import sys

import pytest

from leaflet_app.bootstrap import build_desk
from leaflet_app.gui.app import build_window
from tests.gui.conftest import nothing_left_behind, theme

__all__ = ["nothing_left_behind", "theme"]


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


READ = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
sys.stdout.buffer.write(" ".join(page.get_textpage().get_text_range() for page in document).encode())
"""


def read_pdf(path):
    """Return the words of a PDF on one line, read by another library than the one that wrote it.

    In a process of its own: PDFium knows one thread only, and the window's preview may be drawing.
    """
    read = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())
