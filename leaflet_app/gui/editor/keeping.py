"""Save a text as a version of the library, and notice when somebody else has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from leaflet_app.domain.errors import EditedMeanwhile, LeafletError
from leaflet_app.gui.editor.unsaved import Unsaved, Written
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services import settings
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Theirs, save_text, theirs_of
from leaflet_app.services.text_forms import draft_again

WATCH_MS = 4000
EDITOR = "library.editor"


class Keeping(QObject):
    """What it saves is never dropped; what it watches for is told once for each change.

    `saved` brings what else became of the text by that, if anything did.
    """

    saved = Signal(str)
    failed = Signal(LeafletError)
    overtaken = Signal(Theirs)
    refused = Signal(Theirs)
    lists_overtaken = Signal(Theirs)

    def __init__(self, desk: Desk, unsaved: Unsaved) -> None:
        super().__init__(unsaved)
        self._desk, self._unsaved, self._edited = desk, unsaved, unsaved.edited
        self._saving, self._watching = Jobs(self), Jobs(self)
        self._told = ""
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self.look_for_others)

    @property
    def editor(self) -> str:
        """Return who edits here; nothing where nobody has said."""
        return settings.load(self._desk).library.editor

    def begin(self) -> None:
        """Watch from now on."""
        self._watch.start()

    def save(self, message: str, editor: str) -> None:
        """Save the text as it stands."""
        written = Written(self._edited.text, self._unsaved.beside)
        work = partial(self._save, written, message, editor, self._edited.base)
        self._saving.submit(work, partial(self._note_saved, written), self._note_failed)

    def look_for_others(self) -> None:
        """See whether somebody else has saved this text."""
        work = partial(theirs_of, self._desk, self._edited.file, self._edited.kept)
        self._watching.submit(work, partial(self._note_theirs, self.overtaken), lambda _fault: None)

    def stop(self) -> None:
        """End all work; a save that has begun ends by itself."""
        self._watch.stop()
        for jobs in (self._saving, self._watching):
            jobs.close()

    def _save(self, written: Written, message: str, editor: str, base: str) -> str:
        if editor and editor != self.editor:
            settings.change(self._desk, EDITOR, editor)
        return save_text(self._desk, self._edited.file, written.text, message, base=base, others=written.beside)

    def _note_saved(self, written: Written, commit: str) -> None:
        again = draft_again(self._edited.kept, written.text)
        self._unsaved.settle(written, commit)
        self.saved.emit(again)

    def _note_failed(self, fault: LeafletError) -> None:
        if not isinstance(fault, EditedMeanwhile):
            self.failed.emit(fault)
            return
        self._told = ""
        tell = self.refused if self._edited.file in fault.texts else self.lists_overtaken
        work = partial(theirs_of, self._desk, self._edited.file, "")
        self._watching.submit(work, partial(self._note_theirs, tell), self.failed.emit)

    def _note_theirs(self, tell: SignalInstance, theirs: Theirs | None) -> None:
        if theirs is not None and theirs.base != self._told:
            self._told = theirs.base
            tell.emit(theirs)
