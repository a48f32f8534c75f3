"""What a newer program proposes for the library: file by file beside what is here, to be taken or left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton

from leaflet_app.domain.beside import Beside, compared
from leaflet_app.domain.errors import EditRefused, LeafletError
from leaflet_app.domain.proposals import Proposal, ProposedFile
from leaflet_app.domain.sentences import capitalised
from leaflet_app.gui.library_place.beside_page import BesidePage
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services import library_store, shipped_library
from leaflet_app.services.desk import Desk
from leaflet_app.services.text_titles import title_of

NEWER = "A newer library came with this program"
ABOUT = "What you take is a draft until a clinician approves it. What you leave is not proposed again."
WORDS = (".md", ".toml")
A_PICTURE = "A picture."
TITLES = ("Here", "With the program")
EDITED = "   ▲ changed here too"


class ProposalPage(BesidePage):
    """Nothing is taken unasked, and nothing of history is ever lost."""

    def __init__(self, desk: Desk) -> None:
        self._dismiss, self._all = QPushButton("&Leave all as here"), QPushButton("Take &all")
        self._one = dress(QPushButton("&Take this one"), main="true")
        super().__init__(NEWER, "Texts that differ", ABOUT, self._dismiss, self._all, self._one)
        self._desk = desk
        self._proposal: Proposal | None = None
        self._dismiss.clicked.connect(lambda _checked: self._write(partial(shipped_library.dismiss, desk)))
        self._all.clicked.connect(lambda _checked: self._take(tuple(each.file for each in self._files)))
        self._one.clicked.connect(lambda _checked: self._take((self._files[self.list.currentRow()].file,)))
        self.list.currentRowChanged.connect(self._compare)
        self._read()

    @property
    def _files(self) -> tuple[ProposedFile, ...]:
        return self._proposal.files if self._proposal else ()

    def _read(self) -> None:
        self.reading.submit(partial(shipped_library.proposed, self._desk), self._show, self._fail)

    def _show(self, proposal: Proposal | None) -> None:
        self._proposal = proposal
        if proposal is None:
            self.closed.emit()
            return
        self.show_rows(_said(self._desk, each) for each in self._files)
        self._offer(is_free=True)

    def _compare(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self.comparing.submit(partial(_compared, self._desk, self._files[row].file), self._show_both, self._fail)

    def _show_both(self, both: Beside) -> None:
        self.beside.show_compared(TITLES, both, is_choice=True)

    def _take(self, files: tuple[str, ...]) -> None:
        if self._proposal is not None:
            self._write(partial(shipped_library.take_proposed, self._desk, self._proposal, files))

    def _write(self, work: Callable[[], object]) -> None:
        self._offer(is_free=False)
        self.writing.submit(work, lambda _done: self._settle(), self._fail)

    def _settle(self) -> None:
        self.library_changed.emit()
        self._read()

    def _fail(self, error: LeafletError) -> None:
        self._offer(is_free=bool(self._files))
        self.show_failed(error)

    def _offer(self, *, is_free: bool) -> None:
        for button in (self._dismiss, self._all, self._one):
            button.setEnabled(is_free)


def said_proposal(proposal: Proposal) -> str:
    """Say what is proposed in one line."""
    differ = "text differs" if len(proposal.files) == 1 else "texts differ"
    return f"{NEWER}: {len(proposal.files)} {differ}."


def _said(desk: Desk, proposed: ProposedFile) -> str:
    edited = EDITED if proposed.is_edited else ""
    return f"{title_of(desk.library, proposed.file)}\n{capitalised(proposed.proposes.value)}{edited}"


def _compared(desk: Desk, file: str) -> Beside:
    """Return a text as it stands here, and as the program came with it; nothing where there is none."""
    if not file.endswith(WORDS):
        return compared("", A_PICTURE)
    try:
        here = library_store.text_at(desk, file, library_store.newest(desk).commit)
    except EditRefused:
        here = ""
    return compared(here, shipped_library.proposed_text(file))
