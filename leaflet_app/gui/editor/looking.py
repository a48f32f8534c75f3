"""Look a text over while it is written: off the window's thread, after a pause, and only the latest counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.domain.editing_find import Place
from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.editor.unsaved import Unsaved
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Looked, look_at
from leaflet_app.services.spelling import Spelling

PAUSE_MS = 300


class Looking(QObject):
    """Tells what it found of the text as it stands, and nothing of what it was before."""

    looked = Signal(Looked)
    spelt = Signal(tuple)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, unsaved: Unsaved, lang: str) -> None:
        super().__init__(unsaved)
        self._desk, self._unsaved, self._edited = desk, unsaved, unsaved.edited
        self._checking, self._spelling_jobs = Jobs(self), Jobs(self)
        self._spelling = Spelling(lang)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        unsaved.changed.connect(self.look_soon)

    def look_soon(self) -> None:
        """Look after a pause in which nothing else changes."""
        self._pause.start()

    def look(self) -> None:
        """Look now."""
        text = self._edited.text
        work = partial(look_at, self._desk, self._edited.file, text, self._unsaved.beside)
        self._checking.submit(work, self._tell_looked, self.failed.emit)
        self._spelling_jobs.submit(partial(self._spell, text), partial(self._tell_spelt, text), self.failed.emit)

    def suggest(self, word: str, tell: Callable[[tuple[str, ...]], None]) -> None:
        """Tell what may have been meant by a word."""
        self._spelling_jobs.submit(partial(self._spelling.suggested, word), tell, self.failed.emit)

    def stop(self) -> None:
        """End all work."""
        self._pause.stop()
        for jobs in (self._checking, self._spelling_jobs):
            jobs.close()

    def _spell(self, text: str) -> tuple[Place, ...]:
        return self._spelling.misspelt(text, library_store.newest(self._desk).library)

    def _tell_looked(self, looked: Looked) -> None:
        if looked.text == self._edited.text:
            self.looked.emit(looked)

    def _tell_spelt(self, text: str, places: tuple[Place, ...]) -> None:
        if text == self._edited.text:
            self.spelt.emit(places)
