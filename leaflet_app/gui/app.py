"""Start the window and keep it standing."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from leaflet_app import __version__
from leaflet_app.domain.errors import LeafletError, UnexpectedFault, whence
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.launch.first_start import FirstStart
from leaflet_app.gui.launch.launching import Launching
from leaflet_app.gui.launch.one_window import OneWindow
from leaflet_app.gui.leaflet_saving import AskPath
from leaflet_app.gui.leaflets_place import LeafletsPlace
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.notices import tell
from leaflet_app.gui.places import LEAFLETS
from leaflet_app.gui.preview.leaflet_column import LeafletColumn
from leaflet_app.gui.theme import Look, Theme
from leaflet_app.paths import log_file, make_private, resources
from leaflet_app.services import settings, window_memory
from leaflet_app.services.desk import Desk
from leaflet_app.services.note_fault import note_fault
from leaflet_app.services.settings_taken_over import take_over
from leaflet_app.services.window_memory import WindowMemory

APP_ID = "org.clinicleaflets.LeafletApp"
LOOK_ASKED = "LEAFLET_APP_LOOK"
LONGEST_TURN = 0.0005
"""Seconds for which another thread may keep the window waiting; Python's own 0.005 add up to stalls."""


def run(desk: Desk, link: str = "") -> int:
    """Open the window on what a link asks for and stay until it is closed. Returns the exit code.

    Where a window is open already, it takes the link instead. Raises AlreadyRunning, NoWindow.
    """
    app = make_app()
    try:
        one = OneWindow(desk.home)
        if not one.claim():
            one.hand_over(link)
            return 0
    except LeafletError as error:
        _say(app, error)
        raise
    with contextlib.closing(one):
        return _stay_open(app, desk, one, link)


def _stay_open(app: QApplication, desk: Desk, one: OneWindow, link: str) -> int:
    take_over(desk)
    liked = window_memory.load(desk.home)
    theme = Theme(app, look_asked_for())
    with noting_crashes(log_file()):
        window = build_window(desk, liked)
        tell_unexpected_faults(window)
        theme.dress()  # not earlier: a widget would be styled again for every part that takes it in
        window.show()
        window.leaflets.begin()
        if fault := settings.unfit(desk) or desk.library_fault or settings.practice_gone(desk):
            window.tell(fault)
        launching = launching_in(window, desk)
        one.link_came.connect(launching.open)
        launching.open(link)
        if not link:
            FirstStart(desk, window).finished_with.connect(window.look_again)
        keep_answering()
        return app.exec()


def say(error: LeafletError) -> None:
    """Say in a box of its own why no window can open."""
    _say(make_app(), error)


def _say(app: QApplication, error: LeafletError) -> None:
    """Say it to whoever started the program from an icon and sees no terminal."""
    theme = Theme(app, look_asked_for())
    theme.dress()
    tell(None, error)


def keep_answering() -> None:
    """Let the window's own thread have its turn soon, whatever leaflets are made and drawn beside it."""
    sys.setswitchinterval(LONGEST_TURN)
    gc.freeze()  # what stands now stays: looking through it for unused memory would hold every thread
    gc.enable()


def make_app() -> QApplication:
    """Make the one application, with its name and icon."""
    app = QApplication([APP_ID])
    app.setApplicationName("leaflet-app")
    app.setApplicationDisplayName("Clinic Leaflets")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(resources() / "desktop" / f"{APP_ID}.svg")))
    return app


def look_asked_for() -> Look:
    """Return the look that LEAFLET_APP_LOOK names, else follow the system."""
    try:
        return Look(os.environ.get(LOOK_ASKED, ""))
    except ValueError:
        return Look.SYSTEM


def build_window(desk: Desk, liked: WindowMemory | None = None, ask_path: AskPath | None = None) -> MainWindow:
    """Build the window on a desk, with nothing shown yet."""
    liked = liked or WindowMemory()
    window = MainWindow(desk, LeafletsPlace(desk, LeafletColumn(), Jobs(), ask_path), liked)
    window.leaflets.choice.begin_with(settings.paper(desk))
    return window


def launching_in(window: MainWindow, desk: Desk) -> Launching:
    """Return what opens links among the leaflets of a window, and brings it to the front."""
    launching = Launching(desk, window.leaflets)
    launching.failed.connect(window.tell)
    launching.woken.connect(partial(come_forward, window))
    launching.opened.connect(partial(window.show_place, LEAFLETS))
    return launching


def come_forward(window: MainWindow) -> None:
    """Show the window in front of whatever else is open."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def tell_unexpected_faults(window: MainWindow) -> None:
    """Say that something went wrong, note where, and stay open; what was typed is in neither."""

    def tell(fault: BaseException) -> None:
        note_fault(fault, log_file())
        window.tell(UnexpectedFault(whence(fault)))

    sys.excepthook = lambda _kind, fault, _trace: tell(fault)


@contextlib.contextmanager
def noting_crashes(log: Path) -> Iterator[None]:
    """Note where a crash of Qt itself happened; let Ctrl+C in a terminal end the program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        make_private(log.parent)
        file = log.with_name("crash.log").open("w", encoding="utf-8")
    except OSError:
        yield
        return
    with file:
        faulthandler.enable(file)
        yield
        faulthandler.disable()
