"""The read-back sheet: the address in clear letters and what goes there, before anything leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from leaflet_app.domain.errors import AddressRefused
from leaflet_app.domain.settings import MailWay
from leaflet_app.gui.send.read_back_fields import LetterFacts, TypedAgain, Warnings
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.clear_letters import ClearLetters
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.email_leaflet import Written, retype

ADDRESS_POINTS = 20
AGAIN_HINT = "Read it from the person or the record, not from above."
NO_PASTE = "Type it letter by letter: a pasted address repeats its mistake."
NOT_THE_SAME = "This is not the same address yet."
SAME = "✓ Both addresses are the same."


class ReadBackSheet(Sheet):
    """Lets a letter go once it was read, and by SMTP once its address was typed again."""

    agreed = Signal(Written, MailWay)
    back_asked = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Is this right?", "Send")
        self._written: Written | None = None
        self._must_retype = False
        self._address = ClearLetters(ADDRESS_POINTS)
        self._facts = LetterFacts()
        self._warnings = Warnings()
        self._again = TypedAgain()
        self._said = dress(QLabel(AGAIN_HINT), tone="soft")
        self._said.setWordWrap(True)
        self._retyping = QWidget()
        self._lay_out_parts()
        self._back = self.offer("&Back", self._go_back)
        self._again.textChanged.connect(lambda _typed: self._compare())
        self._again.paste_refused.connect(lambda: self._say(NO_PASTE, "look"))
        self.main.clicked.connect(lambda _checked: self._agree())
        self.rejected.connect(self.given_up)
        self.finished.connect(lambda _result: self._forget())

    def read_back(self, written: Written, way: MailWay) -> None:
        """Show a letter and ask whether it may go."""
        self._written = written
        self._must_retype = way is MailWay.SMTP
        self._address.say(written.letter.address)
        self._facts.show_letter(written)
        self._warnings.say(written.warnings)
        self._again.clear()
        self._retyping.setVisible(self._must_retype)
        self.main.setText("&Send" if self._must_retype else "&Open in my mail program")
        self.clear_problem()
        self.end_busy()
        self.open()
        self.fit()
        (self._again if self._must_retype else self.main).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(("To", written.letter.address, *written.warnings)))

    def show_busy(self, words: str) -> None:
        """Hand the letter over: from here on it cannot be called back on this sheet."""
        super().show_busy(words)
        self._let_leave(may=False)

    def end_busy(self) -> None:
        """Let the letter go if its address was typed again."""
        super().end_busy()
        self._let_leave(may=True)
        self._compare()

    def reject(self) -> None:
        """Close the sheet, by Cancel or Esc, unless it is handing the letter over."""
        if self.cancel.isEnabled():
            super().reject()

    def _let_leave(self, *, may: bool) -> None:
        for each in (self.cancel, self._back, self._again):
            each.setEnabled(may)

    def _compare(self) -> None:
        """Let the letter go as soon as both addresses are one."""
        is_same = not self._must_retype or self._is_same()
        self.main.setEnabled(is_same)
        if not self._again.text():
            self._say(AGAIN_HINT, "soft")
        else:
            self._say(SAME if is_same else NOT_THE_SAME, "good" if is_same else "soft")

    def _is_same(self) -> bool:
        if self._written is None or not self._again.text().strip():
            return False
        try:
            retype(self._written, self._again.text())
        except AddressRefused:
            return False
        return True

    def _agree(self) -> None:
        if self._written is not None:
            self.show_busy("Handing the email over")
            self.agreed.emit(self._written, MailWay.SMTP if self._must_retype else MailWay.DRAFT)

    def _go_back(self) -> None:
        self.hide()
        self._forget()
        self.back_asked.emit()

    def _forget(self) -> None:
        self._written = None
        self._again.clear()

    def _say(self, words: str, tone: str) -> None:
        if self._said.text() != words:
            dress(self._said, tone=tone).setText(words)
            announce(self._again, words)

    def _lay_out_parts(self) -> None:
        label = QLabel("&Type the address again")
        label.setBuddy(self._again)
        self._again.setAccessibleName("Type the address again")
        self._again.setAccessibleDescription(AGAIN_HINT)
        group = QVBoxLayout(self._retyping)
        group.setContentsMargins(0, 0, 0, 0)
        group.setSpacing(4)
        for each in (label, self._again, self._said):
            group.addWidget(each)
        for part in (self._address, self._facts, self._warnings, self._retyping):
            self.body.addWidget(part)
