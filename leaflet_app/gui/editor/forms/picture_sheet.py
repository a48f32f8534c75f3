"""The sheet for one picture: how it looks on white paper, and the words that go with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from leaflet_app.domain.bounds import LONGEST_ALT, LONGEST_CAPTION
from leaflet_app.domain.form_fields import PictureFields
from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.editor.forms.fields import WordsField, line
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.sheet import Sheet

WIDTH = 560
PAPER_HEIGHT = 200
ABOUT = "Say what matters in the picture for this text, as you would to someone on the phone. Screen readers read it."


class PictureSheet(Sheet):
    """Keeps a picture only with its words."""

    def __init__(
        self,
        parent: QWidget,
        content: bytes,
        sections: Sequence[tuple[SectionKey, str]],
        picture: PictureFields | None = None,
    ) -> None:
        super().__init__(parent, "Words of the picture" if picture else "A new picture", "&Keep" if picture else "&Add")
        self._file = picture.file if picture else ""
        paper = QLabel()
        paper.setObjectName("paper")
        paper.setStyleSheet("QLabel#paper { background: #FFFFFF; border: 1px solid #7B8A98; padding: 8px; }")
        paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown = QPixmap()
        shown.loadFromData(content)
        room = (WIDTH - 64, PAPER_HEIGHT)
        if shown.width() > room[0] or shown.height() > room[1]:
            modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(*room, *modes)
        paper.setPixmap(shown)
        paper.setAccessibleName("The picture on white paper")
        self.alt = WordsField("What it shows", picture.alt if picture else "")
        self.alt.setMaxLength(LONGEST_ALT)
        self.caption = WordsField("Caption", picture.caption if picture else "", hint="printed below it, if you like")
        self.caption.setMaxLength(LONGEST_CAPTION)
        self.section = QComboBox()
        self.section.setAccessibleName("Below which heading")
        for key, heading in sections:
            self.section.addItem(heading, key)
        if picture:
            self.section.setCurrentIndex(max(self.section.findData(picture.section), 0))
        self._count = dress(QLabel(), tone="soft")
        self._lay_out_fields(paper)
        self.setMinimumWidth(WIDTH)
        self.alt.textChanged.connect(lambda _words: self._look())
        self.main.clicked.connect(lambda _checked: self.accept())
        self._look()
        self.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def fields(self) -> PictureFields:
        """Return what is typed."""
        return PictureFields(self._file, self.alt.words, self.section.currentData(), self.caption.words)

    @property
    def count(self) -> str:
        """Return what is said of the length of the words."""
        return self._count.text()

    def _lay_out_fields(self, paper: QLabel) -> None:
        about = dress(QLabel(ABOUT), tone="soft")
        about.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        line(grid, "&What it shows", self.alt)
        grid.addWidget(self._count, grid.rowCount(), 1)
        line(grid, "&Caption", self.caption)
        line(grid, "&Below the heading", self.section)
        self.body.addWidget(paper)
        self.body.addWidget(about)
        self.body.addLayout(grid)

    def _look(self) -> None:
        left = LONGEST_ALT - len(self.alt.text())
        self._count.setText(
            f"{left} of {LONGEST_ALT} letters left" if self.alt.words else "Needed before it can be kept"
        )
        self.main.setEnabled(bool(self.alt.words) and self.section.count() > 0)
        self.fit()
