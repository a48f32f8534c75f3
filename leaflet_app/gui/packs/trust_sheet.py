"""Trust the key of another practice, once both have compared its signs."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.packs import fingerprint_of

ABOUT = "Ring whoever sent the key, and let them read its signs to you. Trust it only if they are the same."
NO_KEY = "This is no key yet. It has 44 signs."


class TrustSheet(Sheet):
    """Takes a name and a key; the main button waits until somebody compared the signs."""

    def __init__(self, parent: QWidget, key: str = "") -> None:
        super().__init__(parent, "Trust a key", "&Trust this key")
        self._name, self._key = QLineEdit(), QLineEdit(key)
        self._name.setPlaceholderText("Whose key it is")
        self._signs = line("", "heading")
        self._compared = QCheckBox("I have &compared these signs with the sender")
        form = QFormLayout()
        form.addRow("&Name", self._name)
        form.addRow("&Key", self._key)
        form.addRow("Signs", self._signs)
        self.body.addWidget(line(ABOUT, "soft"))
        self.body.addLayout(form)
        self.body.addWidget(self._compared)
        self._name.textChanged.connect(lambda _text: self._judge())
        self._key.textChanged.connect(lambda _text: self._read_key())
        self._compared.toggled.connect(lambda _is_on: self._judge())
        self.main.clicked.connect(lambda _checked: self.accept())
        self._read_key()
        self._name.setFocus()

    @property
    def name(self) -> str:
        """Return whose key it is."""
        return self._name.text().strip()

    @property
    def key(self) -> str:
        """Return the key."""
        return self._key.text().strip()

    def _read_key(self) -> None:
        self._compared.setChecked(False)
        self._signs.setText(_signs_of(self.key) or NO_KEY)
        self._compared.setEnabled(bool(_signs_of(self.key)))
        self._judge()
        self.fit()

    def _judge(self) -> None:
        self.main.setEnabled(bool(self.name) and self._compared.isChecked())


def _signs_of(untrusted: str) -> str:
    try:
        return fingerprint_of(untrusted)
    except ValueError:
        return ""
