"""Begin a topic: what it is called, what sort it is and where it belongs."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from leaflet_app.domain.bounds import LONGEST_HEADING
from leaflet_app.domain.new_topic import id_for
from leaflet_app.domain.topic import Kind, Site
from leaflet_app.domain.wording import Wording
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet

ABOUT = "The editor opens with the parts that such a topic needs. Nothing is in the library before you save."
KINDS = {
    Kind.TUMOUR: "A tumour",
    Kind.SYNDROME: "A syndrome, or a condition in families",
    Kind.OVERVIEW: "An overview",
    Kind.CARE: "Tests, treatment or care",
    Kind.SUPPORT: "Living with it, and support",
}


class NewTopicSheet(Sheet):
    """The main button waits for a title."""

    def __init__(self, parent: QWidget, wording: Wording, taken: Collection[str]) -> None:
        super().__init__(parent, "New topic", "&Begin")
        self._taken = taken
        self._title, self._kind, self._site = QLineEdit(), QComboBox(), QComboBox()
        self._title.setMaxLength(LONGEST_HEADING)
        self._told = line("", "soft")
        for kind, words in KINDS.items():
            self._kind.addItem(words, kind.value)
        for site in Site:
            self._site.addItem(wording.sites[site.value], site.value)
        fields = QFormLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(8)
        for label, field in (("&Title", self._title), ("&Sort", self._kind), ("&Place", self._site)):
            fields.addRow(label, field)
        self.body.addWidget(line(ABOUT, "soft"))
        self.body.addLayout(fields)
        self.body.addWidget(self._told)
        self._title.textChanged.connect(lambda _words: self._judge())
        self.main.clicked.connect(lambda _checked: self.accept())
        self._title.setFocus()
        self._judge()
        self.fit()

    @property
    def title(self) -> str:
        """Return what the topic is called."""
        return self._title.text().strip()

    @property
    def topic_id(self) -> str:
        """Return the id it shall have."""
        return id_for(self.title, self._taken)

    @property
    def kind(self) -> Kind:
        """Return what sort it is."""
        return Kind(self._kind.currentData())

    @property
    def site(self) -> Site:
        """Return where it belongs."""
        return Site(self._site.currentData())

    def _judge(self) -> None:
        self.main.setEnabled(bool(self.topic_id))
        self._told.setText(f"It will be kept as topics/{self.topic_id}." if self.topic_id else " ")
