"""The logo of a practice: dropped, pasted or chosen, shown on the main colour and on white, with words for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.practice.logo_ground import WHITE, Ground
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.folders import pictures_folder
from leaflet_app.gui.widgets.picture_taking import FILTER, picture_in
from leaflet_app.gui.widgets.reading import line
from leaflet_app.services.add_picture import read_picture
from leaflet_app.services.practice_logo import LookedAt, look_at_logo, put_on_white, seen

NOTHING_TO_PASTE = "There is no picture to paste. Copy one first, or choose a file."
ABOUT = "A PNG or JPEG picture: choose it, paste it, or drop it here. It is printed on your main colour."
ON_WHITE = "✓ It stands on a white ground of its own now."
DESCRIBE = "Describe the logo for those who cannot see it."


class LogoRow(QWidget):
    """Takes in a picture off the window's thread; `logo` is what will be kept.

    What is refused leaves the logo as it is, and holds nobody up; a logo that cannot be seen does.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.logo, self._band = b"", WHITE
        self._picture = QPixmap()
        self._jobs, self._looking = Jobs(self), Jobs(self)
        self._grounds = (Ground("The logo on your colour"), Ground("The logo on white"))
        self._told = [line("", "soft") for _ in self._grounds]
        self._on_white = line("No leaflet prints it there.", "soft")
        self._refused, self._hidden, self._warning = (line("", tone) for tone in ("urgent", "urgent", "look"))
        self._put = QPushButton("Put it on white")
        self._done = line("", "good")
        self.alt = QLineEdit()
        self.alt.setAccessibleName("What the logo shows")
        self._alt_label = QLabel("What it shows, for people who cannot see it")
        self._alt_label.setBuddy(self.alt)
        self._alt_wrong = line(DESCRIBE, "urgent")
        self._choose_one = QPushButton("Choose a picture …")
        self._remove = QPushButton("Remove")
        self.setAcceptDrops(True)
        self._lay_out()
        self.alt.textChanged.connect(lambda _words: self._show_alt())
        self.alt.textChanged.connect(lambda _words: self.edited.emit())

    @property
    def wrong(self) -> QWidget | None:
        """Return what mends the logo; none where there is no logo, or it can be seen and has words."""
        if self._hidden.text():
            return self._choose_one if self._put.isHidden() else self._put
        return self.alt if self.logo and not self.alt.text().strip() else None

    def show_logo(self, logo: bytes, alt: str, band: str) -> None:
        """Show a logo without telling anyone."""
        with QSignalBlocker(self.alt):
            self.alt.setText(alt)
        self._band = band
        self._take(logo)

    def show_band(self, band: str) -> None:
        """Show it on another colour."""
        if band != self._band:
            self._band = band
            self._draw()
            self._look()

    def offer(self, read: Callable[[], bytes]) -> None:
        """Take in a picture that somebody brings; it is read off the window's thread too."""
        self._say(self._refused, "")
        band = self._band
        self._jobs.submit(lambda: look_at_logo(read(), band), self._take_in, self._refuse)

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()
        self._looking.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a picture be dropped."""
        if picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        read = picture_in(event.mimeData())
        if read is not None:
            event.acceptProposedAction()
            self.offer(read)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Choose the logo", pictures_folder(), FILTER)
        if name:
            self.offer(partial(read_picture, Path(name)))

    def _paste(self) -> None:
        held = QGuiApplication.clipboard().mimeData() or QMimeData()  # a clipboard with nothing on it holds None
        read = picture_in(held)
        if read is None:
            self._say(self._refused, NOTHING_TO_PASTE)
        else:
            self.offer(read)

    def _take_in(self, looked_at: LookedAt) -> None:
        """Take a logo in; words for another picture are not words for this one."""
        if looked_at.logo != self.logo:
            self.alt.clear()
        self._take(looked_at.logo)
        self.edited.emit()

    def _put_on_white(self) -> None:
        self._put.setEnabled(False)
        self._jobs.submit(partial(put_on_white, self.logo, self._band), self._take_on_white, self._refuse)

    def _take_on_white(self, looked_at: LookedAt) -> None:
        """Take in the same logo on white: it shows what it showed."""
        self._take(looked_at.logo)
        self._say(self._done, ON_WHITE)
        self.alt.setFocus()
        self.edited.emit()

    def _take(self, logo: bytes) -> None:
        self.logo = logo
        self._picture = QPixmap()
        self._picture.loadFromData(logo)
        for told in (self._refused, self._hidden, self._warning, self._done):
            self._say(told, "")
        for told in self._told:
            told.setText("")
        self._on_white.hide()
        self._put.hide()
        self._draw()
        self._show_alt()
        for part in (self._remove, self._alt_label, self.alt):
            part.setVisible(bool(logo))
        self._jobs.drop()
        self._look()

    def _take_away(self) -> None:
        self._take(b"")
        self.alt.clear()
        self.edited.emit()

    def _look(self) -> None:
        if self.logo:
            self._looking.submit(partial(seen, self.logo, self._band), self._show_seen, self._refuse)
        else:
            self._looking.drop()

    def _show_seen(self, looked_at: LookedAt) -> None:
        for told, each in zip(self._told, (looked_at.on_band, looked_at.on_white), strict=True):
            told.setText(each.said)
            told.setToolTip(each.figure)
        self._on_white.setVisible(looked_at.on_white.is_half_hidden)
        self._say(self._hidden, looked_at.refused)
        self._say(self._warning, " ".join(looked_at.warnings))
        self._put.setEnabled(True)
        self._put.setVisible(looked_at.may_go_on_white)
        self.edited.emit()

    def _refuse(self, error: LeafletError) -> None:
        self._put.setEnabled(True)
        self._say(self._refused, str(error))

    def _say(self, label: QLabel, words: str) -> None:
        if words and words != label.text():
            announce(self, words)
        label.setText(words)
        label.setVisible(bool(words))

    def _show_alt(self) -> None:
        self._alt_wrong.setVisible(bool(self.logo) and not self.alt.text().strip())

    def _draw(self) -> None:
        for ground, colour in zip(self._grounds, (self._band, WHITE), strict=True):
            ground.show_on(colour, self._picture)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, act in ((self._choose_one, self._choose), (QPushButton("Paste"), self._paste)):
            button.clicked.connect(lambda _checked, act=act: act())
            buttons.addWidget(button)
        self._remove.clicked.connect(lambda _checked: self._take_away())
        self._put.clicked.connect(lambda _checked: self._put_on_white())
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        grounds = QHBoxLayout()
        grounds.setSpacing(8)
        for parts in ((self._grounds[0], self._told[0]), (self._grounds[1], self._told[1], self._on_white)):
            side = QVBoxLayout()
            side.setSpacing(2)
            for part in parts:
                side.addWidget(part)
            side.addStretch(1)
            grounds.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(dress(QLabel("Logo"), tone="heading"))
        column.addWidget(line(ABOUT, "soft"))
        column.addLayout(grounds)
        for told in (self._refused, self._hidden, self._warning, self._done):
            column.addWidget(told)
        column.addWidget(self._put, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        for each in (self._alt_label, self.alt, self._alt_wrong):
            column.addWidget(each)
