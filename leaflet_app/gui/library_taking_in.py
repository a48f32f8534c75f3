"""Take in the library as it was changed here, at another desk or from the command line, off the window's thread."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import LeafletError, whence
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import refresh

log = logging.getLogger(__name__)


class LibraryTakingIn(QObject):
    """Looks for a newer library when asked to, and tells when the desk has another one than the window shows."""

    taken_in = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = desk.edition
        self._jobs = Jobs(self)

    def look(self) -> None:
        """Take in what the store holds now."""
        self._jobs.submit(partial(refresh, self._desk), self._tell, self._pass_over)

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def _tell(self, _is_news: bool) -> None:  # noqa: FBT001  (as the job brings it)
        """Tell what the window does not show yet, be it that another part of it took it in."""
        if self._desk.edition != self._shown:
            self._shown = self._desk.edition
            self.taken_in.emit()

    def _pass_over(self, fault: LeafletError) -> None:
        """Go on with the library that is shown; the place Library tells what is wrong with the other."""
        log.warning("a changed library could not be taken in: %s", whence(fault))
