"""Who signs, until when, and why each fault may stand: what a clinician fills in to approve a text."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QFrame, QLineEdit, QVBoxLayout

from leaflet_app.domain.approvals import LONGEST_YEARS, Waiver, years_after
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.reviewing import Signature
from leaflet_app.domain.settings import LibrarySettings
from leaflet_app.gui.reviews.said import said_lines
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line

UNTIL = f"At most {LONGEST_YEARS} years from today."
WHY = "Why may this stand? Empty means that it must be mended first."


class SigningForm(QFrame):
    """Name, role and registration as the settings know them; a field for a reason beside each fault."""

    edited = Signal()

    def __init__(self, today: date, known: LibrarySettings) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._name = QLineEdit(known.editor)
        self._role = QLineEdit(known.editor_role)
        self._registration = QLineEdit(known.registration)
        self._until = QDateEdit()
        first, latest = today + timedelta(days=1), years_after(today, LONGEST_YEARS)
        self._until.setCalendarPopup(True)
        self._until.setDisplayFormat("d MMM yyyy")
        self._until.setDateRange(*(QDate(day.year, day.month, day.day) for day in (first, latest)))
        self._until.setDate(self._until.maximumDate())
        self._until.setToolTip(UNTIL)
        self._reasons: dict[str, QLineEdit] = {}
        self._faults = QVBoxLayout()
        form = QFormLayout()
        for label, field in (
            ("Your &name", self._name),
            ("Your &role", self._role),
            ("Re&gistration", self._registration),
            ("Next re&view", self._until),
        ):
            form.addRow(label, field)
        for written in (self._name, self._role, self._registration):
            written.textChanged.connect(lambda _words: self.edited.emit())
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(self._faults)

    @property
    def signature(self) -> Signature:
        """Return who signs."""
        return Signature(self._name.text(), self._role.text(), self._registration.text())

    @property
    def next_review(self) -> date:
        """Return the day of the next review."""
        chosen = self._until.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Return the faults that may stand, each with its reason."""
        written = ((rule, field.text().strip()) for rule, field in self._reasons.items())
        return tuple(Waiver(rule, reason) for rule, reason in written if reason)

    @property
    def is_complete(self) -> bool:
        """Tell whether all is filled in that an approval needs."""
        said = self.signature
        signed = all(words.strip() for words in (said.name, said.role, said.registration))
        return signed and len(self.waivers) == len(self._reasons)

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Ask for a reason for each fault: one for all lines with the same, which are named. Keep what was typed."""
        typed = {rule: field.text() for rule, field in self._reasons.items()}
        self._clear()
        for fault in {each.wrong: each for each in faults}.values():
            lines = said_lines([each.line for each in faults if each.wrong == fault.wrong])
            reason = QLineEdit(typed.get(fault.wrong, ""))
            reason.setPlaceholderText(WHY)
            reason.setAccessibleName(f"Why may this stand: {fault.wrong}")
            reason.textChanged.connect(lambda _words: self.edited.emit())
            self._reasons[fault.wrong] = reason
            self._faults.addWidget(line(f"{lines}: {fault.wrong}: {fault.remedy}.", "urgent"))
            self._faults.addWidget(reason)

    def _clear(self) -> None:
        self._reasons = {}
        while (row := self._faults.takeAt(0)) is not None:
            if (widget := row.widget()) is not None:
                widget.hide()
                widget.deleteLater()
