"""The key that signs packs made here, and those whose packs are taken in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.packs import Signer
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services.packs import fingerprint_of

NOBODY = "You trust no other practice yet. Ask for their key, then compare its signs over the phone."
COPIED = "Key copied. Paste it into an email to the other practice."


class KeysPanel(QFrame):
    """Signs to compare, and a button to copy the whole key."""

    trust_asked = Signal()
    distrust_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._key = ""
        self._own = line("", "")
        self._copy = QPushButton("&Copy your key")
        self._copy.clicked.connect(lambda _checked: self._copy_key())
        self._trust = QPushButton("&Trust a key…")
        self._trust.clicked.connect(lambda _checked: self.trust_asked.emit())
        self._signers = QVBoxLayout()
        own = QHBoxLayout()
        own.addWidget(self._own, 1)
        own.addWidget(self._copy)
        others = QHBoxLayout()
        others.addWidget(line("Packs are taken in from", "heading"), 1)
        others.addWidget(self._trust)
        column = QVBoxLayout(self)
        column.addWidget(line("Your signature", "heading"))
        column.addLayout(own)
        column.addLayout(others)
        column.addLayout(self._signers)

    def show_own(self, key: str) -> None:
        """Show the signs of the key that signs packs here."""
        self._key = key
        self._own.setText(f"Packs you make bear these signs: {fingerprint_of(key)}")
        self._copy.setEnabled(True)

    def show_no_key(self, why: str) -> None:
        """Say why no pack can be signed here."""
        self._own.setText(why)
        self._copy.setEnabled(False)

    def show_signers(self, signers: tuple[Signer, ...]) -> None:
        """List whose packs are taken in."""
        while (taken := self._signers.takeAt(0)) is not None:
            if (row := taken.widget()) is not None:
                row.deleteLater()
        for signer in signers:
            self._signers.addWidget(self._row(signer))
        if not signers:
            self._signers.addWidget(line(NOBODY, "soft"))

    def _row(self, signer: Signer) -> QWidget:
        row = QWidget()
        remove = QPushButton("Trust no more")
        remove.setAccessibleName(f"Trust {signer.name} no more")
        remove.clicked.connect(partial(self._remove, signer.key))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line(f"{signer.name}  ·  {fingerprint_of(signer.key)}", ""), 1)
        layout.addWidget(remove)
        return row

    def _remove(self, key: str, _checked: bool) -> None:  # noqa: FBT001  (a signal's)
        self.distrust_asked.emit(key)

    def _copy_key(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self._copy.setText("✓ Copied")
        announce(self, COPIED)
