"""Two desks that share a library, and one text that both have changed, for the pictures."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from docs.pictures.hands import wait
from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.errors import EditedMeanwhile
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.gui.sharing.conflict_sheet import ConflictSheet
from leaflet_app.gui.sharing.sharing_state import SharingState
from leaflet_app.services import shared_place
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import change, newest
from leaflet_app.services.settings import change as set_setting
from leaflet_app.services.share_library import conflicts, share

TEXT = "topics/insulinoma/en-GB.md"
BEFORE = "A healthy pancreas stops making insulin when your blood sugar is low."
OURS = "A healthy pancreas stops making insulin as soon as your blood sugar is low."
THEIRS = "When your blood sugar is low, a healthy pancreas makes no insulin."
SHOWN_FOLDER = "/srv/leaflets"
COLLEAGUE = "Sister Mary Agyeman"


def quarrel(desk: Desk) -> None:
    """Let a colleague share another text, and change the same one here."""
    made = Path(tempfile.mkdtemp())
    (made / "share").mkdir()
    _prepare(desk, made, "Dr Ann Lee")
    shared_place.begin(desk)
    share(desk)
    colleague = _colleague(made)
    share(colleague)
    _write(colleague, "topics/gastrinoma/en-GB.md", "stomach acid", "acid in the stomach", "Say where the acid is")
    _write(colleague, TEXT, BEFORE, THEIRS, "Say first when it happens")
    share(colleague)
    _write(desk, TEXT, BEFORE, OURS, "Say how soon")
    try:
        share(desk)
    except EditedMeanwhile:
        return


def choose_between_texts(window: MainWindow) -> None:
    """Open the sheet on which one of two texts is chosen."""
    desk = build_desk()
    quarrel(desk)
    sheet = ConflictSheet(window, desk, conflicts(desk))
    sheet.show()
    sheet.findChildren(QRadioButton)[1].setChecked(True)
    wait(500)


def look_at_sharing(window: MainWindow) -> None:
    """Go from the line at the foot of the window to the page Sharing, with a text to choose."""
    quarrel(build_desk())
    window.findChildren(BackgroundSharing)[0].share_now()
    wait(3000)
    window.findChildren(SharingState)[0].click()
    wait(2000)
    _name_as_in_a_practice(window)


def _name_as_in_a_practice(window: MainWindow) -> None:
    """Show the folder under a name that a practice could give it."""
    for field in (*window.findChildren(QLineEdit), *window.findChildren(QLabel)):
        if field.text().startswith(tempfile.gettempdir()):
            field.blockSignals(True)  # noqa: FBT003  (Qt takes it by place)
            field.setText(SHOWN_FOLDER)


def _colleague(made: Path) -> Desk:
    own = os.environ["LEAFLET_APP_HOME"]
    os.environ["LEAFLET_APP_HOME"] = str(made / "colleague")
    try:
        desk = build_desk()
    finally:
        os.environ["LEAFLET_APP_HOME"] = own
    _prepare(desk, made, COLLEAGUE)
    return desk


def _prepare(desk: Desk, made: Path, editor: str) -> None:
    set_setting(desk, "library.editor", editor)
    set_setting(desk, "library.shared", str(made / "share"))


def _write(desk: Desk, file: str, before: str, after: str, message: str) -> None:
    now = newest(desk)
    text = now.files.read(file, 2**20).decode()
    change(desk, {file: text.replace(before, after).encode()}, message, base=now.commit)
