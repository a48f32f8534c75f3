"""The email sheet: to whom, in which words, protected or not, and which way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from leaflet_app.gui.send.email_address import EmailAddress
from leaflet_app.gui.send.email_way import WayChooser
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.email_leaflet import Wanted
from leaflet_app.services.offered_letter import OfferedLetter

SUBJECT_HINT = "A subject can be read by others: no name, no number, no illness."
PROTECT_HINT = "It opens with a passphrase, which you give by phone or on paper. You see it once."
MUST_PROTECT = "Each leaflet by email is protected here. You see the passphrase once."
TEXT_HEIGHT, LEAST_TEXT_HEIGHT = 140, 48


class EmailSheet(Sheet):
    """Asks for one letter to one person, and remembers what was typed until it is cancelled or gone."""

    letter_asked = Signal(Wanted)
    address_left = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Email the leaflet", "Go &on")
        self._to = EmailAddress()
        self._subject = QLineEdit()
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setStyleSheet(f"min-height: {LEAST_TEXT_HEIGHT}px; max-height: {TEXT_HEIGHT}px")
        self._protect = QCheckBox("&Protect the leaflet with a passphrase")
        self._protect_hint = _soft("")
        self._way = WayChooser()
        self._lay_out_fields()
        self._to.left.connect(self.address_left)
        self._to.changed.connect(self._offer_to_go_on)
        self._to.said.connect(self.fit)
        self.main.clicked.connect(lambda _checked: self._ask())

    @property
    def to(self) -> EmailAddress:
        """Return the field for the address."""
        return self._to

    def begin(self, offered: OfferedLetter) -> None:
        """Ask for a new letter, beginning with the words of the practice."""
        self._to.clear()
        self._subject.setText(offered.subject)
        self._text.setPlainText(offered.text)
        self._protect.setChecked(offered.is_protected)
        self._protect.setEnabled(not offered.must_protect)
        hint = MUST_PROTECT if offered.must_protect else PROTECT_HINT
        self._protect_hint.setText(hint)
        self._protect.setAccessibleDescription(hint)
        self._way.offer(offered)
        self.clear_problem()
        self.go_on()

    def go_on(self) -> None:
        """Show the sheet with all that was typed."""
        self.end_busy()
        self._offer_to_go_on()
        self.open()
        self.fit()
        self._to.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_busy(self) -> None:
        """Let a person go on, once there is an address."""
        super().end_busy()
        self._offer_to_go_on()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._to.clear()
        self._subject.clear()
        self._text.clear()

    def _offer_to_go_on(self) -> None:
        self.main.setEnabled(bool(self._to.typed))

    def _ask(self) -> None:
        self.show_busy("Making the email, and reading the leaflet in it back")
        wanted = Wanted(
            address=self._to.typed,
            way=self._way.way,
            subject=self._subject.text(),
            body=self._text.toPlainText(),
            is_protected=self._protect.isChecked(),
        )
        self.letter_asked.emit(wanted)

    def _lay_out_fields(self) -> None:
        fields = (
            ("&To", self._to, self._to.field, ""),
            ("&Subject", self._subject, self._subject, SUBJECT_HINT),
            ("M&essage", self._text, self._text, ""),
        )
        for words, shown, buddy, hint in fields:
            group = QVBoxLayout()
            group.setSpacing(4)
            label = QLabel(words)
            label.setBuddy(buddy)
            buddy.setAccessibleName(words.replace("&", ""))
            group.addWidget(label)
            group.addWidget(shown)
            if hint:
                group.addWidget(_soft(hint))
                buddy.setAccessibleDescription(hint)
            self.body.addLayout(group)
        protecting = QVBoxLayout()
        protecting.setSpacing(0)
        protecting.addWidget(self._protect)
        protecting.addWidget(self._protect_hint)
        self.body.addLayout(protecting)
        self.body.addWidget(self._way)


def _soft(words: str) -> QLabel:
    label = dress(QLabel(words), tone="soft")
    label.setWordWrap(True)
    return label
