"""A pack that was opened: what it brings, text by text beside what is here, and the one button that takes it in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.packs import Brought, Difference
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.side_by_side import SideBySide
from leaflet_app.gui.widgets.wrapping import WrappingCheckBox
from leaflet_app.services.packs import Inspected

_SAID = {Difference.NEW: "new here", Difference.CHANGED: "differs from yours", Difference.SAME: "the same as yours"}
TAKE = "Take &in as drafts"
LIST_WIDTH = 320


class OpenedPack(QFrame):
    """New texts are ticked; one that differs from yours never is, before a person ticks it."""

    taken = Signal(object, tuple)
    trust_asked = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._inspected: Inspected | None = None
        self._boxes: dict[str, WrappingCheckBox] = {}
        self._head = line("", "heading")
        self._signer = line("", "")
        self._lists = line("", "soft")
        self._faults = line("", "look")
        self._texts = dress(QScrollArea(), reading="true")
        self._texts.setWidgetResizable(True)
        self._texts.setAccessibleName("Texts of the pack")
        self._texts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts.setFixedWidth(LIST_WIDTH)
        self._beside = SideBySide()
        self.take = dress(QPushButton(TAKE), main="true")
        self.trust = QPushButton("&Trust its signer…")
        self._close = QPushButton("&Close pack")
        self.take.clicked.connect(lambda _checked: self.taken.emit(self._inspected, self.chosen))
        self.trust.clicked.connect(lambda _checked: self._ask_trust())
        self._close.clicked.connect(lambda _checked: self.closed.emit())
        self._lay_out()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the files that are ticked."""
        return tuple(file for file, box in self._boxes.items() if box.isChecked())

    def show_pack(self, inspected: Inspected) -> None:
        """Show what is known of a pack."""
        is_same = self._inspected is not None and self._inspected.pack == inspected.pack
        ticked = self.chosen if is_same else None
        self._inspected = inspected
        self._head.setText(f"A pack from {inspected.pack.practice}")
        signer = inspected.signer
        said = f"✓ Signed by {signer.name}, whom you trust." if signer else "▲ Signed by nobody you trust yet."
        dress(self._signer, tone="good" if signer else "look").setText(f"{said} Signs: {inspected.fingerprint}")
        self._lists.setText(" ".join(_said_lists(inspected)))
        self._faults.setText("\n".join(("To mend once it is here:", *map(str, inspected.faults))))
        self._lists.setVisible(bool(self._lists.text()))
        self._faults.setVisible(bool(inspected.faults))
        self.trust.setVisible(signer is None)
        self._fill(inspected.texts, ticked)
        self._judge()

    def _fill(self, texts: tuple[Brought, ...], ticked: tuple[str, ...] | None) -> None:
        inner = dress(QWidget(), bare="true")
        column = QVBoxLayout(inner)
        self._boxes = {}
        for text in texts:
            box = WrappingCheckBox(f"{text.title}\n{_SAID[text.difference]}")
            box.setToolTip(text.file)
            box.setChecked(text.difference is Difference.NEW if ticked is None else text.file in ticked)
            box.setEnabled(text.difference is not Difference.SAME)
            box.toggled.connect(partial(self._tick, text))
            self._boxes[text.file] = box
            column.addWidget(box)
        column.addStretch()
        self._texts.setWidget(inner)
        first = next((each for each in texts if each.difference is not Difference.SAME), texts[0] if texts else None)
        if first is not None:
            self._compare(first)

    def _tick(self, text: Brought, _is_ticked: bool) -> None:  # noqa: FBT001  (a signal's)
        self._compare(text)
        self._judge()

    def _compare(self, text: Brought) -> None:
        mine, theirs = (text_shown(content or b"") for content in (text.mine, text.theirs))
        is_picture = not text.file.endswith(".md")
        shown = ("", "A picture.") if is_picture else (mine, theirs)
        self._beside.show_texts(*shown, ("Here", f"In the pack: {text.title}"), is_choice=True)

    def _judge(self) -> None:
        is_trusted = self._inspected is not None and self._inspected.signer is not None
        self.take.setEnabled(is_trusted and bool(self.chosen))
        self.take.setToolTip("" if is_trusted else "Trust its signer first")

    def _ask_trust(self) -> None:
        if self._inspected is not None:
            self.trust_asked.emit(self._inspected.pack.key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for label in (self._head, self._signer, self._lists, self._faults):
            column.addWidget(label)
        middle = QHBoxLayout()
        middle.addWidget(self._texts)
        middle.addWidget(self._beside, 1)
        column.addLayout(middle, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        for button in (self.trust, self.take):
            buttons.addWidget(button)
        column.addLayout(buttons)


def _said_lists(inspected: Inspected) -> Iterator[str]:
    added = sum(len(change.added) for change in inspected.lists)
    kept = [each for change in inspected.lists for each in change.kept]
    if added:
        yield f"Of its sources, organisations and questions, {added} are new here and come with it."
    if kept:
        yield f"These differ here and stay as yours are: {', '.join(kept)}."
