"""Ask who changes the library, once: the history names a person for each change."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

LABEL = "Your &name, for the history"
LONGEST = 120


class OwnName(QLineEdit):
    """A field for a person's name. Where the settings know it, it holds that, and need not be shown."""

    def __init__(self, known: str = "") -> None:
        super().__init__(known)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText("as the history shall name you")
        self.setAccessibleName(LABEL.replace("&", ""))

    @property
    def name(self) -> str:
        """Return who signs."""
        return self.text().strip()
