"""One email of the outbox: to whom, which leaflet, how it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from leaflet_app.domain.mail import Mail, MailState
from leaflet_app.gui.outbox.said import ERASED, TONES, said_leaflet, said_state
from leaflet_app.gui.widgets.clear_letters import breakable
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.flow import Flow

STATE_WIDTH = 152
SHOW_TRIES, HIDE_TRIES = "Show its tries", "Hide its tries"


class Step(Enum):
    """What a person can do with an email. The value is the word on the button."""

    CANCEL = "Cancel"
    REMOVE = "Remove"
    TRY_NOW = "Try now"
    TRY_AGAIN = "Try again"
    ARRIVED = "It arrived"
    SEND_AGAIN = "Send again"
    SETTINGS = "Open settings"


def steps_of(mail: Mail) -> tuple[Step, ...]:
    """Return what can be done with an email as it stands."""
    settings = (Step.SETTINGS,) if mail.last_stage and mail.last_stage.is_set_up_here else ()
    match mail.state:
        case MailState.QUEUED:
            return (*((Step.TRY_NOW,) if mail.attempts else ()), Step.CANCEL, *settings)
        case MailState.FAILED:
            return (Step.TRY_AGAIN, Step.REMOVE, *settings)
        case MailState.UNCONFIRMED:
            return (Step.ARRIVED, Step.SEND_AGAIN)
        case _:
            return ()


class MailRow(QFrame):
    """Changes only where its email did, so that the keyboard stays where it is."""

    step_chosen = Signal(str, Step)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self._mail: Mail | None = None
        self._buttons: dict[Step, QPushButton] = {}
        self._state = _label()
        self._state.setFixedWidth(STATE_WIDTH)
        self._address = _label("heading")
        self._leaflet = _label("soft")
        self._message = _label()
        self._history = _label("soft")
        self._history.hide()
        self._tries = dress(QPushButton(SHOW_TRIES), flat="true")
        self._tries.setCheckable(True)
        self._tries.toggled.connect(self._show_tries)
        self._steps = Flow()
        dress(self, ground="panel")
        self._lay_out()

    def say_topics(self) -> None:
        """Name the topics as they are called now."""
        if self._mail is not None:
            self._leaflet.setText(said_leaflet(self._mail, self._titles))

    def show_mail(self, mail: Mail) -> None:
        """Show how an email stands."""
        if mail == self._mail:
            return
        self._mail = mail
        whom = mail.address or ERASED
        dress(self._state, tone=TONES.get(mail.state, "soft")).setText(said_state(mail))
        self._address.setText(breakable(whom))
        self._address.setAccessibleName(whom)
        self._leaflet.setText(said_leaflet(mail, self._titles))
        self._message.setText(" ".join(filter(None, (mail.message, mail.remedy))))
        self._history.setText("\n".join(mail.history))
        self._tries.setVisible(bool(mail.history))
        self._tries.setAccessibleName(f"Show the tries of the email to {whom}")
        self.setAccessibleName(f"Email to {whom}")
        self._offer(steps_of(mail), whom)

    def _offer(self, steps: tuple[Step, ...], whom: str) -> None:
        for step in tuple(self._buttons):
            if step not in steps:
                gone = self._buttons.pop(step)
                self._steps.removeWidget(gone)
                gone.setParent(None)
                gone.deleteLater()
        for step in steps:
            if step not in self._buttons:
                self._buttons[step] = self._button(step)
                self._steps.addWidget(self._buttons[step])
            self._buttons[step].setAccessibleName(f"{step.value}: email to {whom}")
        self._steps.invalidate()

    def _button(self, step: Step) -> QPushButton:
        button = QPushButton(step.value)
        button.clicked.connect(lambda _checked: self._choose(step))
        return button

    def _choose(self, step: Step) -> None:
        if self._mail is not None:
            self.step_chosen.emit(self._mail.id, step)

    def _show_tries(self, wanted: bool) -> None:  # noqa: FBT001  (a slot of Qt's)
        self._history.setVisible(wanted)
        self._tries.setText(HIDE_TRIES if wanted else SHOW_TRIES)

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(2)
        for label in (self._address, self._leaflet, self._message, self._history):
            told.addWidget(label)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addLayout(self._steps, 1)
        below.addWidget(self._tries)
        told.addSpacing(2)
        told.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)


def _label(tone: str = "") -> QLabel:
    label = dress(QLabel(), tone=tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
