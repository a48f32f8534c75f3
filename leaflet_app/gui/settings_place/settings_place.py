"""The place Settings: how this desk prints, emails and keeps its records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.sentences import sentence
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.settings_place.field_row import FieldRow
from leaflet_app.gui.settings_place.groups import GROUPS, Group
from leaflet_app.gui.settings_place.mail_trial import MailTrial
from leaflet_app.gui.settings_place.password_row import PasswordRow
from leaflet_app.gui.settings_place.settings_page import SettingsPage
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import (
    Survey,
    change,
    explained_file,
    get_ready,
    offered_here,
    printers_here,
    set_back,
)

ABOUT = "Each change is kept when you leave its field."
MOST_SHOWN = 3


class SettingsPlace(QWidget):
    """Shows every setting on the page of its group, and keeps each change when its field is left."""

    kept = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs, self._early, self._looking = Jobs(self), Jobs(self), Jobs(self)
        self._printers: Mapping[str, str] = {}
        found = offered_here(desk)
        self._rows = {each.name: FieldRow(each) for each in found.standings}
        self._works: list[PasswordRow | MailTrial] = []
        self._broken = Strip(ground="look")
        self._said = dress(QLabel(ABOUT), tone="soft")
        self._said.setWordWrap(True)
        self._pages = QTabWidget()
        self._pages.setAccessibleName("Groups of settings")
        for group in GROUPS:
            rows = [self._rows[name] for name in group.names]
            self._pages.addTab(SettingsPage(group, rows, self._below(group)), group.title)
        for row in self._rows.values():
            row.kept.connect(self._keep)
            row.set_back_asked.connect(self._set_back)
        self._lay_out()
        self._show(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what the files say now: somebody may have written there."""
        super().showEvent(event)
        self._show(offered_here(self._desk, self._printers))
        self._early.submit(get_ready, lambda _none: None, lambda _fault: None)
        self._looking.submit(partial(printers_here, self._desk), self._offer_printers, lambda _fault: None)

    def take_key(self, key: str) -> bool:
        """Keep with the key of the window what is typed in a field that nobody left; tell whether it was that."""
        if key == "Ctrl+S":
            self._finish()
        return key == "Ctrl+S"

    def stop(self) -> None:
        """Keep what is typed in the field that nobody left, and end all work."""
        self._finish()
        for each in self._works:
            each.stop()
        for jobs in (self._jobs, self._early, self._looking):
            jobs.close()

    def _below(self, group: Group) -> Sequence[PasswordRow | MailTrial]:
        """Return what stands below the settings of a group: its password, and the test mail."""
        below: list[PasswordRow | MailTrial] = [PasswordRow(self._desk, group.secret)] if group.secret else []
        if group.tries_mail:
            below.append(MailTrial(self._desk))
        self._works += below
        return below

    def _finish(self) -> None:
        for row in self._rows.values():
            row.finish()

    def _offer_printers(self, printers: Mapping[str, str]) -> None:
        self._printers = printers
        self._show(offered_here(self._desk, printers))

    def _keep(self, name: str, words: str) -> None:
        try:
            change(self._desk, name, words)
        except LeafletError as fault:
            self._rows[name].say_wrong(str(fault))
            return
        self._tell(name, "kept")

    def _set_back(self, name: str) -> None:
        try:
            set_back(self._desk, name)
        except LeafletError as fault:
            self._rows[name].say_wrong(str(fault))
            return
        self._tell(name, "set back")

    def _tell(self, name: str, done: str) -> None:
        found = offered_here(self._desk, self._printers)
        self._show(found)
        label = next(each.setting.label for each in found.standings if each.name == name)
        self._said.setText(f"✓ {label}: {done}.")
        dress(self._said, tone="good")
        announce(self, self._said.text())
        self.kept.emit()

    def _show(self, found: Survey) -> None:
        hints = {each.name: f"{sentence(each.wrong)} {each.remedy}" for each in found.hints}
        for each in found.standings:
            self._rows[each.name].show_standing(each, hints.get(each.name, ""))
        lines = [str(fault) for fault in found.faults[:MOST_SHOWN]]
        more = [f"… and {len(found.faults) - MOST_SHOWN} more."] if len(found.faults) > MOST_SHOWN else []
        if lines:
            self._broken.say("\n".join(("These lines cannot be used:", *lines, *more)))
        self._broken.setVisible(bool(lines))

    def _show_file(self) -> None:
        desk = self._desk
        self._jobs.submit(
            lambda: desk.tools.programs.reveal(explained_file(desk)),
            lambda _none: None,
            lambda fault: self._broken.say(str(fault)),
        )

    def _lay_out(self) -> None:
        self._broken.hide()
        file = QPushButton("Show the settings file")
        file.clicked.connect(lambda _checked: self._show_file())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(dress(QLabel("Settings"), tone="title"))
        head.addWidget(self._said, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(file)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._broken)
        column.addWidget(self._pages, 1)
        self.setTabOrder(self._pages, file)
