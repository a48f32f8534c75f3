"""The places of the window, in the order of the rail; all but the first are built when somebody goes there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from leaflet_app.gui.leaflets_place import LeafletsPlace
from leaflet_app.gui.outbox.draining import Draining
from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.gui.widgets.later import Later
from leaflet_app.gui.widgets.stoppable import Stoppable
from leaflet_app.gui.widgets.window_keys import taken_by
from leaflet_app.services.desk import Desk

if TYPE_CHECKING:
    from leaflet_app.gui.library_place.library_place import LibraryPlace

LEAFLETS, OUTBOX, REGISTER, LIBRARY, SETTINGS = range(5)
IN_RAIL = (
    ("leaflets", "Leaflets"),
    ("outbox", "Outbox"),
    ("register", "Register"),
    ("library", "Library"),
    ("settings", "Settings"),
)
"""Icon and word of each place."""


P = TypeVar("P", bound=Stoppable)


class Places(QStackedWidget):
    """Shows one place at a time."""

    settings_asked = Signal()
    setting_kept = Signal()
    library_changed = Signal()

    def __init__(self, desk: Desk, leaflets: LeafletsPlace, draining: Draining, sharing: BackgroundSharing) -> None:
        super().__init__()
        self._desk = desk
        self._draining = draining
        self._sharing = sharing
        self._show_sharing: Callable[[], None] | None = None
        self._library_place: LibraryPlace | None = None
        self._stops: list[Callable[[], None]] = [leaflets.stop]
        self._takers: list[Callable[[], None]] = [leaflets.take_library]
        self.addWidget(leaflets)
        for build in (self._outbox, self._register, self._library, self._settings):
            self.addWidget(Later(build))

    def stop(self) -> None:
        """End the work of every place that was built."""
        for stop in self._stops:
            stop()

    def take_library(self) -> None:
        """Let every place that was built show the library that the desk has now."""
        for take in self._takers:
            take()

    def show_sharing(self) -> None:
        """Show how the library is shared."""
        self.setCurrentIndex(LIBRARY)
        if self._show_sharing is not None:
            self._show_sharing()

    def show_faults(self) -> None:
        """Show what is to mend in the library."""
        self.setCurrentIndex(LIBRARY)
        if self._library_place is not None:
            self._library_place.show_faults()

    def open_text(self, file: str) -> None:
        """Open a text of the library to go on with it."""
        self.setCurrentIndex(LIBRARY)
        if self._library_place is not None:
            self._library_place.go_on_with(file)

    def take_key(self, key: str) -> bool:
        """Act on a key of the window where it means something to the page shown; tell whether it does."""
        shown = self.currentWidget()
        return taken_by(shown.place if isinstance(shown, Later) else shown, key)

    def _outbox(self) -> QWidget:
        from leaflet_app.gui.outbox.outbox_place import OutboxPlace  # noqa: PLC0415  (few look there each time)

        place = OutboxPlace(self._desk, self._draining)
        place.settings_asked.connect(self.settings_asked)
        self._takers.append(place.take_library)
        return self._stopped_at_the_end(place)

    def _register(self) -> QWidget:
        from leaflet_app.gui.register_place.register_place import RegisterPlace  # noqa: PLC0415  (nor there)

        place = RegisterPlace(self._desk)
        self._takers.append(place.take_library)
        return self._stopped_at_the_end(place)

    def _library(self) -> QWidget:
        from leaflet_app.gui.library_place.library_place import LibraryPlace  # noqa: PLC0415
        from leaflet_app.gui.library_place.pages import SHARING, tabs  # noqa: PLC0415

        place = self._library_place = LibraryPlace(self._desk, tabs(self._sharing))
        self._show_sharing = partial(place.show_page, SHARING)
        place.library_changed.connect(self.library_changed)
        place.text_opened.connect(partial(self._sharing.attend, is_edited=True))
        place.text_closed.connect(partial(self._sharing.attend, is_edited=False))
        return self._stopped_at_the_end(place)

    def _settings(self) -> QWidget:
        from leaflet_app.gui.settings_place.settings_place import SettingsPlace  # noqa: PLC0415

        place = SettingsPlace(self._desk)
        place.kept.connect(self.setting_kept)
        return self._stopped_at_the_end(place)

    def _stopped_at_the_end(self, place: P) -> P:
        self._stops.append(place.stop)
        return place
