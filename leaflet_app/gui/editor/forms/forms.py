"""All forms of one text, and what they change beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.forms.facts_form import FactsForm
from leaflet_app.gui.editor.forms.other_files import Contents, OtherFiles
from leaflet_app.gui.editor.forms.pictures_form import PicturesForm
from leaflet_app.gui.editor.forms.review_form import ReviewForm
from leaflet_app.gui.editor.forms.sources_form import SourcesForm
from leaflet_app.services.add_picture import to_save

TOPICS, SHARED = "topics", "shared"


class Forms(QObject):
    """Makes the forms that a text has. `beside` are the files beside it, as they stand in the library."""

    files_changed = Signal()
    review_asked = Signal()

    def __init__(self, text: EditedText, beside: Mapping[str, bytes], today: Callable[[], date]) -> None:
        super().__init__()
        self._text = text
        self._others = OtherFiles(beside.get, self)
        self._others.changed.connect(self.files_changed)
        self._folder = str(PurePosixPath(text.file).parent)
        room = PurePosixPath(text.file).parts[0]
        pages: list[tuple[str, QWidget]] = []
        self.review = ReviewForm(text) if room in {TOPICS, SHARED} else None
        self.pictures = PicturesForm(text, self._others, self._folder) if room == TOPICS else None
        if self.review is not None:
            self.review.review_asked.connect(self.review_asked)
            pages = [("Facts", FactsForm(text, self._others))]
        pages.append(("Sources", SourcesForm(text, self._others, today)))
        pages += [("Review", self.review)] if self.review is not None else []
        pages += [("Pictures", self.pictures)] if self.pictures is not None else []
        self.pages = tuple(pages)
        """The title of each form's tab, and the form."""

    @property
    def changes(self) -> Contents:
        """Return what is to be saved beside the text, in the same commit."""
        return to_save(self._text.kept, self._text.text, self._folder, self._others.changes)

    @property
    def steps(self) -> tuple[str, ...]:
        """Return what was done to the lists, for the words of the commit."""
        return self._others.steps

    def take(self, mime: QMimeData) -> bool:
        """Take a picture that was dropped or pasted on the text; tell whether it is one."""
        return self.pictures is not None and self.pictures.take(mime)

    def begin_anew(self, beside: Mapping[str, bytes]) -> None:
        """Show the files as they stand in the library now: all was saved, or given up."""
        self._others.begin_anew(beside.get)

    def stop(self) -> None:
        """End all work."""
        if self.pictures is not None:
            self.pictures.stop()
