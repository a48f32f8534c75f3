"""Keep the unsaved choice on disk, so that a crash costs two seconds of it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from leaflet_app.domain.errors import CannotSave, whence
from leaflet_app.gui.choice import Choice
from leaflet_app.services import drafts
from leaflet_app.services.desk import Desk

EVERY_MS = 2000

log = logging.getLogger(__name__)


class DraftKeeping(QObject):
    """Write the draft at most every two seconds while someone goes on choosing."""

    def __init__(self, desk: Desk, choice: Choice) -> None:
        super().__init__()
        self._desk = desk
        self._choice = choice
        self._soon = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._soon.timeout.connect(self.keep_now)

    def bring_back(self) -> bool:
        """Choose again what was not saved last time; tell whether there was anything."""
        left = drafts.load(self._desk.home, self._desk.library)
        if left is not None:
            self._choice.become(left)
        return left is not None

    def keep_soon(self) -> None:
        """Write the draft within two seconds."""
        if not self._soon.isActive():
            self._soon.start()

    def keep_now(self) -> None:
        """Write the draft."""
        try:
            drafts.keep(self._desk.home, self._choice.selection)
        except CannotSave as fault:
            log.warning("the draft could not be kept: %s", whence(fault))

    def forget(self) -> None:
        """Remove the draft: it was saved, or nobody wants it."""
        self._soon.stop()
        drafts.forget(self._desk.home)
