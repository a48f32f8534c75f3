"""What shows an opened translation: what is left to do above both texts, and what is wrong below them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.facing import Facing, with_checked
from leaflet_app.domain.languages import Language
from leaflet_app.domain.sentence_marks import MarkKind, SentenceMark
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.facing.facing_columns import FacingColumns
from leaflet_app.gui.facing.found_faults import FoundFaults
from leaflet_app.gui.facing.mark_card import MarkCard
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services.desk import Desk
from leaflet_app.services.translate_text import LookedFacing, look_over

PAUSE_MS = 250
"""How long nobody types before the text is looked over."""


class FacingBody(QWidget):
    """Looks over the text as it is typed, off the window's thread; `looked_over` tells that this was done."""

    looked_over = Signal()
    failed = Signal(LeafletError)

    def __init__(self, desk: Desk, edited: EditedText, lang: Language) -> None:
        super().__init__()
        self._desk, self._edited = desk, edited
        self._opened: Facing | None = None
        self._looked: LookedFacing | None = None
        self._then: Callable[[], None] | None = None
        self._looking = Jobs(self)
        self.columns = FacingColumns(edited, lang)
        self._card = MarkCard()
        self._faults = FoundFaults()
        self._all_lines = QCheckBox("Show the &file's other lines")
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._lay_out()
        self._connect()

    @property
    def opened(self) -> Facing | None:
        """Return the translation as the library holds it, None until it is opened."""
        return self._opened

    @property
    def is_of_today(self) -> bool:
        """Tell whether a save would make it a translation of today's English without a word changed."""
        looked = self._looked
        return looked is not None and looked.text == self._edited.text and looked.is_of_today

    def show_opened(self, opened: Facing) -> None:
        """Show what the translation stands beside; the English text only where it is another one by now."""
        if self._opened is None or self._opened.english != opened.english:
            self.columns.show_english(opened.english)
        self._opened = opened

    def show_nothing(self) -> None:
        """Let nothing be typed: there is no text to show."""
        self._faults.clear()
        self.setEnabled(False)

    def look_over(self, then: Callable[[], None] | None = None) -> None:
        """Find what is to be done in the text as it is typed now, and go on with `then`."""
        if self._opened is None:
            return
        self._then = then or self._then
        text = self._edited.text
        for part in (self._card, self._all_lines):
            part.setVisible(bool(text))
        self.columns.show_begun(is_begun=bool(text))
        if text:
            self._looking.submit(partial(look_over, self._desk, self._opened, text), self._show_looked, self._fail)
        else:
            self._looked, self._then = None, None
            self._faults.clear()
            self.columns.focus()
            self.looked_over.emit()

    def stop(self) -> None:
        """End all work."""
        self._pause.stop()
        self._looking.close()

    def _connect(self) -> None:
        self._edited.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.look_over)
        self.columns.stood_at.connect(self._show_mark)
        self._all_lines.toggled.connect(lambda shows: self.columns.show_all_lines(shows=shows))
        self._faults.line_asked.connect(self._go_to_line)
        self._card.next_asked.connect(self.columns.go_on)
        self._card.right_found.connect(self._find_right)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.columns.go_on, context=within)

    def _show_looked(self, looked: LookedFacing) -> None:
        """Show what was found, unless more was typed since: then it is looked over again."""
        if looked.text != self._edited.text:
            return
        self._looked = looked
        self.columns.show_looked(looked)
        self._faults.show_faults(looked.faults)
        self.looked_over.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _fail(self, error: LeafletError) -> None:
        self._faults.clear()
        self.failed.emit(error)

    def _show_mark(self, mark: SentenceMark | None) -> None:
        if self._looked is not None:
            self._card.show_mark(mark, self._looked)

    def _find_right(self) -> None:
        """Note that the sentence at the cursor says what English says, and go on."""
        if self._looked is None or self._looked.text != self._edited.text:
            self.look_over(self._find_right)
            return
        mark = self.columns.mark_here
        if mark is not None and mark.kind is not MarkKind.MISSING:
            self._edited.replace(with_checked(self._edited.text, mark))
            self.look_over(self.columns.go_on)

    def _go_to_line(self, number: int) -> None:
        if not self.columns.go_to_line(number):
            self._all_lines.setChecked(True)
            self.columns.go_to_line(number)

    def _lay_out(self) -> None:
        self._card.hide()
        self._all_lines.hide()
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._faults, 1)
        foot.addWidget(self._all_lines, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._card)
        whole.addWidget(self.columns, 1)
        whole.addLayout(foot)
