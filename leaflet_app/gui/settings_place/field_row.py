"""One setting on its page: what it is for, its control, where its value comes from, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.sentences import capitalised
from leaflet_app.domain.setting_kinds import Choice, Kind, Line, Text, Whole
from leaflet_app.gui.settings_place.controls import ChoiceControl, TextControl, control_for
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import icon
from leaflet_app.services.settings import refused
from leaflet_app.services.settings_standing import Origin, Standing

LABEL_WIDTH, ORIGIN_WIDTH = 168, 160
FIELD_HEIGHT = 32
IN_BUTTON = 6
"""How far in the words of a flat button begin."""

LOCK_SIDE = 16


class FieldRow(QWidget):
    """Checks what is typed at once, and tells what is to be kept when the field is left."""

    kept = Signal(str, str)
    set_back_asked = Signal(str)

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing
        setting = standing.setting
        self.control = control_for(setting.kind, setting.label)
        self.control.setAccessibleDescription(setting.purpose)
        self._is_unkept = False
        self._wrong = _words("")
        self._origin = OriginSign()
        self._back = QPushButton("Set back")
        self._back.setAccessibleName(f"Set back: {setting.label}")
        dress(self._back, flat="true")
        self._lay_out()
        self.control.edited.connect(self._check)
        self.control.left.connect(self.finish)
        self._back.clicked.connect(lambda _checked: self.set_back_asked.emit(setting.name))
        self.show_standing(standing, "")

    @property
    def name(self) -> str:
        """Return the name of the setting."""
        return self._standing.name

    def show_standing(self, standing: Standing, hint: str) -> None:
        """Show how the setting stands now, and what cannot work with it; words not kept yet stay."""
        self._standing = standing
        self._origin.show_standing(standing)
        self._back.setVisible(standing.origin is Origin.FILE and not standing.is_locked)
        self.control.setEnabled(not standing.is_locked)
        if not self._is_unkept:
            if isinstance(self.control, ChoiceControl) and isinstance(kind := standing.setting.kind, Choice):
                self.control.offer(kind)
            self.control.show_words(standing.shown)
            self._say(hint, "look")

    def finish(self) -> None:
        """Have what is typed kept, where it can be."""
        if self._is_unkept and refused(self._standing.setting, self.control.words) is None:
            self._is_unkept = False
            self.kept.emit(self.name, self.control.words)

    def say_wrong(self, words: str) -> None:
        """Say why what was typed is not kept; it stays to be mended."""
        self._is_unkept = True
        self._say(words, "urgent")

    def _check(self) -> None:
        self._is_unkept = True
        unfit = refused(self._standing.setting, self.control.words)
        self._say(f"Not kept: {unfit.why}. {unfit.remedy}" if unfit else "", "urgent")

    def _say(self, words: str, tone: str) -> None:
        if words and words != self._wrong.text():
            announce(self, words)
        dress(self._wrong, tone=tone)
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _lay_out(self) -> None:
        setting = self._standing.setting
        label = QLabel(setting.label)
        label.setWordWrap(True)
        label.setBuddy(self.control)
        label.setFixedWidth(LABEL_WIDTH)
        label.setMinimumHeight(0 if isinstance(self.control, TextControl) else FIELD_HEIGHT)
        control = QHBoxLayout()
        control.setSpacing(8)
        control.addWidget(self.control, 1)
        if isinstance(setting.kind, Whole):
            control.addWidget(dress(QLabel(setting.kind.unit), tone="soft"))
            control.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addLayout(control)
        for words in (setting.purpose, *_fields(setting.kind)):
            middle.addWidget(dress(_words(words), tone="soft"))
        middle.addWidget(self._wrong)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self._origin)
        side.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(middle, 0, 1)
        grid.addLayout(side, 0, 2)


class OriginSign(QWidget):
    """Says where a value comes from; a lock stands beside what nobody here may change."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(ORIGIN_WIDTH)
        self._lock = QLabel()
        self._lock.setContentsMargins(0, 2, 0, 0)
        self._said = dress(_words(""), tone="soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(IN_BUTTON, 4, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)

    def show_standing(self, standing: Standing) -> None:
        """Say it of a setting."""
        self._said.setText(capitalised(standing.origin.label))
        self._lock.setVisible(standing.is_locked)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the lock: not earlier, before the colours it is drawn in are known."""
        super().showEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._lock.setPixmap(icon("lock", self.palette(), LOCK_SIDE).pixmap(LOCK_SIDE, LOCK_SIDE))


def _fields(kind: Kind) -> tuple[str, ...]:
    """Say what may be written in curly brackets."""
    fields = kind.fields if isinstance(kind, Line | Text) else None
    if not fields:
        return ()
    return ("Filled in for you: " + ", ".join(f"{{{name}}} {said}" for name, said in fields.items()) + ".",)


def _words(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
