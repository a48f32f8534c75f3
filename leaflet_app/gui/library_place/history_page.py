"""What happened to a text: its versions, each beside the one before, and the way back to any of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from leaflet_app.domain.beside import Beside, compared
from leaflet_app.domain.days import written_time
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.versions import Version
from leaflet_app.gui.library_place.beside_page import BesidePage
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services.desk import Desk
from leaflet_app.services.text_history import told, words_between
from leaflet_app.services.text_titles import title_of
from leaflet_app.services.text_versions import restore

BRINGS_BACK = (
    "It becomes the newest version, in your name, and a draft until it is approved. "
    "What stands there now stays in the history."
)
RESTORED = "✓ Brought back as a new version. It is a draft until it is approved again."


class HistoryPage(BesidePage):
    """Newest first. To restore is a new version: nothing of history is ever lost."""

    def __init__(self, desk: Desk, file: str) -> None:
        self._restore = dress(QPushButton("&Restore this version…"), main="true")
        title = f"History of {title_of(desk.library, file)}"
        super().__init__(title, "Versions, newest first", "", self._restore)
        self._desk, self._file = desk, file
        self._versions: tuple[Version, ...] = ()
        self._restore.clicked.connect(lambda _checked: self.bring_back())
        self.list.currentRowChanged.connect(self._compare)
        self._read()

    def bring_back(self) -> Sheet:
        """Ask once whether the chosen version is to be the newest again."""
        version = self._versions[self.list.currentRow()]
        sheet = Sheet(self.window(), f"Bring back the version of {_said_time(version)}?", "&Bring it back")
        sheet.body.addWidget(line(BRINGS_BACK, ""))
        sheet.main.clicked.connect(lambda _checked: sheet.accept())
        sheet.ask_once(partial(self._bring_back, version))
        return sheet

    def _read(self) -> None:
        self.reading.submit(partial(told, self._desk, self._file), self._show, self.show_failed)

    def _show(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        self.show_rows(f"{_said_time(each)}  ·  {each.author}\n{each.message}" for each in versions)

    def _compare(self, row: int) -> None:
        self._restore.setEnabled(row > 0)
        if row < 0:
            return
        version = self._versions[row]
        before = self._versions[row + 1].commit if row + 1 < len(self._versions) else ""
        work = partial(_compared, self._desk, self._file, before, version.commit)
        self.comparing.submit(work, partial(self._show_words, row), self.show_failed)

    def _show_words(self, row: int, beside: Beside) -> None:
        titles = [f"{_said_time(each)}, by {each.author}" for each in self._versions[row : row + 2]]
        before = f"Before: {titles[1]}" if len(titles) > 1 else "Before it began"
        self.beside.show_compared((before, titles[0]), beside)

    def _bring_back(self, version: Version) -> None:
        self._restore.setEnabled(False)
        work = partial(restore, self._desk, self._file, version)
        self.writing.submit(work, lambda _commit: self._show_restored(), self._show_not_restored)

    def _show_restored(self) -> None:
        self.say(RESTORED, "good")
        self.library_changed.emit()
        self._read()

    def _show_not_restored(self, error: LeafletError) -> None:
        self._restore.setEnabled(self.list.currentRow() > 0)
        self.show_failed(error)


def _said_time(version: Version) -> str:
    return written_time(version.at.astimezone())


def _compared(desk: Desk, file: str, before: str, after: str) -> Beside:
    return compared(*words_between(desk, file, before, after))
