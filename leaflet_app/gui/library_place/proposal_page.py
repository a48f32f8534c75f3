"""What a newer program proposes for the library: file by file beside what is here, to be taken or left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QSplitter, QVBoxLayout

from leaflet_app.domain.beside import Beside, compared
from leaflet_app.domain.errors import EditRefused, LeafletError
from leaflet_app.domain.proposals import Proposal, ProposedFile
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.library_page import PageOver
from leaflet_app.gui.widgets.page_head import PageHead
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.side_by_side import SideBySide
from leaflet_app.services import library_store, shipped_library
from leaflet_app.services.desk import Desk

ABOUT = "What you take is a draft until a clinician approves it. What you leave is not proposed again."
WORDS = (".md", ".toml")
A_PICTURE = "A picture."
TITLES = ("Here", "With the program")
EDITED = "   ▲ changed here too"
LIST_WIDTH, TEXTS_WIDTH = 320, 760


class ProposalPage(PageOver):
    """Nothing is taken unasked, and nothing of history is ever lost."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._reading, self._comparing, self._writing = Jobs(self), Jobs(self), Jobs(self)
        self._proposal: Proposal | None = None
        self._news = line(ABOUT, "soft")
        self._list = QListWidget()
        self._list.setAccessibleName("Texts that differ")
        self._list.setWordWrap(True)
        self._list.currentRowChanged.connect(self._compare)
        self._beside = SideBySide()
        self._dismiss, self._all = QPushButton("&Leave all as here"), QPushButton("Take &all")
        self._one = dress(QPushButton("&Take this one"), main="true")
        self._dismiss.clicked.connect(lambda _checked: self._write(partial(shipped_library.dismiss, desk)))
        self._all.clicked.connect(lambda _checked: self._take(tuple(each.file for each in self._files)))
        self._one.clicked.connect(lambda _checked: self._take((self._files[self._list.currentRow()].file,)))
        self._lay_out()
        self._read()

    @property
    def _files(self) -> tuple[ProposedFile, ...]:
        return self._proposal.files if self._proposal else ()

    def _read(self) -> None:
        self._reading.submit(partial(shipped_library.proposed, self._desk), self._show, self._fail)

    def _show(self, proposal: Proposal | None) -> None:
        self._proposal = proposal
        if proposal is None:
            self.closed.emit()
            return
        self._list.clear()
        for each in proposal.files:
            edited = EDITED if each.is_edited else ""
            self._list.addItem(QListWidgetItem(f"{each.file}\n{each.proposes.value.capitalize()}{edited}"))
        self._list.setCurrentRow(0)
        self._offer(is_free=True)

    def _compare(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self._comparing.submit(partial(_compared, self._desk, self._files[row].file), self._show_both, self._fail)

    def _show_both(self, both: Beside) -> None:
        self._beside.show_compared(TITLES, both, is_choice=True)

    def _take(self, files: tuple[str, ...]) -> None:
        if self._proposal is not None:
            self._write(partial(shipped_library.take_proposed, self._desk, self._proposal, files))

    def _write(self, work: Callable[[], object]) -> None:
        self._offer(is_free=False)
        self._writing.submit(work, lambda _done: self._settle(), self._fail)

    def _settle(self) -> None:
        self.library_changed.emit()
        self._read()

    def _fail(self, error: LeafletError) -> None:
        self._offer(is_free=bool(self._files))
        dress(self._news, tone="urgent").setText(str(error))
        announce(self, str(error))

    def _offer(self, *, is_free: bool) -> None:
        for button in (self._dismiss, self._all, self._one):
            button.setEnabled(is_free)

    def _lay_out(self) -> None:
        head = PageHead("All &texts", line("A newer library came with this program", "heading"))
        head.back_asked.connect(self.closed)
        split = QSplitter()
        for part in (self._list, self._beside):
            split.addWidget(part)
        split.setSizes([LIST_WIDTH, TEXTS_WIDTH])
        split.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._news, 1)
        for button in (self._dismiss, self._all, self._one):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(split, 1)
        column.addLayout(foot)


def said_proposal(proposal: Proposal) -> str:
    """Say what is proposed in one line."""
    differ = "text differs" if len(proposal.files) == 1 else "texts differ"
    return f"A newer library came with this program: {len(proposal.files)} {differ}."


def _compared(desk: Desk, file: str) -> Beside:
    """Return a text as it stands here, and as the program came with it; nothing where there is none."""
    if not file.endswith(WORDS):
        return compared("", A_PICTURE)
    try:
        here = library_store.text_at(desk, file, library_store.newest(desk).commit)
    except EditRefused:
        here = ""
    return compared(here, shipped_library.proposed_text(file))
