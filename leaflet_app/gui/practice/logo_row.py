"""The logo of a practice: dropped, pasted or chosen, shown on the main colour and on white, with words for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.bounds import LARGEST_PICTURE
from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.practice_logo import LookedAt, look_at_logo, seen

GROUND_HEIGHT = 72
AROUND = 12
WHITE = "#FFFFFF"


class Ground(QWidget):
    """A logo on one colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._colour, self._logo = QColor(WHITE), QPixmap()
        self.setFixedHeight(GROUND_HEIGHT)
        self.setAccessibleName(name)

    def show_on(self, colour: str, logo: QPixmap) -> None:
        """Show a picture on #RRGGBB."""
        self._colour, self._logo = QColor(colour), logo
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the whole picture in its middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._colour)
        if not self._logo.isNull():
            room = self.rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
            size = self._logo.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(room.topLeft(), size)
            place.moveCenter(room.center())
            painter.drawPixmap(place, self._logo)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class LogoRow(QWidget):
    """Takes in a picture off the window's thread; `logo` is what will be kept."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.logo, self._is_hidden = b"", False
        self._band = WHITE
        self._picture = QPixmap()
        self._jobs = Jobs(self)
        self._grounds = (Ground("The logo on your colour"), Ground("The logo on white"))
        self._told = [_wrapping() for _ in self._grounds]
        self._on_white = _wrapping()
        self._on_white.setText("No leaflet prints it there.")
        for told in (*self._told, self._on_white):
            dress(told, tone="soft")
        self._wrong = dress(_wrapping(), tone="urgent")
        self._warning = dress(_wrapping(), tone="look")
        for told in (self._on_white, self._wrong, self._warning):
            told.hide()
        self.alt = QLineEdit()
        self.alt.setAccessibleName("What the logo shows")
        self._alt_wrong = dress(_wrapping(), tone="urgent")
        self._remove = QPushButton("Remove")
        self.setAcceptDrops(True)
        self._lay_out()
        self.alt.textChanged.connect(lambda _words: self._show_alt())
        self.alt.textChanged.connect(lambda _words: self.edited.emit())

    @property
    def is_sound(self) -> bool:
        """Tell whether the logo, if there is one, can be seen and has words."""
        return not self._is_hidden and (not self.logo or bool(self.alt.text().strip()))

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

    def offer(self, untrusted: bytes) -> None:
        """Take in a picture that somebody brings."""
        self._jobs.submit(partial(look_at_logo, untrusted, self._band), self._take_in, self._refuse)

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a picture be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self._read(Path(urls[0].toLocalFile()))
        elif event.mimeData().hasImage():
            self.offer(_as_png(QImage(event.mimeData().imageData())))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Choose the logo", "", "Pictures (*.png *.jpg *.jpeg)")
        if name:
            self._read(Path(name))

    def _paste(self) -> None:
        clipboard = QGuiApplication.clipboard()
        picture = clipboard.image()
        held = clipboard.mimeData() or QMimeData()  # a clipboard with nothing on it holds None
        urls = [url for url in held.urls() if url.isLocalFile()]
        if urls:
            self._read(Path(urls[0].toLocalFile()))
        elif picture.isNull():
            self._say("There is no picture to paste. Copy one first, or choose a file.")
        else:
            self.offer(_as_png(picture))

    def _read(self, file: Path) -> None:
        try:
            with file.open("rb") as opened:
                self.offer(opened.read(LARGEST_PICTURE + 1))
        except OSError as fault:
            self._say(f"The file cannot be read ({fault.strerror}). Choose another.")

    def _take_in(self, looked_at: LookedAt) -> None:
        self._take(looked_at.logo)
        self.edited.emit()

    def _take(self, logo: bytes) -> None:
        self.logo, self._is_hidden = logo, False
        self._picture = QPixmap()
        self._picture.loadFromData(logo)
        self._say("")
        self._draw()
        self._show_alt()
        self._remove.setVisible(bool(logo))
        for told in (*self._told, self._warning):
            told.setText("")
        for told in (self._on_white, self._warning):
            told.hide()
        self._look()

    def _take_away(self) -> None:
        self._take(b"")
        self.alt.clear()
        self.edited.emit()

    def _look(self) -> None:
        if self.logo:
            self._jobs.submit(partial(seen, self.logo, self._band), self._show_seen, self._refuse)

    def _show_seen(self, looked_at: LookedAt) -> None:
        for told, each in zip(self._told, (looked_at.on_band, looked_at.on_white), strict=True):
            told.setText(each.said)
            told.setToolTip(each.figure)
        self._on_white.setVisible(looked_at.on_white.is_half_hidden)
        self._is_hidden = bool(looked_at.refused)
        self._say(looked_at.refused)
        self._warning.setText(" ".join(looked_at.warnings))
        self._warning.setVisible(bool(looked_at.warnings))
        self.edited.emit()

    def _refuse(self, error: LeafletError) -> None:
        self._say(str(error))

    def _say(self, words: str) -> None:
        if words and words != self._wrong.text():
            announce(self, words)
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _show_alt(self) -> None:
        missing = self.logo and not self.alt.text().strip()
        self._alt_wrong.setText("Describe the logo for those who cannot see it." if missing else "")
        self._alt_wrong.setVisible(bool(missing))

    def _draw(self) -> None:
        for ground, colour in zip(self._grounds, (self._band, WHITE), strict=True):
            ground.show_on(colour, self._picture)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for words, act in (("Choose a picture …", self._choose), ("Paste", self._paste)):
            button = QPushButton(words)
            button.clicked.connect(lambda _checked, act=act: act())
            buttons.addWidget(button)
        self._remove.clicked.connect(lambda _checked: self._take_away())
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        grounds = QHBoxLayout()
        grounds.setSpacing(8)
        on_band, on_white = self._told
        for parts in ((self._grounds[0], on_band), (self._grounds[1], on_white, self._on_white)):
            side = QVBoxLayout()
            side.setSpacing(2)
            for part in parts:
                side.addWidget(part)
            side.addStretch(1)
            grounds.addLayout(side, 1)
        label = QLabel("What it shows, for people who cannot see it")
        label.setBuddy(self.alt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        about = dress(_wrapping(), tone="soft")
        about.setText("A PNG or JPEG picture: choose it, paste it, or drop it here. It is printed on your main colour.")
        for part in (dress(QLabel("Logo"), tone="heading"), about):
            column.addWidget(part)
        column.addLayout(grounds)
        column.addWidget(self._wrong)
        column.addWidget(self._warning)
        column.addLayout(buttons)
        column.addWidget(label)
        column.addWidget(self.alt)
        column.addWidget(self._alt_wrong)


def _wrapping() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _as_png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
