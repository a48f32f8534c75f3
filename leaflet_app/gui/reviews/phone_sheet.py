"""Check the phone number of one organisation against what it says of itself today."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from leaflet_app.domain.organisations import Organisation
from leaflet_app.gui.editor.forms.fields import WordsField
from leaflet_app.gui.widgets.own_name import OwnNameRow
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet

ABOUT = "Look at their own web page, or ring them. Leaflets print a number that was checked within a year."


class PhoneSheet(Sheet):
    """The number can be mended here; whoever checked it is named in the history."""

    def __init__(self, parent: QWidget, organisation: Organisation, known: str) -> None:
        super().__init__(parent, f"Is this the number of {organisation.name}?", "&Checked today")
        self.entry_id = organisation.id
        self._phone = WordsField("Phone", organisation.phone, hint="0800 434 6476")
        self._phone.textChanged.connect(lambda _words: self._judge())
        self._name = OwnNameRow(known)
        label = QLabel("&Phone")
        label.setBuddy(self._phone)
        form = QFormLayout()
        form.addRow("Web page", line(organisation.url, ""))
        form.addRow(label, self._phone)
        self.body.addWidget(line(ABOUT, "soft"))
        self.body.addLayout(form)
        self.body.addWidget(self._name)
        self._name.offer(wanted=True)
        self.main.clicked.connect(lambda _checked: self._keep())
        self._phone.setFocus()
        self._judge()
        self.fit()

    @property
    def phone(self) -> str:
        """Return the number as it is typed."""
        return self._phone.words

    @property
    def name(self) -> str:
        """Return who checked it."""
        return self._name.name

    def _keep(self) -> None:
        if not self._name.ask():
            self.accept()

    def _judge(self) -> None:
        self.main.setEnabled(bool(self.phone))
