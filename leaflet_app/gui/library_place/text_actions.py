"""What can be done with the chosen text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from leaflet_app.domain.languages import Language
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services.look_over import Standing

HINT = (
    "Enter opens a text. What you change is a draft until a clinician approves it; desks go on with what was approved."
)


class TextActions(QWidget):
    """A hint on the left, the buttons on the right; they wait until a text is chosen."""

    edit_asked = Signal(str)
    history_asked = Signal(str)
    review_asked = Signal(str)
    translation_asked = Signal(str)

    def __init__(self, languages: Sequence[Language] = ()) -> None:
        super().__init__()
        self._file = ""
        self._translate = QPushButton("In another &language")
        self._translate.setMenu(self._menu(languages))
        if not languages:
            self._translate.hide()
        self._review = QPushButton("Re&view…")
        self._review.clicked.connect(lambda _checked: self.review_asked.emit(self._file))
        self._history = QPushButton("&History…")
        self._edit = dress(QPushButton("&Edit"), main="true")
        self._history.clicked.connect(lambda _checked: self.history_asked.emit(self._file))
        self._edit.clicked.connect(lambda _checked: self.edit_asked.emit(self._file))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(line(HINT, "soft"), 1)
        row.addWidget(self._translate)
        row.addWidget(self._review)
        row.addWidget(self._history)
        row.addWidget(self._edit)
        self.show_text(None)

    def show_text(self, text: Standing | None) -> None:
        """Offer what suits the chosen text."""
        self._file = text.file if text else ""
        for button in (self._translate, self._review, self._history, self._edit):
            button.setEnabled(bool(self._file))
        self._translate.setEnabled(text is not None and text.is_readable and not text.is_disclaimer)
        self._review.setEnabled(text is not None and text.is_readable)

    def _menu(self, languages: Sequence[Language]) -> QMenu:
        menu = QMenu(self)
        for language in languages:
            action = menu.addAction(f"{language.english_name} · {language.own_name}")
            action.triggered.connect(lambda _checked, tag=language.tag: self._ask(tag))
        return menu

    def _ask(self, tag: str) -> None:
        folder = self._file.rpartition("/")[0]
        self.translation_asked.emit(f"{folder}/{tag}.md")
