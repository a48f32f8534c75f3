"""All forms of one text, each built when somebody first looks at it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from leaflet_app.gui.editor.forms.facts_form import FactsForm
from leaflet_app.gui.editor.forms.pictures_form import PicturesForm
from leaflet_app.gui.editor.forms.review_form import ReviewForm
from leaflet_app.gui.editor.forms.sources_form import SourcesForm
from leaflet_app.gui.editor.unsaved import Unsaved
from leaflet_app.gui.widgets.later import Later

FACTS, SOURCES, REVIEW, PICTURES = "Facts", "Sources", "Review", "Pictures"
OF_A_TEXT = {"topics": (FACTS, SOURCES, REVIEW, PICTURES), "shared": (FACTS, SOURCES, REVIEW)}


class Forms(QObject):
    """Makes the forms that a text has, on what is unsaved of it."""

    review_asked = Signal()

    def __init__(self, unsaved: Unsaved, today: Callable[[], date]) -> None:
        super().__init__()
        self._unsaved, self._today = unsaved, today
        path = PurePosixPath(unsaved.edited.file)
        self._folder = str(path.parent)
        titles = OF_A_TEXT.get(path.parts[0], (SOURCES,))
        self._pages = {title: Later(partial(self._build, title)) for title in titles}

    @property
    def pages(self) -> tuple[tuple[str, QWidget], ...]:
        """Return the title of each form's tab, and its room."""
        return tuple(self._pages.items())

    def form(self, title: str) -> QWidget:
        """Return the form of a title, built by now."""
        return self._pages[title].place

    def take(self, mime: QMimeData) -> bool:
        """Take a picture that was dropped or pasted on the text; tell whether it is one."""
        return PICTURES in self._pages and cast("PicturesForm", self.form(PICTURES)).take(mime)

    def stop(self) -> None:
        """End all work."""
        if PICTURES in self._pages and self._pages[PICTURES].is_built:
            cast("PicturesForm", self.form(PICTURES)).stop()

    def _build(self, title: str) -> QWidget:
        text, others = self._unsaved.edited, self._unsaved.others
        builders: dict[str, Callable[[], QWidget]] = {
            FACTS: lambda: FactsForm(text, others),
            SOURCES: lambda: SourcesForm(text, others, self._today),
            REVIEW: self._review,
            PICTURES: lambda: PicturesForm(text, others, self._folder),
        }
        return builders[title]()

    def _review(self) -> ReviewForm:
        form = ReviewForm(self._unsaved.edited)
        form.review_asked.connect(self.review_asked)
        return form
