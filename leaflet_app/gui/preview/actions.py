"""Below the pages: what to do with the leaflet, and above the buttons how far that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.gui.preview.message_strip import MessageStrip
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton


class Actions(QWidget):
    """Print is the main one, with the way to its choices beside it; then email and save."""

    print_asked = Signal()
    print_choices_asked = Signal()
    email_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._print = dress(_button("&Print", "Print it as last time (Ctrl+Shift+P)"), main="true")
        self._choices = IconButton("chevron", "How to print (Ctrl+P)", side=16)
        self._email = _button("Ema&il", "Email it to the person (Ctrl+E)")
        self._save = _button("&Save PDF", "Save it as a PDF (Ctrl+S)")
        self._print.clicked.connect(lambda _checked: self.print_asked.emit())
        self._choices.clicked.connect(lambda _checked: self.print_choices_asked.emit())
        self._email.clicked.connect(lambda _checked: self.email_asked.emit())
        self._save.clicked.connect(lambda _checked: self.save_asked.emit())
        self._leaving: MessageStrip | None = None
        self._is_offered = False
        self._held = dress(QLabel(), tone="urgent")
        self._held.setWordWrap(True)
        self._held.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._print)
        row.addSpacing(-6)
        row.addWidget(self._choices)
        row.addWidget(self._email)
        row.addWidget(self._save)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._rows.addWidget(self._held)
        self._rows.addLayout(row)

    @property
    def leaving(self) -> MessageStrip:
        """Return the strip that tells how a leaflet gets out; it stays while the next leaflet is made."""
        if self._leaving is None:
            self._leaving = MessageStrip()
            self._rows.insertWidget(0, self._leaving)
        return self._leaving

    def offer(self, *, offered: bool) -> None:
        """Let a person act, or not while there is nothing to act on."""
        self._is_offered = offered
        self._held.setVisible(offered and bool(self._held.text()))
        self._wake()

    def hold(self, why: str) -> None:
        """Hold a leaflet back that may not leave, and say why; no words let it go."""
        self._held.setText(f"■ {why}" if why else "")
        self._held.setVisible(bool(why))
        self._wake()

    def _wake(self) -> None:
        for button in (self._print, self._choices, self._email, self._save):
            button.setEnabled(self._is_offered and not self._held.text())


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    return button
