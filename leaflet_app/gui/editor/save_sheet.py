"""Say what was changed, and, the first time, who changed it."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from leaflet_app.gui.widgets.own_name import LABEL, OwnName
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet

ABOUT = "What you save is a draft until a clinician approves it. Every version before stays in the history."
LONGEST_MESSAGE = 120


class SaveSheet(Sheet):
    """Enter saves with the words that are suggested. A name is asked for once, and kept in the settings."""

    def __init__(self, parent: QWidget, suggested: str, editor: str, warning: str = "") -> None:
        super().__init__(parent, "Save this text", "&Save")
        self._message, self._name = QLineEdit(suggested), OwnName(editor)
        self._message.setMaxLength(LONGEST_MESSAGE)
        fields = QFormLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(8)
        for words, field in (("&What changed", self._message), (LABEL, self._name)):
            label = QLabel(words)
            label.setBuddy(field)
            fields.addRow(label, field)
            field.textChanged.connect(lambda _words: self._judge())
        self.body.addWidget(line(ABOUT, "soft"))
        if warning:
            self.body.addWidget(line(warning, "look"))
        self.body.addLayout(fields)
        fields.setRowVisible(self._name, not editor)
        self.main.clicked.connect(lambda _checked: self.accept())
        self._message.selectAll()
        (self._message if editor else self._name).setFocus()
        self._judge()
        self.fit()

    @property
    def message(self) -> str:
        """Return what was changed."""
        return self._message.text().strip()

    @property
    def editor(self) -> str:
        """Return who changed it."""
        return self._name.name

    def _judge(self) -> None:
        self.main.setEnabled(bool(self.message and self.editor))
