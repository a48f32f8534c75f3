"""Journeys use the real desk: the shipped library, its search and the renderer in this process."""

import subprocess
import sys

import pytest

from leaflet_app.bootstrap import build_desk
from leaflet_app.pdf.render import render
from tests.gui.windows import nothing_left_behind, open_window, target, theme, window

__all__ = ["nothing_left_behind", "open_window", "target", "theme", "window"]


@pytest.fixture
def desk(home):
    return build_desk(render)


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
