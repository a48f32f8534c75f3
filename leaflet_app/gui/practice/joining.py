"""On top of the first steps: whether other desks share a library already, and which practice of it this desk has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.preview.bearer import Offered
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.folders import documents_folder
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services.desk import Desk
from leaflet_app.services.practice import Listed
from leaflet_app.services.practice_joining import join, print_as

ASKED = "Does another desk of your practice share its library already? Join it, and there is nothing to type."
HINT = "A folder that both desks can reach, or an address that begins with https:// or ssh://."
JOINED = "✓ This desk has the shared library now, with its practice, logo and colours."


class AddressField(QLineEdit):
    """Joins with Enter, which would go on to the next step otherwise."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the sheet."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Joining(QFrame):
    """Tells when the shared library is here; the sheet then asks nothing else."""

    joined = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        dress(self, ground="tint")
        self._desk = desk
        self._jobs = Jobs(self)
        self.is_joined = False
        self._asked, self._said = line(ASKED, ""), line("", "soft")
        self._address = AddressField()
        self._address.setAccessibleName("Shared library")
        self._address.setAccessibleDescription(HINT)
        self._address.setPlaceholderText("Folder or address")
        self._choose, self._join = QPushButton("Choose folder …"), QPushButton("Join")
        self._practice = Chooser("This desk prints as", (), "Whose name and details its leaflets bear")
        self._address.textChanged.connect(lambda words: self._join.setEnabled(bool(words.strip())))
        self._address.returnPressed.connect(self._join.click)
        self._choose.clicked.connect(lambda _checked: self._choose_folder())
        self._join.clicked.connect(lambda _checked: self._begin())
        self._join.setEnabled(False)
        self._lay_out()

    def keep(self) -> None:
        """Have this desk print as the practice that is chosen. Raises SettingRefused, CannotSave."""
        chosen: Offered | None = self._practice.currentData()
        if chosen is not None:
            print_as(self._desk, chosen.id)

    def stop(self) -> None:
        """Tell of nothing more; what has begun ends by itself."""
        self._jobs.close()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choose the shared folder", documents_folder())
        if chosen:
            self._address.setText(chosen)
            self._join.setFocus()

    def _begin(self) -> None:
        self._join.setEnabled(False)
        self._say("Asking …", "soft")
        self._jobs.submit(partial(join, self._desk, self._address.text().strip()), self._show_joined, self._refuse)

    def _show_joined(self, listed: tuple[Listed, ...]) -> None:
        self.is_joined = True
        for part in (self._asked, self._address, self._choose, self._join):
            part.hide()
        sound = [each for each in listed if not each.faults]
        for each in sound:
            self._practice.addItem(each.label, Offered(each.id, each.label))
        for widget in (self._practice.label, self._practice):
            widget.setVisible(len(sound) > 1)
        self._say(JOINED, "good")
        self.joined.emit()
        self._practice.setFocus()

    def _refuse(self, error: LeafletError) -> None:
        self._join.setEnabled(True)
        self._say(str(error), "urgent")

    def _say(self, words: str, tone: str) -> None:
        dress(self._said, tone=tone).setText(words)
        self._said.show()
        announce(self, words)

    def _lay_out(self) -> None:
        typed, chosen = QHBoxLayout(), QHBoxLayout()
        for row in (typed, chosen):
            row.setSpacing(8)
        typed.addWidget(self._address, 1)
        for button in (self._choose, self._join):
            button.setAutoDefault(False)
            typed.addWidget(button)
        for widget in (self._practice.label, self._practice):
            chosen.addWidget(widget)
            widget.hide()
        chosen.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._asked)
        column.addLayout(typed)
        column.addWidget(self._said)
        column.addLayout(chosen)
        self._said.hide()
