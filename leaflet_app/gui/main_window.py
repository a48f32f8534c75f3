"""The window: a rail of places, the place shown, and a line that says how things stand."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError, whence
from leaflet_app.gui.leaflets_place import LeafletsPlace
from leaflet_app.gui.left_texts import LeftTexts
from leaflet_app.gui.library_taking_in import LibraryTakingIn
from leaflet_app.gui.notices import tell
from leaflet_app.gui.outbox.draining import Draining
from leaflet_app.gui.outbox.said import needing
from leaflet_app.gui.places import IN_RAIL, LEAFLETS, LIBRARY, OUTBOX, SETTINGS, Places
from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.gui.sharing.sharing_state import SharingState
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.focus import focus_first
from leaflet_app.gui.widgets.rail import Rail
from leaflet_app.gui.widgets.status_line import StatusLine
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.gui.widgets.window_keys import WindowKeys
from leaflet_app.services import settings, window_memory
from leaflet_app.services.desk import Desk
from leaflet_app.services.window_memory import WindowMemory

START_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(960, 520)
FRAME = QSize(16, 48)
"""What a title bar and edges take of the screen; nobody knows before the window is shown."""

OF_PAGES = frozenset(("Ctrl+S", "F6", "Shift+F6"))
"""Keys that mean something to the page shown, or nothing."""

log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Shows one place at a time; remembers its size and columns."""

    def __init__(self, desk: Desk, leaflets: LeafletsPlace, liked: WindowMemory) -> None:
        super().__init__()
        self._desk = desk
        self._liked = liked
        self._told: LeafletError | None = None
        self.leaflets = leaflets
        self.rail = Rail(*IN_RAIL)
        self._draining = Draining(desk, self)
        self._sharing = BackgroundSharing(desk, self)
        self._places = Places(desk, leaflets, self._draining, self._sharing)
        self.taking_in = LibraryTakingIn(desk, self)
        self._status = StatusLine(desk.library)
        self._notice = Strip(ground="look")
        self._notice.offer("Details", self._show_details)
        self._notice.offer("Close", self._notice.hide)
        self._notice.hide()
        self._left_texts = LeftTexts(desk)
        self._left_texts.text_asked.connect(self._open_text)
        self._status.faults_asked.connect(self._show_faults)
        self.setWindowTitle("Clinic Leaflets")
        self._lay_out()
        self._set_keys()
        self.rail.place_chosen.connect(self.show_place)
        self._connect_outbox()
        self._connect_sharing()
        for changed in (self._places.library_changed, self._places.setting_kept):
            changed.connect(self.look_again)
        self.taking_in.taken_in.connect(self._take_library)
        leaflets.choice.changed.connect(lambda selection: self._status.bear(selection.practice))
        self.show_place(LEAFLETS)
        self._restore()
        self._left_texts.look()

    def show_place(self, number: int) -> None:
        """Show a place and mark it in the rail."""
        self._places.setCurrentIndex(number)
        self.rail.show_place(number)

    def tell(self, error: LeafletError) -> None:
        """Say calmly that something went wrong, above whatever is shown."""
        self._told = error
        self._notice.say(str(error))
        announce(self, str(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and end all work; never ask, never wait."""
        self._remember()
        self._draining.stop()
        self.taking_in.stop()
        self._sharing.stop()
        self._places.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look for a library that was changed elsewhere when someone comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.taking_in.look()

    def look_again(self) -> None:
        """Take in what somebody has changed here: the library, or which practice this desk prints as."""
        self.leaflets.choice.bear_own(settings.paper(self._desk).practice)
        self.taking_in.look()

    def _take_library(self) -> None:
        self._places.take_library()
        self._status.take_library(self._desk.library)

    def _show_details(self) -> None:
        if self._told is not None:
            tell(self, self._told)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 4, 0, 0)
        right.setSpacing(0)
        told = QVBoxLayout()
        told.setContentsMargins(8, 0, 8, 0)
        told.addWidget(self._notice)
        told.addWidget(self._left_texts)
        right.addLayout(told)
        right.addWidget(self._places, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self._status)

    def _connect_outbox(self) -> None:
        emailing = self.leaflets.ways_out.emailing
        emailing.queued.connect(self._draining.hurry)
        emailing.strip.outbox_asked.connect(partial(self.show_place, OUTBOX))
        self._places.settings_asked.connect(partial(self.show_place, SETTINGS))
        self._draining.stood.connect(emailing.show_mails)
        self._draining.stood.connect(lambda mails: self.rail.show_count(OUTBOX, needing(mails)))
        self._draining.begin()

    def _connect_sharing(self) -> None:
        state = SharingState(self._desk, self._sharing)
        self._status.addPermanentWidget(state)
        state.clicked.connect(lambda _checked: self._show_sharing())
        self._places.library_changed.connect(self._sharing.share_soon)
        self._sharing.library_came.connect(self.taking_in.look)
        self._sharing.begin()

    def _open_text(self, file: str) -> None:
        self.show_place(LIBRARY)
        self._places.open_text(file)

    def _show_faults(self) -> None:
        self.show_place(LIBRARY)
        self._places.show_faults()

    def _show_sharing(self) -> None:
        self.show_place(LIBRARY)
        self._places.show_sharing()

    def _set_keys(self) -> None:
        of_leaflets: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+S", self.leaflets.ways_out.save),
            ("Ctrl+P", self.leaflets.ways_out.choose_print),
            ("Ctrl+Shift+P", self.leaflets.ways_out.print),
            ("Ctrl+E", self.leaflets.ways_out.email),
            ("Ctrl+F", self.leaflets.choose.focus_search),
            ("Ctrl+N", self.leaflets.start_afresh),
            ("F6", partial(self.leaflets.focus_next_column, 1)),
            ("Shift+F6", partial(self.leaflets.focus_next_column, -1)),
        )
        places = tuple((f"Ctrl+{number + 1}", partial(self._go, number)) for number in range(len(IN_RAIL)))
        WindowKeys(self, (*((key, partial(self._act, key, act)) for key, act in of_leaflets), *places))

    def _act(self, key: str, act: Callable[[], object]) -> None:
        """Let the page shown act, else the place Leaflets; a key of pages leads nobody away from theirs."""
        is_elsewhere = self._places.currentIndex() != LEAFLETS
        if self._places.take_key(key) or (is_elsewhere and key in OF_PAGES):
            return
        self.show_place(LEAFLETS)
        act()

    def _go(self, number: int) -> None:
        self.show_place(number)
        if number == LEAFLETS:
            self.leaflets.choose.focus_search()
        elif not focus_first(self._places):
            self.rail.focus_place(number)

    def _restore(self) -> None:
        self.resize(START_SIZE)
        room = self.screen().availableGeometry().size() - FRAME
        self.setMinimumSize(LEAST_SIZE.boundedTo(room))
        if not self.restoreGeometry(QByteArray.fromBase64(self._liked.geometry.encode())):
            self.resize(START_SIZE.boundedTo(room))
        self.leaflets.restore_widths(self._liked.columns)
        self.leaflets.choose.star(self._liked.favourites)
        self.leaflets.column.set_zoom(self._liked.zoom)
        self.leaflets.column.zoom_changed.connect(self._like_zoom)

    def _like_zoom(self, zoom: str) -> None:
        self._liked = replace(self._liked, zoom=zoom)

    def _remember(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._liked = replace(
            self._liked,
            geometry=geometry,
            columns=self.leaflets.widths,
            favourites=self.leaflets.choose.favourites,
        )
        try:
            window_memory.keep(self._desk.home, self._liked)
            settings.keep_paper(self._desk, self.leaflets.choice.selection)
        except LeafletError as fault:
            log.warning("what the window remembers could not be kept: %s", whence(fault))
