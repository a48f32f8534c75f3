"""Save a practice, one change at a time, off the window's thread; and undo the last save."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.practice import Practice
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.save_row import SaveRow
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.services import practice as practices
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept
from leaflet_app.services.signing import introduce


class KeepingPractice(QObject):
    """Tells what is kept now, and what the form held when that was asked for."""

    kept = Signal(object, object)
    refused = Signal(object)

    def __init__(self, desk: Desk, strip: AskingStrip, row: SaveRow) -> None:
        super().__init__(strip)
        self._desk, self._strip, self._row = desk, strip, row
        self._jobs = Jobs(self)
        self.is_running = False

    def keep(self, before: Kept, practice: Practice) -> None:
        """Keep a practice, or add one that nobody kept yet."""
        if before.text:
            self._submit(partial(practices.keep, self._desk, before), practice, practice, before)
        else:
            self._submit(partial(practices.keep_new, self._desk), practice, practice)

    def keep_over(self, practice_id: str, practice: Practice) -> None:
        """Keep a practice over what somebody else kept meanwhile."""
        self._submit(partial(practices.keep_over, self._desk, practice_id), practice, practice)

    def stop(self) -> None:
        """Take no more; a save that has begun ends by itself."""
        self._jobs.close()

    def _undo(self, before: Kept, now: Kept) -> None:
        if not self.is_running:
            self._submit(partial(practices.keep, self._desk, now), before.practice, now.practice, now)

    def _submit(
        self, work: Callable[[Practice, str], Kept], wanted: Practice, on_form: Practice, before: Kept | None = None
    ) -> None:
        self.is_running = True
        self._row.hold()
        signed = partial(_signed, self._desk, self._row.name, partial(work, wanted, self._row.name))
        self._jobs.submit(signed, partial(self._tell, before, on_form), self._refuse)

    def _tell(self, before: Kept | None, on_form: Practice, now: Kept) -> None:
        self.is_running = False
        at = self._desk.now().astimezone()
        undo = (("Undo", partial(self._undo, before, now)),) if before is not None else ()
        self._strip.tell(f"Saved {at:%H:%M}.", *undo, ("Close", self._strip.hide))
        self.kept.emit(now, on_form)

    def _refuse(self, error: LeafletError) -> None:
        self.is_running = False
        self.refused.emit(error)


def _signed(desk: Desk, name: str, work: Callable[[], Kept]) -> Kept:
    """Do what changes the library, in the name of a person whom the settings know from now on."""
    introduce(desk, name)
    return work()
