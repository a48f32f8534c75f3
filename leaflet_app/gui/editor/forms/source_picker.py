"""Choose the sources of a fact from the library's list, by searching it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from leaflet_app.domain.facts import Source
from leaflet_app.gui.editor.forms.fields import WordsField
from leaflet_app.gui.widgets.dress import dress

HEIGHT = 108
KEY = Qt.ItemDataRole.UserRole + 1


class SourcePicker(QWidget):
    """A list to tick, the chosen ones first, and a line to search it by."""

    changed = Signal()

    def __init__(self, sources: Mapping[str, Source], chosen: Iterable[str]) -> None:
        super().__init__()
        kept = tuple(chosen)
        self._order = {each: number for number, each in enumerate(kept)}
        self.search = WordsField("Find a source", hint="Find a source by publisher, title or name")
        self.search.textChanged.connect(self._look_up)
        self._list = QListWidget()
        self._list.setAccessibleName("Sources")
        self._list.setFixedHeight(HEIGHT)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._count = dress(QLabel(), tone="soft")
        gone = [each for each in kept if each not in sources]
        for source_id in (*kept, *(each for each in sources if each not in kept)):
            source = sources.get(source_id)
            words = f"{source.publisher}: {source.title}" if source else "not in the list of sources"
            item = QListWidgetItem(f"{source_id} · {words}", self._list)
            item.setData(KEY, source_id)
            item.setToolTip(item.text())
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if source_id in kept else Qt.CheckState.Unchecked)
        self._list.itemChanged.connect(lambda _item: self._tell())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.search, self._list, self._count):
            column.addWidget(part)
        self._say(len(kept), len(gone))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the ticked sources: those chosen before first, in their order."""
        ticked = [str(item.data(KEY)) for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        return tuple(sorted(ticked, key=lambda each: self._order.get(each, len(self._order))))

    def tick(self, source_id: str, *, on: bool = True) -> None:
        """Tick a source, or take its tick away."""
        for item in self._items():
            if item.data(KEY) == source_id:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _look_up(self, words: str) -> None:
        """Show the sources that hold every word, and all that are ticked."""
        wanted = words.casefold().split()
        for item in self._items():
            is_found = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not is_found and item.checkState() is not Qt.CheckState.Checked)

    def _tell(self) -> None:
        self._say(len(self.chosen), 0)
        self.changed.emit()

    def _say(self, chosen: int, gone: int) -> None:
        words = {0: "No source is chosen", 1: "1 source is chosen"}.get(chosen, f"{chosen} sources are chosen")
        self._count.setText(f"{words}; {gone} no longer in the list." if gone else f"{words}.")
