"""Save a practice, one change at a time, off the window's thread; and undo the last save."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from leaflet_app.domain.errors import EditedMeanwhile, LeafletError
from leaflet_app.domain.practice import Practice
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.practice_form import PracticeForm
from leaflet_app.gui.practice.save_row import SaveRow
from leaflet_app.gui.widgets.asking_strip import AskingStrip
from leaflet_app.gui.widgets.own_name import NEEDED
from leaflet_app.services import practice as practices
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Kept
from leaflet_app.services.signing import introduce

OVERTAKEN = "Someone else has changed this practice meanwhile. Yours is still on the form."


class KeepingPractice(QObject):
    """Tells what is kept now, and what the form held when that was asked for."""

    kept = Signal(object, object)
    refused = Signal()
    theirs_asked = Signal()

    def __init__(self, desk: Desk, form: PracticeForm, strip: AskingStrip, row: SaveRow) -> None:
        super().__init__(strip)
        self._desk, self._form, self._strip, self._row = desk, form, strip, row
        self._jobs = Jobs(self)
        self._asked = ""
        self.is_running = False

    def keep(self, before: Kept) -> bool:
        """Keep what is on the form; tell whether that has begun: not where something must be mended first."""
        wrong, practice = self._form.wrong, self._form.practice
        if self.is_running:
            return False
        if wrong:
            self._form.focus_wrong(wrong)
            self._strip.tell("Not saved yet: mend what is marked.")
            return False
        if self._row.ask_name():
            self._strip.tell(f"Not saved yet. {NEEDED}")
            return False
        self._asked = before.id
        if before.text:
            self._submit(partial(practices.keep, self._desk, before), practice, practice, before)
        else:
            self._submit(partial(practices.keep_new, self._desk), practice, practice)
        return True

    def stop(self) -> None:
        """Take no more; a save that has begun ends by itself."""
        self._jobs.close()

    def _keep_mine(self) -> None:
        """Keep what is on the form over what somebody else kept meanwhile."""
        practice = self._form.practice
        self._submit(partial(practices.keep_over, self._desk, self._asked), practice, practice)

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
        self.is_running, self._asked = False, now.id
        at = self._desk.now().astimezone()
        undo = (("Undo", partial(self._undo, before, now)),) if before is not None else ()
        self._strip.tell(f"Saved {at:%H:%M}.", *undo, ("Close", self._strip.hide))
        self.kept.emit(now, on_form)

    def _refuse(self, error: LeafletError) -> None:
        self.is_running = False
        if isinstance(error, EditedMeanwhile):
            self._strip.tell(OVERTAKEN, ("Show theirs", self.theirs_asked.emit), ("Keep mine", self._keep_mine))
        else:
            self._strip.tell(str(error))
        self.refused.emit()


def _signed(desk: Desk, name: str, work: Callable[[], Kept]) -> Kept:
    """Do what changes the library, in the name of a person whom the settings know from now on."""
    introduce(desk, name)
    return work()
