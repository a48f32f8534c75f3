"""Somebody who starts the program from an icon sees no terminal: a library that cannot be read is told in a box."""

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from leaflet_app import __main__, bootstrap
from leaflet_app.domain.errors import LibraryUnreadable
from leaflet_app.gui import app

def broken():
    raise LibraryUnreadable("the library", "practice.toml:2: the phone number is not one")

def read_and_close():
    box = app.QApplication.activeModalWidget()
    print(box.text(), box.informativeText())
    box.accept()

make_app = app.make_app

def made_app():
    made = make_app()
    QTimer.singleShot(0, made, read_and_close)
    return made

bootstrap.window_desk, app.make_app = broken, made_app
sys.argv = ["leaflet-app"]
__main__.main()
"""


def test_a_library_that_cannot_be_read_is_told_in_a_box():
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)

    assert "practice.toml:2: the phone number is not one" in ended.stdout
    assert ended.returncode == 2
