"""The rarer choices about a leaflet, in a panel behind a button: theme, language, and what is printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.languages import ENGLISH, Language
from leaflet_app.domain.look import Theme
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value
from leaflet_app.gui.preview.bearer import Bearer
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.gui.widgets.dress import dress

BELOW = 4
WIDTH = 304
INDENT = 32
"""Where the words of a check box begin."""


@value
class Spoken:
    """A language to print in. No tag is the library's own."""

    tag: str
    language: Language

    @property
    def label(self) -> str:
        """Return the name in English, and the one its speakers know."""
        names = dict.fromkeys((self.language.english_name, self.language.own_name))
        return " · ".join(names)


class MoreButton(QPushButton):
    """Opens the panel, and tells what it changed."""

    def __init__(self) -> None:
        super().__init__("Mor&e")
        dress(self, flat="true", opens="true")
        self.setAccessibleName("More choices")
        self.panel = MoreChoices(self)
        self.show_choice(Selection())
        self.clicked.connect(lambda _checked: self._open())

    def show_choice(self, selection: Selection) -> None:
        """Show what is chosen without telling anyone."""
        self.panel.show_choice(selection)
        told = self.panel.told(selection)
        self.setAccessibleDescription(told)
        self.setToolTip(told or "Theme, language, summary, questions to tear off")

    def _open(self) -> None:
        corner = self.rect().bottomRight()
        corner.setY(corner.y() + BELOW)
        self.panel.open_below(self.mapToGlobal(corner))


class MoreChoices(QFrame):
    """Opens below its button; Esc or a click elsewhere closes it."""

    theme_chosen = Signal(Theme)
    language_chosen = Signal(str)
    beside_chosen = Signal(str)
    summary_chosen = Signal(bool)
    tear_off_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        dress(self, ground="panel")
        self.setAccessibleName("More choices about the leaflet")
        self._theme = Chooser("&Theme", Theme, "Letters, and the colour of the paper")
        self._language = Chooser("&Language", (), "The language that the leaflet is printed in")
        self._beside = QCheckBox("Beside &English")
        self._beside.setAccessibleDescription("Both languages on one page, side by side")
        self.bearer = Bearer()
        self._summary = QCheckBox("Short &summary")
        self._tear_off = QCheckBox("&Questions to tear off")
        self._lay_out()
        self._theme.chosen.connect(self.theme_chosen)
        self._language.chosen.connect(lambda spoken: self.language_chosen.emit(spoken.tag))
        self._beside.clicked.connect(lambda beside: self.beside_chosen.emit(ENGLISH if beside else ""))
        self._summary.clicked.connect(self.summary_chosen)
        self._tear_off.clicked.connect(self.tear_off_chosen)
        self.offer_languages(())

    def offer_languages(self, languages: Sequence[Language]) -> None:
        """Offer these, the library's own first; where there is no other, offer none."""
        self._language.clear()
        for number, language in enumerate(languages):
            spoken = Spoken(language.tag if number else "", language)
            self._language.addItem(spoken.label, spoken)
        for widget in (self._language.label, self._language, self._beside):
            widget.setVisible(len(languages) > 1)

    def show_choice(self, selection: Selection) -> None:
        """Show what is chosen without telling anyone."""
        self._theme.show_choice(selection.theme)
        self.bearer.show_choice(selection)
        tags = [self._language.itemData(row).tag for row in range(self._language.count())]
        self._language.setCurrentIndex(tags.index(selection.language) if selection.language in tags else 0)
        self._beside.setEnabled(bool(selection.language))
        self._beside.setChecked(selection.beside == ENGLISH)
        self._summary.setChecked(selection.is_summary)
        self._tear_off.setChecked(selection.tear_off)

    def told(self, selection: Selection) -> str:
        """Say in few words what this panel changed of the leaflet; nothing where all is as usual."""
        said = {
            self._language.currentText(): bool(selection.language),
            "Beside English": selection.beside == ENGLISH,
            "Short summary": selection.is_summary,
            "Questions to tear off": selection.tear_off,
            selection.theme.label: selection.theme is not Theme.STANDARD,
        }
        return " · ".join((*self.bearer.told(selection), *(words for words, is_chosen in said.items() if is_chosen)))

    def open_below(self, place: QPoint) -> None:
        """Show the panel with its top right corner at a place on the screen, and whole."""
        self.setFixedSize(WIDTH, self._column.totalHeightForWidth(WIDTH))
        room = self.screen().availableGeometry()
        left = max(min(place.x(), room.right()) - self.width(), room.left())
        self.move(left, max(min(place.y(), room.bottom() - self.height()), room.top()))
        self.show()
        self._theme.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        for chooser in (self._theme, self._language):
            column.addWidget(chooser.label)
            column.addWidget(chooser)
        column.addWidget(self._beside)
        column.addWidget(self.bearer)
        column.addSpacing(4)
        for box, words in (
            (self._summary, "Get help fast, contact and facts"),
            (self._tear_off, "On a last sheet of their own"),
        ):
            box.setAccessibleDescription(words)
            column.addWidget(box)
            column.addWidget(_below(words))


def _below(words: str) -> QLabel:
    label = dress(QLabel(words), tone="soft")
    label.setWordWrap(True)
    label.setContentsMargins(INDENT, 0, 0, 4)
    return label
