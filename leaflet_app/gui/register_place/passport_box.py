"""A box for the code of a leaflet: type or scan it, and read how that leaflet stands today."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaflet_app.gui.register_place.passport_answer import Answer
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton

FIELD_WIDTH = 220
LONGEST_CODE = 2000
"""A scanner may type the whole address that a leaflet's square holds."""


class PassportField(QWidget):
    """Where a code is typed; Enter, which scanners press too, asks for it."""

    code_entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._field = QLineEdit()
        self._field.setAccessibleName("Check a code")
        self._field.setPlaceholderText("CL-… from the foot of a page")
        self._field.setFixedWidth(FIELD_WIDTH)
        self._field.setMaxLength(LONGEST_CODE)
        self._field.returnPressed.connect(self._tell)
        label = QLabel("Check a co&de")
        label.setBuddy(self._field)
        button = QPushButton("Check")
        button.clicked.connect(lambda _checked: self._tell())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (label, self._field, button):
            row.addWidget(widget)

    def _tell(self) -> None:
        if self._field.text().strip():
            self.code_entered.emit(self._field.text())
            self._field.selectAll()  # so that the next scan takes the place of this one


class PassportAnswer(QFrame):
    """How a leaflet stands: a heading, what to know, and what can be done about it."""

    again_asked = Signal(Answer)
    entries_asked = Signal(Answer)

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._heading = dress(_words(), tone="heading")
        self._sentences = _words()
        self._again = QPushButton("&Make this leaflet again…")
        self._again.clicked.connect(lambda _checked: self.again_asked.emit(self._answer))
        self._entries = QPushButton("Show when it was &given")
        self._entries.clicked.connect(lambda _checked: self.entries_asked.emit(self._answer))
        close = IconButton("close", "Close this answer", side=16)
        close.clicked.connect(lambda _checked: self.hide())
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(self._again)
        steps.addWidget(self._entries)
        steps.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 12)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._sentences)
        column.addLayout(steps)
        self.hide()

    def say(self, answer: Answer) -> None:
        """Show an answer in place of the one before."""
        self._answer = answer
        dress(self, ground=answer.ground)
        self._heading.setText(answer.heading)
        self._sentences.setText("\n".join(answer.sentences))
        self._sentences.setVisible(bool(answer.sentences))
        for button in (self._again, self._entries):
            button.setVisible(answer.newest is not None)
        self.show()
        announce(self, f"{answer.heading}. {' '.join(answer.sentences)}")


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
