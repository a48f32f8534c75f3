"""What all forms share: a few words on top, what keeps the form from being used, a table, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress


class FormPage(QWidget):
    """A form that says what keeps it from being used."""

    def __init__(self, about: str) -> None:
        super().__init__()
        self._is_stale = False
        words = dress(QLabel(about), tone="soft")
        words.setWordWrap(True)
        self._trouble = dress(QFrame(), ground="look")
        self._trouble_words = QLabel()
        self._trouble_words.setWordWrap(True)
        QVBoxLayout(self._trouble).addWidget(self._trouble_words)
        self._trouble.hide()
        self.holder = QWidget()
        self.body = QVBoxLayout(self.holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(self._trouble)
        column.addWidget(self.holder, 1)

    def follow(self, *signals: SignalInstance) -> None:
        """Show what is so now, and again after each of these signals: at once where the form is seen, else later."""
        for signal in signals:
            signal.connect(self._note_change)
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now."""
        self._is_stale = False
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @property
    def trouble(self) -> str:
        """Return what keeps the form from being used; nothing where nothing does."""
        return "" if self._trouble.isHidden() else self._trouble_words.text()

    def show_trouble(self, words: str, *, usable: bool = False) -> None:
        """Say what keeps the form from being used, or what could not be done; no words take it away."""
        self._trouble_words.setText(words)
        self._trouble.setVisible(bool(words))
        self.holder.setEnabled(usable or not words)
        if words:
            announce(self, words)

    def button(self, words: str, act: Callable[[], object], *, is_main: bool = False) -> QPushButton:
        """Add a button to the row of them."""
        button = QPushButton(words)
        if is_main:
            dress(button, main="true")
        button.clicked.connect(lambda _checked: act())
        self.buttons.addWidget(button)
        return button

    def tried(self, act: Callable[[], object]) -> None:
        """Do something; say in the form why it could not be done."""
        try:
            act()
        except LeafletError as fault:
            self.show_trouble(str(fault), usable=True)

    def _show(self) -> None:
        raise NotImplementedError

    def _note_change(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
