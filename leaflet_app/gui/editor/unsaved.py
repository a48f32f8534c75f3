"""All of a text that a save would write: its words, and what its forms changed beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.other_files import Contents, OtherFiles
from leaflet_app.services.add_picture import to_save
from leaflet_app.services.text_drafts import TextDraft


class Written(NamedTuple):
    """The words of a text, and the files beside it that were changed with it."""

    text: str
    beside: Mapping[str, bytes | None]


class Unsaved(QObject):
    """Tells of every change of either, and what of it the library does not hold."""

    changed = Signal()

    def __init__(self, edited: EditedText) -> None:
        super().__init__(edited)
        self.edited = edited
        self.others = OtherFiles(lambda _file: None, self)
        self._folder = str(PurePosixPath(edited.file).parent)
        edited.changed.connect(self.changed)
        self.others.changed.connect(self.changed)

    @property
    def is_changed(self) -> bool:
        """Tell whether something is not saved."""
        return self.edited.is_changed or bool(self.beside)

    @property
    def beside(self) -> Contents:
        """Return what is to be saved beside the text, in the same commit."""
        changes = self.others.changes
        if not changes and not self.edited.is_changed:
            return {}
        return to_save(self.edited.kept, self.edited.text, self._folder, changes)

    @property
    def written(self) -> Written:
        """Return all that was written: pictures too that the words do not name yet, or not any more."""
        return Written(self.edited.text, self.others.changes)

    def draft(self, at: datetime) -> TextDraft:
        """Return all that was written, as it stands at a time."""
        return TextDraft(self.edited.file, self.edited.text, self.edited.base, at, self.others.changes)

    def take_up(self, draft: TextDraft) -> None:
        """Go on with what was left."""
        self.edited.base = draft.base
        self.others.bring_back(draft.beside)
        self.edited.replace(draft.text)

    def settle(self, saved: Written, base: str) -> None:
        """Note that the library holds this now."""
        self.edited.settle(saved.text, base)
        self.others.settle(saved.beside)
