"""What the read-back sheet tells of a letter, and the field in which its address is typed once more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.email_leaflet import Written


class TypedAgain(QLineEdit):
    """Takes letters from the keyboard only: to paste an address would repeat its mistake."""

    paste_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse to paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_refused.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Refuse to paste with the middle button."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)


class LetterFacts(QWidget):
    """The leaflet, its code and pages, whom it is for, whether it is protected, and the subject."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(4)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_letter(self, written: Written) -> None:
        """Tell a letter."""
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for name, words in facts(written):
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAccessibleName(f"{name}: {words}")
            self._rows.addRow(dress(QLabel(name), tone="soft"), label)


class Warnings(QFrame):
    """What to look at before the letter goes."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="look")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._words)

    def say(self, warnings: tuple[str, ...]) -> None:
        """Show these warnings; none takes no room."""
        self._words.setText("\n".join(f"⚠ {each}" for each in warnings))
        self.setVisible(bool(warnings))


def facts(written: Written) -> tuple[tuple[str, str], ...]:
    """Return what a letter is, each with its name."""
    letter, person = written.letter, written.selection.recipient
    named = " · ".join(filter(None, (person.name, person.reference)))
    protected = "Yes: it opens with a passphrase" if letter.is_protected else "No: whoever gets it can read it"
    return (
        ("Leaflet", written.made.leaflet.title),
        ("For", named or "Nobody is named in it"),
        ("Length", counted(written.pages, "page")),
        ("Code", written.made.leaflet.code),
        ("Protected", protected),
        ("Subject", letter.subject),
    )
