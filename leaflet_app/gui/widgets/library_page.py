"""What every page of the place Library tells, and what it lets be done to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.gui.jobs import close_jobs


class LibraryPage(QWidget):
    """A page tells when it changed the library, and what is to be opened over it; each text by its file."""

    library_changed = Signal()
    text_asked = Signal(str)
    history_asked = Signal(str)
    review_asked = Signal(str)
    translation_asked = Signal(str)
    proposal_asked = Signal()

    def look_again(self) -> None:
        """Look again at the library, in which something may have changed."""

    def choose(self, file: str) -> None:
        """Make a text the current one, where the page lists texts."""

    def stop(self) -> None:
        """End all work."""
        close_jobs(self)


class PageOver(LibraryPage):
    """A page that is opened over the others, and tells when it is to be closed."""

    closed = Signal()
