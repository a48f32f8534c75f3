"""Keep what is written and not saved: a moment after a change, when the text is left, and at the end."""

from __future__ import annotations

from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.editor.unsaved import Unsaved, Written
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services import text_drafts
from leaflet_app.services.desk import Desk
from leaflet_app.services.text_drafts import TextDraft

PAUSE_MS = 2000
"""So long after the first change that is not kept yet: typing without a pause keeps nothing waiting."""


class Drafting(QObject):
    """Writes off the window's thread. `kept` and `failed` are told only of what is on the disk, or is not."""

    kept = Signal(TextDraft)
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, unsaved: Unsaved) -> None:
        super().__init__(unsaved)
        self._desk, self._unsaved = desk, unsaved
        self._jobs = Jobs(self)
        self._turn, self._number = Lock(), 0
        self._last: Written | None = None
        self._is_stopped = True
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.keep_soon)
        unsaved.changed.connect(self._note)

    def begin(self) -> None:
        """Keep from now on: what stands there was read, or brought back."""
        self._is_stopped = False
        self._last = self._unsaved.written

    def keep_soon(self) -> None:
        """Write what is not written yet, off the window's thread."""
        self._soon.stop()
        if self._is_wanted:
            draft = self._unsaved.draft(self._desk.now())
            self._number += 1
            work = partial(self._write, draft, self._number)
            self._jobs.submit(work, lambda _none: self._tell_kept(draft), self.failed.emit)

    def settle(self) -> None:
        """Take the draft away where all was saved; keep anew what was written since."""
        if self._unsaved.is_changed:
            self._last = None
            self.keep_soon()
        else:
            self.forget()

    def keep_now(self) -> bool:
        """Write what is not written yet, and tell whether all of it is kept."""
        self._soon.stop()
        if not self._is_wanted:
            return True
        draft = self._unsaved.draft(self._desk.now())
        self._number += 1
        try:
            self._write(draft, self._number)
        except LeafletError as fault:
            self.failed.emit(fault)
            return False
        self._tell_kept(draft)
        return True

    def forget(self) -> None:
        """Take the draft away: all was saved, or nobody wants it."""
        self._soon.stop()
        self._jobs.drop()
        self._last = self._unsaved.written
        self._number += 1
        with self._turn:
            text_drafts.forget(self._desk.home, self._unsaved.edited.file)

    def stop(self) -> None:
        """Write what is not written yet, and end."""
        self.keep_now()
        self._jobs.close()
        self._is_stopped = True

    @property
    def _is_wanted(self) -> bool:
        return not self._is_stopped and self._unsaved.is_changed and self._unsaved.written != self._last

    def _note(self) -> None:
        if self._is_stopped:
            return
        if not self._unsaved.is_changed:
            self.forget()
        elif not self._soon.isActive():
            self._soon.start()

    def _write(self, draft: TextDraft, number: int) -> None:
        """Write a draft, unless a newer one was written or all of them are unwanted by now."""
        with self._turn:
            if number == self._number:
                text_drafts.keep(self._desk.home, draft)

    def _tell_kept(self, draft: TextDraft) -> None:
        self._last = Written(draft.text, draft.beside)
        self.kept.emit(draft)
