"""Choose between two texts that were changed on two desks. Nothing is merged, and nothing of either is lost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from leaflet_app.domain.both_texts import both_texts
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.file_text import text_of
from leaflet_app.domain.sharing import Disagreement
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.exact_words import exact_words
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.gui.widgets.side_by_side import SideBySide
from leaflet_app.services.desk import Desk
from leaflet_app.services.edit_text import Looked, look_at
from leaflet_app.services.text_titles import title_of

OURS, THEIRS, OWN_WORDS = range(3)
MEND = "Mend it here, or choose one of the two texts."
ABOUT = (
    "You and someone else have changed this text. Choose one of the two, or write it anew from both. "
    "Both stay in the history; an approval holds only for the very words it was given to."
)
ABOUT_OWN = "It begins with both: where they differ, yours stands first, then theirs. Take out what should not stay."
SAID_OURS, SAID_BASE = "Yours, on this desk", "Before you both changed it"
GONE = "This text was taken away."
NO_TEXT = "This file is no text and cannot be shown here."
VIEWS = ("Yours beside theirs", "What you changed", "What they changed")
LEAST_WIDTH, LEAST_HEIGHT = 860, 560
OWN_HEIGHT = 120


class ConflictSheet(Sheet):
    """Goes through the texts one by one; the main button waits until one is chosen."""

    def __init__(self, parent: QWidget, desk: Desk, texts: Sequence[Disagreement]) -> None:
        super().__init__(parent, "Choose between two texts", "&Keep this choice")
        self.cancel.setText("Decide later")
        self.chosen: dict[str, bytes | None] = {}
        self._desk = desk
        self._checking = Jobs(self)
        self._texts = tuple(texts)
        self._at = 0
        self._name = line("", "group")
        self._view = QComboBox()
        self._view.addItems(VIEWS)
        self._view.setAccessibleName("What to compare")
        self._sides = SideBySide()
        self._own = QPlainTextEdit()
        self._own.setAccessibleName("Your third text")
        self._own.setTabChangesFocus(True)
        self._own.setMinimumHeight(OWN_HEIGHT)
        self._about_own = line(ABOUT_OWN, "soft")
        self._ways = QButtonGroup(self)
        self._view.activated.connect(lambda _index: self._compare())
        self._ways.idToggled.connect(lambda _way, _is_on: self._judge())
        self._own.textChanged.connect(self._judge)
        self.main.clicked.connect(lambda _checked: self._keep())
        self._lay_out_choice()
        self._show_text()

    @property
    def _text(self) -> Disagreement:
        return self._texts[self._at]

    @property
    def _own_words(self) -> str:
        return exact_words(self._own.document())

    def _show_text(self) -> None:
        """Show the next text, with nothing chosen for anybody."""
        many = f"  ·  {self._at + 1} of {len(self._texts)}" if len(self._texts) > 1 else ""
        self._name.setText(f"{title_of(self._desk.library, self._text.file)}{many}")
        self._ways.setExclusive(False)
        for button in self._ways.buttons():
            button.setChecked(False)
        self._ways.setExclusive(True)
        is_text = all(_is_text(side) for side in (self._text.ours, self._text.theirs))
        self._ways.button(OWN_WORDS).setEnabled(is_text)
        self._begin_own() if is_text else self._own.clear()
        self._view.setCurrentIndex(0)
        self._compare()
        self._judge()
        self._ways.button(OURS).setFocus()

    def _compare(self) -> None:
        base, ours, theirs = (_words(side) for side in (self._text.base, self._text.ours, self._text.theirs))
        said_theirs = f"Theirs, shared by {self._text.by or 'others'}"
        left, right, titles = (
            (ours, theirs, (SAID_OURS, said_theirs)),
            (base, ours, (SAID_BASE, SAID_OURS)),
            (base, theirs, (SAID_BASE, said_theirs)),
        )[self._view.currentIndex()]
        self._sides.show_texts(left, right, titles, is_choice=self._view.currentIndex() == 0)

    def _judge(self) -> None:
        way = self._ways.checkedId()
        for each in (self._own, self._about_own):
            each.setVisible(way == OWN_WORDS)
        self.clear_problem()
        self.main.setEnabled(way in (OURS, THEIRS) or (way == OWN_WORDS and bool(self._own_words.strip())))

    def _begin_own(self) -> None:
        """Begin the third text with both, at the first line in which they differ."""
        words, first = both_texts(*(_words(side) if side else "" for side in (self._text.ours, self._text.theirs)))
        self._own.setPlainText(words)
        cursor = QTextCursor(self._own.document().findBlockByNumber(first))
        self._own.setTextCursor(cursor)
        self._own.centerCursor()

    def _keep(self) -> None:
        way = self._ways.checkedId()
        if way != OWN_WORDS:
            self._go_on(self._text.ours if way == OURS else self._text.theirs)
            return
        written = f"{self._own_words.rstrip()}\n"
        if not self._text.file.endswith(".md"):
            self._go_on(written.encode())
            return
        self.show_busy("Reading your text …")
        work = partial(look_at, self._desk, self._text.file, written)
        self._checking.submit(work, lambda looked: self._keep_own(looked, written), self.show_problem)

    def _keep_own(self, looked: Looked, written: str) -> None:
        """Keep the third text, unless no leaflet could be made from it: every desk would lose the topic at once."""
        self.end_busy()
        if looked.is_readable:
            self._go_on(written.encode())
        else:
            first = looked.faults[0]
            self.show_problem(EditRefused(f"in line {first.line} of your text, {first.wrong}", MEND))

    def _go_on(self, chosen: bytes | None) -> None:
        self.chosen[self._text.file] = chosen
        if self._at + 1 == len(self._texts):
            self.accept()
            return
        self._at += 1
        self._show_text()

    def _lay_out_choice(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(16)
        for way, words in ((OURS, "Keep &yours"), (THEIRS, "Take &theirs"), (OWN_WORDS, "&Write it from both")):
            button = QRadioButton(words)
            self._ways.addButton(button, way)
            ways.addWidget(button)
        ways.addStretch(1)
        compare = QLabel("&Compare")
        compare.setBuddy(self._view)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(dress(compare, tone="soft"))
        head.addWidget(self._view)
        self._sides.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addWidget(line(ABOUT, "soft"))
        self.body.addLayout(head)
        self.body.addWidget(self._sides, 1)
        self.body.addLayout(ways)
        self.body.addWidget(self._about_own)
        self.body.addWidget(self._own, 1)
        self.setMinimumSize(min(LEAST_WIDTH, self._window.width()), min(LEAST_HEIGHT, self._window.height()))
        self.resize(self._window.width() - 64, self._window.height() - 64)


def _is_text(content: bytes | None) -> bool:
    try:
        return content is None or "\0" not in text_of(content)
    except UnicodeDecodeError:
        return False


def _words(content: bytes | None) -> str:
    if content is None:
        return GONE
    return text_of(content) if _is_text(content) else NO_TEXT
