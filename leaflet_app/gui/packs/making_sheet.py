"""Choose the topics that a pack is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from leaflet_app.domain.counted import counted
from leaflet_app.domain.library import Library
from leaflet_app.gui.topics.topic_boxes import TopicBoxes
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet

ABOUT = (
    "A pack holds these topics in every language, with the shared texts and sources they draw on. "
    "Approvals stay here: whoever takes it in checks the texts anew."
)
HEIGHT = 320


class MakingSheet(Sheet):
    """A box for each topic; `chosen` are those that are ticked."""

    def __init__(self, parent: QWidget, library: Library) -> None:
        super().__init__(parent, "Make a pack", "&Save pack…")
        self._library = library
        self.chosen: tuple[str, ...] = ()
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("Filter the topics")
        self._filter.setAccessibleName("Filter the topics")
        self._filter.textChanged.connect(self._look_up)
        self._boxes = TopicBoxes(library, with_stars=False)
        self._boxes.setMinimumHeight(HEIGHT)
        self._boxes.topic_ticked.connect(self._tick)
        self._counted = line("", "soft")
        for part in (line(ABOUT, "soft"), self._filter, self._boxes, self._counted):
            self.body.addWidget(part)
        self.main.clicked.connect(lambda _checked: self.accept())
        self._show_count()
        self._filter.setFocus()
        self.fit()

    def _tick(self, topic_id: str, is_ticked: bool) -> None:  # noqa: FBT001  (a signal's)
        others = tuple(each for each in self.chosen if each != topic_id)
        self.chosen = (*others, topic_id) if is_ticked else others
        self._show_count()

    def _look_up(self, words: str) -> None:
        sought = words.strip().casefold()
        found = (each.id for each in self._library.offered.values() if sought in each.title.casefold())
        self._boxes.show_only(tuple(found) if sought else None)

    def _show_count(self) -> None:
        self._counted.setText(f"{counted(len(self.chosen), 'topic')} chosen.")
        self.main.setEnabled(bool(self.chosen))
