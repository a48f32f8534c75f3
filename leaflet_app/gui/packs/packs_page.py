"""The page Packs: pass topics to another practice, and take in what another sends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.packs import Signer
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.packs.keys_panel import KeysPanel
from leaflet_app.gui.packs.making_sheet import MakingSheet
from leaflet_app.gui.packs.opened_pack import OpenedPack
from leaflet_app.gui.packs.trust_sheet import TrustSheet
from leaflet_app.gui.register_place.exporting import AskFile, ask_with_dialog
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.folders import documents_folder
from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services import packs
from leaflet_app.services.desk import Desk
from leaflet_app.services.packs import Inspected

ABOUT = (
    "Pass topics to another practice in one signed file, and take in what another sends. "
    "What comes in is a draft until a clinician here approves it."
)
KIND = "Pack of topics (*.leafpack)"
AskOpen = Callable[[], Path | None]
"""Asks a person which pack to open; None to think better of it."""


class PacksPage(LibraryPage):
    """All work is done off the window's thread; what writes has a thread of its own."""

    def __init__(self, desk: Desk, ask_file: AskFile | None = None, ask_open: AskOpen | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._ask_file = ask_file or ask_with_dialog(self)
        self._ask_open = ask_open or self._ask_with_dialog
        self._reading, self._writing = Jobs(self), Jobs(self)
        self._file: Path | None = None
        self._news = line("", "")
        self._keys = KeysPanel()
        self._pack = OpenedPack()
        self._open = dress(QPushButton("&Open a pack…"), main="true")
        self._make = QPushButton("&Make a pack…")
        self._middle = QStackedWidget()
        self._open.clicked.connect(lambda _checked: self.open_pack())
        self._make.clicked.connect(lambda _checked: self.make_pack())
        self._keys.trust_asked.connect(self._ask_trust)
        self._keys.distrust_asked.connect(self._distrust)
        self._pack.trust_asked.connect(self._ask_trust)
        self._pack.taken.connect(self._take)
        self._pack.closed.connect(self._close_pack)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the keys when the page comes into view."""
        super().showEvent(event)
        if self._file is None:
            self._read_keys()

    def make_pack(self) -> None:
        """Ask for topics and a file, and write the pack."""
        sheet = MakingSheet(self.window(), self._desk.library)
        sheet.ask_once(lambda: self._write_pack(sheet.chosen))

    def _write_pack(self, topics: tuple[str, ...]) -> None:
        file = self._ask_file(f"topics{packs.ENDING}", KIND)
        if file is not None:
            work = partial(packs.make_pack, self._desk, topics, file)
            self._writing.submit(work, self._show_made, self._show_failed)

    def open_pack(self) -> None:
        """Ask for a pack and show what it would change."""
        file = self._ask_open()
        if file is not None:
            self._inspect(file)

    def _inspect(self, file: Path) -> None:
        self._file = file
        self._say("Looking at the pack …", "soft")
        self._reading.submit(partial(packs.inspect_pack, self._desk, file), self._show_pack, self._show_refused)

    def _read_keys(self) -> None:
        self._reading.submit(partial(_keys_of, self._desk), self._show_keys, self._show_failed)

    def _take(self, inspected: Inspected, chosen: tuple[str, ...]) -> None:
        self._pack.take.setEnabled(False)
        work = partial(packs.take_pack, self._desk, inspected, chosen)
        self._writing.submit(work, lambda _commit: self._show_taken(len(chosen)), self._show_failed)

    def _ask_trust(self, key: str = "") -> None:
        sheet = TrustSheet(self.window(), key)
        sheet.ask_once(lambda: self._change_keys(partial(packs.trust, self._desk, sheet.name, sheet.key)))

    def _distrust(self, key: str) -> None:
        self._change_keys(partial(packs.distrust, self._desk, key))

    def _change_keys(self, work: Callable[[], str]) -> None:
        self._writing.submit(work, lambda _commit: self._show_trusted(), self._show_failed)

    def _show_trusted(self) -> None:
        self.library_changed.emit()
        if self._file is None:
            self._read_keys()
        else:
            self._inspect(self._file)

    def _show_keys(self, keys: tuple[str, LeafletError | None, tuple[Signer, ...]]) -> None:
        own, fault, signers = keys
        if fault is None:
            self._keys.show_own(own)
        else:
            self._keys.show_no_key(str(fault))
        self._keys.show_signers(signers)
        self._make.setEnabled(fault is None)

    def _show_pack(self, inspected: Inspected) -> None:
        self._say("" if inspected.is_news else "Everything in this pack is here already.", "soft")
        self._pack.show_pack(inspected)
        self._middle.setCurrentWidget(self._pack)

    def _show_taken(self, count: int) -> None:
        self._close_pack()
        self._say(f"✓ {counted(count, 'file')} taken in. The texts are drafts: find them under Texts.", "good")
        self.library_changed.emit()

    def _show_made(self, file: Path) -> None:
        self._say(f"✓ Saved as {file.name}. Pass it on as it is.", "good")

    def _show_refused(self, error: LeafletError) -> None:
        self._close_pack()
        self._show_failed(error)

    def _show_failed(self, error: LeafletError) -> None:
        self._say(str(error), "urgent")

    def _close_pack(self) -> None:
        self._file = None
        self._say("", "soft")
        self._middle.setCurrentIndex(0)
        self._read_keys()

    def _say(self, words: str, tone: str) -> None:
        dress(self._news, tone=tone).setText(words)
        self._news.setVisible(bool(words))
        if words:
            announce(self, words)

    def _ask_with_dialog(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self, "Open a pack", documents_folder(), KIND)
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        rest = QWidget()
        below = QVBoxLayout(rest)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._keys)
        below.addStretch(1)
        self._middle.addWidget(rest)
        self._middle.addWidget(self._pack)
        buttons = QHBoxLayout()
        buttons.addWidget(line(ABOUT, "soft"), 1)
        for button in (self._make, self._open):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self._news)
        column.addWidget(self._middle, 1)
        self._news.hide()


def _keys_of(desk: Desk) -> tuple[str, LeafletError | None, tuple[Signer, ...]]:
    """Return the key of this desk, or why it has none, and whose packs are taken in."""
    signers = packs.trusted(desk)
    try:
        return packs.own_key(desk), None, signers
    except LeafletError as fault:
        return "", fault, signers
