"""The passphrase of a protected leaflet, shown once and then forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.clear_letters import ClearLetters
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet

POINTS = 22
WORDS_A_LINE = 3
ABOUT = (
    "Read it to the person over the phone, or write it on paper. Never send it by email. It is shown this once: "
    "when you close this sheet, nobody can show it again."
)


class PassphraseSheet(Sheet):
    """Leaves the window free behind it: there is a phone call to make, and 30 seconds to undo."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Passphrase of the leaflet", "&Done")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._passphrase = ""
        self._letters = ClearLetters(POINTS)
        self._copied = dress(QLabel(), tone="soft")
        frame = dress(QFrame(), ground="panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self._letters)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        for part in (frame, about, self._copied):
            self.body.addWidget(part)
        self.cancel.hide()
        self.offer("&Copy", self._copy)
        self.main.clicked.connect(lambda _checked: self.accept())
        self.finished.connect(lambda _result: self._forget())

    def show_once(self, passphrase: str) -> None:
        """Show a passphrase until the sheet is closed."""
        self._passphrase = passphrase
        self._letters.setText(grouped(passphrase))
        self._letters.setAccessibleName(passphrase)
        self._copied.hide()
        self.show()
        self.fit()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, passphrase)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._passphrase)
        self._copied.setText("Copied. Take care where you paste it.")
        self._copied.show()
        self.fit()
        announce(self, self._copied.text())

    def _forget(self) -> None:
        self._passphrase = ""
        self._letters.clear()
        self._letters.setAccessibleName("")


def grouped(passphrase: str) -> str:
    """Return the words in lines of a few, as they are read out."""
    words = passphrase.split()
    lines = (words[start : start + WORDS_A_LINE] for start in range(0, len(words), WORDS_A_LINE))
    return "\n".join("   ".join(line) for line in lines)
