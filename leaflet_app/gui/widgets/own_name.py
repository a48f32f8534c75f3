"""Ask who changes the library, once: the history names a person for each change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

LABEL = "Your &name, for the history"
LONGEST = 120
NEEDED = "Write your name, for the history of changes. You are asked once."


class OwnName(QLineEdit):
    """A field for a person's name."""

    def __init__(self, known: str = "") -> None:
        super().__init__(known)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText("for example Dr Ada Hill")
        self.setAccessibleName(LABEL.replace("&", ""))

    @property
    def name(self) -> str:
        """Return who signs."""
        return self.text().strip()


class OwnNameRow(QWidget):
    """The field with its words. Where the settings know a name, nobody is asked."""

    def __init__(self, known: str = "") -> None:
        super().__init__()
        self.known = known
        self._field = OwnName()
        label = QLabel(f"{LABEL} (needed)")
        label.setBuddy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._field, 1)
        self.offer(wanted=False)

    @property
    def name(self) -> str:
        """Return who signs; nothing where nobody has said."""
        return self.known or self._field.name

    def offer(self, *, wanted: bool) -> None:
        """Show the field where a name is wanted and nobody has said one."""
        self.setVisible(wanted and not self.known)

    def ask(self) -> bool:
        """Ask for a name where nobody has given one; tell whether that was so."""
        if self.name:
            return False
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
